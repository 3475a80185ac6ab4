// Where the nodes of a graph are drawn: in layers from left to right, with few crossings and without overlaps.
import type { Edge } from './lineage.ts'

/** A node, or a place where an edge passes a layer (`node` undefined). `y` is a centre, in rows of the drawing. */
export type Spot = { readonly node?: number, readonly layer: number, y: number }
export type Layout = {
  readonly layers: readonly (readonly Spot[])[]
  /** For each edge, the spots it passes from its first node to its last. */
  readonly ways: readonly (readonly Spot[])[]
}

/** `depths` gives the layer of every node; edges lead to deeper ones. The last layer keeps its order, a row each. */
export function layout(depths: readonly number[], edges: readonly Edge[]): Layout {
  const layers: Spot[][] = Array.from({ length: Math.max(0, ...depths) + 1 }, () => [])
  const place = (spot: Spot): Spot => {
    layers[spot.layer]!.push(spot)
    return spot
  }
  const spots = depths.map((layer, node) => place({ node, layer, y: 0 }))
  const ways = edges.map(({ from, to }) => {
    const [first, last] = [spots[from]!, spots[to]!]
    const passed = Array.from({ length: last.layer - first.layer - 1 }, (_, at) => place({ layer: first.layer + 1 + at, y: 0 }))
    return [first, ...passed, last]
  })
  const next = new Map<Spot, Spot[]>()
  for (const way of ways) for (const [at, spot] of way.slice(0, -1).entries()) next.set(spot, [...next.get(spot) ?? [], way[at + 1]!])
  layers.at(-1)!.forEach((spot, row) => { spot.y = row })
  for (const layer of layers.slice(0, -1).reverse()) settle(layer, next)
  const top = Math.min(0, ...layers.flat().map(({ y }) => y))
  for (const spot of layers.flat()) spot.y -= top
  return { layers, ways }
}

/** Puts the spots of a layer as near to what they lead to as a row of distance between them allows. */
function settle(layer: Spot[], next: ReadonlyMap<Spot, readonly Spot[]>): void {
  const wanted = new Map(layer.map(spot => [spot, mean((next.get(spot) ?? []).map(({ y }) => y))]))
  layer.sort((one, other) => wanted.get(one)! - wanted.get(other)!)
  // Neighbours that would overlap become a block around the middle of what they want, which may push the block before.
  const blocks: { readonly spots: Spot[], start: number }[] = []
  for (const spot of layer) {
    let block = { spots: [spot], start: wanted.get(spot)! }
    for (let before = blocks.at(-1); before && before.start + before.spots.length > block.start; before = blocks.at(-1)) {
      blocks.pop()
      const spots = [...before.spots, ...block.spots]
      block = { spots, start: mean(spots.map((one, at) => wanted.get(one)! - at)) }
    }
    blocks.push(block)
  }
  for (const { spots, start } of blocks) spots.forEach((spot, at) => { spot.y = start + at })
}

const mean = (numbers: readonly number[]): number => numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length
