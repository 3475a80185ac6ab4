// Conditions that are the same for every row.
import { comparison, contained } from './operators.ts'
import type { Argument, Binary, Comparison, Expression } from './tree.ts'
import { type Item, truthy, type Value } from './values.ts'
import { written } from './written.ts'

/** What a condition is for every row, by JSONata's idea of true; undefined where rows, or runs, can differ. */
export function constantOf(node: Argument): boolean | undefined {
  switch (node.kind) {
    case 'group': return constantOf(node.inner)
    case 'binary': return constantBinary(node)
    case 'choice': {
      const when = constantOf(node.when)
      const [yes, no] = [constantOf(node.yes), node.no ? constantOf(node.no) : false]
      return when === undefined ? yes === no ? yes : undefined : when ? yes : no
    }
    case 'call': return constantCall(node.name, node.arguments)
    default: {
      const written = writtenValue(node)
      return written && truthy(written.value)
    }
  }
}

/** `x = "a" or "b"` as it is meant; undefined for everything else. */
export function meantAlternatives(node: Expression): string | undefined {
  const [first, ...others] = alternatives(node)
  if (first?.kind !== 'binary' || first.operator !== '=' || others.length === 0) return undefined
  const texts = [first.right, ...others]
  return texts.every(isText) ? `${written(first.left)} in [${texts.map(written).join(', ')}]` : undefined
}

const alternatives = (node: Expression): readonly Expression[] =>
  node.kind === 'binary' && node.operator === 'or' ? [...alternatives(node.left), ...alternatives(node.right)] : [node]

const isText = (node: Expression): boolean => node.kind === 'literal' && typeof node.value === 'string'

function constantBinary({ operator, left, right }: Binary): boolean | undefined {
  if (operator === 'and' || operator === 'or') {
    const [one, other] = [constantOf(left), constantOf(right)]
    const decides = operator === 'or'
    if (one === decides || other === decides) return decides
    return one === undefined || other === undefined ? undefined : one
  }
  if (operator === 'in' && right.kind === 'list' && right.items.length === 0) return false
  if (operator !== 'in' && !Object.hasOwn(comparison, operator)) return undefined
  const itself = left.kind === 'field' && right.kind === 'field' && left.name === right.name
  if (itself && operator !== 'in') return ['=', '<=', '>='].includes(operator)
  const [one, other] = [writtenValue(left), writtenValue(right)]
  if (!one || !other) return undefined
  try {
    return truthy((operator === 'in' ? contained : comparison[operator as Comparison])(one.value, other.value))
  } catch {
    // It fails for every row, which the run says.
    return undefined
  }
}

function constantCall(name: string, [first]: readonly Argument[]): boolean | undefined {
  const inner = first && ['not', 'boolean'].includes(name) ? constantOf(first) : undefined
  return inner === undefined ? undefined : name === 'not' ? !inner : inner
}

/** The value that stands in the expression itself. */
function writtenValue(node: Argument): { readonly value: Value } | undefined {
  if (node.kind === 'group') return writtenValue(node.inner)
  if (node.kind === 'literal') return { value: node.value }
  if (node.kind !== 'list') return undefined
  const items = node.items.map(writtenValue)
  return items.every(item => item !== undefined) ? { value: items.map(item => item.value as Item) } : undefined
}
