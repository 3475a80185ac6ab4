// Why an expression gives what it gives for a row: each part with its value, and which of them decided.
import { compile, compileCondition } from '../expression/compile.ts'
import { ExpressionFailed } from '../expression/failed.ts'
import { judge } from '../expression/judge.ts'
import type { Scope } from '../expression/scope.ts'
import { type Argument, type Expression, partsOf } from '../expression/tree.ts'
import { written } from '../expression/written.ts'
import type { Masking } from '../report/masking.ts'
import type { Row } from '../spec/field.ts'

/** A row to evaluate expressions on. */
export type Ground = { readonly scope: Scope, readonly slot: (field: string) => number, readonly row: Row, readonly mask: Masking }

export type Reason = {
  /** The part as text; of one that only joins its parts, how. */
  readonly text: string
  readonly joins?: 'and' | 'or' | 'not' | 'choice'
  /** What it gives: `true`, `false`, `fails`, or a value that may be shown; undefined where nobody asked. */
  readonly value?: string
  /** Why it fails. */
  readonly failure?: string
  /** With other values of its fields the whole could have come out otherwise. */
  readonly decides: boolean
  readonly parts: readonly Reason[]
  /** Values that the part looks at. */
  readonly facts: readonly Fact[]
}

export type Fact = { readonly text: string, readonly value: string }

/**
 * Takes a condition apart: `and`, `or`, `$not`, choices and brackets into their parts, everything else into the values it looks
 * at. What the engine does not ask (`b` of `a and b` where `a` is false) is not evaluated either.
 */
export function reasonsOf(expression: Expression, ground: Ground): Reason {
  return reasonOf(expression, ground, true)
}

/** The same for an expression that gives any value: choices are taken apart as far as they lead to it. */
export function valueReasons(expression: Expression, ground: Ground): Reason {
  const node = inner(expression)
  if (node.kind !== 'choice') return { text: written(expression), value: valueOf(expression, ground), decides: true, parts: [], facts: factsOf(expression, ground) }
  const holds = holdsOf(node.when, ground)
  const branch = (one: Expression | undefined, taken: boolean): readonly Reason[] => !one ? [] : taken ? [valueReasons(one, ground)] : [notAsked(one)]
  return {
    text: written(expression), joins: 'choice', value: valueOf(expression, ground), decides: true, facts: [],
    parts: [reasonOf(node.when, ground, true), ...branch(node.yes, holds === true), ...branch(node.no, holds === false)],
  }
}

function reasonOf(expression: Expression, ground: Ground, decides: boolean): Reason {
  const node = inner(expression)
  const holds = holdsOf(expression, ground)
  const of = { text: written(expression), decides, ...typeof holds === 'boolean' ? { value: String(holds) } : { value: 'fails', failure: holds.failure } }
  if (node.kind === 'binary' && (node.operator === 'and' || node.operator === 'or')) {
    const { operator } = node
    const parts: Reason[] = []
    let ended = false
    for (const operand of operands(node, operator)) {
      if (ended) {
        parts.push(notAsked(operand))
        continue
      }
      const own = holdsOf(operand, ground)
      // One false ends an `and` and decides it alone; while all are true, each of them is needed.
      ended = own !== (operator === 'and')
      parts.push(reasonOf(operand, ground, decides && (ended || holds === (operator === 'and'))))
    }
    return { ...of, joins: operator, parts, facts: [] }
  }
  const [first] = node.kind === 'call' ? node.arguments : []
  if (node.kind === 'call' && node.name === 'not' && isExpression(first) && isCondition(first, ground)) {
    return { ...of, joins: 'not', parts: [reasonOf(first, ground, decides)], facts: [] }
  }
  if (node.kind === 'choice') {
    const taken = holdsOf(node.when, ground)
    const branch = (one: Expression | undefined, asked: boolean): readonly Reason[] => !one ? [] : asked ? [reasonOf(one, ground, decides)] : [notAsked(one)]
    return {
      ...of, joins: 'choice', facts: [],
      parts: [reasonOf(node.when, ground, decides), ...branch(node.yes, taken === true), ...branch(node.no, taken === false)],
    }
  }
  return { ...of, parts: [], facts: factsOf(expression, ground) }
}

const notAsked = (expression: Expression): Reason => ({ text: written(expression), decides: false, parts: [], facts: [] })

const inner = (expression: Expression): Expression => expression.kind === 'group' ? inner(expression.inner) : expression

/** `a and b and c` is one row of operands; what stands in brackets is a part of its own. */
const operands = (node: Expression, operator: 'and' | 'or'): readonly Expression[] =>
  node.kind === 'binary' && node.operator === operator ? [...operands(node.left, operator), ...operands(node.right, operator)] : [node]

const isExpression = (node: Argument | undefined): node is Expression => node !== undefined && node.kind !== 'lambda' && node.kind !== 'pattern'

const isCondition = (expression: Expression, { scope }: Ground): boolean => {
  const { type, list } = judge(expression, scope).field
  return type === 'boolean' && !list
}

type Failed = { readonly failure: string }

/** True, false, or why there is neither. */
const holdsOf = (expression: Expression, { scope, slot, row }: Ground): boolean | Failed =>
  failing(() => compileCondition(expression, scope, slot)(row), ({ message }) => ({ failure: message }))

const valueOf = (expression: Expression, { scope, slot, row, mask }: Ground): string =>
  failing(() => mask.phrase(compile(expression, scope, slot)(row), judge(expression, scope).field),
    // A part may be more than a cell can hold, and the whole go well all the same.
    ({ reason, message }) => reason === 'no-number' ? 'no number' : reason === 'not-one-value' ? 'several values' : `nothing: ${message}`)

function failing<Result, Otherwise>(evaluate: () => Result, otherwise: (error: ExpressionFailed) => Otherwise): Result | Otherwise {
  try {
    return evaluate()
  } catch (error) {
    if (error instanceof ExpressionFailed) return otherwise(error)
    throw error
  }
}

/** What the operands of a part give, then the fields and parameters inside them, each once. */
function factsOf(expression: Expression, ground: Ground): readonly Fact[] {
  const node = inner(expression)
  const direct = isNamed(node) ? [node] : partsOf(node).filter(isExpression)
  const nodes = [...direct.filter(part => part.kind !== 'list' && part.kind !== 'choice' && !isConstant(part)), ...namesIn(node)]
  const facts = new Map(nodes.map(part => [written(part), part]))
  return [...facts].map(([text, part]) => ({ text, value: valueOf(part, ground) }))
}

const isNamed = (node: Argument): boolean => node.kind === 'field' || node.kind === 'param'

/** Literals, lists of them, and what a function around gives: not to be evaluated alone, or not worth it. */
const isConstant = (node: Argument): boolean => node.kind === 'literal' || node.kind === 'variable' || node.kind === 'refused'
  || partsOf(node).length > 0 && partsOf(node).every(isConstant) || node.kind === 'list' && node.items.length === 0

const namesIn = (node: Argument): readonly Expression[] => isNamed(node) ? [node as Expression] : partsOf(node).flatMap(namesIn)
