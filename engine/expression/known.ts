// What is known of a value before any row: its kind and its mark, and how two of them join.
import { chosenBy, highest, type Mark } from '../spec/field.ts'
import type { Kind } from './functions/declaration.ts'
import type { Literal } from './tree.ts'

export type Known = Kind & {
  readonly mark: Mark
  /** As of a field: what lowers a mark lowers it no further. */
  readonly chosen?: Mark
  /** Always blank, as `""`, `null` or a missing branch: fits every type. */
  readonly blank?: true
}

export const blank: Known = { type: 'text', list: false, mark: 'open', values: [], blank: true }

/** A result of this kind and mark, and nothing else of what it was made from; computed, unless `chosen` says otherwise. */
export const known = ({ type, list, values }: Kind, mark: Mark, chosen: Mark = mark): Known =>
  ({ type, list, mark, ...chosenBy(chosen), ...values ? { values } : {} })

export function literal({ value }: Literal): Known {
  if (value === null || value === '') return blank
  if (typeof value === 'string') return { type: 'text', list: false, mark: 'open', values: [value] }
  if (typeof value === 'boolean') return { type: 'boolean', list: false, mark: 'open' }
  return { type: Number.isInteger(value) ? 'integer' : 'text', list: false, mark: 'open' }
}

/**
 * Either of the two: the same type stays, closed lists of values unite, everything else is text. Values of pseudonyms
 * are the words that stand beside them, so they unite where only one has any, and bound nothing in a text.
 */
export function either(one: Known, other: Known): Known {
  const mark = highest(one.mark, other.mark)
  const list = one.list || other.list
  const chosen = chosenBy(one.chosen, other.chosen)
  if (one.blank) return { ...other, list, mark, ...chosen }
  if (other.blank) return { ...one, list, mark, ...chosen }
  const type = one.type === other.type ? one.type : 'text'
  const values = united(type, one, other)
  return { type, list, mark, ...chosen, ...values ? { values } : {} }
}

function united(type: Known['type'], one: Known, other: Known): readonly string[] | undefined {
  const pseudonyms = [one, other].filter(({ type }) => type === 'pseudonym').length
  const closed = type === 'pseudonym' ? one.values || other.values : pseudonyms === 0 && one.values && other.values
  return closed ? [...new Set([...one.values ?? [], ...other.values ?? []])] : undefined
}
