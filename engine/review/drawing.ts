// The lineage of an output as a drawing: what is read at the left, steps between, columns at the right.
import type { Mark } from '../spec/field.ts'
import { type Html, html, ready } from './html.ts'
import { type Spot, layout } from './layers.ts'
import type { Lineage, LineageNode } from './lineage.ts'
import type { OutputReview } from './review.ts'

const row = 38
/** Between layers, for the curves; many layers stand closer. */
const gapOf = (layers: number): number => layers > 7 ? 26 : 44
/** Widths of letters of the two lines of a box, on the broad side: which font draws them is not known. */
const [letter, smallLetter] = [7.5, 6]

type Label = { readonly first: string, readonly second: string, readonly whole: string }

/** An SVG element that takes its colours from the page. Every edge of the lineage is a path with the numbers of its ends. */
export function drawing({ name, lineage, columns }: OutputReview): Html {
  const depths = depthsOf(lineage)
  const gap = gapOf(Math.max(...depths) + 1)
  const { layers, ways } = layout(depths, lineage.edges)
  const labels = lineage.nodes.map(node => labelOf(node, columns))
  const widths = layers.map(layer => Math.max(70, ...layer.flatMap(({ node }) => node === undefined ? [] : [widthOf(labels[node]!)])))
  const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width + gap, 0))
  const width = lefts.at(-1)! + widths.at(-1)!
  const height = (Math.max(0, ...layers.flat().map(({ y }) => y)) + 1) * row
  const middle = ({ y }: Spot): number => round(y * row + row / 2)
  const end = ({ layer }: Spot): number => lefts[layer]! + widths[layer]!
  const path = (way: readonly Spot[]): string => way.slice(1).map((spot, at) => {
    const from = way[at]!
    const [x, y, toX, toY] = [end(from), middle(from), lefts[spot.layer]!, middle(spot)]
    const bend = gap / 2
    return `${at === 0 ? 'M' : 'L'}${x} ${y}C${x + bend} ${y} ${toX - bend} ${toY} ${toX} ${toY}`
  }).join('')
  return html`<svg class="lineage" viewBox="-8 -4 ${round(width + 16)} ${height + 8}" role="img" aria-label="${`Lineage of ${name}. The table of its columns says the same in words.`}">
${lineage.edges.map(({ from, to }, at) => html`<path class="edge ${lineage.nodes[from]!.mark}" data-from="${from}" data-to="${to}" d="${path(ways[at]!)}"/>
`)}${layers.flatMap(layer => layer.flatMap(spot => spot.node === undefined ? [] : [
    drawnNode(lineage.nodes[spot.node]!, labels[spot.node]!, { number: spot.node, x: lefts[spot.layer]!, y: middle(spot), width: widths[spot.layer]! }),
  ]))}</svg>`
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

function labelOf(node: LineageNode, columns: OutputReview['columns']): Label {
  switch (node.kind) {
    case 'field': return label(node.field, node.input)
    case 'account': return label(`${node.take === 'account' ? '' : `${node.take} of `}account`, `${node.input}: ${node.fields.join(', ')}`)
    case 'step': return label(node.step, `${node.type} ${node.field}`)
    case 'column': {
      const column = columns.find(({ name }) => name === node.column)!
      return label(column.header, node.allowed ? 'exception: in clear' : node.mark)
    }
  }
}

const label = (first: string, second: string): Label => ({ first: cut(first, 32), second: cut(second, 34), whole: `${first} (${second})` })
const cut = (text: string, length: number): string => text.length > length ? `${text.slice(0, length - 1)}…` : text
const widthOf = ({ first, second }: Label): number => Math.ceil(Math.max(first.length * letter, second.length * smallLetter) + 36)
const round = (number: number): number => Math.round(number * 10) / 10

type Box = { readonly number: number, readonly x: number, readonly y: number, readonly width: number }

function drawnNode(node: LineageNode, { first, second, whole }: Label, { number, x, y, width }: Box): Html {
  const exception = node.kind === 'column' && node.allowed ? ' exception' : ''
  return html`<g class="node ${node.kind} ${node.mark}${exception}" data-node="${number}"><title>${whole}</title><rect x="${x}" y="${y - 16}" width="${width}" height="32" rx="${node.kind === 'step' ? 16 : 3}"/>
${sign(node.mark, x + 13, y)}<text x="${x + 24}" y="${y - 2}">${first}</text><text class="second" x="${x + 24}" y="${y + 10}">${second}</text></g>
`
}

/** A shape for each mark, so that the drawing can be read without colours. */
export function sign(mark: Mark, x: number, y: number): Html {
  const at = `translate(${x} ${y})`
  return html`<g class="sign ${mark}" transform="${at}">${ready(shapes[mark])}</g>`
}

const shapes: Readonly<Record<Mark, string>> = {
  identity: '<circle r="5"/>',
  sensitive: '<path d="M0-6L6 0L0 6L-6 0Z"/>',
  pseudonym: '<path d="M-5-5H5V5H-5Z"/><path class="hole" d="M-2-2H2V2H-2Z"/>',
  open: '<circle class="ring" r="4.4"/>',
}
