// One test of a rule file: its rows through the plan, in memory, against what it expects.
import { checkRules } from '../check/rules.ts'
import { type Digest, digester } from '../hash/digest.ts'
import { SAMPLE_KEY, keyOf } from '../hash/key.ts'
import type { Cells } from '../inputs/records.ts'
import type { Loaded } from '../load/rules.ts'
import type { ExpectedCell, InputPlan, OutputPlan, Plan, TestPlan } from '../plan/plan.ts'
import type { Cell } from '../spec/field.ts'
import { Stop, type Place } from '../diagnostics/diagnostic.ts'
import { timeReader } from '../time/time.ts'
import { bind } from './binding.ts'
import { type ReadTime, isRefused } from './cells.ts'
import { droppedIn, newCounts, quarantinedIn } from './counts.ts'
import { directoryOf } from './directories.ts'
import { compileRows } from './rows.ts'

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

export type TestOutcome = { readonly mismatches: readonly Mismatch[] }

/** Runs one test under the published sample key. */
export async function runTest(loaded: Loaded, test: TestPlan): Promise<TestOutcome> {
  const { plan } = checkRules(loaded, test.params, true)
  if (!plan) return { mismatches: [] }
  const written = new Map<string, string[][]>(plan.outputs.map(output => [output.name, []]))
  const counts = newCounts(plan)
  const directories = new Map([...plan.lookups.values()].map(lookup => [lookup.name, directoryOf(lookup, test.people && typed(test.people, plan.inputs.get(lookup.from)))]))
  const key = keyOf(SAMPLE_KEY)
  const rows = compileRows(plan, {
    counts,
    directory: lookup => directories.get(lookup)!,
    digest: profile => digester(key, profile),
    write: output => cells => { written.get(output)!.push([...cells]) },
    refuse: () => {}, warn: () => {}, meet: () => {},
    stop: (code, message, hint) => { throw new Stop(3, { code, message: `test "${test.title}": ${message}`, hint, place: test.place }) },
  })
  const input = plan.inputs.get(plan.from)!
  const names = input.fields.map(field => field.name)
  rows.bind(bind(byName(input), names, 'test', readTimeOf(input)))
  for (const row of test.given) rows.record(cellsOf(names.map(name => row.get(name) ?? '')))
  const mismatches = [...test.expect].flatMap(([name, expected]) => {
    const output = plan.outputs.find(one => one.name === name)
    return output ? compareRows(output, plan, expected, written.get(name)!, test.place, profileDigest(plan, key)) : []
  })
  return { mismatches: [...mismatches, ...compareCounts(test, plan, counts)] }
}

/** Rows of tests are given by field: each field is a column of its own name. */
const byName = (input: InputPlan): InputPlan =>
  ({ ...input, fields: input.fields.map(field => ({ ...field, from: [field.name], or: [] })) })

const readTimeOf = (input: InputPlan): ReadTime => {
  const times = timeReader({ ...(input.zone === undefined ? {} : { zone: input.zone }), ...(input.dates === undefined ? {} : { pattern: input.dates }) })
  return text => {
    const time = times.read(text)
    return typeof time === 'string' ? time : { refused: 'bad-time' }
  }
}

const cellsOf = (cells: readonly Cell[]): Cells => ({
  text: column => { const cell = cells[column]!; return Array.isArray(cell) ? cell.join(';') : String(cell) },
  list: column => { const cell = cells[column]!; return Array.isArray(cell) ? cell as string[] : cell === '' ? [] : [String(cell)] },
})

/** Entries of the directory with cells of the types their fields declare. */
function typed(entries: readonly ReadonlyMap<string, Cell>[], input: InputPlan | undefined): readonly ReadonlyMap<string, Cell>[] {
  if (!input) return entries
  const names = input.fields.map(field => field.name)
  const fields = bind(byName(input), names, 'test', readTimeOf(input))
  return entries.map(entry => {
    const cells = cellsOf(names.map(name => entry.get(name) ?? ''))
    return new Map(names.map(name => {
      const cell = fields.get(name)!(cells)
      return [name, isRefused(cell) ? '' : cell]
    }))
  })
}

function profileDigest(plan: Plan, key: ReturnType<typeof keyOf>): Digest {
  const step = plan.steps.find(one => one.type === 'hash')
  return digester(key, step?.options['profile'] === 'utf8-base64' ? 'utf8-base64' : 'ascii-hex')
}

function compareRows(
  output: OutputPlan, plan: Plan, expected: NonNullable<ReturnType<TestPlan['expect']['get']>>,
  got: readonly string[][], place: Place, digest: Digest,
): readonly Mismatch[] {
  const mismatches = expected.slice(0, got.length).flatMap(({ cells, place: at }, index) => [...cells].flatMap(([column, cell]): Mismatch[] => {
    const position = output.columns.findIndex(one => one.name === column)
    const text = got[index]![position] ?? ''
    const wanted = 'hash' in cell ? digest(cell.hash, 'utf8') ?? '' : cell.value
    if (text === wanted) return []
    const step = [...plan.steps, ...output.steps].findLast(one => one.writes.includes(output.columns[position]?.fieldName ?? ''))?.id
    return [{ place: at, row: index + 1, column, expected: shown(cell), got: text === '' ? '(blank)' : text, ...(step === undefined ? {} : { step }) }]
  }))
  if (got.length === expected.length) return mismatches
  return [...mismatches, { place: expected[got.length]?.place ?? place, expected: rowCount(expected.length), got: rowCount(got.length) }]
}

function compareCounts(test: TestPlan, plan: Plan, counts: ReturnType<typeof newCounts>): readonly Mismatch[] {
  const dropped = [...test.dropped ?? []].flatMap(([step, expected]): Mismatch[] => {
    const output = plan.outputs.find(one => one.steps.some(own => own.id === step))
    const got = droppedIn(output ? counts.outputs.get(output.name)! : counts.common, step)
    return got === expected ? [] : [{ place: test.place, step, expected: `${rowCount(expected)} dropped`, got: `${rowCount(got)} dropped` }]
  })
  const refused = quarantinedIn(counts)
  return refused === (test.quarantined ?? 0) ? dropped
    : [...dropped, { place: test.place, expected: `${rowCount(test.quarantined ?? 0)} refused`, got: `${rowCount(refused)} refused` }]
}

const shown = (cell: ExpectedCell): string => 'hash' in cell ? `hash of ${cell.hash}` : cell.value === '' ? '(blank)' : cell.value
const rowCount = (count: number): string => count === 1 ? '1 row' : `${count} rows`
