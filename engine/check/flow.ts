// What a step sees while it is checked: fields, lookups and kinds, and where its mistakes go.
import type { Code } from '../diagnostics/codes.ts'
import type { Place } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { judge } from '../expression/judge.ts'
import type { Expression } from '../expression/parse.ts'
import { namesIn } from '../expression/scope.ts'
import { entriesOf, isScalar, pick, textOf } from '../load/pick.ts'
import type { Tree } from '../load/tree.ts'
import { fieldsRead } from '../people/listing.ts'
import type { InputPlan, LookupPlan } from '../plan/plan.ts'
import type { Shape } from '../spec/field.ts'
import type { Flow, Step, Unknown } from '../spec/step.ts'
import { adviceFor, changesBehind } from './changed.ts'
import { type Checker, unknownName, withTrail } from './checker.ts'
import { declaration } from './known-columns.ts'
import { builtInKinds, kindsOf } from './lookups.ts'
import { type Trail, withdrawnLines } from './withdrawn.ts'

/** What steps may refer to beside fields. */
export type Surroundings = {
  readonly inputs: ReadonlyMap<string, InputPlan>
  readonly lookups: ReadonlyMap<string, LookupPlan>
  /** The input whose records the rows were. */
  readonly rows: string
  /** The output whose own steps these are. */
  readonly output?: string
}

/** Names worth naming in a hint. */
export const soundNames = (shape: Shape): readonly string[] => namesIn({ fields: shape })

/** What to say of a name that no field has, where it is a column of the export. */
export function undeclared(name: string, { inputs, rows }: Surroundings): Pick<Unknown, 'instead'> {
  const instead = declaration(name, inputs.get(rows))
  return instead === undefined ? {} : { instead }
}

/** `tree` holds the options of the step `id`; what it reads is added to `reads`. */
export function flowOf(
  id: string, type: Step, tree: Tree, shape: Shape, reads: Set<string>, around: Surroundings, checker: Checker,
): Flow {
  const place = (...at: readonly (string | number)[]): Place =>
    (pick(tree, ...at) ?? pick(tree, ...at.slice(0, -1)) ?? tree).at
  const allKinds = [...new Set([...[...around.lookups.values()].flatMap(kindsOf), ...builtInKinds])]
  const withdrawn = (field: string): Trail => withdrawnLines(checker.withdrawn, field, around.output)
  /** A name that is near to none is often a column that nobody declared. */
  const advised = (about: string, hint: string | undefined, code: Code): { hint?: string } => {
    const isNone = code === 'unknown-field' && nearest(about, soundNames(shape)) === undefined
    const { instead = hint } = isNone ? undeclared(about, around) : {}
    return instead === undefined ? {} : { hint: instead }
  }
  const flow: Flow = {
    shape,
    place,
    field(name, ...at) {
      reads.add(name)
      const field = shape.get(name)
      if (!field) {
        const among = { what: 'field', where: 'at this step', known: soundNames(shape), ...undeclared(name, around) }
        unknownName(checker, 'unknown-field', place(...at), name, among, withdrawn(name))
      }
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
        const changed = changesBehind(checker.changes, expression, { offset, length }, where)
        checker.report({
          code, severity, place: where, message, ...withTrail([...withdrawn(about), ...changed]),
          ...(changed.length > 0 ? { hint: adviceFor(id, type.name, String(at[0]), around.output) }
            : { ...advised(about, hint, code), ...fix ? { fix } : {} }),
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
        const among = { what: 'lookup', known: [...around.lookups.keys()] }
        unknownName(checker, 'unknown-lookup', place('in'), lookup, among)
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
      const beside = at.length > 1 ? entriesOf(pick(tree, ...at.slice(0, -1))) : []
      const key = beside.find(entry => entry.key === name)
      unknownName(checker, code, key?.keyAt ?? place(...at), name, among)
    },
    problem(code, message, hint, ...at) {
      const name = textOf(pick(tree, ...at)) ?? ''
      const changed = (checker.changes.fields.get(name) ?? []).filter(line => line.place?.file !== place(...at).file)
      const advice = changed.length > 0 ? adviceFor(id, type.name, String(at[0]), around.output) : hint
      checker.report({
        code, severity: 'error', place: place(...at), message: `step type "${type.name}": ${message}`,
        ...withTrail([...withdrawn(name), ...changed]), ...(advice === undefined ? {} : { hint: advice }),
      })
    },
    refuse(code, field, message, hint, ...at) {
      const trail = [...field.trail, ...withdrawn(textOf(pick(tree, ...at)) ?? '')]
      checker.report({ code, severity: 'error', place: place(...at), message, hint, trail })
    },
  }
  return flow
}
