// Texts of times to instants in UTC, by declared forms and zones only.
import { isoText } from './calendar.ts'
import { exactTest, readIso, readSerialized } from './iso.ts'
import { patternReader } from './pattern.ts'
import { type TimeProblem, badTime, isSwapped, missingZone, undeclared, unfit } from './problems.ts'
import { localClock } from './zone.ts'

export { checkPattern } from './pattern.ts'
export { checkZone } from './zone.ts'
export type { TimeProblem } from './problems.ts'

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
    if (declared) return isSwapped(declared) ? unfit(trimmed) : fromClock(declared.clock)
    const iso = readIso(trimmed)
    if (iso) return iso.offset === undefined ? fromClock(iso.clock) : fromInstant(iso.clock - iso.offset)
    const milliseconds = readSerialized(trimmed)
    if (milliseconds !== undefined) return fromInstant(milliseconds)
    return readPattern ? unfit(trimmed) : undeclared(trimmed)
  }
  return { read, ambiguousHours: () => repeatedHours }
}
