// What single characters are, and what stands at the ends of a text.

/** True where every character is below U+0080, so that no Unicode rule can change it beyond `toLowerCase`. */
export const isAscii = (text: string): boolean => !beyondAscii.test(text)

const beyondAscii = /[\u0080-\uffff]/

/** An ASCII letter or digit, by its code. */
export const isLetterOrDigit = (code: number): boolean =>
  code >= 0x61 && code <= 0x7a || code >= 0x30 && code <= 0x39 || code >= 0x41 && code <= 0x5a

/** Without ASCII blanks at the ends. Other blanks stay: what carries them is damaged and must not pass as clean. */
export function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

const isBlank = (code: number): boolean => code === 0x20 || code >= 0x09 && code <= 0x0d
