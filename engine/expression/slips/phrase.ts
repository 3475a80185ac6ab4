// The tokens of an expression that is not valid, read as far as they make sense: operands and where they end.
import type { Token } from '../tokens.ts'

/** A run of tokens, first and last, with its text as it should be written. */
export type Operand = { readonly from: number, readonly to: number, readonly text: string }

export type Phrase = {
  readonly source: string
  readonly tokens: readonly Token[]
  /** The text of a token; blank where there is none. */
  text: (index: number) => string
  /** The same in lower case, for words. */
  word: (index: number) => string
  isName: (index: number) => boolean
  /** No blank stands between the token and the one before. */
  touches: (index: number) => boolean
  /** An operand ends with this token. */
  ends: (index: number) => boolean
  /** The operand that ends or begins with a token. */
  before: (last: number) => Operand | undefined
  after: (first: number) => Operand | undefined
  /** A whole condition, up to what joins it with the next. */
  condition: (first: number) => Operand | undefined
  /** `and`, `or` or what other languages have for them. */
  joining: (index: number) => boolean
  /** The bracket that belongs to one, or undefined. */
  partner: (index: number) => number | undefined
}

const closes: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const operandKinds: readonly Token['kind'][] = ['name', 'text', 'number', 'variable', 'pattern']

export function phraseOf(source: string, tokens: readonly Token[]): Phrase {
  const text = (index: number): string => {
    const token = tokens[index]
    return token ? source.slice(token.start, token.end) : ''
  }
  const word = (index: number): string => isName(index) ? text(index).toLowerCase() : ''
  const isName = (index: number): boolean => tokens[index]?.kind === 'name'
  const touches = (index: number): boolean => index > 0 && tokens[index - 1]!.end === tokens[index]?.start
  const isOperand = (index: number): boolean => operandKinds.includes(tokens[index]?.kind ?? 'operator')
  const ends = (index: number): boolean => isOperand(index) || [')', ']', '}'].includes(text(index))
  const partners = partnersOf(tokens.map((_, index) => text(index)))
  const partner = (index: number): number | undefined => partners.get(index)

  /** `$params.as-of` and `sender-department` are written without blanks. */
  const joins = (index: number): boolean => ['.', '-'].includes(text(index)) && touches(index) && touches(index + 1)
  const operand = (from: number, to: number): Operand => {
    const written = source.slice(tokens[from]!.start, tokens[to]!.end)
    const hyphened = /^(\$params\.)?([A-Za-z_][\w-]*-[\w-]*)$/.exec(written)
    return { from, to, text: hyphened ? `${hyphened[1] ?? ''}\`${hyphened[2]}\`` : inDoubleQuotes(written) }
  }

  const before = (last: number): Operand | undefined => {
    const open = ends(last) && !isOperand(last) ? partner(last) : undefined
    if (open !== undefined) {
      const called = text(open) === '(' && (tokens[open - 1]?.kind === 'variable' || isName(open - 1))
      return operand(called ? open - 1 : open, last)
    }
    if (!isOperand(last)) return undefined
    let first = last
    while (joins(first - 1) && isOperand(first - 2)) first -= 2
    return operand(first, last)
  }
  const after = (first: number): Operand | undefined => {
    const close = partner(first)
    if (Object.hasOwn(closes, text(first))) return close === undefined ? undefined : operand(first, close)
    if (!isOperand(first)) return undefined
    let last = first
    while (joins(last + 1) && isOperand(last + 2)) last += 2
    const call = text(last + 1) === '(' ? partner(last + 1) : undefined
    return operand(first, call ?? last)
  }
  const condition = (first: number): Operand | undefined => {
    let last = first - 1
    while (last + 1 < tokens.length && !ending(last + 1)) last = partners.get(last + 1) ?? last + 1
    return last < first ? undefined : operand(first, last)
  }
  const joining = (index: number): boolean => ['and', 'or'].includes(text(index).toLowerCase())
    || ['&', '|'].includes(text(index)) && text(index + 1) === text(index)
    || text(index) === '-' && ['and', 'or'].includes(word(index + 1))
  const ending = (index: number): boolean => joining(index) || [')', ']', '}', ',', ';', '?', ':'].includes(text(index))

  return { source, tokens, text, word, isName, touches, ends, before, after, condition, joining, partner }
}

/** Single quotes end the text that YAML has around an expression. */
export const inDoubleQuotes = (text: string): string => text.replace(/'([^'"\\]*)'/g, '"$1"')

/** Opening and closing brackets of each other, both ways. */
function partnersOf(texts: readonly string[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const open: number[] = []
  texts.forEach((text, index) => {
    if (Object.hasOwn(closes, text)) open.push(index)
    else if (open.length > 0 && text === closes[texts[open.at(-1)!]!]) {
      const partner = open.pop()!
      found.set(partner, index).set(index, partner)
    }
  })
  return found
}
