// The reference interpreter: the definition of what is right. A table goes through the plan step by step, one row at a
// time, in the plainest code; it shares the plan and the directory of people with the engine and nothing else that runs.
import { type Directory, buildDirectory, withoutDirectory } from '../../engine/people/directory.ts'
import { ownDomains } from '../../engine/people/domains.ts'
import type { InputPlan, LookupPlan, OutputPlan, Plan, SourcePlan, StepPlan } from '../../engine/plan/plan.ts'
import { ownSteps } from '../../engine/plan/steps.ts'
import type { Cell } from '../../engine/spec/field.ts'
import { Failed } from './evaluate.ts'
import { readCell } from './reading.ts'
import { Stopped, type World, runStep } from './steps.ts'
import type { ExportRecord, Row, Value } from './value.ts'
import { cellText, tableText } from './writing.ts'

/** Where the rows of a sequence of steps went; `written` is 0 for the common steps. */
export type Went = { added: number, quarantined: number, written: number, dropped: Record<string, Record<string, number>> }
export type Interpretation = {
  /** The whole text of each output, by name. */
  readonly outputs: ReadonlyMap<string, string>
  /** `went` has the common steps under `''` and each output under its name. */
  readonly counts: { readonly read: number, readonly went: Readonly<Record<string, Went>> }
}

/** A row on its way: the record it is of, and the cells that steps have asked for or made so far. */
type Item = { readonly record: ExportRecord, readonly row: Row }

/**
 * Runs a checked plan over the records of its input, in order, with the records of the directory (undefined: without)
 * and the text of the key. Throws Stopped where the run must end without a delivery.
 */
export async function interpret(plan: Plan, records: readonly ExportRecord[], people: readonly ExportRecord[] | undefined, key: string): Promise<Interpretation> {
  const directories = new Map([...plan.lookups.values()].map(lookup => [lookup.name, directoryOf(lookup, plan.inputs.get(lookup.from), lookup.from === plan.from ? records : people)]))
  const params: World['params'] = new Map([...plan.params].map(([name, { type, value }]) => [name, { type, ...(value === undefined ? {} : { value }) }]))
  const world: World = {
    params, key, accounts: new Map(), directory: lookup => directories.get(lookup)!,
  }
  if (records.length === 0 && [...plan.lookups.values()].some(({ from }) => from === plan.from)) throw new Stopped('empty-lookup')
  const input = plan.inputs.get(plan.from)!
  const recordsOf = (name: string): readonly ExportRecord[] => name === plan.from ? records : people ?? []
  const went: Record<string, Went> = {}
  const refused = new Set<ExportRecord>()
  const common = went[''] = nothingYet()
  let items: readonly Item[] = records.map(record => ({ record, row: {} }))
  const ends = plan.outputs.flatMap(output => output.sources.filter(source => source.input === plan.from).flatMap(source => asked([...source.steps, ...output.steps], columnFields(output))))
  for (const [step, names] of withReads(withoutIdle(plan), ends)) items = await through(step, names, items, input, world, common, refused)
  const outputs = new Map<string, string>()
  for (const output of plan.outputs) {
    const own = went[output.name] = nothingYet()
    const names = columnFields(output)
    const single = output.sources.length === 1
    let left: readonly Item[] = []
    for (const { input: name, steps } of inOrder(plan, output)) {
      const read = plan.inputs.get(name)!
      let rows = name === plan.from ? items : recordsOf(name).map(record => ({ record, row: {} }))
      const behind = asked(output.steps, names)
      for (const [step, reads] of withReads(steps, behind)) rows = await through(step, reads, rows, read, world, own, refused)
      left = [...left, ...single ? rows : wholly(rows, behind, read, own, refused)]
    }
    const last = single ? plan.inputs.get(output.sources[0]!.input)! : nothing
    for (const [step, reads] of withReads(output.steps, names)) left = await through(step, reads, left, last, world, own, refused)
    const texts = left.flatMap(item => {
      const row = withFields(item, names, last)
      const cells = row && output.columns.map(column => cellText(column, row[column.fieldName]!))
      if (cells && !cells.includes(undefined)) return [cells as string[]]
      own.quarantined++
      refused.add(item.record)
      return []
    })
    own.written = texts.length
    outputs.set(output.name, tableText(output, texts))
  }
  // Whatever the limit, a table of which nothing could be used is not delivered.
  for (const all of new Set(plan.outputs.flatMap(output => [plan.from, ...output.sources.map(source => source.input)]).map(recordsOf))) if (all.length > 0 && all.every(record => refused.has(record))) throw new Stopped('above-quarantine-limit')
  return { outputs, counts: { read: records.length, went } }
}

/** Behind the join of several sources nothing is read any more. */
const nothing: Pick<InputPlan, 'fields'> = { fields: [] }

const columnFields = ({ columns }: OutputPlan): readonly string[] => columns.map(column => column.fieldName)

/** Sources as their rows come to the output: the pipeline's own input first; what merges hold back comes at the end, the last read first. */
function inOrder(plan: Plan, { sources }: OutputPlan): readonly SourcePlan[] {
  const read = sources.toSorted((one, other) => Number(other.input === plan.from) - Number(one.input === plan.from))
  const held = read.filter(({ input, steps }) => [...steps, ...input === plan.from ? plan.steps : []].some(({ type }) => type === 'merge'))
  return [...read.filter(source => !held.includes(source)), ...held.toReversed()]
}

