// Commas and brackets that are missing, or stand where none belongs.
import { type Phrase, inDoubleQuotes } from './phrase.ts'
import type { Slip } from './slips.ts'

/** `;` for `,`, and a comma that is missing; behind an operand. `open` is the innermost bracket that is open. */
export function commaSlip(phrase: Phrase, index: number, open: number | undefined): Slip | undefined {
  const { source, text, ends, touches, tokens } = phrase
  const before = tokens[index - 1]
  const call = open !== undefined && (text(open) === '[' || text(open) === '(' && ends(open - 1) && touches(open))
  if (text(index) === ';' && call) return { from: index, to: index, message: '`;` does not fit here', write: ',' }
  if (text(index) === ';' || text(index) === ',' && open === undefined) {
    const [number] = before?.kind === 'number' ? /^\d{1,3}(?:,\d{3})+(?!\d)/.exec(source.slice(before.start)) ?? [] : []
    if (number !== undefined) {
      const to = tokens.findLastIndex(({ start }) => start < before!.start + number.length)
      const message = 'a number has no marks between its digits'
      return { from: index - 1, to, message, write: number.replaceAll(',', '') }
    }
    const message = `\`${text(index)}\` does not fit here`
    return { from: index, to: index, message, hint: 'write `and` or `or` between two conditions' }
  }
  if (before?.kind === 'number' && tokens[index]?.kind === 'name' && touches(index)) {
    return { from: index - 1, to: index, message: 'a number has no unit', hint: 'write it in full, such as 10000' }
  }
  const begins = tokens[index]!.operand && tokens[index]!.kind !== 'operator'
  if (!call || !begins) return undefined
  return { from: index - 1, to: index, message: 'a comma is missing here', write: `${text(index - 1)}, ${text(index)}` }
}

/** A bracket that closes nothing, or one that is never closed, with where it most likely ends. */
export function bracketSlip(phrase: Phrase): Slip | undefined {
  const { tokens, text, partner } = phrase
  const isLone = (index: number): boolean => '()[]{}'.includes(text(index)) && partner(index) === undefined
  const lone = tokens.flatMap((_, index) => isLone(index) ? [index] : [])
  const closing = lone.find(index => ')]}'.includes(text(index)))
  const [open] = lone
  if (open === undefined) return undefined
  if (closing !== undefined) {
    if (lone.length > 1) return undefined
    const message = `no bracket is open that \`${text(closing)}\` closes`
    return { from: closing, to: closing, message, hint: 'take it out, or write the bracket that opens' }
  }
  // Behind an operator more than a bracket is missing.
  if (!phrase.ends(tokens.length - 1)) return undefined
  const named = text(open) === '(' && (tokens[open - 1]?.kind === 'variable' || phrase.isName(open - 1))
  const from = named ? open - 1 : open
  const message = `the bracket that opens here is never closed: \`${closes[text(open)]}\` is missing`
  const end = lone.length === 1 && (named || text(open) === '[') ? endOf(phrase, open) : tokens.length - 1
  const begun = inDoubleQuotes(phrase.source.slice(tokens[from]!.start, tokens[end]!.end))
  const missing = lone.toReversed().map(index => closes[text(index)]).join('')
  return { from, to: end, message, write: `${begun}${missing}` }
}

/** The last token that can belong to what a bracket opens: conditions are joined outside of it. */
function endOf({ tokens, joining, partner }: Phrase, open: number): number {
  let last = open
  while (last + 1 < tokens.length && !joining(last + 1)) last = partner(last + 1) ?? last + 1
  return last
}

const closes: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
