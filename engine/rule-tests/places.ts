// Where the parts of a loaded rule file stand.
import type { Place } from '../diagnostics/diagnostic.ts'
import { entriesOf, isMap, pick } from '../load/pick.ts'
import type { Entry, Map as MapNode, Tree } from '../load/tree.ts'

/** A place as a key. */
export const spot = ({ file, range: { start } }: Place): string => `${file}:${start.line}:${start.column}`

/** The steps of a merged file, by the spot of their names: the common ones, those of outputs and of their sources. */
export function stepEntries(merged: MapNode): ReadonlyMap<string, Entry> {
  const outputs = entriesOf(pick(merged, 'outputs')).map(({ value }) => value)
  const sources = outputs.flatMap(output => entriesOf(pick(output, 'from')).map(({ value }) => value))
  return new Map([merged, ...outputs, ...sources].flatMap(part => entriesOf(pick(part, 'steps'))).map(entry => [spot(entry.keyAt), entry]))
}

/** Whether any part of an entry stands in the file: an overlay may change one option of a step. */
export const standsIn = ({ keyAt, value }: Pick<Entry, 'keyAt' | 'value'>, file: string): boolean => keyAt.file === file || touches(value, file)

function touches(tree: Tree, file: string): boolean {
  if (tree.at.file === file) return true
  if (isMap(tree)) return tree.entries.some(entry => standsIn(entry, file))
  return tree.kind === 'list' && tree.items.some(item => touches(item, file))
}
