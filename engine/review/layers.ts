// Where the nodes of a graph are drawn: in layers from left to right, with few crossings and without overlaps.
import type { Edge } from './lineage.ts'
import { type Neighbours, untangled } from './untangled.ts'

/** A node, or a place where an edge passes a layer (`node` undefined). `y` is a centre, in rows of the drawing. */
export type Spot = { readonly node?: number, readonly layer: number, y: number }
export type Layout = {
  readonly layers: readonly (readonly Spot[])[]
  /** For each edge, the spots it passes from its first node to its last. */
  readonly ways: readonly (readonly Spot[])[]
}

/** `depths` gives the layer of every node; edges lead to deeper ones. The last layer keeps its order, a row each. */
export function layout(depths: readonly number[], edges: readonly Edge[]): Layout {
  const given: Spot[][] = Array.from({ length: Math.max(0, ...depths) + 1 }, () => [])
  const place = (spot: Spot): Spot => {
    given[spot.layer]!.push(spot)
    return spot
  }
  const spots = depths.map((layer, node) => place({ node, layer, y: 0 }))
  const ways = edges.map(({ from, to }) => {
    const [first, last] = [spots[from]!, spots[to]!]
    const between = Array.from({ length: last.layer - first.layer - 1 }, (_, at) => first.layer + 1 + at)
    return [first, ...between.map(layer => place({ layer, y: 0 })), last]
  })
  const next = steps(ways)
  const layers = untangled(given, { next, before: steps(ways.map(way => way.toReversed())) })
  layers.at(-1)!.forEach((spot, row) => { spot.y = row })
  for (const layer of layers.slice(0, -1).toReversed()) settle(layer, next)
  const top = Math.min(0, ...layers.flat().map(spot => spot.y - height(spot) / 2 + 0.5))
  for (const spot of layers.flat()) spot.y -= top
  return { layers, ways }
}

/** The spots that each spot leads to. */
function steps(ways: readonly (readonly Spot[])[]): Neighbours<Spot> {
  const next = new Map<Spot, Spot[]>()
  for (const way of ways) {
    for (const [at, spot] of way.slice(0, -1).entries()) next.set(spot, [...next.get(spot) ?? [], way[at + 1]!])
  }
  return next
}

/** Puts the spots of a layer, in their order, as near to what they lead to as the distances between them allow. */
function settle(layer: readonly Spot[], next: Neighbours<Spot>): void {
  const wanted = new Map(layer.map(spot => [spot, mean((next.get(spot) ?? []).map(({ y }) => y))]))
  // Neighbours that would overlap become a block around the middle of what they want, which may push the block before.
  const blocks: Block[] = []
  for (const spot of layer) {
    let block: Block = { spots: [spot], top: wanted.get(spot)! - height(spot) / 2 }
    for (let before = blocks.at(-1); before && bottom(before) > block.top; before = blocks.at(-1)) {
      blocks.pop()
      const spots = [...before.spots, ...block.spots]
      block = { spots, top: mean(spots.map((one, at) => wanted.get(one)! - middle(spots, at))) }
    }
    blocks.push(block)
  }
  for (const { spots, top } of blocks) spots.forEach((spot, at) => { spot.y = top + middle(spots, at) })
}

type Block = { readonly spots: readonly Spot[], readonly top: number }

/** In rows; an edge that passes needs less than a box. */
export const height = ({ node }: Pick<Spot, 'node'>): number => node === undefined ? 0.45 : 1

/** How far below the top of a block the middle of one of its spots is. */
const middle = (spots: readonly Spot[], at: number): number => total(spots.slice(0, at)) + height(spots[at]!) / 2
const bottom = ({ spots, top }: Block): number => top + total(spots)
const total = (spots: readonly Spot[]): number => spots.reduce((sum, spot) => sum + height(spot), 0)

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length
