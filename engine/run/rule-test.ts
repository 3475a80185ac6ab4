// One test of a rule file: its rows through the plan, in memory, against what it expects.
import { createHmac } from 'node:crypto'
import { checkRules } from '../check/rules.ts'
import { type Diagnostic, Stop } from '../diagnostics/diagnostic.ts'
import { digester } from '../hash/digest.ts'
import { SAMPLE_KEY, keyOf } from '../hash/key.ts'
import type { Cells } from '../inputs/records.ts'
import type { Loaded } from '../load/rules.ts'
import type { Directory } from '../people/directory.ts'
import type { InputPlan, Plan, TestPlan, TestRow } from '../plan/plan.ts'
import { type Hashed, remembering } from '../rule-tests/pseudonyms.ts'
import { type Origin, type Trace, tracer, watchers } from '../rule-tests/trace.ts'
import type { Cell } from '../spec/field.ts'
import { bind } from './binding.ts'
import { type ReadTimes, isRefused } from './cells.ts'
import { type Counts, newCounts } from './counts.ts'
import { directoryOf } from './directories.ts'
import { type Mismatch, mismatchesOf } from './mismatches.ts'
import type { Watch } from './environment.ts'
import { compileRows } from './rows.ts'
import { inputTimes } from './times.ts'

/** What came of the rows that a test gives. */
export type TestRun = {
  readonly plan: Plan
  /** Cells of the written rows, by output. */
  readonly written: ReadonlyMap<string, readonly (readonly string[])[]>
  /** What stands behind the pseudonyms. */
  readonly hashed: Hashed
  readonly counts: Counts
  readonly trace: Trace
  /** What ended the run before its last row. */
  readonly stopped?: Diagnostic
}

export type TestOutcome = { readonly mismatches: readonly Mismatch[], readonly run?: TestRun }

export type TestOptions = {
  /** Looks on, beside the test itself; `end` when the last row has gone by. */
  readonly observe?: (plan: Plan, origin: () => Origin | undefined) => { readonly watch: Watch, readonly end?: () => void }
  /** Takes the place of a directory of the test's people. */
  readonly directory?: (lookup: string) => Directory
}

/** Runs one test under the published sample key. A file with mistakes has no plan, and its tests no outcome. */
export function runTest(loaded: Loaded, test: TestPlan, options: TestOptions = {}): TestOutcome {
  const plan = planOf(loaded, test)
  if (!plan) return { mismatches: [] }
  const run = runRows(plan, test, options)
  return { mismatches: mismatchesOf(test, run), run }
}

const plans = new WeakMap<Loaded, Map<string, Plan | undefined>>()

/** The plan under the parameters of a test; tests that set the same share one. */
function planOf(loaded: Loaded, { params }: TestPlan): Plan | undefined {
  const known = plans.get(loaded) ?? new Map<string, Plan | undefined>()
  plans.set(loaded, known)
  const key = JSON.stringify([...params])
  if (!known.has(key)) known.set(key, checkRules(loaded, params, true).plan)
  return known.get(key)
}

function runRows(plan: Plan, test: TestPlan, { observe, directory }: TestOptions): TestRun {
  const written = new Map<string, string[][]>(plan.outputs.map(output => [output.name, []]))
  const counts = newCounts(plan)
  const traced = tracer()
  const hashed = new Map<string, Set<string>>()
  const run = { plan, written, hashed, counts, trace: traced }
  const key = keyOf(SAMPLE_KEY)
  const observer = observe?.(plan, () => traced.origin)
  try {
    const directories = directory ? undefined : directoriesOf(plan, test)
    const rows = compileRows(plan, {
      counts,
      directory: directory ?? (lookup => directories!.get(lookup)!),
      digest: profile => remembering(digester(key, profile), hashed),
      mac: bytes => createHmac('sha256', key.secret).update(bytes).digest(),
      write: output => cells => { written.get(output)!.push([...cells]) },
      refuse: () => {}, warn: () => {}, meet: () => {},
      here() {
        const { origin } = traced
        return () => { traced.origin = origin }
      },
      place: () => traced.origin?.given.place ?? test.place,
      stop: (code, message, hint) => { throw new Stop(3, { code, message, hint, place: traced.origin?.given.place ?? test.place }) },
      watch: observer ? watchers([traced.watch, observer.watch]) : traced.watch,
    })
    for (const [name, source] of rows.sources) {
      const input = plan.inputs.get(name)!
      const names = input.fields.map(field => field.name)
      source.bind(bind(byName(input), names, 'test', timesOf(input)))
      for (const [index, given] of (test.given.get(name) ?? []).entries()) {
        traced.origin = { input: name, index, given }
        source.record(cellsOf(names.map(field => given.cells.get(field) ?? '')))
      }
    }
    rows.end()
    observer?.end?.()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { ...run, stopped: error.diagnostic }
  }
  return run
}

function directoriesOf(plan: Plan, test: TestPlan): ReadonlyMap<string, Directory> {
  const [first] = plan.lookups.values()
  return new Map([...plan.lookups.values()].map(lookup => {
    // Rows that are the directory's own records are the directory too.
    const entries = lookup.from === first!.from ? test.people ?? test.given.get(lookup.from) : test.given.get(lookup.from)
    return [lookup.name, directoryOf(lookup, entries && typed(entries, plan.inputs.get(lookup.from)))]
  }))
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
export function typed(entries: readonly TestRow[], input: InputPlan | undefined): readonly ReadonlyMap<string, Cell>[] {
  if (!input) return entries.map(entry => entry.cells)
  const names = input.fields.map(field => field.name)
  const fields = bind(byName(input), names, 'test', timesOf(input))
  return entries.map(entry => {
    const cells = cellsOf(names.map(name => entry.cells.get(name) ?? ''))
    return new Map(names.map(name => {
      const cell = fields.get(name)!(cells)
      return [name, isRefused(cell) ? '' : cell]
    }))
  })
}
