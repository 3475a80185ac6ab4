// Texts of times to instants in UTC, by declared forms and zones only.
import { isoText } from './calendar.ts'
import { readings } from './forms.ts'
import type { Reading } from './forms.ts'
import { exactTest, readIso } from './iso.ts'
import { patternReader } from './pattern.ts'
import { localClock } from './zone.ts'

export { checkPattern } from './pattern.ts'
export { checkZone } from './zone.ts'

/**
 * Why a text gives no time. `bad-time` is a fault of one record: the time does not exist, or its year is not in 1990
 * to 2100. The others are faults of the rules for the whole file; of the text they name a date's two readings at most.
 */
export type TimeProblem =
  | { readonly code: 'bad-time' }
  | {
    readonly code: 'unreadable-time' | 'missing-zone' | 'ambiguous-time'
    readonly message: string
    readonly hint: string
  }

export type TimeReader = {
  /**
   * ISO text `yyyy-MM-ddTHH:mm:ss.fffZ` (UTC; what is finer than a millisecond is cut off), or why there is none. Blank
   * text stays blank.
   */
  read(text: string): string | TimeProblem
  /** How many texts so far fell in an hour that the clock shows twice; the first of the two was taken. */
  ambiguousHours(): number
}

/**
 * A reader of times. Texts in UTC or with an offset need nothing; a local time needs the `zone` of the computer that
 * wrote it; a form other than ISO 8601 and `/Date(ms)/` needs a `pattern` in .NET's tokens (exchange-domain.md §5,
 * "Date rule"). Both have passed `checkZone` and `checkPattern`. Day and month are never told apart by a guess, and a
 * time that the clock leaps over in spring is a `bad-time` (security-reliability.md §1.13).
 */
export const timeReader = (options: { readonly zone?: string, readonly pattern?: string }): TimeReader => {
  const isExact = exactTest()
  const readPattern = options.pattern === undefined ? undefined : patternReader(options.pattern)
  const toInstant = options.zone === undefined ? undefined : localClock(options.zone)
  let repeatedHours = 0

  const fromInstant = (instant: number): string | TimeProblem => isoText(instant) ?? badTime

  const fromClock = (clock: number): string | TimeProblem => {
    if (Number.isNaN(clock)) return badTime
    if (!toInstant) return missingZone
    const found = toInstant(clock)
    if (!found) return badTime
    if (found.repeated) repeatedHours++
    return fromInstant(found.instant)
  }

  const read = (text: string): string | TimeProblem => {
    if (isExact(text)) return text
    const trimmed = text.trim()
    if (trimmed === '') return ''
    const declared = readPattern?.(trimmed)
    if (declared) return swapped(declared.month, declared.day) ? unfit(trimmed) : fromClock(declared.clock)
    const iso = readIso(trimmed)
    if (iso) return iso.offset === undefined ? fromClock(iso.clock) : fromInstant(iso.clock - iso.offset)
    const milliseconds = serialized.exec(trimmed)?.[1]
    if (milliseconds !== undefined) return fromInstant(Number(milliseconds))
    return readPattern ? unfit(trimmed) : undeclared(trimmed)
  }
  return { read, ambiguousHours: () => repeatedHours }
}

/** `/Date(ms)/` of PowerShell 5.1: milliseconds since 1970 in UTC, whatever offset follows. */
const serialized = /^\\?\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\\?\/$/

const badTime: TimeProblem = { code: 'bad-time' }

const missingZone: TimeProblem = {
  code: 'missing-zone',
  message: 'a time carries no zone, and none is declared',
  hint: 'declare the zone of the computer that made the export, for example: --set zone=Europe/Warsaw',
}

/** The figure read as month is above 12 and the other is not: the pattern has day and month the wrong way round. */
const swapped = (month: number, day: number): boolean => month > 12 && day <= 12

const declare = ({ pattern }: Reading): string => `--set dates="${pattern}"`

const otherForm = 'declare its form in the letters d M yyyy H m s (or h with tt for AM and PM), for example: ' +
  '--set dates="dd.MM.yyyy HH:mm:ss"'

const unreadable = (message: string, found: readonly Reading[]): TimeProblem => ({
  code: 'unreadable-time',
  message,
  hint: found.length === 0 ? otherForm : `declare the form it has: ${found.map(declare).join(' or ')}`,
})

const unfit = (text: string): TimeProblem => unreadable('a time is not of the declared form', readings(text) ?? [])

const undeclared = (text: string): TimeProblem => {
  const found = readings(text)
  if (found?.length === 0) return badTime
  const [dayFirst, monthFirst] = found ?? []
  if (!dayFirst || !monthFirst) return unreadable('a time is of a form that is not declared', found ?? [])
  return {
    code: 'ambiguous-time',
    message: dayFirst.date === monthFirst.date
      ? 'nothing tells whether the day or the month comes first in the times of this column'
      : `a time can be read with day or month first: "${dayFirst.date}" or "${monthFirst.date}"`,
    hint: `declare which it is: ${declare(dayFirst)} for day first, ${declare(monthFirst)} for month first`,
  }
}
