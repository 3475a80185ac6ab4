// One test of a rule file: its rows through the plan, in memory, against what it expects.
import { createHmac } from 'node:crypto'
import { checkRules } from '../check/rules.ts'
import { digester } from '../hash/digest.ts'
import { SAMPLE_KEY, keyOf } from '../hash/key.ts'
import type { Cells } from '../inputs/records.ts'
import type { Loaded } from '../load/rules.ts'
import type { InputPlan, TestPlan } from '../plan/plan.ts'
import { sourceInputs } from '../plan/steps.ts'
import type { Cell } from '../spec/field.ts'
import { Stop } from '../diagnostics/diagnostic.ts'
import { bind } from './binding.ts'
import { type ReadTimes, isRefused } from './cells.ts'
import { newCounts } from './counts.ts'
import { directoryOf } from './directories.ts'
import { type Mismatch, compareCounts, compareRows } from './mismatches.ts'
import { compileRows } from './rows.ts'
import { inputTimes } from './times.ts'

export type TestOutcome = { readonly mismatches: readonly Mismatch[] }

/** Runs one test under the published sample key. */
export async function runTest(loaded: Loaded, test: TestPlan): Promise<TestOutcome> {
  const { plan } = checkRules(loaded, test.params, true)
  if (!plan) return { mismatches: [] }
  const written = new Map<string, string[][]>(plan.outputs.map(output => [output.name, []]))
  const counts = newCounts(plan)
  const sources = sourceInputs(plan)
  const directories = new Map([...plan.lookups.values()].map(lookup => {
    // Rows that are the directory's own records are the directory too.
    const entries = test.people ?? (sources.includes(lookup.from) ? test.given.get(lookup.from) : undefined)
    return [lookup.name, directoryOf(lookup, entries && typed(entries, plan.inputs.get(lookup.from)))]
  }))
  const key = keyOf(SAMPLE_KEY)
  const rows = compileRows(plan, {
    counts,
    directory: lookup => directories.get(lookup)!,
    digest: profile => digester(key, profile),
    mac: bytes => createHmac('sha256', key.secret).update(bytes).digest(),
    write: output => cells => { written.get(output)!.push([...cells]) },
    refuse: () => {}, warn: () => {}, meet: () => {}, here: () => () => {},
    place: () => test.place,
    stop: (code, message, hint) => { throw new Stop(3, { code, message: `test "${test.title}": ${message}`, hint, place: test.place }) },
  })
  for (const [name, source] of rows.sources) {
    const input = plan.inputs.get(name)!
    const names = input.fields.map(field => field.name)
    source.bind(bind(byName(input), names, 'test', timesOf(input)))
    for (const row of test.given.get(name) ?? []) source.record(cellsOf(names.map(field => row.get(field) ?? '')))
  }
  rows.end()
  const mismatches = [...test.expect].flatMap(([name, expected]) => {
    const output = plan.outputs.find(one => one.name === name)
    return output ? compareRows(test, plan, output, expected, written.get(name)!) : []
  })
  return { mismatches: [...mismatches, ...compareCounts(test, plan, counts)] }
}

/** Rows of tests are given by field: each field is a column of its own name. */
const byName = (input: InputPlan): InputPlan =>
  ({ ...input, fields: input.fields.map(field => ({ ...field, from: [field.name], or: [] })) })

/** A test has no line to stop at: its record is refused. */
const timesOf = (input: InputPlan): ReadTimes => inputTimes(input, () => ({ refused: 'bad-time' })).read

const cellsOf = (cells: readonly Cell[]): Cells => ({
  text: column => { const cell = cells[column]!; return Array.isArray(cell) ? cell.join(';') : String(cell) },
  list: column => { const cell = cells[column]!; return Array.isArray(cell) ? cell as string[] : cell === '' ? [] : [String(cell)] },
})

/** Entries of the directory with cells of the types their fields declare. */
function typed(entries: readonly ReadonlyMap<string, Cell>[], input: InputPlan | undefined): readonly ReadonlyMap<string, Cell>[] {
  if (!input) return entries
  const names = input.fields.map(field => field.name)
  const fields = bind(byName(input), names, 'test', timesOf(input))
  return entries.map(entry => {
    const cells = cellsOf(names.map(name => entry.get(name) ?? ''))
    return new Map(names.map(name => {
      const cell = fields.get(name)!(cells)
      return [name, isRefused(cell) ? '' : cell]
    }))
  })
}
