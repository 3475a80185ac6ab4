// Expressions to closures over rows: built once, synchronous, nothing allocated where no list or text is made.
import type { Cell, Row } from '../spec/field.ts'
import { toCell } from './cell.ts'
import { compileCall } from './compile-call.ts'
import { compileBinary } from './compile-binary.ts'
import { fail } from './failed.ts'
import { judge } from './judge.ts'
import { limits } from './limits.ts'
import { negate } from './operators.ts'
import type { Scope } from './scope.ts'
import type { Choice, Expression } from './tree.ts'
import { isList, type Item, truthy, type Value, withoutAccounts } from './values.ts'

export type Evaluate = (row: Row) => Value

/** A part of an expression, ready to run, with what is known of its results. */
export type Compiled = {
  readonly evaluate: Evaluate
  /** The results are accounts, or lists of them, and not their texts. */
  readonly accounts?: boolean
  /** The results are true or false. */
  readonly boolean?: boolean
  /** The result is the same for all rows. */
  readonly constant?: { readonly value: Value }
  /** Always blank, or an empty list: stands beside accounts without making them texts. */
  readonly blank?: boolean
  /** The slot of a field of texts, numbers or booleans that is read as it is. */
  readonly slot?: number
}

/** A parameter of the function around; one object per place in the source, as no function calls itself. */
export type Variable = { value: Value, readonly accounts: boolean }

/** What a part of an expression is compiled against. */
export type Surroundings = {
  readonly scope: Scope
  readonly slot: (field: string) => number
  readonly variables: ReadonlyMap<string, Variable>
}

/**
 * The expression as a function of a row, giving a cell of the field that `judge` tells. Both `parse` and `judge` must
 * have found no problem, and the parameters have values. The function throws ExpressionFailed and nothing else.
 */
export function compile(expression: Expression, scope: Scope, slot: (field: string) => number): (row: Row) => Cell {
  const compiled = compileNode(expression, { scope, slot, variables: new Map() })
  const { field } = judge(expression, scope)
  const { evaluate } = compiled
  if (compiled.boolean || compiled.slot !== undefined) return evaluate as (row: Row) => Cell
  const cell = toCell(field)
  if (compiled.constant) {
    const same = cell(compiled.constant.value)
    return () => same
  }
  return row => cell(evaluate(row))
}

/** The expression as a condition: JSONata's idea of true ($boolean), where undefined is false. Fails as `compile`. */
export function compileCondition(
  expression: Expression, scope: Scope, slot: (field: string) => number,
): (row: Row) => boolean {
  return condition(compileNode(expression, { scope, slot, variables: new Map() }))
}

export function compileNode(node: Expression, around: Surroundings): Compiled {
  switch (node.kind) {
    case 'literal': return { ...constant(node.value), blank: node.value === null || node.value === '' }
    case 'param': return constant(paramValue(node.name, around.scope))
    case 'field': return field(node.name, around)
    case 'variable': {
      const variable = around.variables.get(node.name)!
      return { evaluate: () => variable.value, accounts: variable.accounts }
    }
    case 'group': return compileNode(node.inner, around)
    case 'list': return { ...list(node.items.map(item => compileNode(item, around))), blank: node.items.length === 0 }
    case 'negate': {
      const operand = plain(compileNode(node.operand, around))
      return { evaluate: row => negate(operand(row)) }
    }
    case 'choice': return choice(node, around)
    case 'binary': return compileBinary(node.operator, compileNode(node.left, around), compileNode(node.right, around))
    case 'call': return compileCall(node, around)
    case 'refused': throw new Error('an expression with problems is compiled')
  }
}

/** The results without accounts: their texts. */
export const plain = ({ evaluate, accounts }: Compiled): Evaluate =>
  accounts ? row => withoutAccounts(evaluate(row)) : evaluate

export function condition(compiled: Compiled): (row: Row) => boolean {
  if (compiled.boolean) return compiled.evaluate as (row: Row) => boolean
  const evaluate = plain(compiled)
  return row => truthy(evaluate(row))
}

export const constant = (value: Value): Compiled =>
  ({ evaluate: () => value, constant: { value }, boolean: typeof value === 'boolean' })

function choice(node: Choice, around: Surroundings): Compiled {
  const when = condition(compileNode(node.when, around))
  const yes = compileNode(node.yes, around)
  const no = node.no ? compileNode(node.no, around) : { ...constant(undefined), blank: true }
  const blank = Boolean(yes.blank && no.blank)
  const accounts = !blank && [yes, no].every(one => one.accounts || one.blank)
  const [one, other] = accounts ? [yes.evaluate, no.evaluate] : [plain(yes), plain(no)]
  const boolean = Boolean(yes.boolean && no.boolean)
  return { evaluate: row => when(row) ? one(row) : other(row), accounts, boolean, blank }
}

function paramValue(name: string, scope: Scope): Value {
  const value = scope.params.get(name)?.value
  if (value === undefined) throw new Error('an expression is compiled before its parameters have values')
  return value
}

function field(name: string, { scope, slot }: Surroundings): Compiled {
  const at = slot(name)
  if (scope.fields.get(name)?.type === 'account') return { evaluate: row => row[at], accounts: true }
  return { evaluate: row => row[at], slot: at }
}

/** Lists within lists become their members, as $append does; `judge` refuses literal ones. */
function list(items: readonly Compiled[]): Compiled {
  if (items.every(item => item.constant)) return constant(flat(items.map(item => item.constant!.value)))
  const members = items.map(plain)
  return { evaluate: row => flat(members.map(member => member(row))) }
}

function flat(values: readonly Value[]): Item[] {
  const all = values.flatMap((value): readonly Item[] => value === undefined ? [] : isList(value) ? value : [value])
  return all.length > limits.list ? fail('too-long') : all
}
