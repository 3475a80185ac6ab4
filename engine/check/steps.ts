// Steps: their options, and the fields that exist before and after each.
import type { Place, Report } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { constantOf } from '../expression/constant.ts'
import { judge } from '../expression/judge.ts'
import type { Expression } from '../expression/parse.ts'
import { entriesOf, isScalar, pick, textOf } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { InputPlan, LookupPlan, StepPlan } from '../plan/plan.ts'
import type { Field, Shape } from '../spec/field.ts'
import { fieldsRead } from '../people/listing.ts'
import { namePattern } from '../spec/json-schema.ts'
import type { Option } from '../spec/option.ts'
import type { Flow, Step } from '../spec/step.ts'
import { steps as stepTypes } from '../steps/index.ts'
import { type Checker, unknownName, withTrail } from './checker.ts'
import { builtInKinds, kindsOf } from './lookups.ts'
import { readOptions } from './options.ts'
import { type Trail, withdrawnLines } from './withdrawn.ts'

/** What steps may refer to beside fields. */
export type Surroundings = {
  readonly inputs: ReadonlyMap<string, InputPlan>
  readonly lookups: ReadonlyMap<string, LookupPlan>
  /** The output whose own steps these are. */
  readonly output?: string
}

/** Checks steps one after the other; each sees the fields as the one before leaves them. */
export function readSteps(tree: Tree | undefined, shape: Shape, around: Surroundings, checker: Checker): { steps: readonly StepPlan[], shape: Shape } {
  const steps: StepPlan[] = []
  let current = shape
  for (const entry of entriesOf(tree)) {
    const { plan, after } = readStep(entry, current, around, checker)
    if (plan) steps.push(plan)
    current = after
  }
  return { steps, shape: current }
}

/** A condition of a step that only chooses rows: it must tell some rows from others. */
function checkConditions(type: Step, options: Readonly<Record<string, unknown>>, tree: Tree, { report }: Checker): void {
  for (const [name, { role }] of Object.entries(type.options)) {
    const constant = role === 'expression' && options[name] ? constantOf(options[name] as Expression) : undefined
    if (constant === undefined) continue
    report({
      code: 'constant-condition', severity: 'warning', place: (pick(tree, name) ?? tree).at,
      message: `this condition ${constant ? 'holds for every row' : 'never holds'}`,
      hint: 'write what tells the rows apart; a step of the base is turned off by `name: off`',
    })
  }
}

const nearType = (name: string | undefined): Step | undefined => {
  const near = name === undefined ? undefined : nearest(name, stepTypes.map(step => step.name))
  return stepTypes.find(step => step.name === near)
}

function readStep({ key: id, keyAt, value: node }: Entry, before: Shape, around: Surroundings, checker: Checker): { plan?: StepPlan, after: Shape } {
  const [entry] = entriesOf(node)
  const type = stepTypes.find(step => step.name === entry?.key)
  const options = type && entry ? readOptions(type, entry.value, checker) : undefined
  if (!type || !entry || !options) return { after: afterBroken(type ?? nearType(entry?.key), node, before) }
  const reads = new Set<string>()
  let faulty = false
  const report: Report = diagnostic => {
    faulty ||= diagnostic.severity === 'error'
    checker.report(diagnostic)
  }
  const flow = flowOf(type, entry.value, before, reads, around, { ...checker, report })
  const reached = type.flow(options, flow)
  const after = faulty ? withFaulty(type, options, reached) : reached
  if (type.choosesRows) checkConditions(type, options, entry.value, checker)
  const writes = [...after].filter(([name, field]) => before.get(name) !== field).map(([name]) => name)
  return { plan: { id, type: type.name, options, reads: [...reads], writes, before, after, place: keyAt }, after }
}

const namesFields = ({ role }: Option): boolean => role === 'field' || role === 'fields'

/** Behind a step with a mistake, the fields it names, or was meant to name, are not what they should be. */
function withFaulty(type: Step, options: Readonly<Record<string, unknown>>, shape: Shape): Shape {
  const named = Object.entries(type.options).flatMap(([name, option]) => namesFields(option) ? [options[name] ?? []].flat() as string[] : [])
  return withBroken(named.flatMap(name => shape.has(name) ? name : nearest(name, [...shape.keys()]) ?? []), shape)
}

const withBroken = (names: readonly string[], shape: Shape): Shape =>
  new Map([...shape, ...names.map((name): [string, Field] => [name, { ...nothing, ...shape.get(name), broken: true }])])

const nothing: Field = { type: 'text', list: false, mark: 'open', trail: [] }

