// Expected rows beside the rows that came: which belongs to which, where some are missing or too many.

/** A pair of indices; a missing row has no `got`, a row too many no `expected`. */
export type Pair = { readonly expected?: number, readonly got?: number }

/**
 * Pairs rows in order, so that as few cells as possible differ. `difference` is the share of the listed cells that differ,
 * 0 to 1; rows are paired as long as both sides have one left.
 */
export function aligned(expected: number, got: number, difference: (expected: number, got: number) => number): readonly Pair[] {
  // Leaving out one row on each side costs more than pairing two that have nothing in common.
  const alone = 0.51
  const costs = Array.from({ length: expected + 1 }, () => Array.from({ length: got + 1 }, () => 0))
  for (let row = expected; row >= 0; row--) {
    for (let column = got; column >= 0; column--) {
      if (row === expected && column === got) continue
      costs[row]![column] = Math.min(
        row < expected && column < got ? difference(row, column) + costs[row + 1]![column + 1]! : Infinity,
        row < expected ? alone + costs[row + 1]![column]! : Infinity,
        column < got ? alone + costs[row]![column + 1]! : Infinity,
      )
    }
  }
  const pairs: Pair[] = []
  for (let row = 0, column = 0; row < expected || column < got;) {
    const cost = costs[row]![column]!
    if (row < expected && column < got && cost === difference(row, column) + costs[row + 1]![column + 1]!) {
      pairs.push({ expected: row++, got: column++ })
    } else if (row < expected && cost === alone + costs[row + 1]![column]!) pairs.push({ expected: row++ })
    else pairs.push({ got: column++ })
  }
  return pairs
}
