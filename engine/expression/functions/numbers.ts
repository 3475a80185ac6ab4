// Functions of numbers, as jsonata 2.2.2 has them (functions.js, MIT licence).
import { fail } from '../failed.ts'
import type { List } from '../values.ts'
import { type ExpressionFunction, integer, number, text } from './declaration.ts'

type Digits = number | undefined
const one = [{ name: 'number', takes: 'number' }] as const
const many = [{ name: 'numbers', takes: 'numbers' }] as const

export const numberFunctions: readonly ExpressionFunction[] = [
  {
    name: 'number',
    summary: 'The number a text spells, decimal or as 0x, 0o, 0b; 1 for true, 0 for false. Fails for a blank.',
    parameters: [{ name: 'value', takes: 'scalar' }],
    examples: [{ expression: '$number("42") + 1', gives: '43' }, { expression: '$number("0x10") = 16', gives: true }],
    gives: text,
    run: toNumber,
  },
  {
    name: 'round',
    summary: 'The nearest integer, or number with so many decimals; halves go to the even neighbour.',
    parameters: [...one, { name: 'decimals', takes: 'number', optional: true }],
    examples: [{ expression: '$round(2.5)', gives: 2 }, { expression: '$round(1.255, 2)', gives: '1.26' }],
    gives: kinds => kinds.length === 1 ? integer() : text(),
    run: round,
  },
  {
    name: 'floor',
    summary: 'The integer at or below the number.',
    parameters: one,
    examples: [{ expression: '$floor(-1.5)', gives: -2 }],
    gives: integer,
    run: (value: Digits) => value === undefined ? undefined : Math.floor(value),
  },
  {
    name: 'ceil',
    summary: 'The integer at or above the number.',
    parameters: one,
    examples: [{ expression: '$ceil(1.2)', gives: 2 }],
    gives: integer,
    run: (value: Digits) => value === undefined ? undefined : Math.ceil(value),
  },
  {
    name: 'abs',
    summary: 'The number without its sign.',
    parameters: one,
    examples: [{ expression: '$abs(-3)', gives: 3 }],
    gives: number,
    run: (value: Digits) => value === undefined ? undefined : Math.abs(value),
  },
  {
    name: 'sum',
    summary: 'The sum of the numbers; 0 for none.',
    parameters: many,
    examples: [{ expression: '$sum([1, 2, 3])', gives: 6 }],
    gives: number,
    run: (all: List | undefined) => (all as readonly number[] | undefined)?.reduce((sum, one) => sum + one, 0),
  },
  {
    name: 'max',
    summary: 'The greatest number; nothing for an empty list.',
    parameters: many,
    examples: [{ expression: '$max([1, 3, 2])', gives: 3 }],
    gives: number,
    run: (all: List | undefined) => extreme(all, Math.max),
  },
  {
    name: 'min',
    summary: 'The least number; nothing for an empty list.',
    parameters: many,
    examples: [{ expression: '$min([3, 1, 2])', gives: 1 }],
    gives: number,
    run: (all: List | undefined) => extreme(all, Math.min),
  },
]

const extreme = (all: List | undefined, of: (a: number, b: number) => number): Digits =>
  all?.length ? (all as readonly number[]).reduce((a, b) => of(a, b)) : undefined

function toNumber(value: string | number | boolean | undefined): Digits {
  if (typeof value !== 'string') return value === undefined ? undefined : Number(value)
  if (/^-?[0-9]+(\.[0-9]+)?([Ee][-+]?[0-9]+)?$/.test(value)) {
    const decimal = Number.parseFloat(value)
    if (Number.isFinite(decimal)) return decimal
  }
  // JSONata anchors only the first of the three at the start and only the last at the end.
  return /^(0[xX][0-9A-Fa-f]+)|(0[oO][0-7]+)|(0[bB][0-1]+)$/.test(value) ? Number(value) : fail('wrong-type')
}

function round(value: Digits, decimals: Digits): Digits {
  if (value === undefined) return undefined
  const exact = decimals ? shifted(value, decimals) : value
  let result = Math.round(exact)
  if (Math.abs(result - exact) === 0.5 && Math.abs(result % 2) === 1) result--
  if (decimals) result = shifted(result, -decimals)
  return result === 0 ? 0 : result
}

/** Moves the decimal point in the spelling: multiplying would add errors that turn a half into more or less. */
function shifted(value: number, places: number): number {
  const [digits, exponent] = String(value).split('e')
  return Number(`${digits}e${Number(exponent ?? 0) + places}`)
}
