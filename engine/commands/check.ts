// check: every mistake in rule files, at once. Needs no key and no input.
import type { Command, World } from './command.ts'
import type { CheckedFiles } from './checking.ts'

const check: Command = {
  name: 'check',
  alias: 'validate',
  summary: 'Report every mistake in rule files at once: shape, expressions, fields, privacy, overlays.',
  arguments: '<rules...>',
  options: [
    {
      flags: '--format <format>', choices: ['text', 'json', 'github'],
      about: 'text for people, json for machines, github for annotations of a pull request.',
    },
    { flags: '--fix', about: 'Write the fix where there is one answer, such as the nearest name; comments and layout stay.' },
  ],
  examples: [
    'np-pipeline check rules/*.yaml rules/customers/*/*.yaml',
    'np-pipeline check customer.yaml --fix',
    'np-pipeline help unknown-field                          # what a code means, with an example',
  ],
  fails: 'Where a rule file has an error.',
  async run(files, { format = 'text', fix }, world) {
    const { checkFiles, fixFiles } = await import('./checking.ts')
    const started = world.now()
    if (fix) (format === 'text' ? world.out : world.err)(fixFiles(files))
    const checked = checkFiles(files)
    if (format === 'json') {
      const { toJson } = await import('../diagnostics/json.ts')
      world.out(toJson(checked.findings, checked.pathAt))
    } else if (format === 'github') {
      const { toGithub } = await import('../diagnostics/github.ts')
      world.out(toGithub(checked.findings))
    } else await print(files, checked, world, started)
    return checked.findings.some(one => one.severity === 'error') ? 1 : 0
  },
}

export default check

async function print(files: readonly string[], checked: CheckedFiles, world: World, started: number): Promise<void> {
  const { printFindings } = await import('./load.ts')
  const { findings, texts, pipelines, steps, tests } = checked
  const failed = printFindings(findings, texts, world)
  if (failed) {
    world.err(`${count(findings.length, 'finding')} in ${count(files.length, 'file')}\n`)
    return
  }
  const parts = [count(files.length, 'file'), count(pipelines, 'pipeline'), count(steps, 'step'), count(tests, 'test')]
  const seconds = ((world.now() - started) / 1000).toFixed(1)
  const warnings = findings.length === 0 ? '' : `; ${count(findings.length, 'warning')}`
  world.out(`✓ ${parts.join(', ')} checked in ${seconds} s${warnings}\n`)
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`
