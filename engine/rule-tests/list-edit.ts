// Rows taken out of a list of a rule file, and put in, with the comments and the layout of the others kept.
import type { Place } from '../diagnostics/diagnostic.ts'
import type { List } from '../load/tree.ts'
import { type Edit, withEdits } from './edits.ts'

/** The list afterwards: items of it by their index, with the edits inside them, and new ones as text. */
export type ListItem = { readonly index: number, readonly edits: readonly Edit[] } | { readonly text: string }

type Span = { readonly from: number, readonly to: number }

/** One edit for the whole list. A comment above an item, or behind it on its line, stays and goes with the item. */
export function listEdit(list: List, items: readonly ListItem[], text: string, offsets: (place: Place) => Span): Edit {
  const whole = offsets(list.at)
  const isFlow = text[whole.from] === '['
  const inner = isFlow ? { from: whole.from + 1, to: whole.to - 1 } : whole
  const parts = list.items.map(item => offsets(item.at)).map(part => isFlow ? part : { ...part, to: behindComment(text, part.to) })
  const end = isFlow ? whole.to : parts.at(-1)?.to ?? whole.to
  if (items.length === 0) return { from: whole.from, to: end, text: '[]' }
  const indent = ' '.repeat((list.items[0]?.at ?? list.at).range.start.column - 1)
  const between = isFlow ? text.slice(whole.from, whole.to).includes('\n') ? `,\n${indent}` : ', ' : `\n${indent.slice(2)}- `
  let result = isFlow ? '[' : ''
  let before = -1
  for (const [position, item] of items.entries()) {
    const isFirst = position === 0
    if ('text' in item) result += (isFirst ? isFlow ? '' : '- ' : between) + item.text
    else {
      const { from, to } = parts[item.index]!
      const lead = text.slice(item.index === 0 ? inner.from : parts[item.index - 1]!.to, from)
      result += isFirst ? item.index === 0 ? lead : isFlow ? '' : '- ' : item.index === 0 ? between : withoutItems(lead, item.index === before + 1, between)
      result += withEdits(text.slice(0, to), item.edits).slice(from)
      before = item.index
    }
  }
  const tail = isFlow ? `${text.slice(parts.at(-1)?.to ?? inner.to, inner.to)}]` : ''
  return { from: whole.from, to: end, text: result + tail }
}

/** What stands before an item: with its own comments, where the item before it is gone. */
const withoutItems = (lead: string, follows: boolean, between: string): string => follows || lead.includes('#') ? lead : between

/** The end of the line, where nothing but a comment stands up to there. */
function behindComment(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  const rest = text.slice(offset, end < 0 ? text.length : end)
  return /^[ \t]+#/.test(rest) ? offset + rest.trimEnd().length : offset
}
