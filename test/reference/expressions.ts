// Expressions over the fields there are, by the kind of their result. Texts are compared with texts and numbers with
// numbers, as the check wants it; what fails for some rows, such as $number of a word, is part of it.
import type { Chooser } from './chooser.ts'
import { type Fields, type Known, highest, isPrivate } from './known.ts'
import { kinds } from './inputs.ts'

export type Made = { readonly source: string, readonly known: Known }

const literals = ['', 'a', 'DELIVER', 'low', 'Anna', 'ä', '"', '@', '.example', '2023-06', 'contoso.example'] as const
const patterns = ['/a/', '/A/i', '/[a-c]+/', '/(a)(b)?/', '/b$/', '/@.*$/'] as const

const kindOf = ({ type }: Known): 'text' | 'integer' | 'boolean' => type === 'integer' || type === 'boolean' ? type : 'text'
const known = (type: Known['type'], parts: readonly Made[], more: Partial<Known> = {}): Known => {
  const mark = highest(parts.map(part => part.known.mark))
  return { type, list: false, mark, ...isPrivate({ mark }) ? { fixed: true } : {}, ...more }
}

export function textOf(choose: Chooser, fields: Fields, depth: number): Made {
  const own = [...fields].filter(([, field]) => !field.list && kindOf(field) === 'text')
  const literal = (): Made => ({ source: JSON.stringify(choose.one(literals)), known: { type: 'text', list: false, mark: 'open', bounded: true } })
  const leaf = (): Made => {
    if (own.length === 0 || choose.rarely(6)) return choose.rarely(4) ? { source: '$params.word', known: { type: 'text', list: false, mark: 'open' } } : literal()
    const [name, field] = choose.one(own)
    return { source: `\`${name}\``, known: field }
  }
  if (depth === 0) return leaf()
  const one = (): Made => textOf(choose, fields, depth - 1)
  const from = (parts: readonly Made[], source: string): Made => ({ source, known: known('text', parts) })
  const [first, second] = [one(), one()]
  switch (choose.one([9, 0, 1, 2, 3, 4, 5, 6, 7, 8])) {
    case 0: return from([first, second], `(${first.source} & ${second.source})`)
    case 1: return from([first], `$lowercase(${first.source})`)
    case 2: return from([first], `$substringBefore(${first.source}, "@")`)
    case 3: return from([first], `$substring(${first.source}, ${choose.one([0, 1, -2])}, ${choose.one([1, 3])})`)
    case 4: return from([first], `$trim(${first.source})`)
    case 5: return from([first], `$replace(${first.source}, ${choose.one(patterns)}, "$0-")`)
    case 6: {
      const when = conditionOf(choose, fields, depth - 1)
      return from([when, first, second], `(${when.source} ? ${first.source} : ${second.source})`)
    }
    case 7: {
      const list = listOf(choose, fields, depth - 1)
      return from([list], `$join(${list.source}, "; ")`)
    }
    case 8: {
      const accounts = [...fields].filter(([, field]) => !field.list && field.type === 'account' && !field.fixed).map(([name]) => name)
      return accounts.length > 0 ? { source: `$kind(\`${choose.one(accounts)}\`)`, known: { type: 'text', list: false, mark: 'open' } } : first
    }
    default: return first
  }
}

export function numberOf(choose: Chooser, fields: Fields, depth: number): Made {
  const own = [...fields].filter(([, field]) => !field.list && field.type === 'integer')
  if (depth === 0 || choose.rarely(3)) {
    if (own.length === 0 || choose.rarely(3)) return { source: choose.one(['0', '1', '10', '-3', '$params.most']), known: { type: 'integer', list: false, mark: 'open' } }
    const [name, field] = choose.one(own)
    return { source: name, known: field }
  }
  const of = (part: Made, source: string): Made => ({ source, known: known('integer', [part]) })
  switch (choose.one([0, 1, 2, 3])) {
    case 0: { const part = textOf(choose, fields, depth - 1); return of(part, `$length(${part.source})`) }
    case 1: { const part = listOf(choose, fields, depth - 1); return of(part, `$count(${part.source})`) }
    case 2: { const part = numberOf(choose, fields, depth - 1); return of(part, `(${part.source} ${choose.one(['+', '-', '*'])} 2)`) }
    default: { const part = textOf(choose, fields, 0); return of(part, `$round($number(${part.source}))`) }
  }
}

