// The operators over values, as jsonata 2.2.2 has them (jsonata.js, MIT licence).
import { fail } from './failed.ts'
import type { Arithmetic, Comparison } from './tree.ts'
import { bounded, equal, isList, isNumber, stringify, type Value } from './values.ts'

export type Operation = (left: Value, right: Value) => Value

/** Undefined on either side makes `=` and `!=` false, both of them. */
export const comparison: Readonly<Record<Comparison, Operation>> = {
  '=': (left, right) => left !== undefined && right !== undefined && equal(left, right),
  '!=': (left, right) => left !== undefined && right !== undefined && !equal(left, right),
  '<': (left, right) => comparable(left, right) ? left! < right! : undefined,
  '<=': (left, right) => comparable(left, right) ? left! <= right! : undefined,
  '>': (left, right) => comparable(left, right) ? left! > right! : undefined,
  '>=': (left, right) => comparable(left, right) ? left! >= right! : undefined,
}

export const arithmetic: Readonly<Record<Arithmetic, Operation>> = {
  '+': (left, right) => numbers(left, right) ? (left as number) + (right as number) : undefined,
  '-': (left, right) => numbers(left, right) ? (left as number) - (right as number) : undefined,
  '*': (left, right) => numbers(left, right) ? (left as number) * (right as number) : undefined,
  '/': (left, right) => numbers(left, right) ? (left as number) / (right as number) : undefined,
  '%': (left, right) => numbers(left, right) ? (left as number) % (right as number) : undefined,
}

export const concatenate: Operation = (left, right) => bounded((stringify(left) ?? '') + (stringify(right) ?? ''))

export const contained: Operation = (left, right) => {
  if (left === undefined || right === undefined) return false
  return isList(right) ? !isList(left) && right.some(member => member === left) : left === right && !isList(left)
}

export const negate = (value: Value): Value =>
  value === undefined ? undefined : isNumber(value) ? -value : fail('wrong-type')

/** Two texts or two numbers; false when one is undefined. Whatever has no order ends the expression. */
function comparable(left: Value, right: Value): boolean {
  if (!ordered(left) || !ordered(right)) return fail('wrong-type')
  if (left === undefined || right === undefined) return false
  return typeof left === typeof right || fail('wrong-type')
}

const ordered = (value: Value): value is string | number | undefined =>
  typeof value === 'string' || typeof value === 'number' || value === undefined

function numbers(left: Value, right: Value): boolean {
  if (left !== undefined && !isNumber(left) || right !== undefined && !isNumber(right)) return fail('wrong-type')
  return left !== undefined && right !== undefined
}
