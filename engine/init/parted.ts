// What of a customer's changes all its exports share, and what is particular to one.
import { pick } from '../load/pick.ts'
import type { Library } from './base.ts'
import { type Changes, type InputChanges, isEmpty } from './changes.ts'

type Parts<Value> = readonly [shared: ReadonlyMap<string, Value>, own: ReadonlyMap<string, Value>]

/**
 * Shared is what changes a parameter, an input or a field that the library declares; the way such an input is written is
 * too.
 */
export function parted({ params, inputs }: Changes, { tree }: Library): Readonly<Record<'shared' | 'own', Changes>> {
  const [sharedParams, ownParams] = split(params, name => pick(tree, 'params', name) !== undefined)
  const [sharedInputs, ownInputs] = [new Map<string, InputChanges>(), new Map<string, InputChanges>()]
  for (const [name, { fields, ...writing }] of inputs) {
    const isShared = pick(tree, 'inputs', name) !== undefined
    const [sharedFields, ownFields] = split(fields, field => pick(tree, 'inputs', name, 'fields', field) !== undefined)
    sharedInputs.set(name, { ...(isShared ? writing : {}), fields: sharedFields })
    ownInputs.set(name, { ...(isShared ? {} : writing), fields: ownFields })
  }
  return { shared: { params: sharedParams, inputs: sharedInputs }, own: { params: ownParams, inputs: ownInputs } }
}

/** Nothing to say at all. */
export const isNothing = ({ params, inputs }: Changes): boolean =>
  params.size === 0 && [...inputs.values()].every(isEmpty)

const split = <Value>(entries: ReadonlyMap<string, Value>, isShared: (name: string) => boolean): Parts<Value> => [
  new Map([...entries].filter(([name]) => isShared(name))), new Map([...entries].filter(([name]) => !isShared(name))),
]