export function listOf(choose: Chooser, fields: Fields, depth: number): Made {
  const own = [...fields].filter(([, field]) => field.list)
  const list = (parts: readonly Made[], source: string, type: Known['type'] = 'text'): Made => ({ source, known: known(type, parts, { list: true }) })
  if (own.length === 0) { const part = textOf(choose, fields, 0); return list([part], `[${part.source}, "a"]`) }
  const [name, field] = choose.one(own)
  const leaf: Made = { source: name, known: field }
  if (depth === 0) return leaf
  const inner = listOf(choose, fields, depth - 1)
  switch (choose.one([6, 0, 1, 2, 3, 4, 5])) {
    case 0: return list([inner], `$distinct(${inner.source})`, inner.known.type)
    case 1: return list([inner, leaf], `$append(${inner.source}, ${leaf.source})`, inner.known.type === leaf.known.type ? inner.known.type : 'text')
    case 2: return list([inner], `$reverse(${inner.source})`, inner.known.type)
    case 3: return list([inner], `$map(${inner.source}, function($x){ $uppercase($x) & "!" })`)
    case 4: return inner.known.type === 'account'
      ? list([inner], `$filter(${inner.source}, function($x){ ${choose.one(['$inside($x)', '$remote($x)', '$kind($x) = "person"'])} })`, 'account')
      : list([inner], `$filter(${inner.source}, function($x, $i){ $contains($x, "a") or $i = 0 })`)
    case 5: return list([inner], `$sort(${inner.source})`)
    default: return leaf
  }
}

export function conditionOf(choose: Chooser, fields: Fields, depth: number): Made {
  const of = (parts: readonly Made[], source: string): Made => ({ source, known: known('boolean', parts) })
  const named = (type: Known['type']): readonly string[] => [...fields].filter(([, field]) => !field.list && field.type === type && !field.fixed).map(([name]) => name)
  const [accounts, booleans] = [named('account'), named('boolean')]
  if (depth > 0 && choose.rarely(3)) {
    const [left, right] = [conditionOf(choose, fields, depth - 1), conditionOf(choose, fields, depth - 1)]
    return choose.rarely(4) ? of([left], `$not(${left.source})`) : of([left, right], `(${left.source} ${choose.one(['and', 'or'])} ${right.source})`)
  }
  if (accounts.length > 0 && choose.rarely(3)) {
    const name = choose.one(accounts)
    return { source: choose.one([`$inside(\`${name}\`)`, `$remote(\`${name}\`)`, `($kind(\`${name}\`) in ["person", "${choose.one(kinds)}"])`]), known: { type: 'boolean', list: false, mark: 'open' } }
  }
  const inner = Math.max(0, depth - 1)
  switch (choose.one([0, 0, 1, 2, 3, 4, 5])) {
    case 0: {
      const [left, right] = [textOf(choose, fields, inner), textOf(choose, fields, 0)]
      return of([left, right], `(${left.source} ${choose.one(['=', '!=', '<', '>='])} ${right.source})`)
    }
    case 1: { const left = textOf(choose, fields, inner); return of([left], `(${left.source} in ${choose.one(['["a", "DELIVER", "low"]', '["a"]', '["", "SEND"]', '$params.names'])})`) }
    case 2: { const left = textOf(choose, fields, inner); return of([left], `$contains(${left.source}, ${choose.one([...patterns, '"a"', '"@"'])})`) }
    case 3: { const left = numberOf(choose, fields, inner); return of([left], `(${left.source} ${choose.one(['=', '!=', '<', '>'])} ${choose.one(['0', '1', '12', '$params.most'])})`) }
    case 4: { const list = listOf(choose, fields, inner); return of([list], `($count(${list.source}) ${choose.one(['=', '>'])} ${choose.one(['0', '1'])})`) }
    default: return booleans.length > 0 ? of([], choose.one(booleans)) : of([], choose.one(['true', '(1 = 1)', '$exists($max([]))']))
  }
}
