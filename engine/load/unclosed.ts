// Quotes and brackets that are never closed: shown where they open; the parser notices at the end of the file only.
import type { CST } from 'yaml'
import type { Flaw } from './flaw.ts'

/** What a token opens and does not close; undefined when all is well. */
export function unclosed(token: CST.Token): Flaw | undefined {
  switch (token.type) {
    case 'single-quoted-scalar':
      return closedSingle(token.source) ? undefined : open(token.offset, 'quote')
    case 'double-quoted-scalar':
      return closedDouble(token.source) ? undefined : open(token.offset, 'quote')
    case 'flow-collection': {
      const close = token.start.type === 'flow-map-start' ? '}' : ']'
      return token.end.some(({ source }) => source === close) ? undefined : open(token.offset, 'bracket')
    }
    default: return undefined
  }
}

/** The last quote closes unless it is the second of a doubled one: then their number is odd. */
const closedSingle = (source: string): boolean =>
  source.endsWith("'") && (source.length - source.replaceAll("'", '').length) % 2 === 0

/** The last quote closes unless it is the first one too, or a backslash that is not itself escaped stands before it. */
function closedDouble(source: string): boolean {
  const last = source.length - 1
  let backslashes = 0
  while (source[last - 1 - backslashes] === '\\') backslashes++
  return last > 0 && source[last] === '"' && backslashes % 2 === 0
}

const open = (from: number, what: 'quote' | 'bracket'): Flaw => ({
  code: 'yaml-syntax', from, to: from + 1,
  message: `this ${what} is never closed`,
  hint: what === 'quote'
    ? 'close it at the end of the text; inside single quotes, a single quote is written twice'
    : 'close it after the last item',
})
