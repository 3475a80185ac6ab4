// A tree for libraries that want plain values, and the way back from their answers to places.
import type { Place } from '../diagnostics/diagnostic.ts'
import type { Tree } from './tree.ts'

/** Objects, arrays and scalars. A key such as `__proto__` becomes a property like any other. */
export function toPlain(tree: Tree): unknown {
  switch (tree.kind) {
    case 'scalar': return tree.value
    case 'list': return tree.items.map(toPlain)
    case 'map': {
      const plain = {}
      for (const { key, value } of tree.entries) {
        const property = { value: toPlain(value), enumerable: true, writable: true, configurable: true }
        Object.defineProperty(plain, key, property)
      }
      return plain
    }
  }
}

/**
 * The node under a path of keys and indices (an index may be text, as in a JSON pointer). Where the path leads nowhere
 * there is no `node`, and the places are those of the nearest node above. The root and items of lists have no `keyAt`.
 */
export function nodeAt(
  tree: Tree,
  path: readonly (string | number)[],
): { readonly node?: Tree, readonly keyAt?: Place, readonly at: Place } {
  let node = tree
  let keyAt: Place | undefined
  const found = (): { readonly keyAt?: Place, readonly at: Place } => ({ ...keyAt ? { keyAt } : {}, at: node.at })
  for (const step of path) {
    if (node.kind === 'map') {
      const entry = node.entries.find(({ key }) => key === String(step))
      if (!entry) return found()
      node = entry.value
      keyAt = entry.keyAt
    } else {
      const item = node.kind === 'list' ? node.items[Number(step)] : undefined
      if (!item) return found()
      node = item
      keyAt = undefined
    }
  }
  return { node, ...found() }
}
