// One form of a text for comparing: composed and lower-case, the same under every locale.
import { isAscii } from './characters.ts'

/**
 * NFC, lower-case, NFC again (security-reliability.md §1.4: lower-casing can leave a sequence that composes). Never
 * the locale form: a Turkish machine must give the pseudonyms that every other gives.
 */
export const lower = (text: string): string =>
  isAscii(text) ? text.toLowerCase() : text.normalize('NFC').toLowerCase().normalize('NFC')

/** `lower`, and blanks as directories compare them: none at the ends, one between words. */
export function fold(text: string): string {
  // One look settles nearly all texts.
  if (even.test(text)) return text.toLowerCase()
  return lower(text).trim().replace(/\s{2,}|[^\S ]/g, ' ')
}

/**
 * Single blanks between words of ASCII or of Latin letters with marks, which are composed in either case. Not among them:
 * the Turkish İ, which becomes two characters.
 */
const even = /^[!-~\u00c0-\u012f\u0131-\u017f]+(?: [!-~\u00c0-\u012f\u0131-\u017f]+)*$/
