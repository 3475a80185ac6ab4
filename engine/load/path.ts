// Which keys lead to a place in a rule file.
import type { Position } from '../diagnostics/diagnostic.ts'
import type { Tree } from './tree.ts'

/** Keys, and numbers of list items from 0 as text, of the innermost node that stands at a position. */
export function pathAt(tree: Tree, start: Position): readonly string[] {
  if (tree.kind === 'map') {
    const entry = tree.entries.findLast(({ keyAt, value }) => !isBefore(start, keyAt.range.start) && !isBefore(value.at.range.end, start))
    return entry ? [entry.key, ...pathAt(entry.value, start)] : []
  }
  if (tree.kind === 'list') {
    const index = tree.items.findLastIndex(({ at }) => !isBefore(start, at.range.start) && !isBefore(at.range.end, start))
    return index < 0 ? [] : [String(index), ...pathAt(tree.items[index]!, start)]
  }
  return []
}

const isBefore = (one: Position, other: Position): boolean =>
  one.line < other.line || one.line === other.line && one.column < other.column
