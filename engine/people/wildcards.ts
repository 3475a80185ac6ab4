// Several wildcards as one test.
import { lower } from './fold.ts'
import { wildcard } from './wildcard.ts'

/** A test of texts, in any case, that any of the patterns meets. */
export function wildcards(patterns: readonly string[]): (text: string) => boolean {
  const [open, fixed] = [patterns.filter(beginsWild), patterns.filter(pattern => !beginsWild(pattern))]
  const openTests = open.map(wildcard)
  const fixedTests = fixed.map(wildcard)
  const begins = beginnings(fixed)
  return text => {
    const other = isOther(begins, text)
    if (other && openTests.length === 0) return false
    const lowered = lower(text)
    for (const meets of openTests) if (meets(lowered)) return true
    if (!other) for (const meets of fixedTests) if (meets(lowered)) return true
    return false
  }
}

const beginsWild = (pattern: string): boolean => pattern.startsWith('*') || pattern.startsWith('?')

/** The ASCII characters, in both cases, with which a text begins that meets one of the patterns. */
function beginnings(patterns: readonly string[]): Uint8Array {
  const begins = new Uint8Array(128)
  for (const pattern of patterns) {
    const first = lower(pattern).charAt(0)
    begins[first.charCodeAt(0)] = begins[first.toUpperCase().charCodeAt(0)] = 1
  }
  return begins
}

/**
 * The text begins with another character than any of these: most texts, which are then neither lowered nor compared.
 * Text beyond ASCII needs the closer look: its second character can combine with the first.
 */
const isOther = (begins: Uint8Array, text: string): boolean =>
  begins[text.charCodeAt(0)] === 0 && (text.length === 1 || text.charCodeAt(1) < 128)
