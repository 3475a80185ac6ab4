// What a test of a rule file expects, against what came: cells, rows and counts that differ.
import { type Digest, type Profile, digester } from '../hash/digest.ts'
import { SAMPLE_KEY, keyOf } from '../hash/key.ts'
import type { ColumnPlan, ExpectedCell, OutputPlan, Plan, TestPlan } from '../plan/plan.ts'
import { ownSteps } from '../plan/steps.ts'
import type { Place } from '../diagnostics/diagnostic.ts'
import { type newCounts, droppedIn, quarantinedIn } from './counts.ts'

export type Mismatch = {
  readonly place: Place
  /** The row (from 1) and column, where it is a cell. */
  readonly row?: number
  readonly column?: string
  readonly expected: string
  readonly got: string
  /** The step that made the cell, or that dropped the missing row. */
  readonly step?: string
}

type ExpectedRows = NonNullable<ReturnType<TestPlan['expect']['get']>>

/** The rows of one output, hashed under the sample key; pseudonyms of texts that stand in the test are shown as such. */
export function compareRows(test: TestPlan, plan: Plan, output: OutputPlan, expected: ExpectedRows, got: readonly string[][]): readonly Mismatch[] {
  const mismatches = expected.slice(0, got.length).flatMap(({ cells, place }, index) => [...cells].flatMap(([name, cell]): Mismatch[] => {
    const position = output.columns.findIndex(column => column.name === name)
    const column = output.columns[position]
    const text = got[index]![position] ?? ''
    const digest = digestOf(plan, output, column)
    const wanted = 'hash' in cell ? digest(cell.hash, 'utf8') ?? '' : cell.value
    if (text === wanted) return []
    const step = [...plan.steps, ...ownSteps(output)].findLast(one => one.writes.includes(column?.fieldName ?? ''))?.id
    return [{ place, row: index + 1, column: name, expected: shown(cell), got: gotten(text, test, digest), ...(step === undefined ? {} : { step }) }]
  }))
  if (got.length === expected.length) return mismatches
  return [...mismatches, { place: expected[got.length]?.place ?? test.place, expected: rowCount(expected.length), got: rowCount(got.length) }]
}

/** With the profile of the step that makes the column's field; of a field made from pseudonyms, that of the last hash step. */
function digestOf(plan: Plan, output: OutputPlan, column: ColumnPlan | undefined): Digest {
  const hashes = [...plan.steps, ...ownSteps(output)].filter(step => step.type === 'hash')
  const step = hashes.findLast(one => one.writes.includes(column?.fieldName ?? '')) ?? hashes.at(-1)
  return digester(keyOf(SAMPLE_KEY), (step?.options['profile'] ?? 'ascii-hex') as Profile)
}

function gotten(text: string, test: TestPlan, digest: Digest): string {
  if (text === '') return '(blank)'
  const hashed = knownTexts(test).find(known => digest(known, 'utf8') === text)
  return hashed === undefined ? text : `hash of ${hashed}`
}

/** Texts of the test in the spellings in which they are hashed: lower-case addresses, ids without their brackets. */
function knownTexts({ given, people = [], expect }: TestPlan): readonly string[] {
  const written = [...[...given.values()].flat(), ...people].flatMap(row => [...row.values()].flat().map(String))
  const expected = [...expect.values()].flat().flatMap(row => [...row.cells.values()].flatMap(cell => 'hash' in cell ? cell.hash : []))
  const plain = written.map(text => text.trim().replace(/^smtp:/i, ''))
  return [...plain.map(text => text.toLowerCase()), ...plain, ...plain.map(text => text.replace(/^<(.*)>$/, '$1')), ...expected]
}

/** Rows that steps dropped, and rows that were refused, where the test says how many. */
export function compareCounts(test: TestPlan, plan: Plan, counts: ReturnType<typeof newCounts>): readonly Mismatch[] {
  const dropped = [...test.dropped ?? []].flatMap(([step, expected]): Mismatch[] => {
    const output = plan.outputs.find(one => ownSteps(one).some(own => own.id === step))
    const got = droppedIn(output ? counts.outputs.get(output.name)! : counts.common, step)
    return got === expected ? [] : [{ place: test.place, step, expected: `${rowCount(expected)} dropped`, got: `${rowCount(got)} dropped` }]
  })
  const refused = quarantinedIn(counts)
  return refused === (test.quarantined ?? 0) ? dropped
    : [...dropped, { place: test.place, expected: `${rowCount(test.quarantined ?? 0)} refused`, got: `${rowCount(refused)} refused` }]
}

const shown = (cell: ExpectedCell): string => 'hash' in cell ? `hash of ${cell.hash}` : cell.value === '' ? '(blank)' : cell.value
const rowCount = (count: number): string => count === 1 ? '1 row' : `${count} rows`
