// Values as YAML text on one line, such as rule files have them.
import { Document } from 'yaml'
import type { Scalar, Tree } from '../load/tree.ts'

/** A tree in flow style: `{ keep: { when: 'event = "DELIVER"' } }`. Read again, it is the same values. */
export function flowText(tree: Tree): string {
  switch (tree.kind) {
    case 'scalar': return scalarText(tree.value)
    case 'list': return `[${tree.items.map(flowText).join(', ')}]`
    case 'map': return tree.entries.length === 0 ? '{}' : `{ ${tree.entries.map(({ key, value }) => `${scalarText(key)}: ${flowText(value)}`).join(', ')} }`
  }
}

/** A scalar or key, in quotes where it needs them inside of brackets; a text of several lines with `\n`. */
export function scalarText(value: Scalar['value']): string {
  if (typeof value === 'number') return String(value)
  // Single quotes fold lines, and the parser reads some texts, plain, as another type.
  if (typeof value === 'string' && /[\n\r\t]/.test(value)) return JSON.stringify(value)
  const document = new Document([value], { version: '1.2', schema: 'core' })
  return document.toString({ collectionStyle: 'flow', flowCollectionPadding: false, singleQuote: !String(value).includes("'"), lineWidth: 0 }).trimEnd().slice(1, -1).trim()
}
