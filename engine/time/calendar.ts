// Days and times of the calendar as milliseconds.

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** True for a day of the Gregorian calendar; month and day count from 1. */
export const isDay = (year: number, month: number, day: number): boolean => {
  const leap = month === 2 && (year % 4 === 0 && year % 100 !== 0 || year % 400 === 0)
  return day >= 1 && day <= (lengths[month - 1] ?? 0) + (leap ? 1 : 0)
}

/**
 * A time on a clock as milliseconds since 1970 on that same clock; NaN when no clock shows it or the year is outside
 * 1990 to 2100 (security-reliability.md §1.13: `0001-01-01` is .NET's empty value). There is no second 60.
 */
export const clockTime = (
  year: number, month: number, day: number, hour: number, minute: number, second: number, millisecond: number,
): number =>
  year >= 1990 && year <= 2100 && isDay(year, month, day) && hour < 24 && minute < 60 && second < 60
    ? Date.UTC(year, month - 1, day, hour, minute, second, millisecond)
    : NaN

const earliest = Date.UTC(1990, 0, 1)
const end = Date.UTC(2101, 0, 1)

/** An instant (milliseconds since 1970, UTC) as `yyyy-MM-ddTHH:mm:ss.fffZ`; undefined outside 1990 to 2100. */
export const isoText = (instant: number): string | undefined =>
  instant >= earliest && instant < end ? new Date(instant).toISOString() : undefined
