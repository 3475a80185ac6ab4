// An expression as text again, for those who show which part of it decided.
import { spelled } from './spelled.ts'
import { type Argument, type Lambda, partsOf } from './tree.ts'

/** The text of an expression or a part of it, with one blank around operators; read again, it gives the same tree. */
export function written(node: Argument): string {
  switch (node.kind) {
    case 'literal': case 'field': case 'param': case 'variable': return spelled(node)
    case 'list': return `[${listed(node.items)}]`
    case 'negate': return `-${written(node.operand)}`
    case 'group': return `(${written(node.inner)})`
    case 'binary': return `${written(node.left)} ${node.operator} ${written(node.right)}`
    case 'choice': return `${written(node.when)} ? ${written(node.yes)}${node.no ? ` : ${written(node.no)}` : ''}`
    case 'call': return `$${node.name}(${listed(node.arguments)})`
    case 'pattern': return `/${node.source}/${node.flags}`
    case 'lambda': return lambda(node)
    case 'refused': throw new Error('an expression with problems has no text')
  }
}

/** The same for hints: longer parts, and those with a mistake in them, as `…`. */
export function shortly(node: Argument): string {
  if (node.kind === 'group' && !['binary', 'choice'].includes(node.inner.kind)) return shortly(node.inner)
  const text = hasRefused(node) ? undefined : written(node)
  return text === undefined || text.length > longest ? '…' : text
}

const longest = 60

const hasRefused = (node: Argument): boolean => node.kind === 'refused' || partsOf(node).some(hasRefused)

const listed = (nodes: readonly Argument[]): string => nodes.map(written).join(', ')

const lambda = ({ parameters, body }: Lambda): string => `function(${parameters.map(name => `$${name}`).join(', ')}) { ${written(body)} }`
