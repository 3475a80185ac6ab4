// What two versions of the rules make of the same records: rows only one of them writes, cells that differ, rows per step.
import type { ColumnPlan, OutputPlan, Plan, StepPlan } from '../plan/plan.ts'
import { ownSteps } from '../plan/steps.ts'
import { droppedIn } from '../run/counts.ts'
import type { Observed, ObservedRow } from './observe.ts'

/** Rows that only one version writes: where they stand in the inputs, and how many of them each step of the other dropped. */
export type Lone = { readonly places: readonly string[], readonly droppedBy: ReadonlyMap<string, number> }

export type ColumnDifference = { readonly column: string, readonly cells: number, readonly places: readonly string[], readonly step?: string }

export type OutputDifference = {
  readonly output: string
  /** Rows written; undefined where a version has no such output. */
  readonly rows: readonly [before: number | undefined, after: number | undefined]
  readonly onlyBefore: Lone
  readonly onlyAfter: Lone
  readonly changedRows: number
  readonly columns: readonly ColumnDifference[]
}

/** Rows that a step dropped; undefined where a version has no such step. */
export type StepDifference = { readonly step: string, readonly dropped: readonly [before: number | undefined, after: number | undefined] }

export type DataDifference = { readonly outputs: readonly OutputDifference[], readonly steps: readonly StepDifference[] }

export function compareData(before: Observed, after: Observed): DataDifference {
  const names = [...new Set([...before.plan.outputs, ...after.plan.outputs].map(({ name }) => name))]
  return { outputs: names.map(name => compareOutput(name, before, after)), steps: compareSteps(before, after) }
}

function compareOutput(output: string, before: Observed, after: Observed): OutputDifference {
  const [first, second] = [before.outputs.get(output), after.outputs.get(output)]
  const columns = sharedColumns(output, before.plan, after.plan)
  const [mine, theirs] = [byKey(first ?? []), byKey(second ?? [])]
  const found = { onlyBefore: [] as ObservedRow[], onlyAfter: [] as ObservedRow[], pairs: [] as (readonly [ObservedRow, ObservedRow])[] }
  for (const [key, rows] of mine) pairUp(rows, theirs.get(key) ?? [], columns, found)
  for (const [key, rows] of theirs) if (!mine.has(key)) found.onlyAfter.push(...rows)
  return {
    output, rows: [first?.length, second?.length],
    onlyBefore: loneOf(found.onlyBefore, output, after), onlyAfter: loneOf(found.onlyAfter, output, before),
    changedRows: found.pairs.length,
    columns: columns.flatMap(({ name, before: one, after: other, step }) => {
      const rows = found.pairs.filter(([was, is]) => was.cells[one] !== is.cells[other])
      return rows.length === 0 ? [] : [{ column: name, cells: rows.length, places: placesOf(rows.map(([, row]) => row)), ...step === undefined ? {} : { step } }]
    }),
  }
}

/** A column of both versions: its places in their rows, and the step that made what stands in it. */
type Shared = { readonly name: string, readonly before: number, readonly after: number, readonly step?: string }

function sharedColumns(output: string, before: Plan, after: Plan): readonly Shared[] {
  const [first, second] = [before, after].map(plan => plan.outputs.find(({ name }) => name === output))
  return (second?.columns ?? []).flatMap((column, index) => {
    const twin = first?.columns.findIndex(({ name }) => name === column.name) ?? -1
    const step = makerOf(column, after, second!)
    return twin < 0 ? [] : [{ name: column.name, before: twin, after: index, ...step === undefined ? {} : { step } }]
  })
}

const makerOf = ({ fieldName }: ColumnPlan, plan: Plan, output: OutputPlan): string | undefined =>
  [...plan.steps, ...ownSteps(output)].findLast(({ writes }) => writes.includes(fieldName))?.id

function byKey(rows: readonly ObservedRow[]): ReadonlyMap<string, readonly ObservedRow[]> {
  const groups = new Map<string, ObservedRow[]>()
  for (const row of rows) {
    const group = groups.get(row.key)
    if (group) group.push(row)
    else groups.set(row.key, [row])
  }
  return groups
}

/** Rows of one part of one record: first those that are equal, then those that are most alike, but not strangers. */
function pairUp(
  before: readonly ObservedRow[], after: readonly ObservedRow[], columns: readonly Shared[],
  found: { onlyBefore: ObservedRow[], onlyAfter: ObservedRow[], pairs: (readonly [ObservedRow, ObservedRow])[] },
): void {
  const rest = [...after]
  const alike = (one: ObservedRow, other: ObservedRow): number => columns.filter(column => one.cells[column.before] === other.cells[column.after]).length
  const unequal = before.filter(row => {
    const twin = rest.findIndex(other => alike(row, other) === columns.length)
    if (twin >= 0) rest.splice(twin, 1)
    return twin < 0
  })
  for (const row of unequal) {
    const best = rest.reduce((index, other, at) => index < 0 || alike(row, other) > alike(row, rest[index]!) ? at : index, -1)
    if (best < 0 || columns.length > 1 && alike(row, rest[best]!) === 0) found.onlyBefore.push(row)
    else found.pairs.push([row, rest.splice(best, 1)[0]!])
  }
  found.onlyAfter.push(...rest)
}

/** A step may have dropped the row before it was parted: then the keys above it tell. */
function loneOf(rows: readonly ObservedRow[], output: string, other: Observed): Lone {
  const droppedBy = new Map<string, number>()
  for (const { key } of rows) {
    const parts = key.split('#')
    const keys = parts.map((_, index) => parts.slice(0, parts.length - index).join('#'))
    const step = keys.flatMap(one => other.dropped.get(`${output} ${one}`) ?? other.dropped.get(` ${one}`) ?? [])[0]
    if (step !== undefined) droppedBy.set(step, (droppedBy.get(step) ?? 0) + 1)
  }
  return { places: placesOf(rows), droppedBy }
}

const placesOf = (rows: readonly ObservedRow[]): readonly string[] => rows.map(({ place }) => place)

function compareSteps(before: Observed, after: Observed): readonly StepDifference[] {
  const [first, second] = [dropsOf(before), dropsOf(after)]
  return [...new Set([...first.keys(), ...second.keys()])].flatMap(step => {
    const dropped = [first.get(step), second.get(step)] as const
    return (dropped[0] ?? 0) === (dropped[1] ?? 0) ? [] : [{ step, dropped }]
  })
}

/** Rows dropped by step; steps of an output with its name before theirs. */
function dropsOf({ plan, counts }: Observed): ReadonlyMap<string, number> {
  const name = (output: string, step: StepPlan): string => `${output}/${step.id}`
  return new Map([
    ...plan.steps.map(step => [step.id, droppedIn(counts.common, step.id)] as const),
    ...plan.outputs.flatMap(output => ownSteps(output).map(step => [name(output.name, step), droppedIn(counts.outputs.get(output.name)!, step.id)] as const)),
  ])
}

/** Steps of both plans that make several rows of one, as a tracker names them. */
export function partingSteps(before: Plan, after: Plan): ReadonlySet<string> {
  const names = (plan: Plan): readonly string[] => [
    ...plan.steps.filter(isParting).map(({ id }) => id),
    ...plan.outputs.flatMap(output => ownSteps(output).filter(isParting).map(({ id }) => `${output.name}/${id}`)),
  ]
  const others = new Set(names(after))
  return new Set(names(before).filter(name => others.has(name)))
}

const isParting = ({ type }: StepPlan): boolean => type === 'explode' || type === 'rows'
