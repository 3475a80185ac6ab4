// The lineage of an output as a drawing: what is read at the left, steps between, columns at the right.
import { type Html, html } from './html.ts'
import { type Spot, height, layout } from './layers.ts'
import type { Lineage } from './lineage.ts'
import { type Label, labelOf } from './labels.ts'
import type { OutputReview } from './review.ts'
import { sign } from './signs.ts'

const row = 34
/** Between layers, for the curves; many layers stand closer. */
const gapOf = (layers: number): number => layers > 7 ? 28 : 44

/**
 * An SVG element that takes its colours from the page, no larger than its letters need. Every edge of the lineage is
 * a path with the numbers of its ends. `number` is that of the drawing on its page.
 */
export function drawing({ name, lineage, columns }: OutputReview, number: number): Html {
  const depths = depthsOf(lineage)
  const gap = gapOf(Math.max(...depths) + 1)
  const { layers, ways } = layout(depths, lineage.edges)
  const labels = lineage.nodes.map(node => labelOf(node, columns))
  const widths = layers.map(layer =>
    Math.max(70, ...layer.flatMap(({ node }) => node === undefined ? [] : [labels[node]!.width])))
  const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width + gap, 0))
  const size = {
    width: round(lefts.at(-1)! + widths.at(-1)! + 8),
    height: round(Math.max(0, ...layers.flat().map(spot => spot.y + height(spot) / 2 + 0.5)) * row + 8),
  }
  const middle = ({ y }: Pick<Spot, 'y'>): number => round(y * row + row / 2)
  const end = ({ layer }: Spot): number => lefts[layer]! + widths[layer]!
  const path = (way: readonly Spot[]): string => way.slice(1).map((spot, at) => {
    const from = way[at]!
    const [x, y, toX, toY] = [end(from), middle(from), lefts[spot.layer]!, middle(spot)]
    const bend = gap / 2
    return `${at === 0 ? 'M' : 'L'}${x} ${y}C${x + bend} ${y} ${toX - bend} ${toY} ${toX} ${toY}`
  }).join('')
  const edges = lineage.edges.map(({ from, to }, at) =>
    html`<path class="edge ${lineage.nodes[from]!.mark}" data-from="${from}" data-to="${to}" d="${path(ways[at]!)}"/>
`)
  const boxes = layers.flat().map(({ node, layer, y }) => node === undefined ? undefined
    : drawnNode(lineage, node, labels[node]!, { x: lefts[layer]!, y: middle({ y }), width: widths[layer]! }))
  const id = `lineage-${number}`
  return html`<svg class="lineage${size.width < 640 ? ' small' : ''}" role="img"
aria-labelledby="${id}" aria-describedby="${id}-text"
width="${size.width}" height="${size.height}" viewBox="-4 -4 ${size.width} ${size.height}">
<title id="${id}">Lineage of ${name}</title>
<desc id="${id}-text">${described(lineage)}</desc>
${edges}${boxes}</svg>`
}

/** So many layers that a sheet of paper takes them lengthwise only. */
export const isWide = ({ lineage }: OutputReview): boolean => Math.max(...depthsOf(lineage)) > 6

/** Fields and accounts stand left, each step behind all it is made of, columns in a layer of their own. */
function depthsOf({ nodes, edges }: Lineage): readonly number[] {
  const depths: number[] = []
  nodes.forEach((node, at) => {
    const before = edges.filter(({ to }) => to === at).map(({ from }) => depths[from]!)
    depths.push(node.kind === 'step' ? Math.max(0, ...before) + 1 : 0)
  })
  const last = Math.max(0, ...depths) + 1
  return nodes.map(({ kind }, at) => kind === 'column' ? last : depths[at]!)
}

const round = (number: number): number => Math.round(number * 10) / 10

type Box = { readonly x: number, readonly y: number, readonly width: number }

function drawnNode({ nodes }: Lineage, number: number, { first, second, whole }: Label, { x, y, width }: Box): Html {
  const node = nodes[number]!
  const exception = node.kind === 'column' && node.allowed ? ' exception' : ''
  return html`<g class="node ${node.kind} ${node.mark}${exception}" data-node="${number}"><title>${whole}</title>
<rect x="${x}" y="${y - 14.5}" width="${width}" height="29" rx="${node.kind === 'step' ? 14.5 : 3}"/>
${sign(node.mark, x + 13, y)}<text x="${x + 24}" y="${y - 2}">${first}</text>
<text class="second" x="${x + 24}" y="${y + 9.5}">${second}</text></g>
`
}

/** The same in words, for those who cannot see it: what leads to what. */
function described({ nodes, edges }: Lineage): string {
  const name = (at: number): string => {
    const { first, second } = labelOf(nodes[at]!, [])
    return `${first} (${second})`
  }
  return edges.map(({ from, to }) => `${name(from)} leads to ${name(to)}.`).join(' ')
}
