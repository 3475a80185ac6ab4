// What stands in the boxes of a drawing.
import type { LineageNode } from './lineage.ts'
import type { ColumnReview } from './review.ts'

/** Two lines, how wide a box they need, and the whole of them where they had to be cut. */
export type Label = { readonly first: string, readonly second: string, readonly whole: string, readonly width: number }

/** `columns` give the names that columns have in the file, where those are wanted. */
export function labelOf(node: LineageNode, columns: readonly ColumnReview[]): Label {
  switch (node.kind) {
    case 'field': return label(node.field, node.input)
    case 'account': {
      const what = node.take === 'account' ? 'account' : `${node.take} of account`
      return label(what, `${node.input}: ${node.fields.join(', ')}`)
    }
    case 'step': return label(node.step, `${node.type} ${node.field}`)
    case 'column': {
      const header = columns.find(({ name }) => name === node.column)?.header ?? node.column
      return label(header, node.allowed ? 'exception: in clear' : node.mark)
    }
  }
}

function label(one: string, other: string): Label {
  const [first, second] = [cut(one, 36), cut(other, 52)]
  const width = Math.ceil(Math.max(widthOf(first, 7.7), widthOf(second, 6.1)) + 34)
  return { first, second, whole: `${one} (${other})`, width }
}

const cut = (text: string, length: number): string => text.length > length ? `${text.slice(0, length - 1)}…` : text

/** Which font draws the letters is not known: on the broad side, except for those that are narrow in all. */
const widthOf = (text: string, letter: number): number =>
  letter * [...text].reduce((sum, sign) => sum + (narrow.has(sign) ? 0.68 : broad.has(sign) ? 1.42 : 1), 0)

const narrow: ReadonlySet<string> = new Set('iljtfr.,:;!|’I() ')
const broad: ReadonlySet<string> = new Set('mwMW@—…')
