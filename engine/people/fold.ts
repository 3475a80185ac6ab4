// One form of a text for comparing: composed and lower-case, the same under every locale.

/** True where every character is below U+0080, so that no Unicode rule can change it beyond `toLowerCase`. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

/**
 * NFC, lower-case, NFC again (security-reliability.md §1.4: lower-casing can leave a sequence that composes). Never the
 * locale form: a Turkish machine must give the pseudonyms that every other gives.
 */
export const lower = (text: string): string =>
  isAscii(text) ? text.toLowerCase() : text.normalize('NFC').toLowerCase().normalize('NFC')

/** `lower`, and blanks as directories compare them: none at the ends, one between words. */
export const fold = (text: string): string => lower(text).trim().replace(/\s{2,}|[^\S ]/g, ' ')

/** Without ASCII blanks at the ends. Other blanks stay: what carries them is damaged and must not pass as clean. */
export function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

const isBlank = (code: number): boolean => code === 0x20 || code >= 0x09 && code <= 0x0d
