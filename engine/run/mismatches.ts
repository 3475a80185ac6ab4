// What a test of a rule file expects, against what came: cells, rows and counts that differ, and the steps behind them.
import type { Place } from '../diagnostics/diagnostic.ts'
import type { ExpectedRow, OutputPlan, Plan, StepPlan, TestPlan } from '../plan/plan.ts'
import { allSteps, ownSteps } from '../plan/steps.ts'
import { compareRows } from '../rule-tests/comparison.ts'
import { type Ending, droppedBy, lostRow, passedLast } from '../rule-tests/endings.ts'
import { shownCell } from '../rule-tests/pseudonyms.ts'
import { type Counts, quarantinedIn } from './counts.ts'
import type { TestRun } from './rule-test.ts'

/** `row` counts expected rows from 1, of a row too many those that came. `output` stands where there are several. */
export type Mismatch =
  | { readonly kind: 'cell', readonly place: Place, readonly output?: string, readonly row: number, readonly column: string, readonly expected: string, readonly got: string, readonly by: Maker }
  | { readonly kind: 'missing', readonly place: Place, readonly output?: string, readonly row: number, readonly expected: string, readonly ending?: Ending }
  | { readonly kind: 'extra', readonly place: Place, readonly output?: string, readonly row: number, readonly got: string, readonly step?: StepPlan }
  | { readonly kind: 'count', readonly place: Place, readonly step?: StepPlan, readonly expected: number, readonly got: number }
  | { readonly kind: 'stopped', readonly place: Place, readonly message: string, readonly hint?: string }

/** What made a cell: a step, a rule about the table as a whole, or nothing but the input. */
export type Maker = { readonly step: StepPlan } | { readonly rule: string, readonly place: Place } | { readonly field: string }

export function mismatchesOf(test: TestPlan, run: TestRun): readonly Mismatch[] {
  if (run.stopped) {
    const { message, hint, place = test.place } = run.stopped
    return [{ kind: 'stopped', place, message, ...(hint === undefined ? {} : { hint }) }]
  }
  const rows = [...test.expect].flatMap(([name, expected]) => {
    const output = run.plan.outputs.find(one => one.name === name)
    return output ? rowMismatches(test, run, output, expected) : []
  })
  return [...rows, ...compareCounts(test, run.plan, run.counts)]
}

/** The rows of one output. Pseudonyms of texts that stand in the test are shown as such. */
function rowMismatches(test: TestPlan, run: TestRun, output: OutputPlan, expected: readonly ExpectedRow[]): readonly Mismatch[] {
  const { pairs, differing, came, text } = compareRows(run, output, expected)
  const listed = new Set(expected.flatMap(row => [...row.cells.keys()]))
  const inOutput = run.plan.outputs.length > 1 ? { output: output.name } : {}
  const taken = new Set<Ending>()
  return pairs.flatMap(({ expected: index, got }): readonly Mismatch[] => {
    if (index === undefined) {
      const cells = output.columns.filter(({ name }) => listed.size === 0 || listed.has(name)).map(({ name }) => [name, shownCell(came(got!, name))] as const)
      const origin = run.trace.written.get(output.name)?.[got!]
      const step = passedLast(test, run, output, origin)
      return [{ kind: 'extra', place: origin?.given.place ?? test.place, ...inOutput, row: got! + 1, got: shownRow(cells), ...(step ? { step } : {}) }]
    }
    const row = expected[index]!
    if (got === undefined) {
      const ending = lostRow(row, run, output, taken)
      if (ending) taken.add(ending)
      const cells = [...row.cells].map(([name, cell]) => [name, shownCell(cell)] as const)
      return [{ kind: 'missing', place: row.place, ...inOutput, row: index + 1, expected: shownRow(cells), ...(ending ? { ending } : {}) }]
    }
    return differing(index, got).map(column => ({
      kind: 'cell', place: row.place, ...inOutput, row: index + 1, column, expected: shownCell(row.cells.get(column)!),
      got: shownCell(came(got, column)), by: makerOf(run.plan, output, column, text(got, column)),
    }))
  })
}

const shownRow = (cells: readonly (readonly [string, string])[]): string => cells.map(([name, cell]) => `${name}: ${cell}`).join(', ')

function makerOf(plan: Plan, output: OutputPlan, column: string, text: string): Maker {
  const field = output.columns.find(one => one.name === column)?.fieldName ?? column
  const blanked = text === '' ? output.expect.find(rule => rule.rule === 'refers' ? rule.column === column && rule.otherwise === 'blank'
    : rule.rule === 'acyclic' && rule.parent === column) : undefined
  const step = [...plan.steps, ...ownSteps(output)].findLast(one => one.writes.includes(field))
  return blanked ? { rule: blanked.rule, place: blanked.place } : step ? { step } : { field }
}

/** Rows that steps dropped, and rows that were refused, where the test says how many. */
function compareCounts(test: TestPlan, plan: Plan, counts: Counts): readonly Mismatch[] {
  const dropped = [...test.dropped ?? []].flatMap(([id, expected]): Mismatch[] => {
    const got = droppedBy(counts, id)
    const step = allSteps(plan).find(one => one.id === id)
    return got === expected || !step ? [] : [{ kind: 'count', place: test.place, step, expected, got }]
  })
  const refused = quarantinedIn(counts)
  const expected = test.quarantined ?? 0
  return refused === expected ? dropped : [...dropped, { kind: 'count', place: test.place, expected, got: refused }]
}
