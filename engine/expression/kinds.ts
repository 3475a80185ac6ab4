// Which kinds of account an expression asks for.
import type { Scope } from './scope.ts'
import { type Argument, type Binary, partsOf } from './tree.ts'

/**
 * The words that `$kind(…)` is compared with, by `=`, `!=` and `in`; undefined when the expression does anything else
 * with a kind, so that it can be about each of them.
 */
export function kindsAsked(expression: Argument, params: Scope['params']): readonly string[] | undefined {
  if (expression.kind === 'call' && expression.name === 'kind') return undefined
  const compared = expression.kind === 'binary' ? comparedWith(expression, params) : undefined
  if (compared) return compared
  const found = partsOf(expression).map(part => kindsAsked(part, params))
  return found.every(kinds => kinds !== undefined) ? found.flat() : undefined
}

function comparedWith({ operator, left, right }: Binary, params: Scope['params']): readonly string[] | undefined {
  if (!['=', '!=', 'in'].includes(operator)) return undefined
  if (isKind(left)) return wordsOf(right, params)
  return operator !== 'in' && isKind(right) ? wordsOf(left, params) : undefined
}

function isKind(node: Argument): boolean {
  return node.kind === 'group' ? isKind(node.inner) : node.kind === 'call' && node.name === 'kind'
}

/** The texts that a literal, a list of them or a parameter holds; undefined for everything else. */
function wordsOf(node: Argument, params: Scope['params']): readonly string[] | undefined {
  switch (node.kind) {
    case 'literal': return [String(node.value)]
    case 'group': return wordsOf(node.inner, params)
    case 'list': {
      const words = node.items.map(item => wordsOf(item, params))
      return words.every(one => one !== undefined) ? words.flat() : undefined
    }
    case 'param': {
      const value = params.get(node.name)?.value
      return value === undefined ? undefined : [value].flat().map(String)
    }
    default: return undefined
  }
}
