// The word an author most likely meant.

/**
 * The candidate nearest to `word`, for "did you mean …?"; undefined when none is near.
 *
 * Near is within a third of the word's length (one edit for short words), counting insertions, deletions, replacements
 * and swapped neighbours. Case is free. Of equally near candidates the first wins.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  return allNearest(word, candidates)[0]
}

/** The nearest candidate where no other is as near: an answer that can be taken without asking. */
export function onlyNearest(word: string, candidates: readonly string[]): string | undefined {
  const [found, ...others] = new Set(allNearest(word, candidates))
  return others.length === 0 ? found : undefined
}

/** The candidates that are equally near, none of the others nearer. */
function allNearest(word: string, candidates: readonly string[]): readonly string[] {
  const wanted = word.toLowerCase()
  let limit = Math.max(1, Math.floor(wanted.length / 3))
  let found: readonly string[] = []
  for (const candidate of candidates) {
    const edits = distance(wanted, candidate.toLowerCase(), limit)
    if (edits > limit) continue
    found = edits < limit ? [candidate] : [...found, candidate]
    limit = edits
  }
  return found
}

/** Edits that turn `from` into `to` (optimal string alignment); anything above `limit` stands for "too many". */
function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let edits = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1))
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        edits = Math.min(edits, beforeLast[column - 2]! + 1)
      }
      current.push(edits)
    }
    if (Math.min(...current) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return last[to.length]!
}
