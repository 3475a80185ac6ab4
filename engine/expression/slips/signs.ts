// Signs of other languages: operators, quotes, brackets and comments that expressions write otherwise.
import type { Phrase } from './phrase.ts'
import type { Slip } from './slips.ts'
import { asList } from './words.ts'

/** Signs in place of an operator, longer ones first. */
const operators: readonly (readonly [signs: readonly string[], operator: string])[] = [
  [['=', '=', '='], '='], [['=', '='], '='], [['!=', '='], '!='], [['&', '&'], 'and'], [['|', '|'], 'or'],
  [['|'], 'or'], [['<', '>'], '!='], [['=', '>'], '>='], [['=', '<'], '<='], [['=', '!'], '!='], [['!', '='], '!='],
  [['>', '='], '>='], [['<', '='], '<='],
]

/** Behind an operand. */
export function operatorSlip({ text, touches, source, tokens }: Phrase, index: number): Slip | undefined {
  const found = operators.find(([signs]) => signs.every((sign, offset) => text(index + offset) === sign))
  if (!found) return undefined
  const [signs, operator] = found
  const to = index + signs.length - 1
  // `x =<>`: the null sender without its quotes.
  if (signs[0] === '=' && (!touches(to) || signs[1] === '<' && text(to + 1) === '>')) return undefined
  const own = source.slice(tokens[index]!.start, tokens[to]!.end)
  return { from: index, to, message: `\`${own}\` is no operator here`, write: operator }
}

/** Where an operand begins. */
export function operandSlip(phrase: Phrase, index: number): Slip | undefined {
  const { text, word, after } = phrase
  const isNull = text(index) === '<' && text(index + 1) === '>'
  if (isNull) return { from: index, to: index + 1, message: aText, write: '"<>"' }
  const dashed = text(index) === '-' && word(index + 1) === 'not'
  const negates = text(index) === '!' || word(index) === 'not' || dashed
  if (negates) return negation(phrase, index, dashed ? index + 2 : index + 1)
  if (text(index) === '@' || text(index) === '#') {
    const name = after(index + 1)
    return name && phrase.isName(index + 1) ? { from: index, to: name.to, message: alone, write: name.text } : undefined
  }
  const open = text(index) === '{' ? index : text(index) === '$' && text(index + 1) === '{' ? index + 1 : undefined
  const name = open === undefined ? undefined : after(open + 1)
  if (open !== undefined && name && phrase.partner(open) === name.to + 1) {
    return { from: index, to: name.to + 1, message: alone, write: name.text }
  }
  if (['and', 'or'].includes(word(index)) && phrase.tokens[index + 1]?.operand) {
    const message = `no condition stands before \`${text(index)}\``
    return { from: index, to: index, message, hint: 'write one, or take it out' }
  }
  if (word(index) === 'if' && phrase.tokens[index + 1]?.operand) {
    const hint = 'write `CONDITION ? VALUE : OTHER`; `when` of a step takes the condition alone'
    return { from: index, to: index, message: 'a choice is written with `?` and `:`', hint }
  }
  return addressSlip(phrase, index)
}

const aText = 'a text stands in double quotes'
const alone = 'a field is named alone'

/** `not x`, `!x`: in most languages it is about the whole comparison, and nobody means `$not(x) = …`. */
function negation(phrase: Phrase, index: number, from: number): Slip | undefined {
  const own = phrase.source.slice(phrase.tokens[index]!.start, phrase.tokens[from - 1]!.end)
  const message = own === '!' ? '`!` is no operator here' : `\`${own}\` is the function \`$not\` here`
  const inner = phrase.condition(from)
  if (!inner) return undefined
  const grouped = phrase.text(from) === '(' && phrase.partner(from) === inner.to
  return { from: index, to: inner.to, message, write: grouped ? `$not${inner.text}` : `$not(${inner.text})` }
}

function addressSlip({ source, tokens, isName }: Phrase, index: number): Slip | undefined {
  const start = tokens[index]!.start
  const [address] = isName(index) ? /^[\w.+-]+@[A-Za-z][\w.-]*/.exec(source.slice(start)) ?? [] : []
  if (address === undefined) return undefined
  return { from: index, to: lastWithin(tokens, start + address.length), message: aText, write: `"${address}"` }
}

const lastWithin = (tokens: Phrase['tokens'], end: number): number => tokens.findLastIndex(token => token.start < end)

/** Quotes of word processors, and dates without quotes: some of them can be read, but never as they are meant. */
export function textSlip({ source, tokens }: Phrase, index: number): Slip | undefined {
  const { start, kind } = tokens[index]!
  const rest = source.slice(start)
  const [quoted, inner] = kind === 'name' ? curly.exec(rest) ?? [] : []
  if (quoted !== undefined) {
    const to = lastWithin(tokens, start + quoted.length)
    return { from: index, to, message: 'these are not the quotes of a keyboard', write: `"${inner}"` }
  }
  const [day] = kind === 'number' ? /^\d{4}-\d\d?-\d\d?(?:T[\d:.]+Z?)?(?![\w.-])/.exec(rest) ?? [] : []
  if (day === undefined) return undefined
  const to = lastWithin(tokens, start + day.length)
  return { from: index, to, message: 'a date is a text, and stands in double quotes', write: `"${day}"` }
}

const curly = /^[“”„«»‘’‚]([^“”„«»‘’‚"]*)[“”«»‘’]/

/** A list in other brackets behind `in`. */
export function listSlip(phrase: Phrase, index: number): Slip | undefined {
  if (!['(', '{'].includes(phrase.text(index)) || phrase.text(index - 1).toLowerCase() !== 'in') return undefined
  const list = phrase.after(index)
  const write = list && asList(list.text)
  if (!list || write === undefined) return undefined
  return { from: index, to: list.to, message: 'a list stands in square brackets', write }
}

/** Comments of other languages. */
export function commentSlip({ text, touches, tokens }: Phrase, index: number): Slip | undefined {
  const slashes = text(index) === '/' && text(index + 1).startsWith('/') && touches(index + 1)
  if (!slashes && text(index) !== '#' && !(text(index) === '-' && text(index + 1) === '-')) return undefined
  const hint = 'take it out; a comment stands behind the line, outside the quotes'
  return { from: index, to: tokens.length - 1, message: 'no comment begins like this', hint }
}
