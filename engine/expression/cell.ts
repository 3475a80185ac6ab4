// The result of an expression as a cell of a field.
import type { Cell, Field, Scalar } from '../spec/field.ts'
import { fail } from './failed.ts'
import { isList, type Item, stringify, type Value } from './values.ts'

/**
 * How a value becomes a cell of the judged field. Undefined and null are blank: `''`, or `[]` in a list field. A list
 * field makes a list of a single value; elsewhere a list of one is its member, and a longer one fails. In fields of
 * text numbers and booleans are spelled as $string does. A number that does not exist or is infinite fails.
 */
export function toCell({ type, list }: Pick<Field, 'type' | 'list'>): (value: Value) => Cell {
  const item = (value: Item | undefined): Scalar => {
    if (value === undefined || value === null) return ''
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return fail('no-number')
      return type === 'integer' ? value + 0 : stringify(value)!
    }
    return typeof value === 'boolean' && type !== 'boolean' ? String(value) : value
  }
  if (!list) return value => isList(value) ? value.length > 1 ? fail('not-one-value') : item(value[0]) : item(value)
  return value => {
    if (value === undefined || value === null) return []
    return isList(value) ? value.filter(member => member !== null).map(item) : [item(value)]
  }
}
