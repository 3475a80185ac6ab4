// test: the tests that stand in rule files.
import type { Command } from './command.ts'

const test: Command = {
  name: 'test',
  summary: 'Run the tests that stand in rule files.',
  arguments: '<rules...>',
  options: [],
  examples: ['np-pipeline test rules/emails.yaml'],
  async run(files, _options, world) {
    const { readRules, printFindings } = await import('./load.ts')
    const { checkRules } = await import('../check/rules.ts')
    const { runTest } = await import('../run/rule-test.ts')
    const { testText } = await import('../report/test-text.ts')
    let failed = 0
    let passed = 0
    for (const file of files) {
      const { loaded, diagnostics, texts } = readRules(file)
      const checked = loaded && checkRules(loaded, new Map(), true)
      // A broken rule must not pass for want of rows.
      if (printFindings([...diagnostics, ...checked?.diagnostics ?? []], texts, world) || !loaded || !checked) return 1
      if (checked.tests.length === 0) world.out(`${file} has no tests\n`)
      for (const one of checked.tests) {
        const outcome = await runTest(loaded, one)
        if (outcome.mismatches.length === 0) passed++
        else failed++
        world.out(testText(file, one, outcome))
      }
    }
    world.out(`${passed} passed, ${failed} failed\n`)
    return failed > 0 ? 1 : 0
  },
}

export default test
