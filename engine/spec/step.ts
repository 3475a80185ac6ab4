// How a step type declares itself: options, documentation, examples, privacy effect and work in one file.
import type { Expression } from '../expression/parse.ts'
import type { Code } from '../diagnostics/codes.ts'
import type { Place } from '../diagnostics/diagnostic.ts'
import type { NonAscii, Profile } from '../hash/digest.ts'
import type { Directory } from '../people/directory.ts'
import { type Account, type Cell, type Field, type Mark, type Row, type Scalar, type Shape, chosenBy, lowered } from './field.ts'
import type { Options, Values } from './option.ts'

/** What a step sees when it says in words what it does. */
export type Seen = {
  /** A field as it is before the step. */
  field(name: string): Field
  /** An expression as it is written, and the fields it reads. */
  text(expression: Expression): string
  reads(expression: Expression): readonly string[]
}

/** What a step does, in words for those who sign the rules and need not know them. */
export type Effects = {
  /** Fields that it makes or changes. */
  readonly fields?: readonly FieldEffect[]
  /** Rows that it leaves out. */
  readonly rows?: RowEffect
  /** How text becomes a pseudonym, as far as the step lets its author choose; of every keyed step. */
  readonly hash?: { readonly profile?: string, readonly nonAscii?: string, readonly lower?: boolean }
}

export type FieldEffect = {
  readonly field: string
  /** The fields whose values it is made of. */
  readonly of: readonly string[]
  /** What it takes from the account that they name: the `account` as identify finds it, `id`, `address`, `kind` or a field of the directory. */
  readonly from?: { readonly lookup: string, readonly take: string }
  /** What becomes of the value: a sentence, or the beginning of one that `code` ends. */
  readonly text: string
  /** The expressions that make the value, as they are written. */
  readonly code?: readonly string[]
}

export type RowEffect = {
  /** Which rows: a sentence, or with `when` its beginning. */
  readonly text: string
  /** The condition as it is written. */
  readonly when?: string
  /** The kinds of account that rows are left out for. */
  readonly kinds?: readonly string[]
  readonly because?: string
}

/** Rows in, rows out, as a test of the step and a page of the documentation. */
export type Example = {
  readonly title: string
  /** The step as it stands in a rule file: the options under its type, or the list of a step that takes one. */
  readonly options: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[]
  /** Types and marks of the fields, where they are not open text; `account` fields are identified beforehand. */
  readonly fields?: Readonly<Record<string, Partial<Field>>>
  readonly given: readonly Readonly<Record<string, unknown>>[]
  readonly expect: readonly Readonly<Record<string, unknown>>[]
}

/** What a step sees while its rule file is checked. */
export type Flow = {
  /** The fields that exist before the step. */
  readonly shape: Shape
  /** A field by name; reports and gives undefined where there is none. `at` names the option and item it stands in. */
  field(name: string, ...at: readonly (string | number)[]): Field | undefined
  /** Type, mark and reads of an expression; reports its mistakes. */
  judge(expression: Expression, ...at: readonly (string | number)[]): Field
  /** Kinds of account that a lookup, or without a name any lookup, can give. */
  kinds(lookup?: string): readonly string[]
  /** Fields of the directory behind a lookup. */
  entries(lookup: string): ReadonlyMap<string, Field> | undefined
  /** The input behind a lookup, and which of its fields an account is made of. */
  source(lookup: string): { readonly input: string, readonly fields: readonly string[] }
  /** Reports a name that nothing has. */
  unknown(code: Code, name: string, among: Unknown, ...at: readonly (string | number)[]): void
  problem(code: Code, message: string, hint: string | undefined, ...at: readonly (string | number)[]): void
  /** The same with the way of a field to here. */
  refuse(code: Code, field: Field, message: string, hint: string, ...at: readonly (string | number)[]): void
  place(...at: readonly (string | number)[]): Place
}

/** What a name should have been: `no WHAT "NAME" WHERE`, and the names there are; `instead` is what to do where none is near. */
export type Unknown = { readonly what: string, readonly where?: string, readonly known: readonly string[], readonly instead?: string }

/** Passes a row on to whatever follows, which may change it. Nobody keeps a row after the call. */
export type Next = (row: Row) => void

