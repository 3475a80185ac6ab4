// Characters that make a rule file read differently from how it looks (security-reliability.md §1.7, "text tricks").
import type { Flaw } from './flaw.ts'

// Controls except tab and line ends, a carriage return alone, everything without a shape (zero-width, bidirectional,
// soft hyphen, byte-order mark), line separators that not every editor counts, halves of characters, and what a decoder
// puts where bytes are no character.
const forbidden = /(?![\t\n])(?!\r\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\uFFFD]/gu
const undecoded = '\uFFFD'

const reported = 20

/** The first forbidden characters of a text; a binary file would otherwise give thousands. */
export function forbiddenCharacters(text: string): readonly Flaw[] {
  return [...text.matchAll(forbidden)].slice(0, reported).map(({ 0: character, index }) => ({
    code: 'yaml-syntax', from: index, to: index + character.length,
    ...character === undecoded
      ? { message: 'the file is not UTF-8 here', hint: 'save it as UTF-8' }
      : {
        message: `the character ${codePoint(character)} cannot be seen and may not stand in a rule file`,
        hint: 'delete it, or type the word again',
      },
  }))
}

/** The offset of the first character that an escape such as `"\u202e"` brought into a value. */
export function forbiddenInValue(value: string): { readonly offset: number, readonly name: string } | undefined {
  for (const { 0: character, index } of value.matchAll(forbidden)) {
    if (character !== '\r') return { offset: index, name: codePoint(character) }
  }
  return undefined
}

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
