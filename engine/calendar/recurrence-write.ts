// A recurrence as a blob without texts: what old Outlook writes itself for an exception that has none.
import { type Writer, writeNumbers, writer } from './numbers.ts'
import {
  appointmentFields, boundFields, endFields, headFields, locationFlag, momentFields, overrides, patternFields, subjectFlag,
} from './recurrence-layout.ts'
import type { Appointment, Exception, Extended, Recurrence } from './recurrence-read.ts'

/**
 * The bytes of a recurrence: every number as it was read, every text empty, every reserved block of size 0, nothing
 * behind the end. Flags stay, so that a reader still sees that an occurrence was renamed or moved to another room
 * (calendar-domain.md (a), "Scrub algorithm", step 4).
 */
export function writeRecurrence({ head, pattern, end, deletedDays, modifiedDays, bounds, appointment }: Recurrence): Buffer {
  const into = writer()
  writeNumbers(into, headFields, head)
  writeNumbers(into, patternFields.get(head.patternType)!, pattern)
  writeNumbers(into, endFields, end)
  for (const days of [deletedDays, modifiedDays]) {
    into.number(4, days.length)
    for (const day of days) into.number(4, day)
  }
  writeNumbers(into, boundFields, bounds)
  if (appointment) writeAppointment(into, appointment)
  return into.bytes()
}

function writeAppointment(into: Writer, { head, exceptions, extended }: Appointment): void {
  writeNumbers(into, appointmentFields, head)
  into.number(2, exceptions.length)
  for (const exception of exceptions) writeException(into, exception)
  if (!extended) return
  writeEmptyBlock(into)
  extended.forEach((one, index) => writeExtended(into, one, exceptions[index]!.flags))
  writeEmptyBlock(into)
}

function writeException(into: Writer, { moments, flags, overridden }: Exception): void {
  writeNumbers(into, momentFields, moments)
  into.number(2, flags)
  let next = 0
  for (const { flag, holds } of overrides) {
    if ((flags & flag) === 0) continue
    if (holds !== 'text') into.number(holds.size, overridden[next++]!)
    else {
      into.number(2, 1)
      into.number(2, 0)
    }
  }
}

function writeExtended(into: Writer, { changeHighlight, moments }: Extended, flags: number): void {
  if (changeHighlight !== undefined) {
    into.number(4, 4)
    into.number(4, changeHighlight)
  }
  writeEmptyBlock(into)
  if (!moments) return
  writeNumbers(into, momentFields, moments)
  for (const flag of [subjectFlag, locationFlag]) if (flags & flag) into.number(2, 0)
  writeEmptyBlock(into)
}

const writeEmptyBlock = (into: Writer): void => into.number(4, 0)