/** What a step may use while rows run through it. Everything is looked up once, before the first row. */
export type Work = {
  /** The name of the step in its rule file. */
  readonly id: string
  slot: (field: string) => number
  /** The field as it is before the step. */
  field: (name: string) => Field
  expression: (expression: Expression) => (row: Row) => Cell
  /** Whether an expression holds, by JSONata's idea of true. */
  condition: (expression: Expression) => (row: Row) => boolean
  directory: (lookup: string) => Directory
  /** Text to pseudonym; undefined for text beyond ASCII that the profile is told to refuse. */
  digest: (profile: Profile) => (text: string, nonAscii: NonAscii) => string | undefined
  /** HMAC-SHA256 of bytes under the key, 32 bytes; for pseudonyms inside binary values. */
  mac: (bytes: Uint8Array) => Buffer
  /** Remembers the record in hand; what it gives makes that one the record in hand again, for rows handed on later. */
  here: () => () => void
  /** Counts a row as dropped by this step. */
  drop: (reason: string) => void
  /** Counts rows that the step adds. */
  add: (rows: number) => void
  /** Ends the run at the record in hand. */
  stop: (code: Code, message: string, hint: string) => never
  warn: (code: Code) => void
  /** Tells of an account at one end of a row, for the share of unknown ones. */
  meet: (account: Account) => void
  /** Asked once, when the last row has gone by; what it gives becomes a warning of the run. */
  atEnd: (remark: () => Remark | undefined) => void
}

/** What a step has to say about all rows together. No value of a row stands in it. */
export type Remark = { readonly code: Code, readonly count: number, readonly message: string, readonly hint: string }

export type CellAction = {
  readonly cells: readonly { readonly from: string, readonly into: string }[]
  readonly change: (value: Scalar) => Scalar
  /** Told of every cell after the change, for counting. */
  readonly observe?: (cell: Cell) => void
}

/**
 * What a step does. Most change single cells: a pure function of one value, which the engine lifts over rows and lists
 * and computes once per distinct value. The others see rows.
 */
export type Action =
  | CellAction
  | { readonly rows: (next: Next) => Next | Holding }

/** A step that holds rows back, and hands them on when the last one has gone by. */
export type Holding = { readonly row: Next, readonly end: () => void }

export type Step<O extends Options = Options> = {
  /** The key under a step's name in a rule file. */
  readonly name: string
  readonly summary: string
  /** What the step does to privacy marks, and why that is right. */
  readonly privacy: string
  readonly options: O
  /** Sets of options of which exactly one must be written, where the step has alternatives. */
  readonly either?: readonly (readonly string[])[]
  /** The step chooses rows, and leaves every field as it is. */
  readonly choosesRows?: true
  /**
   * The step remembers rows, so a row must be sound before it comes here: all that is read of it later is read before.
   * Otherwise a row that is refused later could have pushed out its sound double.
   */
  readonly wholeRows?: true
  /** The step works under the customer's key. */
  readonly keyed?: true
  readonly examples: readonly Example[]
  /** The fields that exist after the step; reports what is wrong with its options. */
  readonly flow: (options: Values<O>, flow: Flow) => Shape
  /** The same for people: what becomes of fields, and which rows go. */
  readonly effects: (options: Values<O>, seen: Seen) => Effects
  readonly run: (options: Values<O>, work: Work) => Action
}

/** Declares a step type; the values of its options are typed by their declaration. */
export const defineStep = <const O extends Options>(step: Step<O>): Step => step as unknown as Step

/** The shape with some fields replaced or added. */
export const withFields = (shape: Shape, fields: Iterable<readonly [string, Field]>): Shape => new Map([...shape, ...fields])

/** `a`, `a and b`, `a, b and c`, or with another word at the end. */
export const enumeration = (names: readonly string[], word = 'and'): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`

/** A field made from others: its trail is the longest of theirs and one line more. */
export function derived(from: readonly Field[], place: Place, text: string, field: Omit<Field, 'trail'>): Field {
  const origin = from.find(one => one.mark === field.mark) ?? from[0]
  return { ...field, trail: [...(origin?.trail ?? []), { place, text }] }
}

/**
 * What a step makes of a field whose mark it lowers to `to`: the way here ends, unless an expression chose the value by
 * something that the mark must not fall below.
 */
export function loweredField(from: Field, to: Mark, place: Place, text: string, field: Omit<Field, 'trail' | 'mark' | 'chosen'>): Field {
  const mark = lowered(to, from)
  if (mark === to) return { ...field, mark, trail: [{ place, text }] }
  return { ...field, mark, ...chosenBy(from.chosen), trail: [...from.trail, { place, text: `${text}; what stands there was computed or chosen from what is ${mark}` }] }
}
