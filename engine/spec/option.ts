// How a step declares its options: one line gives the JSON Schema, the TypeScript type, the help and the role.
import type { Expression } from '../expression/parse.ts'

/** What an option's value means to the engine, beyond its shape. */
export type Role =
  | 'field' | 'fields' | 'new-field' | 'expression' | 'texts' | 'text' | 'flag' | 'choice' | 'kinds' | 'words' | 'lookup' | 'pattern'

export type Option<Value = unknown, Optional extends boolean = boolean> = {
  readonly role: Role
  readonly about: string
  readonly optional: Optional
  readonly choices?: readonly string[]
  /** Taken when the option is not written. */
  readonly otherwise?: Value
  /** Carries the type of the value; never set. */
  readonly value?: Value
}

export type Options = Readonly<Record<string, Option>>

/** The key under which a step declares one option for every key the author chooses, as `set` does. */
export const each = '*'

/** The key under which a step declares the same for every map of a list, which then is all that stands under its type: `rows`. */
export const listed = '[*]'

/** Keys that stand for those the author chooses. */
export const isFree = (name: string): boolean => name === each || name === listed

/**
 * What a step receives: the values of its options, typed from their declaration; `*` as a map from key to value, `[*]` as
 * a list of such maps.
 */
export type Values<O extends Options> = {
  readonly [K in keyof O as K extends Free ? never : O[K] extends Option<unknown, true> ? never : K]: ValueOf<O[K]>
} & {
  readonly [K in keyof O as K extends Free ? never : O[K] extends Option<unknown, true> ? K : never]?: ValueOf<O[K]>
} & {
  readonly [K in keyof O as K extends typeof each ? K : never]: Readonly<Record<string, ValueOf<O[K]>>>
} & {
  readonly [K in keyof O as K extends typeof listed ? K : never]: readonly Readonly<Record<string, ValueOf<O[K]>>>[]
}
type Free = typeof each | typeof listed
type ValueOf<T> = T extends Option<infer Value> ? Value : never

const declare = <Value>(role: Role) => (about: string): Option<Value, false> => ({ role, about, optional: false })

/** The builders: `option.field('…')`; wrap in `optional` for one that may be left out. */
export const option = {
  /** The name of a field that exists at this step. */
  field: declare<string>('field'),
  /** Names of fields that exist at this step. */
  fields: declare<readonly string[]>('fields'),
  /** The name of a field the step makes. */
  newField: declare<string>('new-field'),
  /** A JSONata expression over the fields of the row. */
  expression: declare<Expression>('expression'),
  text: declare<string>('text'),
  texts: declare<readonly string[]>('texts'),
  flag: declare<boolean>('flag'),
  /** Kinds of account, as the lookups name them. */
  kinds: declare<readonly string[]>('kinds'),
  /** A word for each of some kinds of account. */
  words: declare<Readonly<Record<string, string>>>('words'),
  /** The name of a lookup. */
  lookup: declare<string>('lookup'),
  /** A regular expression, run in linear time. */
  pattern: declare<string>('pattern'),
  choice: <const Choice extends string>(choices: readonly Choice[], about: string): Option<Choice, false> =>
    ({ role: 'choice', about, optional: false, choices }),
}

/** The option may be left out; with `otherwise` the step then receives that value. */
export function optional<Value>(declared: Option<Value, false>): Option<Value, true>
export function optional<Value>(declared: Option<Value, false>, otherwise: Value): Option<Value, false>
export function optional<Value>(declared: Option<Value, false>, otherwise?: Value): Option<Value> {
  return { ...declared, optional: true, ...(otherwise === undefined ? {} : { otherwise }) }
}
