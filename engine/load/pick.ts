// Reading a tree without trusting it: what is not of the expected shape is undefined, since the schema check reports it.
import type { Entry, List, Map, Scalar, Tree } from './tree.ts'

/** The node under a sequence of keys. */
export function pick(tree: Tree | undefined, ...keys: readonly (string | number)[]): Tree | undefined {
  let node = tree
  for (const key of keys) {
    if (node?.kind === 'map') node = node.entries.find(entry => entry.key === key)?.value
    else if (node?.kind === 'list' && typeof key === 'number') node = node.items[key]
    else return undefined
  }
  return node
}

export const entriesOf = (tree: Tree | undefined): readonly Entry[] => tree?.kind === 'map' ? tree.entries : []

export const itemsOf = (tree: Tree | undefined): readonly Tree[] =>
  tree?.kind === 'list' ? tree.items : tree === undefined ? [] : [tree]

export const isScalar = (tree: Tree | undefined): tree is Scalar => tree?.kind === 'scalar'
export const isMap = (tree: Tree | undefined): tree is Map => tree?.kind === 'map'
export const isList = (tree: Tree | undefined): tree is List => tree?.kind === 'list'

export const textOf = (tree: Tree | undefined): string | undefined =>
  isScalar(tree) && tree.value !== null ? String(tree.value) : undefined

export const flagOf = (tree: Tree | undefined): boolean | undefined =>
  isScalar(tree) && typeof tree.value === 'boolean' ? tree.value : undefined

/** The texts of a list; a single scalar counts as a list of one. */
export const textsOf = (tree: Tree | undefined): readonly string[] =>
  itemsOf(tree).flatMap(item => textOf(item) ?? [])
