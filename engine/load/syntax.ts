// What YAML can do and rule files do without, found before the parts are composed into a document.
import type { CST } from 'yaml'
import type { Flaw } from './flaw.ts'
import { unclosed } from './unclosed.ts'

/** The deepest nesting of maps and lists in a rule file (security-reliability.md §1.7). */
const deepest = 20

/**
 * `deep`: too deep to be composed, which calls itself once per level. `open`: where the quote or bracket stands
 * that is never closed; what the parser says about the text behind it is a consequence.
 */
type Refused = { readonly flaws: readonly Flaw[], readonly deep: boolean, readonly open: number }

/** Finds directives, anchors, aliases, tags, a second document, too deep nesting, and what is never closed. */
export function refusedSyntax(tokens: readonly CST.Token[]): Refused {
  const flaws: Flaw[] = []
  let deep = false
  let open: Flaw | undefined
  const refuse = (token: Spot, message: string, hint: string): void => {
    flaws.push({ code: 'yaml-syntax', from: token.offset, to: token.offset + token.source.length, message, hint })
  }
  const single = (token: CST.Token | null | undefined): void => {
    if (!token) return
    const refusal = refusals[token.type]
    if (refusal && 'source' in token) refuse(token as Spot, ...refusal)
    // What is around the last thing that is never closed is not closed either.
    const opened = unclosed(token)
    if (opened && opened.from >= (open?.from ?? 0)) open = opened
  }
  const visit = (token: CST.Token | null | undefined, depth: number): void => {
    single(token)
    if (!token || !('items' in token)) return
    if (depth > deepest) {
      deep = true
      const message = `maps and lists are nested more than ${deepest} deep`
      refuse({ offset: token.offset, source: ' ' }, message, 'no rule needs that; make it flatter')
      return
    }
    for (const { start, key, sep, value } of token.items) {
      start.forEach(single)
      visit(key, depth + 1)
      sep?.forEach(single)
      visit(value, depth + 1)
    }
  }
  let documents = 0
  for (const token of tokens) {
    single(token)
    if (token.type !== 'document') continue
    if (++documents > 1) refuse({ offset: token.offset, source: '---' }, 'a second document begins here', oneDocument)
    token.start.forEach(single)
    visit(token.value, 1)
  }
  return { flaws: open ? [...flaws, open] : flaws, deep, open: open?.from ?? Infinity }
}

const oneDocument = 'a rule file is one document; move this to a file of its own'
const noSharing = 'in quotes; to share a part, use `include` or `params`'

type Spot = { readonly offset: number, readonly source: string }

const refusals: Readonly<Partial<Record<CST.Token['type'], readonly [message: string, hint: string]>>> = {
  directive: ['a directive (a line that begins with %) may not stand in a rule file', 'delete the line'],
  anchor: ['an anchor (&) may not stand in a rule file', `put text that begins with & ${noSharing}`],
  alias: ['an alias (*) may not stand in a rule file', `put text that begins with * ${noSharing}`],
  tag: ['a tag (!) may not stand in a rule file', 'put text that begins with ! in quotes'],
}
