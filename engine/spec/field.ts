// What a field is: its type, how private it is, and where that came from. Check and run agree on these.
import type { Place } from '../diagnostics/diagnostic.ts'

/** How private a field is, from harmless to a person; a result carries the highest mark of what it reads. */
export const marks = ['open', 'pseudonym', 'sensitive', 'identity'] as const
export type Mark = typeof marks[number]

export const highest = (...all: readonly Mark[]): Mark =>
  marks[Math.max(0, ...all.map(mark => marks.indexOf(mark)))] ?? 'open'

/** The mark of what is made of a field by something that lowers marks: `to`, but no lower than what the value was chosen by. */
export const lowered = (to: Mark, { chosen = 'open' }: Pick<Field, 'chosen'>): Mark => highest(to, chosen)

/** `chosen` of a field or value; absent where it is open. */
export const chosenBy = (...all: readonly (Mark | undefined)[]): { readonly chosen?: Mark } => {
  const chosen = highest(...all.map(mark => mark ?? 'open'))
  return chosen === 'open' ? {} : { chosen }
}

/**
 * What a cell of the field holds. `account` is what `identify` makes of an address, `pseudonym` what `hash` makes,
 * `recurrence` and `event-id` what the scrub steps make. A field of a rule file declares one of the others.
 */
export type FieldType =
  | 'text' | 'word' | 'integer' | 'number' | 'boolean' | 'time' | 'local-time' | 'date' | 'message-id' | 'id'
  | 'account' | 'pseudonym' | 'recurrence' | 'event-id'

export type Field = {
  readonly type: FieldType
  /** Several values in one cell. */
  readonly list: boolean
  readonly mark: Mark
  /**
   * How private that is which an expression made the value of, or chose it by: what lowers a mark lowers it no further.
   * `sender` blanked where a letter stands in it still tells of that letter, whatever is asked of it. Absent: open.
   */
  readonly chosen?: Mark
  /** The only values a cell can hold, where that is known; blank is always one of them. Of a pseudonym: words beside it. */
  readonly values?: readonly string[]
  /** The lookup that made it an account, where that is known. */
  readonly knownIn?: string
  /** The step that made one value of the list that the field was. */
  readonly listUntil?: string
  /** Came out of a step that could not be read; nothing more is reported about it. */
  readonly broken?: true
  /** How the field came to be, oldest first; shown when it must not be written. */
  readonly trail: readonly { readonly place?: Place, readonly text: string }[]
}

/** The fields that exist at one point of the pipeline, by name. */
export type Shape = ReadonlyMap<string, Field>

/** One end of a mail or meeting, as `identify` finds it. Two are the same identity when their texts are equal. */
export type Account = {
  /** The canonical, lower-case address (or the text itself where it is none); what is hashed. */
  readonly text: string
  /** `person`, `outside`, `unknown`, `none`, or a kind the rules name, such as `room`. */
  readonly kind: string
  /** Belongs to the organisation: a directory account that is not `outside`, or an own-domain address. */
  readonly inside: boolean
  /** A colleague whose mailbox is in the cloud. */
  readonly remote: boolean
  /** It has no address: `text` is a name of it, which no output joins on. */
  readonly named?: true
  /** What the rules take as the id of the account: the first of the lookup's `id` that is not blank. */
  readonly id?: string
  /** The row of the directory, where there is one: field name to cell. */
  readonly entry?: ReadonlyMap<string, Cell>
}

/**
 * A value of a row. Times are text `yyyy-MM-ddTHH:mm:ss.fffZ` (UTC), local times `yyyy-MM-dd HH:mm:ss` with or without
 * `.fff` (the clock of the export, no zone), dates `yyyy-MM-dd`, integers numbers, other numbers the text as it stands;
 * a blank cell is `''` (an empty list `[]`) whatever its type, never undefined.
 */
export type Scalar = string | number | boolean | Account
export type Cell = Scalar | readonly Scalar[]

/** A row: one cell per field, at the slot the plan gave the field. */
export type Row = Cell[]
