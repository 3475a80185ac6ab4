// Places of what is found, put together: a leak in every row is one line of the report.
import type { Spot } from './check.ts'

export type Spots = {
  add(spot: Spot & { readonly line: number }): void
  /** How many were added. */
  readonly count: number
  /** One per file, column and kind of thing, with the first place; in the order they were met. */
  all(): readonly Spot[]
}

/** So many different kinds of places are kept; more tell nothing new. */
const most = 200

export function spots(): Spots {
  const first = new Map<string, { readonly spot: Spot, more: number }>()
  let count = 0
  return {
    add(spot) {
      count++
      const key = `${spot.file}\n${spot.column ?? ''}\n${spot.text ?? ''}`
      const known = first.get(key)
      if (known) known.more++
      else if (first.size < most) first.set(key, { spot, more: 0 })
    },
    get count() { return count },
    all: () => [...first.values()].map(({ spot, more }) => more === 0 ? spot : { ...spot, more }),
  }
}
