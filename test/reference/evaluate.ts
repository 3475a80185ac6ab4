// Expressions by the official evaluator. A plan holds them as trees, so they are written back as JSONata; accounts stand
// in its rows as their texts, and what $inside, $remote and $kind say of a text comes from the table of accounts.
import jsonata from 'jsonata'
import { judge } from '../../engine/expression/judge.ts'
import type { Scope } from '../../engine/expression/scope.ts'
import type { Argument, Expression } from '../../engine/expression/tree.ts'
import type { Account, Field } from '../../engine/spec/field.ts'
import type { Row, Single, Value } from './value.ts'

/** The expression cannot be evaluated for a row; the row is refused. */
export class Failed extends Error {}

/** JSONata for a tree; every operator in parentheses, so that no order of binding is relied on. */
export function jsonataOf(node: Argument): string {
  switch (node.kind) {
    case 'literal': return JSON.stringify(node.value)
    case 'field': return `\`${node.name}\``
    case 'param': return `$params.\`${node.name}\``
    case 'variable': return `$${node.name}`
    case 'group': return `(${jsonataOf(node.inner)})`
    case 'list': return `[${node.items.map(jsonataOf).join(', ')}]`
    case 'negate': return `(-${jsonataOf(node.operand)})`
    case 'binary': return `(${jsonataOf(node.left)} ${node.operator} ${jsonataOf(node.right)})`
    case 'choice': return `(${jsonataOf(node.when)} ? ${jsonataOf(node.yes)}${node.no ? ` : ${jsonataOf(node.no)}` : ''})`
    case 'call': return `$${node.name}(${node.arguments.map(jsonataOf).join(', ')})`
    case 'lambda': return `function(${node.parameters.map(name => `$${name}`).join(', ')}){ ${jsonataOf(node.body)} }`
    case 'pattern': return `/${node.source}/${node.flags}`
    case 'refused': throw new Error('a checked plan holds no refused expression')
  }
}

type AccountOf = (text: string) => Account

function evaluator(source: string, params: Scope['params'], accountOf: AccountOf): (row: Row) => Promise<unknown> {
  const official = jsonata(source)
  const asked = <Answer>(answer: (account: Account) => Answer) => (text: unknown): Answer => answer(accountOf(text as string))
  official.registerFunction('inside', asked(account => account.inside))
  official.registerFunction('remote', asked(account => account.remote))
  official.registerFunction('kind', asked(account => account.kind))
  const values = Object.fromEntries([...params].map(([name, { value }]) => [name, value]))
  return async row => {
    try {
      return await official.evaluate(structuredClone(row), { params: values })
    } catch {
      throw new Failed()
    }
  }
}

/** Whether the expression holds for a row, by JSONata's own idea of true; what is undefined is not. */
export function condition(expression: Expression, { params }: Scope, accountOf: AccountOf): (row: Row) => Promise<boolean> {
  const evaluate = evaluator(`$boolean(${jsonataOf(expression)}) = true`, params, accountOf)
  return async row => await evaluate(row) === true
}

/**
 * The value of the expression for a row, as a cell. What type of cell it is was settled when the rules were checked;
 * a plan does not repeat it, so the check's own judgement is asked.
 */
export function value(expression: Expression, scope: Scope, accountOf: AccountOf): (row: Row) => Promise<Value> {
  const evaluate = evaluator(jsonataOf(expression), scope.params, accountOf)
  const { field } = judge(expression, scope)
  return async row => cellOf(await evaluate(row), field)
}

/** One value is one cell: nothing is a blank, a list of one its member where no list is due; numbers of text are spelled. */
function cellOf(result: unknown, { type, list }: Field): Value {
  const members = Array.isArray(result) ? Array.from<unknown>(result) : result === undefined || result === null ? [] : [result]
  if (list) return members.filter(member => member !== null).map(member => single(member, type))
  if (members.length > 1) throw new Failed()
  return members[0] === undefined || members[0] === null ? '' : single(members[0], type)
}

function single(result: unknown, type: Field['type']): Single {
  if (typeof result === 'number') {
    if (!Number.isFinite(result)) throw new Failed()
    if (type === 'integer') return result === 0 ? 0 : result
    return JSON.stringify(Number.isInteger(result) ? result : Number(result.toPrecision(15)))
  }
  return typeof result === 'boolean' && type !== 'boolean' ? String(result) : result as Single
}
