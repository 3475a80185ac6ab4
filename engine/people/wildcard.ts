// Wildcards: `*` for any characters, `?` for one.
import { lower } from './fold.ts'

/**
 * Compiles a pattern into a test of whole texts. Case does not count; the test takes texts that are `lower` already.
 * Time grows with the product of both lengths at worst, never faster.
 */
export function wildcard(pattern: string): (lowered: string) => boolean {
  const wanted = lower(pattern)
  const literal = wanted.replace(/[*?]/g, '')
  if (wanted === literal) return text => text === literal
  if (wanted === `${literal}*`) return text => text.startsWith(literal)
  if (wanted === `*${literal}`) return text => text.endsWith(literal)
  return text => matches(wanted, text)
}

function matches(pattern: string, text: string): boolean {
  let inPattern = 0
  let inText = 0
  let star = -1
  let resume = 0
  while (inText < text.length) {
    const wanted = pattern[inPattern]
    if (wanted === '*') {
      star = inPattern++
      resume = inText
    } else if (wanted === '?' || wanted === text[inText]) {
      inText += wanted === '?' ? String.fromCodePoint(text.codePointAt(inText)!).length : 1
      inPattern++
    } else if (star >= 0) {
      // The last `*` takes one character more; earlier ones never need to.
      inPattern = star + 1
      inText = ++resume
    } else {
      return false
    }
  }
  while (pattern[inPattern] === '*') inPattern++
  return inPattern === pattern.length
}
