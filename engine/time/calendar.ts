// Days and times of the calendar as milliseconds.

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** True for a day of the Gregorian calendar; month and day count from 1. */
export const isDay = (year: number, month: number, day: number): boolean => {
  const leap = month === 2 && (year % 4 === 0 && year % 100 !== 0 || year % 400 === 0)
  return day >= 1 && day <= (lengths[month - 1] ?? 0) + (leap ? 1 : 0)
}

/** The first and the last year that a time may be of. */
export type Years = { readonly first: number, readonly last: number }

/** Years of mails and other events (security-reliability.md §1.13: `0001-01-01` is .NET's empty value). */
export const eventYears: Years = { first: 1990, last: 2100 }

/** Years that a calendar can hold: a series without end ends on 4500-12-31 (calendar-domain.md (a)). */
export const calendarYears: Years = { first: 1601, last: 4500 }

/**
 * A time on a clock as milliseconds since 1970 on that same clock; NaN when no clock shows it or it is not of the
 * `years`. There is no second 60.
 */
export const clockTime = (
  year: number, month: number, day: number, hour: number, minute: number, second: number, millisecond: number,
  { first, last } = eventYears,
): number =>
  year >= first && year <= last && isDay(year, month, day) && hour < 24 && minute < 60 && second < 60
    ? Date.UTC(year, month - 1, day, hour, minute, second, millisecond)
    : NaN

const earliest = Date.UTC(1990, 0, 1)
const end = Date.UTC(2101, 0, 1)

/** An instant (milliseconds since 1970, UTC) as `yyyy-MM-ddTHH:mm:ss.fffZ`; undefined outside 1990 to 2100. */
export const isoText = (instant: number): string | undefined =>
  instant >= earliest && instant < end ? new Date(instant).toISOString() : undefined
