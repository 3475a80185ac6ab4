// What rule files say that columns of the directory hold: identities, as they are declared.
import type { Plan } from '../plan/plan.ts'
import { folded } from '../run/binding.ts'
import { type Attribute, attributeOf } from './attribute-names.ts'

/**
 * The columns of the fields of an input that are marked as identities. What kind of identity a field holds is told by its
 * name, or by a lookup that takes ids from it; of any other field every cell is one.
 */
export function columnsOfRules(plans: readonly Plan[], input: string): ReadonlyMap<string, Attribute> {
  return new Map(plans.flatMap(({ inputs, lookups }) => {
    const own = [...lookups.values()].filter(({ from }) => from === input)
    const kindOf = (name: string): Attribute =>
      attributeOf(name) ?? (own.some(({ id, address }) => id.includes(name) && !address.includes(name)) ? 'number' : 'own')
    return (inputs.get(input)?.fields ?? []).filter(({ field }) => field.mark === 'identity').flatMap(({ name, from, or }) =>
      [...from, ...or].map((column): [string, Attribute] => [folded(column), attributeOf(column) ?? kindOf(name)]))
  }))
}
