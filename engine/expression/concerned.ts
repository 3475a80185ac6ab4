// What a finding in an expression is about.
import { type Argument, type At, partsOf } from './tree.ts'

export type Concerned = { readonly fields: readonly string[], readonly params: readonly string[] }

/** The fields and parameters of the innermost operation or call that has a token at a place. */
export function concerned(expression: Argument, place: At): Concerned {
  const found = around(expression, place, expression)
  return found ? namesIn(found) : { fields: [], params: [] }
}

function around(node: Argument, place: At, operation: Argument): Argument | undefined {
  const inner = ['binary', 'call', 'negate'].includes(node.kind) ? node : operation
  if (node.offset <= place.offset && place.offset + place.length <= node.offset + node.length) return inner
  for (const part of partsOf(node)) {
    const found = around(part, place, inner)
    if (found) return found
  }
  return undefined
}

function namesIn(node: Argument): Concerned {
  const inner = partsOf(node).map(namesIn)
  return {
    fields: [...node.kind === 'field' ? [node.name] : [], ...inner.flatMap(({ fields }) => fields)],
    params: [...node.kind === 'param' ? [node.name] : [], ...inner.flatMap(({ params }) => params)],
  }
}