/** Rows with all that is asked for behind the join; one that lacks a readable cell is refused. */
function wholly(items: readonly Item[], names: readonly string[], input: InputPlan, went: Went, refused: Set<ExportRecord>): readonly Item[] {
  return items.flatMap(item => {
    const row = withFields(item, names, input)
    if (row) return [{ record: item.record, row }]
    went.quarantined++
    refused.add(item.record)
    return []
  })
}

const nothingYet = (): Went => ({ added: 0, quarantined: 0, written: 0, dropped: {} })

/** Each step with the fields to read before it: what it reads itself; before what remembers rows, all that is read from there on. */
const withReads = (steps: readonly StepPlan[], behind: readonly string[]): readonly (readonly [StepPlan, readonly string[]])[] =>
  steps.map((step, index) => [step, ['unique', 'merge'].includes(step.type) ? asked(steps.slice(index), behind) : step.reads])

/** The fields that steps and what comes behind them ask for, save those that a step makes before they are asked for. */
function asked(steps: readonly StepPlan[], behind: readonly string[]): readonly string[] {
  const [step, ...rest] = steps
  return step ? [...step.reads, ...asked(rest, behind).filter(name => !step.writes.includes(name))] : behind
}

async function through(step: StepPlan, names: readonly string[], items: readonly Item[], input: Pick<InputPlan, 'fields'>, world: World, went: Went, refused: Set<ExportRecord>): Promise<readonly Item[]> {
  const run = step.type === 'merge' ? undefined : runStep(step, world)
  const left: Item[] = []
  const sound: Item[] = []
  for (const item of items) {
    const row = withFields(item, names, input)
    if (row && !run) {
      sound.push({ record: item.record, row })
      continue
    }
    const outcome = row && await run!(row).catch((error: unknown) => {
      if (error instanceof Failed) return undefined
      throw error
    })
    if (!outcome) {
      went.quarantined++
      refused.add(item.record)
    } else if ('dropped' in outcome) {
      const reasons = went.dropped[step.id] ??= {}
      reasons[outcome.dropped] = (reasons[outcome.dropped] ?? 0) + 1
    } else {
      went.added += outcome.rows.length - 1
      left.push(...outcome.rows.map(one => ({ record: item.record, row: one })))
    }
  }
  return run ? left : merged(step, sound, went)
}

/** Rows that are equal in the fields under `by` are one, with blanks where they differ in those under `agree`. */
function merged({ id, options }: StepPlan, items: readonly Item[], went: Went): readonly Item[] {
  const { by, agree = [] } = options as { readonly by: readonly string[], readonly agree?: readonly string[] }
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = JSON.stringify(by.map(name => item.row[name]))
    groups.set(key, [...groups.get(key) ?? [], item])
  }
  if (groups.size < items.length) went.dropped[id] = { 'merged with an earlier row': items.length - groups.size }
  return [...groups.values()].map(([first, ...others]) => {
    const differing = agree.filter(name => others.some(({ row }) => JSON.stringify(row[name]) !== JSON.stringify(first!.row[name])))
    return { record: first!.record, row: { ...first!.row, ...Object.fromEntries(differing.map(name => [name, Array.isArray(first!.row[name]) ? [] : ''])) } }
  })
}

/** The row with these fields; those of the input are read when first needed. Undefined where one cannot be read. */
function withFields({ record, row }: Item, names: readonly string[], input: Pick<InputPlan, 'fields'>): Row | undefined {
  const cells: Record<string, Value> = { ...row }
  for (const name of names) {
    const plan = input.fields.find(field => field.name === name)
    if (name in cells || !plan) continue
    const cell = readCell(plan, record)
    if (cell === undefined) return undefined
    cells[name] = cell
  }
  return cells
}

/**
 * The common steps, without those that only make values which no later step and no column reads: nobody needs their
 * cells, so their cells are not judged.
 */
function withoutIdle({ steps, outputs }: Plan): readonly StepPlan[] {
  const needed = new Set(outputs.flatMap(output => [...output.columns.map(column => column.fieldName), ...ownSteps(output).flatMap(step => step.reads)]))
  return steps.toReversed().filter(step => {
    if (['set', 'hash', 'identify', 'redact', 'conform'].includes(step.type) && !step.writes.some(name => needed.has(name))) return false
    step.reads.forEach(name => needed.add(name))
    return true
  }).toReversed()
}

/** The engine's own directory: who is who has its own room and tests, with people known by name. */
function directoryOf(lookup: LookupPlan, input: InputPlan | undefined, people: readonly ExportRecord[] | undefined): Directory {
  const domains = ownDomains(lookup.domains, lookup.cloudDomains)
  if (!people || !input) return withoutDirectory(lookup.kinds, domains)
  const builder = buildDirectory(lookup, domains)
  for (const record of people) {
    const entry = withFields({ record, row: {} }, input.fields.map(field => field.name), input)
    if (entry) builder.add(new Map(Object.entries(entry) as [string, Cell][]))
  }
  return builder.finish()
}
