// What people write who know another language: found in an expression that is not valid, with what to write instead.
import type { Problem } from '../scope.ts'
import type { Token } from '../tokens.ts'
import { bracketSlip, commaSlip } from './brackets.ts'
import { type Phrase, phraseOf } from './phrase.ts'
import { commentSlip, listSlip, operandSlip, operatorSlip, textSlip } from './signs.ts'
import { wordSlip } from './words.ts'

/** Tokens, first and last, that should be written otherwise; `hint` where that has no one answer. */
export type Slip = Span & ({ readonly write: string } | { readonly hint: string })
type Span = { readonly from: number, readonly to: number, readonly message: string }

/** Slips in an expression that is valid, and never means what it says. */
export const slipsOfValid = (source: string, tokens: readonly Token[]): readonly Problem[] =>
  found(phraseOf(source, tokens), (phrase, index) => textSlip(phrase, index))

/** All slips in an expression that is not valid, in the order of the source; none where it is broken in another way. */
export function slips(source: string, tokens: readonly Token[]): readonly Problem[] {
  const all = tokens.filter(({ kind }) => kind !== 'comment')
  // Behind a text that is never closed everything is another text.
  if (all.some(({ closed, kind }) => !closed && kind !== 'pattern')) return []
  const phrase = phraseOf(source, all)
  const problems = found(phrase, slipAt)
  const bracket = problems.length === 0 && all.every(({ closed }) => closed) ? bracketSlip(phrase) : undefined
  return bracket ? [problemOf(bracket, phrase)] : problems
}

function slipAt(phrase: Phrase, index: number, behind: boolean, open: number | undefined): Slip | undefined {
  return textSlip(phrase, index) ?? (behind
    ? operatorSlip(phrase, index) ?? wordSlip(phrase, index)
      ?? commentSlip(phrase, index) ?? commaSlip(phrase, index, open)
    : listSlip(phrase, index) ?? operandSlip(phrase, index))
}

/** `behind` an operand an operator is due; `open` is the innermost bracket that is open. */
type Find = (phrase: Phrase, index: number, behind: boolean, open: number | undefined) => Slip | undefined

function found(phrase: Phrase, find: Find): readonly Problem[] {
  const problems: Problem[] = []
  const open: number[] = []
  let behind = false
  for (let index = 0; index < phrase.tokens.length; index++) {
    const slip = find(phrase, index, behind, open.at(-1))
    if (slip) {
      problems.push(problemOf(slip, phrase))
      behind = 'write' in slip ? !/^(?:and|or|in|[=!<>]+|,)$/.test(slip.write) : slip.from < slip.to
      index = Math.max(index, slip.to)
      continue
    }
    const text = phrase.text(index)
    if ('([{'.includes(text)) open.push(index)
    if (')]}'.includes(text)) open.pop()
    behind = phrase.ends(index)
  }
  return problems
}

function problemOf(slip: Slip, { tokens }: Phrase): Problem {
  const [offset, end] = [tokens[slip.from]!.start, tokens[slip.to]!.end]
  const at = { code: 'expression-syntax', offset, length: end - offset, message: slip.message } as const
  if ('hint' in slip) return { ...at, hint: slip.hint }
  return { ...at, hint: `write \`${slip.write}\``, fix: { replace: slip.write } }
}
