// The values of expressions and how JSONata sees them (jsonata 2.2.2, functions.js and utils.js, MIT licence).
import type { Account, Scalar } from '../spec/field.ts'
import { fail } from './failed.ts'
import { limits } from './limits.ts'

/**
 * One value. Fields of type `account` keep their accounts only where a function asks for them or the result passes
 * them on; everywhere else they are texts.
 */
export type Item = Scalar | null

/**
 * Lists are flat. `sequence` marks what $map and $filter give: always two members or more, since JSONata turns a
 * sequence of one into the member and one of none into undefined. Only $distinct looks at it.
 */
export type List = readonly Item[] & { readonly sequence?: true }

export type Value = Item | List | undefined

export const isList = (value: Value): value is List => Array.isArray(value)

/** A number to calculate with; fails for infinity as JSONata does (D1001), where NaN simply is no number. */
export function isNumber(value: Value): value is number {
  if (typeof value !== 'number' || Number.isNaN(value)) return false
  return Number.isFinite(value) || fail('no-number')
}

/** $boolean, where undefined counts as false. */
export function truthy(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value !== ''
  if (typeof value === 'number') return isNumber(value) && value !== 0
  if (value === undefined || value === null || !isList(value)) return false
  let any = false
  for (const member of value) if (truthy(member)) any = true
  return any
}

/** $string and `&`: JSON for everything but text, numbers to 15 digits. */
export function stringify(value: Value): string | undefined {
  if (typeof value === 'string') return value
  if (value === undefined) return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(rounded(value)) : fail('no-number')
  if (!isList(value)) return JSON.stringify(value)
  let length = 2
  for (const member of value) {
    length += typeof member === 'string' ? member.length + 3 : 5
    if (length > limits.text) fail('too-long')
  }
  return bounded(JSON.stringify(value.map(member => isNumber(member) ? rounded(member) : member)))
}

const rounded = (value: number): number => Number.isInteger(value) ? value : Number(value.toPrecision(15))

/** The text, unless it is longer than what an expression may build. */
export const bounded = (text: string): string => text.length > limits.text ? fail('too-long') : text

/** `=` without its rule for undefined: lists by their members, everything else by type and value. */
export function equal(left: Value, right: Value): boolean {
  if (left === right) return true
  if (left === undefined || right === undefined || left === null || right === null) return false
  if (!isList(left) || !isList(right) || left.length !== right.length) return false
  return left.every((member, index) => member === right[index])
}

/** One item for none, one or many results, as JSONata unwraps the results of $map and $filter. */
export function sequence(results: Item[]): Value {
  if (results.length < 2) return results[0]
  return Object.assign(results, { sequence: true as const })
}

/** The text that stands for accounts wherever nobody asks for the account itself. */
export const withoutAccount = (item: Item): Exclude<Item, Account> =>
  item !== null && typeof item === 'object' ? item.text : item
export const withoutAccounts = (value: Value): Value =>
  value === undefined ? undefined : isList(value) ? value.map(withoutAccount) : withoutAccount(value)
