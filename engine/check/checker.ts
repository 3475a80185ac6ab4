// What the checks of one rule file share: where findings go, and the values of parameters.
import type { Code } from '../diagnostics/codes.ts'
import type { Place, Report } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { correction, suggestion } from '../diagnostics/suggestion.ts'
import type { ParamValue } from '../expression/scope.ts'
import type { Withdrawal } from '../load/merge.ts'
import { pick, textOf } from '../load/pick.ts'
import type { Tree } from '../load/tree.ts'
import type { ParamPlan } from '../plan/plan.ts'
import type { Unknown } from '../spec/step.ts'
import type { Changes } from './changed.ts'
import type { Trail } from './withdrawn.ts'

export type Checker = {
  readonly report: Report
  readonly params: ReadonlyMap<string, ParamPlan>
  readonly withdrawn: readonly Withdrawal[]
  readonly changes: Changes
}

export function problem(checker: Checker, code: Code, place: Place, message: string, hint?: string): void {
  checker.report({ code, severity: 'error', place, message, ...(hint === undefined ? {} : { hint }) })
}

/** Reports a name that nothing has, with the nearest that something has. */
export function unknownName(
  checker: Checker, code: Code, place: Place, name: string, among: Unknown, trail: Trail = [],
): void {
  const { what, where, known, instead } = among
  const hint = instead !== undefined && nearest(name, known) === undefined ? instead : suggestion(name, known, what)
  checker.report({
    code, severity: 'error', place, message: `no ${what} "${name}"${where === undefined ? '' : ` ${where}`}`,
    ...withTrail(trail), hint, ...correction(name, known),
  })
}

export const withTrail = (trail: Trail): { trail?: Trail } => trail.length > 0 ? { trail } : {}

/** The value a node stands for: itself as text, or, for `{ param: name }`, what the parameter holds. */
export function valueOf(checker: Checker, tree: Tree | undefined): ParamValue | undefined {
  const reference = pick(tree, 'param')
  if (reference === undefined) {
    if (tree?.kind === 'list') return tree.items.flatMap(item => textOf(item) ?? [])
    return tree?.kind === 'scalar' && tree.value !== null ? tree.value : undefined
  }
  const name = textOf(reference)
  if (name === undefined) return undefined
  const param = checker.params.get(name)
  if (!param) unknownName(checker, 'unknown-param', reference.at, name, { what: 'parameter', known: [...checker.params.keys()] })
  return param?.value
}

export function textValue(checker: Checker, tree: Tree | undefined): string | undefined {
  const value = valueOf(checker, tree)
  return value === undefined || typeof value === 'object' ? undefined : String(value)
}

export function textsValue(checker: Checker, tree: Tree | undefined): readonly string[] {
  const value = valueOf(checker, tree)
  return value === undefined ? [] : typeof value === 'object' ? value : [String(value)]
}
