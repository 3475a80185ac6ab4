// test: the tests that stand in rule files.
import type { TestPlan } from '../plan/plan.ts'
import type { TestOutcome } from '../run/rule-test.ts'
import type { Command, World } from './command.ts'
import type { Read } from './load.ts'
import { usage, wishOptions } from './wishes.ts'

const test: Command = {
  name: 'test',
  summary: 'Run the tests that stand in rule files.',
  arguments: '<rules...>',
  options: [
    { flags: '--coverage', about: 'List what no test shows: steps, filters, operands, kinds and outputs.' },
    { flags: '--require-coverage', about: 'The same, and fail where something is not shown.' },
    { flags: '-u, --update', about: 'Rewrite what failing tests expect to what came; shows each change.' },
    { flags: '--record', about: 'Append a test made of a real record, with stand-ins for whatever could tell of anybody.' },
    { flags: '--row <row>', about: 'With --record: the number of the record, or FILE:LINE.' },
    { flags: '--title <title>', about: 'With --record: what the test shows.' },
    ...wishOptions.map(option => ({ ...option, about: `With --record: ${option.about.charAt(0).toLowerCase()}${option.about.slice(1)}` })),
  ],
  examples: [
    'np-pipeline test rules/emails.yaml', 'np-pipeline test --coverage rules/customers/*/*.yaml', 'np-pipeline test -u rules/emails.yaml',
    'np-pipeline test --record --row logs/MSGTRK2024052005-1.LOG:120 --title "a mail to a list" \\',
    '  --input tracking="logs/MSGTRK*.LOG" --input people=ad-users.csv customers/contoso/emails.yaml',
  ],
  fails: 'Where a rule file has an error, or a test fails; with --require-coverage also where something is not shown. With --record where no stand-ins can show the record.',
  async run(files, options, world) {
    if (options['record'] === true) return (await import('./test-record.ts')).recordTest(files, options, world)
    const alone = ['row', 'title', 'input', 'without', 'set', 'encoding'].find(name => options[name] !== undefined)
    if (alone !== undefined) throw usage(`--${alone} goes with --record`, 'tests stand in the rule file, with all that they read')
    const { readRules, printFindings } = await import('./load.ts')
    const { checkRules } = await import('../check/rules.ts')
    const { runTest } = await import('../run/rule-test.ts')
    const { testText } = await import('../report/test-text.ts')
    const covering = options['coverage'] === true || options['requireCoverage'] === true ? await import('../rule-tests/coverage.ts') : undefined
    const totals = { passed: 0, updated: 0, failed: 0, gaps: 0 }
    for (const file of files) {
      const read = readRules(file)
      const { loaded, diagnostics, texts } = read
      const checked = loaded && checkRules(loaded, new Map(), true)
      // A broken rule must not pass for want of rows.
      if (printFindings([...diagnostics, ...checked?.diagnostics ?? []], texts, world) || !loaded || !checked) return 1
      if (checked.tests.length === 0) world.out(`${file} has no tests\n`)
      const coverage = checked.plan && covering?.coverageWatch(loaded, checked.plan)
      const outcomes = checked.tests.map(one => ({ test: one, outcome: runTest(loaded, one, coverage ? { observe: coverage.test } : {}) }))
      const failing = outcomes.filter(({ outcome }) => outcome.mismatches.length > 0)
      const updated = options['update'] === true && failing.length > 0 ? await update(read, failing, world) : new Set<string>()
      for (const { test: one, outcome } of outcomes) if (!updated.has(one.title)) world.out(testText(file, one, outcome))
      totals.passed += outcomes.length - failing.length
      totals.updated += updated.size
      totals.failed += failing.length - updated.size
      if (!coverage) continue
      const { coverageText } = await import('../report/test-coverage.ts')
      const covered = coverage.coverage()
      totals.gaps += covered.gaps.length
      world.out(coverageText(file, covered))
    }
    world.out(`${totals.passed} passed, ${totals.updated > 0 ? `${totals.updated} updated, ` : ''}${totals.failed} failed\n`)
    return totals.failed > 0 || totals.gaps > 0 && options['requireCoverage'] === true ? 1 : 0
  },
}

export default test

/** Writes the rule file with what came; gives the titles of the tests that pass now. */
async function update({ file, loaded }: Read, failing: readonly { readonly test: TestPlan, readonly outcome: TestOutcome }[], world: World): Promise<ReadonlySet<string>> {
  const { writeFileSync } = await import('node:fs')
  const { rewritten } = await import('../rule-tests/rewrite.ts')
  const { changedLines } = await import('../report/test-changes.ts')
  const before = loaded!.texts.get(file)!
  const { text, updated } = rewritten(loaded!, failing.flatMap(({ test: one, outcome }) => outcome.run ? [{ test: one, run: outcome.run }] : []))
  if (updated.size === 0) return updated
  writeFileSync(file, text)
  for (const { test: one } of failing) if (updated.has(one.title)) world.out(`~ ${file}:${one.place.range.start.line} ${one.title}\n`)
  world.out(changedLines(before, text).map(line => `    ${line}\n`).join(''))
  return updated
}
