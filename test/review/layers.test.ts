// Where boxes and lines are drawn.
import test from 'ava'
import fc from 'fast-check'
import { height, layout } from '../../engine/review/layers.ts'
import { untangled } from '../../engine/review/untangled.ts'

const graph = fc.integer({ min: 2, max: 5 }).chain(depth =>
  fc.array(fc.integer({ min: 0, max: depth - 1 }), { minLength: 1, maxLength: 14 }).chain(inner => {
    const depths = [...inner, depth, depth]
    const pairs = depths.flatMap((from, one) =>
      depths.flatMap((to, other) => from < to ? [{ from: one, to: other }] : []))
    return fc.record({ depths: fc.constant(depths), edges: fc.subarray(pairs) })
  }))

test('boxes and lines of a layer never overlap, and edges pass every layer between their ends', t => {
  fc.assert(fc.property(graph, ({ depths, edges }) => {
    const { layers, ways } = layout(depths, edges)
    for (const layer of layers) {
      const spots = layer.toSorted((one, other) => one.y - other.y)
      spots.forEach((spot, at) => {
        const before = spots[at - 1]
        if (before && spot.y - before.y < (height(before) + height(spot)) / 2 - 1e-9) throw new Error('two overlap')
      })
      if (layer.some(spot => spot.y - height(spot) / 2 < -0.5 - 1e-9)) throw new Error('something stands too high')
    }
    ways.forEach((way, at) => {
      const { from, to } = edges[at]!
      if (way[0]!.node !== from || way.at(-1)!.node !== to) throw new Error('an edge ends elsewhere')
      way.forEach((spot, index) => {
        if (spot.layer !== depths[from]! + index) throw new Error('an edge skips a layer')
      })
    })
  }))
  t.pass()
})

/** Letters of two layers; each pair of letters is an edge. */
const drawn = (left: string, right: string, edges: readonly string[]): string => {
  const next = new Map([...left].map(one => [one, edges.filter(edge => edge[0] === one).map(edge => edge[1]!)]))
  const before = new Map([...right].map(one => [one, edges.filter(edge => edge[1] === one).map(edge => edge[0]!)]))
  return untangled([[...left], [...right]], { next, before }).map(layer => layer.join('')).join(' ')
}

const orders = [
  {
    title: 'columns keep their order, and what leads to them follows', left: 'abc', right: 'xyz',
    edges: ['az', 'by', 'cx'], expect: 'cba xyz',
  },
  { title: 'what leads nowhere near stays where it is', left: 'ab', right: 'xy', edges: ['ax', 'by'], expect: 'ab xy' },
  {
    // The middle of what a leads to is below b's, for the sake of one far edge.
    title: 'neighbours change places where that takes crossings away', left: 'ba', right: 'pqrstuvwxy',
    edges: ['ap', 'aq', 'ar', 'ay', 'br'], expect: 'ab pqrstuvwxy',
  },
] as const

for (const { title, left, right, edges, expect } of orders) {
  test(title, t => { t.is(drawn(left, right, edges), expect) })
}
