// Functions of conditions, as jsonata 2.2.2 has them (functions.js, MIT licence).
import { truthy, type Value } from '../values.ts'
import { boolean, type ExpressionFunction } from './declaration.ts'

const one = [{ name: 'value', takes: 'any' }] as const

export const conditionFunctions: readonly ExpressionFunction[] = [
  {
    name: 'boolean',
    summary: 'Whether the value counts as true: not blank, not 0, not false, a list with a true member.',
    parameters: one,
    examples: [{ expression: '$boolean("")', gives: false }, { expression: '$boolean(["", "a"])', gives: true }],
    gives: boolean,
    run: (value: Value) => value === undefined ? undefined : truthy(value),
  },
  {
    name: 'not',
    summary: 'The opposite of $boolean.',
    parameters: one,
    examples: [{ expression: '$not("a" = "b")', gives: true }],
    gives: boolean,
    run: (value: Value) => value === undefined ? undefined : !truthy(value),
  },
  {
    name: 'exists',
    summary: 'Whether there is a value at all. A field always has one, perhaps a blank: test those with `= ""`.',
    parameters: one,
    examples: [{ expression: '$exists($max([]))', gives: false }, { expression: '$exists("")', gives: true }],
    gives: boolean,
    run: (value: Value) => value !== undefined,
  },
]
