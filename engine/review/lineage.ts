// Where the columns of an output come from: a graph from the fields of inputs through steps to columns.
import { fieldsRead } from '../people/listing.ts'
import type { LookupPlan, OutputPlan, Plan, StepPlan } from '../plan/plan.ts'
import { type Mark, highest } from '../spec/field.ts'
import { effectsOf } from './effects.ts'
import type { StepReview } from './review.ts'

export type LineageNode =
  /** A field as it is read. */
  | { readonly kind: 'field', readonly input: string, readonly field: string, readonly mark: Mark }
  /** What a lookup takes from the directory: an account, its id, …, made of these fields. */
  | {
    readonly kind: 'account', readonly input: string, readonly take: string, readonly fields: readonly string[],
    readonly mark: Mark,
  }
  /** A field as a step leaves it. */
  | ({ readonly kind: 'step' } & StepReview)
  | { readonly kind: 'column', readonly column: string, readonly mark: Mark, readonly allowed: boolean }

/** Edges lead from a node to a later one. */
export type Lineage = { readonly nodes: readonly LineageNode[], readonly edges: readonly Edge[] }
export type Edge = { readonly from: number, readonly to: number }

/** A step that decides about rows, and the nodes of what it looks at. */
export type Decision = { readonly step: StepPlan, readonly nodes: readonly number[] }

/** The nodes that hold each field at one point; several behind a join of sources. */
type Present = ReadonlyMap<string, readonly number[]>

export type Traced = Lineage & { readonly decisions: readonly Decision[] }

/**
 * The graph of one output, with all that is computed on the way, also what reaches no column; and who decides about its
 * rows.
 */
export function tracedLineage(plan: Plan, output: OutputPlan): Traced {
  const nodes: LineageNode[] = []
  const edges: Edge[] = []
  const decisions: Decision[] = []
  const add = (node: LineageNode, from: readonly number[]): number => {
    const to = nodes.push(node) - 1
    for (const one of new Set(from)) edges.push({ from: one, to })
    return to
  }
  const known = new Map<string, number>()
  const once = (node: LineageNode): number => {
    const key = JSON.stringify(node)
    const at = known.get(key) ?? add(node, [])
    known.set(key, at)
    return at
  }
  const entering = (input: string): Present => new Map(plan.inputs.get(input)!.fields.map(({ name, field }) =>
    [name, [once({ kind: 'field', input, field: name, mark: field.mark })]]))
  const accountNode = (name: string, take: string): number => {
    const lookup = plan.lookups.get(name)!
    const mark = markTaken(plan, lookup, take)
    return once({ kind: 'account', input: lookup.from, take, fields: fieldsTaken(lookup, take), mark })
  }
  const pass = (steps: readonly StepPlan[], start: Present): Present => steps.reduce((present, step) => {
    const { fields = [], rows } = effectsOf(step, plan)
    const at = (names: readonly string[]): readonly number[] => names.flatMap(name => present.get(name) ?? [])
    if (rows) decisions.push({ step, nodes: at(step.reads) })
    return new Map([...present, ...fields.map(({ field, of, from, text, code }): [string, readonly number[]] => {
      const { mark } = step.after.get(field)!
      const { id, type } = step
      const made: LineageNode = { kind: 'step', step: id, type, field, mark, text, ...code ? { code } : {} }
      return [field, [add(made, [...at(of), ...from ? [accountNode(from.lookup, from.take)] : []])]]
    })])
  }, start)

  const isMain = output.sources.some(({ input }) => input === plan.from)
  const common = isMain ? pass(plan.steps, entering(plan.from)) : undefined
  const sources = output.sources.map(({ input, steps }) => pass(steps, input === plan.from ? common! : entering(input)))
  const last = pass(output.steps, joined(sources))
  for (const { name, fieldName, field, allow } of output.columns) {
    add({ kind: 'column', column: name, mark: field.mark, allowed: allow !== undefined }, last.get(fieldName) ?? [])
  }
  return { nodes, edges, decisions }
}

function joined(sources: readonly Present[]): Present {
  const names = new Set(sources.flatMap(source => [...source.keys()]))
  return new Map([...names].map(name => [name, [...new Set(sources.flatMap(source => source.get(name) ?? []))]]))
}

/** The fields of the directory behind what is taken of an account. */
function fieldsTaken(lookup: LookupPlan, take: string): readonly string[] {
  if (take === 'account' || take === 'address') return lookup.address
  if (take === 'id') return [...new Set(lookup.id.flatMap(field => field === 'address' ? lookup.address : [field]))]
  return take === 'kind' ? fieldsRead({ ...lookup, address: [], also: [], id: [], remote: [] }) : [take]
}

function markTaken({ inputs }: Plan, lookup: LookupPlan, take: string): Mark {
  if (take === 'kind') return 'open'
  const fields = inputs.get(lookup.from)!.fields.filter(({ name }) => fieldsTaken(lookup, take).includes(name))
  return highest(...fields.map(({ field }) => field.mark))
}

/** All nodes that lead to the given ones, and those themselves, in their order. */
export function reaching(targets: readonly number[], edges: readonly Edge[]): readonly number[] {
  const reached = new Set(targets)
  // Edges stand in the order of the nodes they lead to, so one way back finds all.
  for (const { from, to } of edges.toReversed()) if (reached.has(to)) reached.add(from)
  return [...reached].toSorted((one, other) => one - other)
}

/** The part of a graph that leads to columns. */
export function columnLineage({ nodes, edges }: Lineage): Lineage {
  const kept = reaching(nodes.flatMap(({ kind }, at) => kind === 'column' ? [at] : []), edges)
  const place = new Map(kept.map((old, now) => [old, now]))
  return {
    nodes: kept.map(at => nodes[at]!),
    edges: edges.filter(({ to }) => place.has(to))
      .map(({ from, to }) => ({ from: place.get(from)!, to: place.get(to)! })),
  }
}
