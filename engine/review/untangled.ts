// The order of spots within layers in which few edges cross.

/** The spots that each spot has an edge with, on one side. */
export type Neighbours<Spot> = ReadonlyMap<Spot, readonly Spot[]>
type Layers<Spot> = readonly (readonly Spot[])[]
type Sides<Spot> = { readonly next: Neighbours<Spot>, readonly before: Neighbours<Spot> }

/**
 * Layers with the same spots in another order; the last one keeps its own. From right to left each layer follows the
 * middle of what it leads to; then neighbours change places for as long as that takes crossings away.
 */
export function untangled<Spot>(layers: Layers<Spot>, { next, before }: Sides<Spot>): Layers<Spot> {
  const sorted = layers.map(layer => [...layer])
  const rank = new Map<Spot, number>()
  const number = (layer: readonly Spot[]): void => layer.forEach((spot, at) => rank.set(spot, at))
  const ranks = (spot: Spot, side: Neighbours<Spot>): readonly number[] =>
    (side.get(spot) ?? []).map(one => rank.get(one)!)
  for (const layer of sorted.toReversed()) {
    if (layer !== sorted.at(-1)) {
      const middles = new Map(layer.map(spot => [spot, middle(ranks(spot, next))]))
      layer.sort((one, other) => middles.get(one)! - middles.get(other)!)
    }
    number(layer)
  }
  const gain = (one: Spot, other: Spot): number => [next, before].reduce((sum, side) => {
    const [above, below] = [ranks(one, side), ranks(other, side)]
    return sum + crossings(above, below) - crossings(below, above)
  }, 0)
  for (let swapped = true; swapped;) {
    swapped = false
    for (const layer of sorted.slice(0, -1)) {
      for (let at = 0; at + 1 < layer.length; at++) {
        const [one, other] = [layer[at]!, layer[at + 1]!]
        if (gain(one, other) <= 0) continue
        layer.splice(at, 2, other, one)
        number(layer)
        swapped = true
      }
    }
  }
  return sorted
}

/** How often edges of a spot cross those of the spot below it, by the ranks of their other ends. */
const crossings = (above: readonly number[], below: readonly number[]): number =>
  above.reduce((sum, one) => sum + below.filter(other => one > other).length, 0)

const middle = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)
