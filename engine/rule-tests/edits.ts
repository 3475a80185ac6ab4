// Changes in the text of a rule file that leave the rest of it alone.
import type { Place, Position } from '../diagnostics/diagnostic.ts'

/** The text from one offset up to another becomes this; in UTF-16 units. */
export type Edit = { readonly from: number, readonly to: number, readonly text: string }

/** From places to offsets. A byte-order mark is no column. */
export function offsetsIn(text: string): (place: Place) => { readonly from: number, readonly to: number } {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const offset = ({ line, column }: Position): number => starts[line - 1]! + column - 1
  return ({ range: { start, end } }) => ({ from: offset(start), to: offset(end) })
}

/** Edits do not overlap; of two at one offset the first in the list comes first. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits.toSorted((one, other) => one.from - other.from)) {
    result += text.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return result + text.slice(at)
}
