// What to write in place of paths, variables and objects, where their names tell what was meant.
import { functions } from './functions/index.ts'
import type { Node } from './parsed.ts'
import type { Problem } from './scope.ts'
import { spelled } from './spelled.ts'

type Instead = Pick<Problem, 'hint'>

const field = (name: string): string => spelled({ kind: 'field', name, offset: 0, length: 0 })
const param = (name: string): string => spelled({ kind: 'param', name, offset: 0, length: 0 })

/** `params.x`, `x.length`, `x.contains("y")`, `input.x`: the parts of a path, two of them or more. */
export function insteadOfPath(steps: readonly Node[]): Instead {
  const [first, second, last] = [steps[0]!, steps[1]!, steps.at(-1)!]
  const before = String(first.value)
  const isParam = ['params', 'param', 'parameters'].includes(before)
  if (isParam && last === second && second.type === 'name') return { hint: `write ${param(String(second.value))}` }
  if (first.type !== 'name') return {}
  const name = second.type === 'function' ? nameOf(second.procedure) : String(second.value)
  const own = field(before)
  if (second.type === 'function' && functions.has(name)) {
    return { hint: `write $${name}(${(second.arguments?.length ?? 0) > 0 ? `${own}, …` : own})` }
  }
  if (['length', 'size', 'count'].includes(name)) {
    return { hint: `write $count(${own}) for the members of a list, $length(${own}) for the characters of a text` }
  }
  return last.type === 'name' ? { hint: `write the field alone: ${field(String(last.value))}` } : {}
}

const nameOf = (procedure: Node | undefined): string =>
  String(procedure?.steps?.[0]?.value ?? procedure?.value ?? '')

/** `$sender`: a field or a parameter. */
export const insteadOfVariable = (name: string): Instead =>
  ({ hint: `write ${field(name)} for the field, ${param(name)} for a parameter` })

/** `{ param: x }`, as it stands elsewhere in rule files; `text` begins with the bracket. */
export function insteadOfObject(text: string): Instead {
  const [, name] = /^\{\s*"?param"?\s*:\s*"?([\w-]+)"?\s*\}/.exec(text) ?? []
  return name === undefined ? {} : { hint: `write ${param(name)}` }
}
