// What an overlay changed in the declarations of its base: the cause of findings that point at lines of the base.
import type { Place } from '../diagnostics/diagnostic.ts'
import type { At } from '../expression/tree.ts'
import { concerned } from '../expression/concerned.ts'
import type { Expression } from '../expression/parse.ts'
import { entriesOf, pick } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { Trail } from './withdrawn.ts'

/** Lines for trails, by the name of the field or parameter whose declaration was changed. */
export type Changes = { readonly fields: ReadonlyMap<string, Trail>, readonly params: ReadonlyMap<string, Trail> }

export const changesOf = (merged: Tree): Changes => ({
  fields: linesOf(entriesOf(pick(merged, 'inputs')).flatMap(({ value }) => entriesOf(pick(value, 'fields')))),
  params: linesOf(entriesOf(pick(merged, 'params'))),
})

/** How each line ends. */
export const changedHere = 'is changed here'

/** What others rely on. */
const essential = ['type', 'values']

function linesOf(declared: readonly Entry[]): ReadonlyMap<string, Trail> {
  return new Map(declared.flatMap(({ key, keyAt, value }) => {
    const changed = entriesOf(value).filter(one => essential.includes(one.key) && one.keyAt.file !== keyAt.file)
    const lines = changed.map(one => ({ place: one.keyAt, text: `\`${one.key}\` of ${key} ${changedHere}` }))
    return lines.length === 0 ? [] : [[key, lines] as const]
  }))
}

/** The changes behind a finding at a part of an expression that stands in another file. */
export function changesBehind({ fields, params }: Changes, expression: Expression, part: At, place: Place): Trail {
  if (fields.size + params.size === 0) return []
  const names = concerned(expression, part)
  const lines = [
    ...names.fields.flatMap(name => fields.get(name) ?? []), ...names.params.flatMap(name => params.get(name) ?? []),
  ]
  return lines.filter(line => line.place?.file !== place.file)
}

/**
 * What to do about it: the step is that of the base, and other customers have it too. `output` names the output whose
 * own step it is.
 */
export function adviceFor(step: string, type: string, option: string, output: string | undefined): string {
  const change = `steps: { ${step}: { ${type}: { ${option}: … } } }`
  const whole = output === undefined ? change : `outputs: { ${output}: { ${change} } }`
  return `what the base says here no longer holds: change it too, by \`${whole}\`; or take that change back`
}
