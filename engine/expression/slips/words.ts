// Operators of other languages that are words: SQL, PowerShell and plain English.
import { onlyNearest } from '../../diagnostics/nearest.ts'
import { type Phrase, inDoubleQuotes } from './phrase.ts'
import { type Means, meaning } from './questions.ts'
import type { Slip } from './slips.ts'

/** Words that stand for an operator. */
const operators: Readonly<Record<string, string>> = {
  and: 'and', or: 'or', in: 'in', eq: '=', equal: '=', equals: '=', is: '=', ne: '!=', neq: '!=',
  gt: '>', ge: '>=', gte: '>=', lt: '<', le: '<=', lte: '<=',
}
const blanks = ['null', 'none', 'nil', 'empty', 'blank', 'undefined', 'nothing']

/** A word in place of an operator; `index` is where it begins, behind an operand. */
export function wordSlip(phrase: Phrase, index: number): Slip | undefined {
  const { text, word, touches } = phrase
  const like = likeness(phrase, index)
  if (like !== undefined) {
    const message = `\`${own(phrase, index, like)}\` is no operator here`
    return question(phrase, { index, last: like, negated: false, message }, meaning('match')!)
  }
  const dashed = text(index) === '-' && phrase.isName(index + 1) && touches(index + 1) && !touches(index)
  if (!dashed && !phrase.isName(index)) return undefined
  let last = dashed ? index + 1 : index
  const first = dashed ? word(last).replace(withCase, '') : word(last)
  let negated = first === 'not'
  let found = negated ? text(++last).toLowerCase() : first
  if (!negated && found.startsWith('not') && meaning(found.slice(3))) [negated, found] = [true, found.slice(3)]
  if (found === 'is' && word(last + 1) === 'not') [negated, last] = [true, last + 1]
  if (['starts', 'begins', 'ends'].includes(found) && word(last + 1) === 'with') last++
  const message = `\`${own(phrase, index, last)}\` is no operator here`
  if (found === 'between') return between(phrase, index, last, message)
  const means = meaning(found)
  if (means) return question(phrase, { index, last, negated, message }, means)
  const known = Object.hasOwn(operators, found) ? operators[found] : undefined
  const operator = known ?? (dashed || negated ? undefined : onlyNearest(found, ['and', 'or', 'in']))
  return operator === undefined ? undefined : operation(phrase, { index, last, negated, message }, operator)
}

/** What stands before an operator of PowerShell that tells upper from lower case, or does not. */
const withCase = /^[ci](?=(?:not)?(?:eq|ne|gt|ge|lt|le|like|match|contains|in)$)/

const own = ({ source, tokens }: Phrase, first: number, last: number): string =>
  source.slice(tokens[first]!.start, tokens[last]?.end)

/** The last token of `~`, `=~` or `~=`. */
function likeness({ text }: Phrase, index: number): number | undefined {
  if (text(index) === '~') return text(index + 1) === '=' ? index + 1 : index
  return text(index) === '=' && text(index + 1) === '~' ? index + 1 : undefined
}

type Found = { readonly index: number, readonly last: number, readonly negated: boolean, readonly message: string }

function question(phrase: Phrase, { index, last, negated, message }: Found, means: Means): Slip {
  const [left, right] = [phrase.before(index - 1), phrase.after(last + 1)]
  const asked = means(left?.text ?? '…', right?.text ?? '…')
  const write = negated ? `$not(${asked})` : asked
  return left && right ? { from: left.from, to: right.to, message, write }
    : { from: index, to: last, message, hint: `write \`${write}\`` }
}

function operation(phrase: Phrase, { index, last, negated, message }: Found, operator: string): Slip {
  const [left, right] = [phrase.before(index - 1), phrase.after(last + 1)]
  const members = operator === 'in' && right ? asList(right.text) : undefined
  if (negated && operator === 'in' && left && right) {
    return { from: left.from, to: right.to, message, write: `$not(${left.text} in ${members ?? right.text})` }
  }
  const plain = negated ? opposite[operator] ?? operator : operator
  if (members !== undefined && right) return { from: index, to: right.to, message, write: `in ${members}` }
  const blank = ['=', '!='].includes(plain) && blanks.includes(phrase.word(last + 1))
  return { from: index, to: blank ? last + 1 : last, message, write: blank ? `${plain} ""` : plain }
}

const opposite: Readonly<Record<string, string>> = { '=': '!=', '!=': '=' }

function between(phrase: Phrase, index: number, last: number, message: string): Slip | undefined {
  const [left, low] = [phrase.before(index - 1), phrase.after(last + 1)]
  const high = low && phrase.text(low.to + 1).toLowerCase() === 'and' ? phrase.after(low.to + 2) : undefined
  if (!left || !low || !high) return { from: index, to: last, message, hint: 'write `x >= 1 and x <= 9`' }
  const write = `${left.text} >= ${low.text} and ${left.text} <= ${high.text}`
  return { from: left.from, to: high.to, message, write }
}

/** A list in other brackets in square ones; undefined for everything else. */
export const asList = (text: string): string | undefined =>
  /^[({].*[)}]$/s.test(text) ? `[${inDoubleQuotes(text.slice(1, -1).trim())}]` : undefined
