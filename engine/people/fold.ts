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
  const lowered = lower(text).trim()
  return uneven.test(lowered) ? lowered.replace(/\s{2,}|[^\S ]/g, ' ') : lowered
}

const uneven = /\s\s|[^\S ]/
