// Columns of an unknown meaning: whether their cells tell one account from all others.
import { ownText } from './folded.ts'

export type Identifying = {
  add(text: string, line: number): void
  /** Each text with the line it stands in first, where the column identifies. */
  texts(): ReadonlyMap<string, number> | undefined
  /** Every text that was seen passes. */
  every(test: (text: string) => boolean): boolean
}

/** Below this many cells, departments can all differ too. */
const fewest = 20

/** Longer texts are remarks, keys or certificates. */
const longest = 100

/**
 * A column identifies where nine of ten of its cells are there once only. Days and times are left out: most differ, and
 * they are no identity. Memory grows with the different cells.
 */
export function identifying(): Identifying {
  const first = new Map<string, number>()
  let cells = 0
  let other = 0
  return {
    add(text, line) {
      cells++
      if (text.length > longest || isTime(text)) other++
      else if (!first.has(text)) first.set(ownText(text), line)
    },
    texts: () => cells >= fewest && first.size >= cells * 0.9 ? first : undefined,
    every: test => cells > 0 && other === 0 && [...first.keys()].every(test),
  }
}

/** `31.12.2019`, `2024-05-20T08:00:00Z`, `/Date(1685601416042)/`: figures with signs of dates between them. */
const isTime = (text: string): boolean => /^\d{1,4}([./-])\s?\d{1,2}\1\s?\d{1,4}\.?(?:$|[T\s,])|^\/Date\(-?\d+/.test(text)
