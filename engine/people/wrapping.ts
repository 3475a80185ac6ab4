// What stands around an address: a display name, angle brackets, the type of the address.
import { isAscii, isLetterOrDigit, trimBlanks } from './characters.ts'

export type Unwrapped = {
  /**
   * What the prefix says the text is: `any` without one or with `smtp:` or `mailto:`, `x500` with `X500:` or `EX:`,
   * `foreign` with the prefix of another network (`x400:`, `sip:`, `eum:` …), which names no mailbox.
   */
  readonly type: 'any' | 'x500' | 'foreign'
  /** The text inside, composed (NFC), without blanks at its ends. */
  readonly text: string
}

/**
 * Takes away `Name <…>`, `<…>`, `mailto:` and the prefixes of proxyAddresses, in any order
 * (security-reliability.md §1.4, exchange-domain.md §7). The case of a prefix does not matter here.
 */
export function unwrap(text: string): Unwrapped {
  let rest = trimBlanks(isAscii(text) ? text : text.normalize('NFC'))
  for (;;) {
    const open = rest.endsWith('>') ? rest.lastIndexOf('<') : -1
    if (open >= 0) {
      rest = trimBlanks(rest.slice(open + 1, -1))
      continue
    }
    const colon = prefixEnd(rest)
    if (colon < 0) return { type: 'any', text: rest }
    const type = types.get(rest.slice(0, colon).toLowerCase())
    const inner = trimBlanks(rest.slice(colon + 1))
    if (type === undefined) {
      // `Re: a name with a colon` is a name; a prefix touches what it describes.
      const touches = rest.length - colon - 1 === inner.length
      return touches ? { type: 'foreign', text: inner } : { type: 'any', text: rest }
    }
    if (type === 'x500') return { type, text: inner }
    rest = inner
  }
}

const types = new Map<string, 'any' | 'x500'>([['smtp', 'any'], ['mailto', 'any'], ['x500', 'x500'], ['ex', 'x500']])

/** Where the colon after a leading word stands, or -1. */
function prefixEnd(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x3a) return at === 0 ? -1 : at
    if (!isLetterOrDigit(code)) return -1
  }
  return -1
}
