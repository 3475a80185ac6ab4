// What a function takes: values are passed as the parameter needs them, or end the expression (jsonata's signatures).
import { fail } from './failed.ts'
import type { Takes } from './functions/declaration.ts'
import { isList, type List, type Value } from './values.ts'

type Accept = (value: Value) => Value

const only = (type: 'string' | 'number'): Accept => value =>
  typeof value === type || value === undefined ? value : fail('wrong-type')

const listOf = (type: 'string' | 'number'): Accept => value => {
  if (value === undefined) return undefined
  const list: List = isList(value) ? value : [value]
  for (const member of list) if (typeof member !== type) return fail('wrong-type')
  return list
}

export const accept: Readonly<Record<Exclude<Takes, 'any' | 'function' | 'account'>, Accept>> = {
  text: only('string'),
  number: only('number'),
  pattern: only('string'),
  texts: listOf('string'),
  numbers: listOf('number'),
  scalar: value => value === null || isList(value) ? fail('wrong-type') : value,
  list: value => value === undefined || isList(value) ? value : [value],
}
