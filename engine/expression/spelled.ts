// Pieces of an expression as an author would write them, for hints.
import type { Argument } from './tree.ts'

/** Short parts as they are written, longer ones as `…`. */
export function spelled(node: Argument): string {
  if (node.kind === 'field') return plain.test(node.name) ? node.name : `\`${node.name}\``
  if (node.kind === 'param') return plain.test(node.name) ? `$params.${node.name}` : `$params.\`${node.name}\``
  if (node.kind === 'variable') return `$${node.name}`
  if (node.kind === 'literal') return JSON.stringify(node.value)
  return '…'
}

const plain = /^[A-Za-z_]\w*$/
