// Times as the clock of an export shows them: never converted, so that they need no zone.
import { calendarYears } from './calendar.ts'
import { readings } from './forms.ts'
import { readIso, readSerialized } from './iso.ts'
import { readDisplay, readPlain, readRaw } from './local-forms.ts'
import { patternReader } from './pattern.ts'
import { type TimeProblem, badTime, isSwapped, undeclared, unfit } from './problems.ts'

export type LocalReader = {
  /**
   * `yyyy-MM-dd HH:mm:ss` and `yyyy-MM-dd HH:mm:ss.fff` as they stand, every other form as the second of them (what is
   * finer is cut off), or why there is none. Blank text stays blank.
   */
  time(text: string): string | TimeProblem
  /**
   * `yyyy-MM-dd`: the date as written, of a text that carries a zone the date in UTC; or why there is none. Blank text
   * stays blank.
   */
  date(text: string): string | TimeProblem
}

/**
 * A reader of local times and of dates, in the years 1601 to 4500. Reads the forms of calendar diagnostics
 * (calendar-domain.md (c): `yyyy MM dd HH mm ss ffff`, `MMM dd, yyyy HH:mm:ss:ffff`, and the receiver's own), ISO 8601
 * by the clock as written, `/Date(ms)/` in UTC, and the declared `pattern`, which has passed `checkPattern` and comes
 * first. A date of a culture that nobody declared is a fault of the rules, as with `timeReader`; a text that is no date
 * in figures at all is a `bad-time` of its record, since broken quoting can put any text into the column.
 */
export const localReader = ({ pattern }: { readonly pattern?: string }): LocalReader => {
  const readPattern = pattern === undefined ? undefined : patternReader(pattern, calendarYears)

  const clockOf = (text: string): Clock | TimeProblem => {
    const declared = readPattern?.(text)
    if (declared) return isSwapped(declared) ? unfit(text, calendarYears) : { clock: declared.clock, ahead: 0 }
    const clock = readPlain(text) ?? readRaw(text) ?? readSerialized(text) ?? readDisplay(text)
    if (clock !== undefined) return { clock, ahead: 0 }
    const iso = readIso(text, calendarYears)
    if (iso) return { clock: iso.clock, ahead: iso.offset ?? 0 }
    if (!readings(text, calendarYears)) return badTime
    return readPattern ? unfit(text, calendarYears) : undeclared(text, calendarYears)
  }

  return {
    time(text) {
      const trimmed = text.trim()
      const plain = readPlain(trimmed)
      if (trimmed === '' || !readPattern && plain !== undefined && !Number.isNaN(plain)) return trimmed
      const read = clockOf(trimmed)
      if ('code' in read) return read
      return read.clock === plain ? trimmed : textOf(read.clock)
    },
    date(text) {
      const trimmed = text.trim()
      if (trimmed === '') return ''
      const read = clockOf(trimmed)
      if ('code' in read) return read
      const whole = textOf(read.clock - read.ahead)
      return typeof whole === 'string' ? whole.slice(0, 10) : whole
    },
  }
}

/** A clock's time in milliseconds (NaN: none such), and how far it is known to be ahead of UTC. */
type Clock = { readonly clock: number, readonly ahead: number }

const earliest = Date.UTC(calendarYears.first, 0, 1)
const end = Date.UTC(calendarYears.last + 1, 0, 1)

const textOf = (clock: number): string | TimeProblem =>
  clock >= earliest && clock < end ? new Date(clock).toISOString().replace('T', ' ').slice(0, 23) : badTime
