// check: every mistake in rule files, at once. Needs no key and no input.
import type { Command } from './command.ts'

const check: Command = {
  name: 'check',
  alias: 'validate',
  summary: 'Report every mistake in rule files at once: shape, expressions, fields, privacy, overlays.',
  arguments: '<rules...>',
  options: [{ flags: '--format <format>', about: 'text for people, json for machines.', choices: ['text', 'json'] }],
  examples: ['np-pipeline check rules/*.yaml rules/customers/*/*.yaml'],
  async run(files, options, world) {
    const { readRules, printFindings } = await import('./load.ts')
    const { checkRules } = await import('../check/rules.ts')
    const { allSteps } = await import('../plan/steps.ts')
    const started = world.now()
    const totals = { pipelines: 0, steps: 0, tests: 0 }
    const texts = new Map<string, string>()
    const diagnostics = files.flatMap(file => {
      const read = readRules(file)
      for (const [path, text] of read.texts) texts.set(path, text)
      const checked = read.loaded ? checkRules(read.loaded, new Map(), true) : undefined
      if (checked?.plan) {
        totals.pipelines++
        totals.steps += allSteps(checked.plan).length
        totals.tests += checked.tests.length
      }
      return [...read.diagnostics, ...checked?.diagnostics ?? []]
    })
    const findings = [...new Map(diagnostics.map(one => [JSON.stringify([one.code, one.place, one.message]), one])).values()]
    if (options['format'] === 'json') {
      world.out(`${JSON.stringify(findings, undefined, 2)}\n`)
      return findings.some(one => one.severity === 'error') ? 1 : 0
    }
    const failed = printFindings(findings, texts, world)
    const { pipelines, steps, tests } = totals
    if (failed) world.err(`${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} in ${files.length} ${files.length === 1 ? 'file' : 'files'}\n`)
    else world.out(`✓ ${files.length} ${files.length === 1 ? 'file' : 'files'}, ${pipelines} ${pipelines === 1 ? 'pipeline' : 'pipelines'}, ${steps} steps, ${tests} tests checked in ${((world.now() - started) / 1000).toFixed(1)} s\n`)
    return failed ? 1 : 0
  },
}

export default check
