// Cycles in a table whose rows refer to each other.

/**
 * The rows, by index, whose parents lead back to themselves; not those that only lead into a cycle. Of several rows with
 * one id the first counts. Each row is walked once.
 */
export function cyclesOf(rows: readonly { readonly id: string, readonly parent: string }[]): readonly number[] {
  const byId = new Map<string, number>()
  for (const [index, { id }] of rows.entries()) if (!byId.has(id)) byId.set(id, index)
  const walked = new Set<number>()
  const found: number[] = []
  for (let start = 0; start < rows.length; start++) {
    const way: number[] = []
    const onWay = new Set<number>()
    let at: number | undefined = start
    while (at !== undefined && !walked.has(at)) {
      walked.add(at)
      way.push(at)
      onWay.add(at)
      const { parent }: { readonly parent: string } = rows[at]!
      at = parent === '' ? undefined : byId.get(parent)
    }
    if (at !== undefined && onWay.has(at)) found.push(...way.slice(way.indexOf(at)))
  }
  return found.toSorted((one, other) => one - other)
}
