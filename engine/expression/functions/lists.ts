// Functions of lists, as jsonata 2.2.2 has them (functions.js, MIT licence).
import { fail } from '../failed.ts'
import { limits } from '../limits.ts'
import { isList, isNumber, type Item, type List, sequence, truthy, type Value } from '../values.ts'
import { type Callback, type ExpressionFunction, integer, type Kind, members, text } from './declaration.ts'

const list = { name: 'list', takes: 'list' } as const

export const listFunctions: readonly ExpressionFunction[] = [
  {
    name: 'count',
    summary: 'The number of members; 1 for a single value, 0 for none.',
    parameters: [list],
    examples: [{ expression: '$count(["a", "b"])', gives: 2 }],
    gives: integer,
    run: (all: List | undefined) => all === undefined ? 0 : all.length,
  },
  {
    name: 'append',
    summary: 'The members of both, in order.',
    parameters: [{ name: 'first', takes: 'any' }, { name: 'second', takes: 'any' }],
    examples: [{ expression: '$append(["a"], "b")', gives: ['a', 'b'] }],
    gives: ([first, second]) => ({ type: first?.type === second?.type ? first?.type ?? 'text' : 'text', list: true }),
    keepsAccounts: true,
    run: append,
  },
  {
    name: 'distinct',
    summary: 'The members without repetitions, each where it stands first.',
    parameters: [{ name: 'list', takes: 'any' }],
    examples: [{ expression: '$distinct(["a", "b", "a"])', gives: ['a', 'b'] }],
    gives: ([first]): Kind => first ?? text(),
    keepsAccounts: true,
    run: distinct,
  },
  {
    name: 'reverse',
    summary: 'The members, last first.',
    parameters: [list],
    examples: [{ expression: '$reverse([1, 2, 3])', gives: [3, 2, 1] }],
    gives: members,
    keepsAccounts: true,
    run: (all: List | undefined) => all === undefined || all.length < 2 ? all : [...all].reverse(),
  },
  {
    name: 'sort',
    summary: 'The texts or numbers in order; texts by their UTF-16 units, not by a language.',
    parameters: [list],
    examples: [{ expression: '$sort(["b", "C", "a"])', gives: ['C', 'a', 'b'] }],
    gives: members,
    run: sort,
  },
  {
    name: 'map',
    summary: 'What the function gives for each member, position and list; nothing where it gives nothing.',
    parameters: [list, { name: 'function', takes: 'function', arity: [1, 3] }],
    examples: [{ expression: '$map(["A", "B"], function($x){ $lowercase($x) })', gives: ['a', 'b'] }],
    gives: ([, body]): Kind => ({ ...body ?? text(), list: true }),
    run: map,
  },
  {
    name: 'filter',
    summary: 'The members for which the function gives something true; it gets member, position and list.',
    parameters: [list, { name: 'function', takes: 'function', arity: [1, 3] }],
    examples: [{ expression: '$filter(["a@x.com", "b"], function($x){ $contains($x, "@") })', gives: ['a@x.com'] }],
    gives: members,
    keepsAccounts: true,
    run: filter,
  },
  {
    name: 'reduce',
    summary: 'One value from all members: the function gets the value so far (at first `start`, or the first member), '
      + 'member, position and list.',
    parameters: [
      list, { name: 'function', takes: 'function', arity: [2, 4] }, { name: 'start', takes: 'any', optional: true },
    ],
    examples: [
      { expression: '$reduce([1, 2, 3], function($sum, $x){ $sum + $x })', gives: 6 },
      { expression: '$reduce(["a", "b"], function($n, $x){ $n + 1 }, 0)', gives: 2 },
    ],
    gives: ([, body]): Kind => body ?? text(),
    run: reduce,
  },
]

function append(first: Value, second: Value): Value {
  if (first === undefined) return second
  if (second === undefined) return first
  const one = isList(first) ? first : [first]
  const two = isList(second) ? second : [second]
  return one.length + two.length > limits.list ? fail('too-long') : [...one, ...two]
}

function distinct(all: Value): Value {
  if (all === undefined || !isList(all) || all.length < 2) return all
  // Accounts are compared by what they are called: an outsider has an object for each spelling.
  const seen = new Set<unknown>()
  const results = all.filter(member => {
    // NaN equals nothing, itself included.
    if (Number.isNaN(member)) return true
    const key = typeof member === 'object' && member !== null && 'kind' in member ? member.text : member
    return !seen.has(key) && seen.add(key)
  })
  return all.sequence ? sequence(results) : results
}

function sort(all: List | undefined): Value {
  if (all === undefined || all.length < 2) return all
  if (!all.every(isNumber) && !all.every(member => typeof member === 'string')) return fail('wrong-type')
  return (all as readonly (string | number)[]).toSorted((a, b) => a > b ? 1 : a < b ? -1 : 0)
}

function map(all: List | undefined, callback: Callback): Value {
  if (all === undefined) return undefined
  const results: Item[] = []
  for (let index = 0; index < all.length; index++) {
    const result = callback(all[index], index, all, undefined)
    if (isList(result)) return fail('not-one-value')
    if (result !== undefined) results.push(result)
  }
  return sequence(results)
}

function filter(all: List | undefined, callback: Callback): Value {
  if (all === undefined) return undefined
  return sequence(all.filter((member, index) => truthy(callback(member, index, all, undefined))))
}

function reduce(all: List | undefined, callback: Callback, start: Value): Value {
  if (all === undefined) return undefined
  const from = start === undefined && all.length > 0 ? 1 : 0
  let result = from === 1 ? all[0] : start
  for (let index = from; index < all.length; index++) result = callback(result, all[index], index, all)
  return result
}
