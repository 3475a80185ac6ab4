// An expression as plain data: what a plan holds, what judge and compile read.

/** Where a node's own token (name, literal, operator, bracket) stands in the source, in UTF-16 units. */
export type At = { readonly offset: number, readonly length: number }

export const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const
export const arithmetics = ['+', '-', '*', '/', '%'] as const
export const operators = [...comparisons, ...arithmetics, 'and', 'or', 'in', '&'] as const
export type Comparison = typeof comparisons[number]
export type Arithmetic = typeof arithmetics[number]
export type Operator = typeof operators[number]

export type Literal = At & { readonly kind: 'literal', readonly value: string | number | boolean | null }
export type Lambda = At & { readonly kind: 'lambda', readonly parameters: readonly string[], readonly body: Expression }
export type Pattern = At & { readonly kind: 'pattern', readonly source: string, readonly flags: string }
export type Binary = At & {
  readonly kind: 'binary', readonly operator: Operator, readonly left: Expression, readonly right: Expression
}
export type Choice = At & {
  readonly kind: 'choice', readonly when: Expression, readonly yes: Expression, readonly no?: Expression
}
export type Call = At & { readonly kind: 'call', readonly name: string, readonly arguments: readonly Argument[] }

/** Regular expressions and functions stand only as arguments. */
export type Argument = Expression | Lambda | Pattern

export type Expression =
  | Literal
  | At & { readonly kind: 'field', readonly name: string }
  | At & { readonly kind: 'param', readonly name: string }
  /** A parameter of the function around it. */
  | At & { readonly kind: 'variable', readonly name: string }
  | At & { readonly kind: 'list', readonly items: readonly Expression[] }
  | At & { readonly kind: 'negate', readonly operand: Expression }
  | At & { readonly kind: 'group', readonly inner: Expression }
  | Binary
  | Choice
  | Call
  /** Stands where a construct was refused, so that judging finds further mistakes; it never runs. */
  | At & { readonly kind: 'refused' }

/** The parts that a node is directly made of. */
export function partsOf(node: Argument): readonly Argument[] {
  switch (node.kind) {
    case 'list': return node.items
    case 'group': return [node.inner]
    case 'negate': return [node.operand]
    case 'binary': return [node.left, node.right]
    case 'choice': return [node.when, node.yes, ...node.no ? [node.no] : []]
    case 'call': return node.arguments
    case 'lambda': return [node.body]
    default: return []
  }
}

/** The node with each of the expressions that it is directly made of, also within functions, changed. */
export function withParts(node: Expression, change: (part: Expression) => Expression): Expression {
  switch (node.kind) {
    case 'list': return { ...node, items: node.items.map(change) }
    case 'group': return { ...node, inner: change(node.inner) }
    case 'negate': return { ...node, operand: change(node.operand) }
    case 'binary': return { ...node, left: change(node.left), right: change(node.right) }
    case 'choice': {
      const { when, yes, no } = node
      return { ...node, when: change(when), yes: change(yes), ...no ? { no: change(no) } : {} }
    }
    case 'call': {
      const changed = (one: Argument): Argument =>
        one.kind === 'pattern' ? one : one.kind === 'lambda' ? { ...one, body: change(one.body) } : change(one)
      return { ...node, arguments: node.arguments.map(changed) }
    }
    default: return node
  }
}
