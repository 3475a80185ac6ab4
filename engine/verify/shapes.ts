// What the cells of a column look like, by what the run record says it holds.
import { isScrubbedEventId } from '../calendar/event-id.ts'
import { isScrubbedRecurrence } from '../calendar/recurrence.ts'
import { timeZones } from '../calendar/time-zones.ts'
import { type Profile, isPseudonym } from '../hash/digest.ts'
import type { ColumnFact, ColumnKind, OutputColumns } from '../run/output-columns.ts'

/** A column of a delivered file, as the record describes it; `known` is false for one that it does not have. */
export type DeliveredColumn = {
  readonly name: string
  readonly known: boolean
  readonly kind: ColumnKind
  readonly list: boolean
  /** The reason, where it may stand in clear. */
  readonly allowed?: string
  /** The cell is what the column holds. */
  readonly fits: (cell: string) => boolean
}

/** Kinds whose cells hold nothing but digits and signs. */
export const isNumeric = (kind: ColumnKind): boolean => ['time', 'local-time', 'date', 'integer', 'number', 'boolean'].includes(kind)

export function columnOf(name: string, { columns, words, allowed }: OutputColumns): DeliveredColumn {
  const fact = own(columns, name)
  if (fact === undefined) return { name, known: false, kind: 'text', list: false, fits: () => true }
  const { kind, list } = partsOf(fact)
  const fits = scalar(kind, own(words ?? {}, name) ?? [])
  const reason = own(allowed ?? {}, name)
  return {
    name, known: true, kind, list, ...(reason === undefined ? {} : { allowed: reason }),
    fits: list ? cell => cell === '' || membersOf(cell)?.every(fits) === true : fits,
  }
}

/** A header can be any text, `constructor` as well. */
export const own = <Value>(map: Readonly<Record<string, Value>>, key: string): Value | undefined => Object.hasOwn(map, key) ? map[key] : undefined

export const partsOf = (fact: ColumnFact): { readonly kind: ColumnKind, readonly list: boolean } => fact.endsWith(' list')
  ? { kind: fact.slice(0, -5) as ColumnKind, list: true } : { kind: fact as ColumnKind, list: false }

/** The members of a cell with a list, as runs write it; undefined where it is none. */
export function membersOf(cell: string): readonly string[] | undefined {
  if (cell === '') return []
  try {
    const members: unknown = JSON.parse(cell)
    return Array.isArray(members) && members.every(member => typeof member === 'string') ? members : undefined
  } catch {
    return undefined
  }
}

/** The form of a pseudonym; undefined for a cell that is none. */
export const pseudonymForm = (cell: string): Profile | undefined =>
  cell.length === 64 && isPseudonym(cell, 'ascii-hex') ? 'ascii-hex' : cell.length === 44 && isPseudonym(cell, 'utf8-base64') ? 'utf8-base64' : undefined

function scalar(kind: ColumnKind, words: readonly string[]): (cell: string) => boolean {
  const closed = new Set(['', ...words, ...kind === 'person' || kind === 'pseudonym' ? ['external', 'internal', 'error'] : kind === 'time-zone' ? timeZones : []])
  const shape = shapes[kind]
  if (kind === 'text') return () => true
  if (kind === 'person' || kind === 'pseudonym') return cell => pseudonymForm(cell) !== undefined || closed.has(cell)
  if (kind === 'event-id') return isScrubbedEventId
  if (kind === 'recurrence') return isScrubbedRecurrence
  return shape ? cell => cell === '' || shape.test(cell) : cell => closed.has(cell)
}

const time = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`
const shapes: { readonly [Kind in ColumnKind]?: RegExp } = {
  'time': new RegExp(`^${time}\\.\\d{3}$`),
  'local-time': new RegExp(`^${time}(?:\\.\\d{3})?$`),
  'date': /^\d{4}-\d\d-\d\d$/,
  'integer': /^-?(?:0|[1-9]\d{0,15})$/,
  'number': /^-?\d{1,15}(?:\.\d{1,6})?$/,
  'boolean': /^(?:True|False)$/,
}
