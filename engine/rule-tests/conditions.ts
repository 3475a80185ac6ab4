// The conditions that an expression decides by: operands of `and` and `or`, and what stands before `?`.
import { compileCondition } from '../expression/compile.ts'
import { ExpressionFailed } from '../expression/failed.ts'
import type { Scope } from '../expression/scope.ts'
import { tokens } from '../expression/tokens.ts'
import type { Argument, Expression } from '../expression/tree.ts'
import type { Row } from '../spec/field.ts'

/** One condition, without `and` or `or`; offsets into the source, in UTF-16 units. */
export type Condition = { readonly offset: number, readonly length: number }

/** Who is told: of each condition there is, at once; and later how it turned out for a row. */
export type Told = { readonly found: (condition: Condition) => void, readonly held: (condition: Condition, holds: boolean) => void }

/**
 * Looks at rows as the expression does: an operand that is not asked is not told of. Conditions within inline functions are
 * left out; so is an expression that is one condition as a whole, where `whole` says that somebody else tells of it.
 */
export function conditionWatch(
  expression: Expression, whole: 'told' | 'left out' | 'no condition', scope: Scope, slot: (field: string) => number, { found, held }: Told,
): (row: Row) => void {
  const value = (node: Argument): (row: Row) => void => {
    switch (node.kind) {
      case 'choice': {
        const [when, yes, no] = [condition(node.when), value(node.yes), node.no && value(node.no)]
        return row => { if (when(row)) yes(row); else no?.(row) }
      }
      case 'binary': return isConnective(node) ? condition(node) : all([node.left, node.right])
      case 'group': return value(node.inner)
      case 'negate': return value(node.operand)
      case 'list': return all(node.items)
      case 'call': return all(node.arguments)
      default: return () => {}
    }
  }
  const all = (nodes: readonly Argument[]): (row: Row) => void => {
    const each = nodes.map(value)
    return row => { for (const one of each) one(row) }
  }
  const condition = (node: Expression): (row: Row) => boolean => {
    if (node.kind === 'group') return condition(node.inner)
    if (isConnective(node)) {
      const [left, right] = [condition(node.left), condition(node.right)]
      return node.operator === 'and' ? row => left(row) && right(row) : row => left(row) || right(row)
    }
    const negated = connectiveInNot(node)
    if (negated) {
      const inner = condition(negated)
      return row => !inner(row)
    }
    const extent = extentOf(node)
    found(extent)
    const within = value(node)
    // Not before the first row: without one, parameters need no value.
    let holds: ((row: Row) => boolean) | undefined
    return row => {
      holds ??= compileCondition(node, scope, slot)
      const result = holds(row)
      held(extent, result)
      within(row)
      return result
    }
  }
  const single = !isConnective(bare(expression)) && !connectiveInNot(bare(expression))
  const watch = whole === 'no condition' || single && whole === 'left out' ? value(expression) : condition(expression)
  return row => {
    try {
      watch(row)
    } catch (error) {
      if (!(error instanceof ExpressionFailed)) throw error
    }
  }
}

type Connective = Extract<Expression, { kind: 'binary' }> & { readonly operator: 'and' | 'or' }

const isConnective = (node: Expression): node is Connective => node.kind === 'binary' && (node.operator === 'and' || node.operator === 'or')

const bare = (node: Expression): Expression => node.kind === 'group' ? bare(node.inner) : node

/** The `a and b` in `$not(a and b)`. */
function connectiveInNot(node: Expression): Expression | undefined {
  const [inner] = node.kind === 'call' && node.name === 'not' ? node.arguments : []
  if (!inner || inner.kind === 'lambda' || inner.kind === 'pattern') return undefined
  return isConnective(bare(inner)) ? inner : undefined
}

/** From the first token of a node to its last. Closing brackets are no tokens of a node: see `closed`. */
function extentOf(node: Argument): Condition {
  const parts = [node, ...childrenOf(node).map(extentOf)]
  const offset = Math.min(...parts.map(part => part.offset))
  return { offset, length: Math.max(...parts.map(part => part.offset + part.length)) - offset }
}

function childrenOf(node: Argument): readonly Argument[] {
  switch (node.kind) {
    case 'choice': return [node.when, node.yes, ...node.no ? [node.no] : []]
    case 'binary': return [node.left, node.right]
    case 'group': return [node.inner]
    case 'negate': return [node.operand]
    case 'list': return node.items
    case 'call': return node.arguments
    case 'lambda': return [node.body]
    default: return []
  }
}

/** The extent with the brackets closed that it opens. */
export function closed({ offset, length }: Condition, source: string): Condition {
  let depth = 0
  for (const { start, end, kind } of tokens(source)) {
    if (start < offset || kind !== 'operator') continue
    const sign = source.slice(start, end)
    if (start >= offset + length && depth === 0) break
    if ('([{'.includes(sign)) depth++
    if (')]}'.includes(sign)) depth--
    if (depth === 0 && start >= offset + length) return { offset, length: end - offset }
  }
  return { offset, length }
}