/**
 * A step that cannot be read may have changed or made the fields it names: nothing more is said about those, so that one
 * mistake gives one finding. Steps that only choose rows change none.
 */
function afterBroken(type: Step | undefined, node: Tree, before: Shape): Shape {
  if (type?.choosesRows) return before
  const named = new Set<string>()
  const collect = (tree: Tree): void => {
    if (isScalar(tree)) named.add(String(tree.value))
    else if (tree.kind === 'list') tree.items.forEach(collect)
    else for (const { key, value } of tree.entries) { named.add(key); collect(value) }
  }
  for (const { value } of entriesOf(node)) collect(value)
  const known = [...named].filter(name => before.has(name))
  // Without the list of its fields it may have been about any.
  const about = type && Object.values(type.options).some(namesFields) && known.length === 0 ? [...before.keys()] : known
  return withBroken([...about, ...[...named].filter(name => new RegExp(namePattern).test(name))], before)
}

/** Names worth naming in a hint. */
export const soundNames = (shape: Shape): readonly string[] => [...shape].filter(([, field]) => !field.broken).map(([name]) => name)

function flowOf(type: Step, tree: Tree, shape: Shape, reads: Set<string>, around: Surroundings, checker: Checker): Flow {
  const place = (...at: readonly (string | number)[]): Place => (pick(tree, ...at) ?? pick(tree, ...at.slice(0, -1)) ?? tree).at
  const allKinds = [...new Set([...[...around.lookups.values()].flatMap(kindsOf), ...builtInKinds])]
  const withdrawn = (field: string): Trail => withdrawnLines(checker.withdrawn, field, around.output)
  const flow: Flow = {
    shape,
    place,
    field(name, ...at) {
      reads.add(name)
      const field = shape.get(name)
      if (!field) unknownName(checker, 'unknown-field', place(...at), name, { what: 'field', where: 'at this step', known: soundNames(shape) }, withdrawn(name))
      return field
    },
    judge(expression: Expression, ...at) {
      const scope = { fields: shape, params: checker.params, kinds: allKinds }
      const { field, reads: read, problems } = judge(expression, scope)
      for (const name of read) reads.add(name)
      const node = pick(tree, ...at)
      for (const { code, offset, length, severity = 'error', message, hint, fix } of problems) {
        const where = isScalar(node) ? node.locate(offset, length) : place(...at)
        const about = textOf(node)?.slice(offset, offset + length).replaceAll('`', '') ?? ''
        checker.report({
          code, severity, place: where, message, ...withTrail(withdrawn(about)), ...(hint === undefined ? {} : { hint }), ...(fix ? { fix } : {}),
        })
      }
      const read0 = [...read].flatMap(name => shape.get(name) ?? [])
      const broken = problems.some(({ severity }) => severity !== 'warning') || read0.some(one => one.broken)
      const origin = read0.find(one => one.mark === field.mark)
      return { ...field, trail: origin?.trail ?? [], ...(broken ? { broken } : {}) }
    },
    kinds(lookup) {
      const one = lookup === undefined ? undefined : around.lookups.get(lookup)
      return one ? kindsOf(one) : allKinds
    },
    entries(lookup) {
      const found = around.lookups.get(lookup)
      if (!found) {
        unknownName(checker, 'unknown-lookup', place('in'), lookup, { what: 'lookup', known: [...around.lookups.keys()] })
        return undefined
      }
      return new Map(around.inputs.get(found.from)?.fields.map(({ name, field }) => [name, field]))
    },
    source(lookup) {
      const found = around.lookups.get(lookup)
      return { input: found?.from ?? '', fields: found ? fieldsRead(found) : [] }
    },
    unknown(code, name, among, ...at) {
      // The last part of `at` is the name itself where the name is a key.
      const key = at.length > 1 ? entriesOf(pick(tree, ...at.slice(0, -1))).find(entry => entry.key === name) : undefined
      unknownName(checker, code, key?.keyAt ?? place(...at), name, among)
    },
    problem(code, message, hint, ...at) {
      const trail = withdrawn(textOf(pick(tree, ...at)) ?? '')
      checker.report({ code, severity: 'error', place: place(...at), message: `step type "${type.name}": ${message}`, ...withTrail(trail), ...(hint === undefined ? {} : { hint }) })
    },
    refuse(code, field, message, hint, ...at) {
      const trail = [...field.trail, ...withdrawn(textOf(pick(tree, ...at)) ?? '')]
      checker.report({ code, severity: 'error', place: place(...at), message, hint, trail })
    },
  }
  return flow
}
