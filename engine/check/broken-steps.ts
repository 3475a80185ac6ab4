// Steps with a mistake: what can be checked of them all the same, and what is left unsaid behind them.
import { nearest } from '../diagnostics/nearest.ts'
import type { Expression } from '../expression/parse.ts'
import { entriesOf, isScalar } from '../load/pick.ts'
import type { Tree } from '../load/tree.ts'
import type { Field, Shape } from '../spec/field.ts'
import { namePattern } from '../spec/json-schema.ts'
import { type Option, each, listed } from '../spec/option.ts'
import type { Flow, Step } from '../spec/step.ts'

/** Reports the mistakes in those options of a step that could be read, where others could not. */
export function checkReadable(type: Step, options: Readonly<Record<string, unknown>>, flow: Flow): void {
  for (const [name, { role }] of Object.entries(type.options)) {
    const value = options[name]
    if (value === undefined) continue
    if (role === 'expression') for (const [at, expression] of expressionsOf(name, value)) flow.judge(expression, ...at)
    if (role === 'field') flow.field(value as string, name)
    if (role === 'fields') (value as readonly string[]).forEach((field, index) => flow.field(field, name, index))
    if (role === 'lookup') flow.entries(value as string)
    if (role !== 'kinds') continue
    const known = flow.kinds()
    for (const [index, kind] of (value as readonly string[]).entries()) {
      if (!known.includes(kind)) flow.unknown('unknown-kind', kind, { what: 'kind of account', known }, name, index)
    }
  }
}

type Found = readonly [at: readonly (string | number)[], expression: Expression]

/** The expressions of an option, by themselves, in a map, or in maps of a list, with the keys that lead to them. */
function expressionsOf(name: string, value: unknown): readonly Found[] {
  const inMap = (map: unknown, ...at: readonly number[]): readonly Found[] =>
    Object.entries(map as Readonly<Record<string, Expression>>).map(([key, one]) => [[...at, key], one])
  if (name === each) return inMap(value)
  if (name === listed) return (value as readonly unknown[]).flatMap((map, index) => inMap(map, index))
  return [[[name], value as Expression]]
}

const namesFields = ({ role }: Option): boolean => role === 'field' || role === 'fields'

/** Behind a step with a mistake, the fields it names, or was meant to name, are not what they should be. */
export function withFaulty(type: Step, options: Readonly<Record<string, unknown>>, shape: Shape): Shape {
  const named = Object.entries(type.options)
    .flatMap(([name, option]) => namesFields(option) ? [options[name] ?? []].flat() as string[] : [])
  return withBroken(named.flatMap(name => shape.has(name) ? name : nearest(name, [...shape.keys()]) ?? []), shape)
}

const withBroken = (names: readonly string[], shape: Shape): Shape =>
  new Map([...shape, ...names.map((name): [string, Field] => [name, { ...nothing, ...shape.get(name), broken: true }])])

const nothing: Field = { type: 'text', list: false, mark: 'open', trail: [] }

/**
 * A step that cannot be read may have changed or made the fields it names: nothing more is said about those, so that
 * one mistake gives one finding. Steps that only choose rows change none.
 */
export function afterBroken(type: Step | undefined, node: Tree, before: Shape): Shape {
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
