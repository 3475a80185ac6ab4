// A recurrence blob as numbers. Texts and reserved bytes are gone past, so there is nothing of them in the result.
import { type Cursor, type Numbers, cursorOver, readNumbers } from './numbers.ts'
import {
  appointmentFields, boundFields, changeHighlight, count, day, endFields, firstWithHighlight, headFields, locationFlag,
  momentFields, overrideFlags, overrides, patternFields, shortCount, subjectFlag,
} from './recurrence-layout.ts'

export type Recurrence = {
  readonly head: Numbers<typeof headFields>
  readonly pattern: Numbers
  readonly end: Numbers<typeof endFields>
  readonly deletedDays: readonly number[]
  readonly modifiedDays: readonly number[]
  readonly bounds: Numbers<typeof boundFields>
  /** Absent in a blob that ends after the pattern, as those of tasks do. */
  readonly appointment?: Appointment
}

export type Appointment = {
  readonly head: Numbers<typeof appointmentFields>
  readonly exceptions: readonly Exception[]
  /** One for each exception; absent in a blob of old Outlook, which ends after the exceptions. */
  readonly extended?: readonly Extended[]
}

export type Exception = {
  readonly moments: Numbers<typeof momentFields>
  readonly flags: number
  /** The numbers among what it overrides, in order. */
  readonly overridden: readonly number[]
}

export type Extended = {
  readonly changeHighlight?: number
  readonly moments?: Numbers<typeof momentFields>
}

/**
 * Reads a blob (calendar-domain.md (a), "Scrub algorithm", steps 2 and 3); undefined where the bytes do not come out even
 * or a number is none that a series has. `passed` counts the bytes of texts, of reserved blocks and behind the end.
 */
export function readRecurrence(bytes: Buffer): { readonly recurrence: Recurrence, readonly passed: number } | undefined {
  const cursor = cursorOver(bytes)
  const head = readNumbers(cursor, headFields)
  const pattern = {
    head,
    pattern: readNumbers(cursor, patternFields.get(head.patternType) ?? {}),
    end: readNumbers(cursor, endFields),
    deletedDays: readDays(cursor),
    modifiedDays: readDays(cursor),
    bounds: readNumbers(cursor, boundFields),
  }
  const recurrence = cursor.left === 0 ? pattern : { ...pattern, appointment: readAppointment(cursor) }
  return cursor.spoilt ? undefined : { recurrence, passed: cursor.passed + cursor.left }
}

const readDays = (cursor: Cursor): readonly number[] => cursor.repeat(cursor.number(count), 4, () => cursor.number(day))

function readAppointment(cursor: Cursor): Appointment {
  const head = readNumbers(cursor, appointmentFields)
  const exceptions = cursor.repeat(cursor.number(shortCount), 14, () => readException(cursor))
  if (cursor.left === 0) return { head, exceptions }
  passBlock(cursor)
  const extended = cursor.repeat(exceptions.length, 4, index => readExtended(cursor, head.writerVersion, exceptions[index]!.flags))
  passBlock(cursor)
  return { head, exceptions, extended }
}

function readException(cursor: Cursor): Exception {
  const moments = readNumbers(cursor, momentFields)
  const flags = cursor.number(overrideFlags)
  const overridden = overrides.flatMap(({ flag, holds }) => {
    if ((flags & flag) === 0) return []
    if (holds !== 'text') return [cursor.number(holds)]
    // The first length is one more than the second and counts nothing; every reader that gets this right trusts the second.
    cursor.number(shortCount)
    cursor.pass(cursor.number(shortCount))
    return []
  })
  return { moments, flags, overridden }
}

function readExtended(cursor: Cursor, version: number, flags: number): Extended {
  const highlight = version >= firstWithHighlight ? { changeHighlight: readHighlight(cursor) } : {}
  passBlock(cursor)
  if ((flags & (subjectFlag | locationFlag)) === 0) return highlight
  const moments = readNumbers(cursor, momentFields)
  for (const flag of [subjectFlag, locationFlag]) {
    if (flags & flag) cursor.pass(cursor.number(shortCount) * 2)
  }
  passBlock(cursor)
  return { ...highlight, moments }
}

function readHighlight(cursor: Cursor): number {
  const size = cursor.number(count)
  const value = cursor.number(changeHighlight)
  cursor.pass(size - 4)
  return value
}

const passBlock = (cursor: Cursor): void => cursor.pass(cursor.number(count))
