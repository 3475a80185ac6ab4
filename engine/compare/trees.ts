// What differs between two merged rule files, as they are written: options, names and their order.
import { entriesOf, isMap, isScalar, itemsOf } from '../load/pick.ts'
import { toPlain } from '../load/plain.ts'
import type { List, Map as MapNode, Tree } from '../load/tree.ts'
import type { Place } from '../diagnostics/diagnostic.ts'

/** A difference at a path of keys. What was moved stands behind another than before; undefined is the first place. */
export type Change = { readonly path: readonly string[], readonly places: readonly Place[] } & (
  | { readonly change: 'added', readonly after: Tree, readonly behind?: string }
  | { readonly change: 'removed', readonly before: Tree }
  | { readonly change: 'changed', readonly before: Tree, readonly after: Tree }
  | { readonly change: 'members', readonly added: readonly Tree[], readonly removed: readonly Tree[] }
  | { readonly change: 'moved', readonly behind?: string })

/** Changes in the order of the second file, what it lacks first. Keys of `without` are passed over wherever they stand. */
export function changesBetween(before: Tree, after: Tree, without: ReadonlySet<string>, path: readonly string[] = []): readonly Change[] {
  if (isMap(before) && isMap(after)) return changesOfMap(before, after, without, path)
  if (before.kind === 'list' || after.kind === 'list') return changesOfList(asList(before), asList(after), path)
  if (isMap(before) && isScalar(after)) return changesBetween(before, asColumn(after), without, path)
  if (isScalar(before) && isMap(after)) return changesBetween(asColumn(before), after, without, path)
  return textOf(before) === textOf(after) ? [] : [{ change: 'changed', path, before, after, places: [before.at, after.at] }]
}

function changesOfMap(before: MapNode, after: MapNode, without: ReadonlySet<string>, path: readonly string[]): readonly Change[] {
  const first = before.entries.filter(({ key }) => !without.has(key))
  const second = after.entries.filter(({ key }) => !without.has(key))
  const keys = first.map(({ key }) => key).filter(key => second.some(entry => entry.key === key))
  const stays = inOrder(keys, second.map(({ key }) => key).filter(key => keys.includes(key)))
  const behind = (index: number): { readonly behind?: string } => index === 0 ? {} : { behind: second[index - 1]!.key }
  return [
    ...first.filter(({ key }) => !second.some(entry => entry.key === key))
      .map(({ key, keyAt, value }): Change => ({ change: 'removed', path: [...path, key], before: value, places: [keyAt] })),
    ...second.flatMap(({ key, keyAt, value }, index): readonly Change[] => {
      const twin = first.find(entry => entry.key === key)
      const here = [...path, key]
      if (!twin) return [{ change: 'added', path: here, after: value, places: [keyAt], ...behind(index) }]
      const moved: readonly Change[] = isOrdered(path) && !stays.has(key) ? [{ change: 'moved', path: here, places: [twin.keyAt, keyAt], ...behind(index) }] : []
      return [...moved, ...changesBetween(twin.value, value, without, here)]
    }),
  ]
}

/** Whether the order of what stands under these keys means something: of steps that of the work, of columns that of the file. */
export function isOrdered(path: readonly string[]): boolean {
  const [section, , part, , last] = path
  if (path.length === 1) return section === 'steps'
  if (section !== 'outputs') return false
  return path.length === 3 ? part === 'steps' || part === 'columns' : path.length === 5 && part === 'from' && last === 'steps'
}

function changesOfList(before: List, after: List, path: readonly string[]): readonly Change[] {
  const first = before.items.map(textOf)
  const second = after.items.map(textOf)
  if (first.join('\n') === second.join('\n')) return []
  const added = after.items.filter((_, index) => !first.includes(second[index]!))
  const removed = before.items.filter((_, index) => !second.includes(first[index]!))
  const isShort = removed.length < first.length || first.length === 0 || second.length === 0
  // Of a list that keeps some members, and of one of maps, the members tell; of another, the whole.
  if (isShort || [...before.items, ...after.items].some(isMap)) return [{ change: 'members', path, added, removed, places: [before.at, after.at] }]
  return [{ change: 'changed', path, before, after, places: [before.at, after.at] }]
}

/** Values that are written in another way, but mean the same, have the same text. */
export const textOf = (tree: Tree): string => JSON.stringify(toPlain(tree))

const asList = (tree: Tree): List => tree.kind === 'list' ? tree : { kind: 'list', items: itemsOf(tree), at: tree.at }

/** `from: sender` means `from: { field: sender }`. */
const asColumn = (tree: Tree): MapNode => ({ kind: 'map', at: tree.at, entries: entriesOf(tree).length > 0 ? entriesOf(tree) : [{ key: 'field', keyAt: tree.at, value: tree }] })

/** A longest part of `keys` that has the same order in `others`: what is not in it was moved. */
function inOrder(keys: readonly string[], others: readonly string[]): ReadonlySet<string> {
  const best: (readonly string[])[] = []
  for (const [index, key] of keys.entries()) {
    const position = others.indexOf(key)
    const before = best.slice(0, index).filter(chain => chain.length === 0 || others.indexOf(chain.at(-1)!) < position)
    best.push([...before.reduce((longest, chain) => chain.length > longest.length ? chain : longest, []), key])
  }
  return new Set(best.reduce((longest, chain) => chain.length > longest.length ? chain : longest, []))
}
