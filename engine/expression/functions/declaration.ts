// How a function declares itself: signature, documentation, examples, privacy effect and work in one place.
import type { Account, Cell, FieldType } from '../../spec/field.ts'
import type { Matcher } from '../pattern.ts'
import type { Scope } from '../scope.ts'
import type { List, Value } from '../values.ts'

/**
 * What a parameter takes; anything else ends the expression, as JSONata's signatures do. Undefined fits everywhere.
 * `texts`, `numbers` and `list` make a list of a single value; `scalar` is a text, number or boolean.
 */
export type Takes =
  | 'any' | 'text' | 'number' | 'scalar' | 'texts' | 'numbers' | 'list' | 'pattern' | 'function' | 'account'

export type Parameter = {
  readonly name: string
  readonly takes: Takes
  readonly optional?: true
  /** For functions: how many parameters they may have. */
  readonly arity?: readonly [least: number, most: number]
}

/** What is known of a value before any row: enough to type a result. */
export type Kind = { readonly type: FieldType, readonly list: boolean, readonly values?: readonly string[] }

/** A function given to $map, $filter or $reduce. */
export type Callback = (first: Value, second: Value, third: Value, fourth: Value) => Value

export type ExpressionFunction = {
  readonly name: string
  readonly summary: string
  readonly parameters: readonly Parameter[]
  /** Expressions without fields, or over `row`, and what they give; run as tests. */
  readonly examples: readonly {
    readonly expression: string
    readonly row?: Readonly<Record<string, Cell>>
    readonly gives: Cell
  }[]
  /** The kind of the result, within the scope of the expression; a function's own kind is that of its body. */
  readonly gives: (kinds: readonly Kind[], scope: Scope) => Kind
  /** Takes accounts as they are and gives them on, so that the result can still be asked about, or hashed. */
  readonly keepsAccounts?: true
  /** Only where the result is less private than what is read. */
  readonly lowers?: { readonly to: 'open', readonly why: string }
  /** Gets as many arguments as parameters, each as its parameter takes it, or undefined. */
  readonly run: (first: never, second: never, third: never, fourth: never) => Value
}

/** What `run` can be given, by what its parameter takes. */
export type Run = (first: Given, second: Given, third: Given, fourth: Given) => Value
export type Given = Value | Matcher | Callback | List | Account

export const text = (): Kind => ({ type: 'text', list: false })
export const texts = (): Kind => ({ type: 'text', list: true })
export const integer = (): Kind => ({ type: 'integer', list: false })
export const boolean = (): Kind => ({ type: 'boolean', list: false })
/** Of integers an integer; other numbers have no type of their own and become text. */
export const number = (kinds: readonly Kind[]): Kind =>
  kinds.every(kind => kind.type === 'integer') ? integer() : text()
/** The members of the first argument, as a list. */
export const members = ([first]: readonly Kind[]): Kind => ({ ...first ?? text(), list: true })

/** `$substring(text, start, length?)`, for documentation and hints. */
export const signature = ({ name, parameters }: ExpressionFunction): string =>
  `$${name}(${parameters.map(parameter => parameter.name + (parameter.optional ? '?' : '')).join(', ')})`
