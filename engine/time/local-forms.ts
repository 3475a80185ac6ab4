// Times in the forms of calendar diagnostics (calendar-domain.md (c)): clocks without a zone.
import { calendarYears, clockTime } from './calendar.ts'
import { digitsAt } from './iso.ts'
import { monthOf } from './local-months.ts'

const blank = 32
const colon = 58
const dash = 45
const dot = 46

/** `yyyy-MM-dd HH:mm:ss`, with `.fff` or without: the clock in milliseconds (NaN: none such), or undefined. */
export const readPlain = (text: string): number | undefined => {
  if (text.length !== 19 && !(text.length === 23 && text.charCodeAt(19) === dot)) return undefined
  if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash || text.charCodeAt(10) !== blank) return undefined
  if (text.charCodeAt(13) !== colon || text.charCodeAt(16) !== colon) return undefined
  return clockOf(text, text.length === 23 ? digitsAt(text, 20, 3) : 0)
}

/** `yyyy MM dd HH mm ss ffff`, where `ffff` counts tenths of a millisecond, as above; what is finer is cut off. */
export const readRaw = (text: string): number | undefined => {
  if (text.length !== 24) return undefined
  for (const at of [4, 7, 10, 13, 16, 19]) if (text.charCodeAt(at) !== blank) return undefined
  return clockOf(text, Math.floor(digitsAt(text, 20, 4) / 10))
}

/** The clock of a text with the figures where `yyyy-MM-dd HH:mm:ss` has them; undefined where they are none. */
const clockOf = (text: string, millisecond: number): number | undefined => {
  const [year, month, day] = [digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)]
  const [hour, minute, second] = [digitsAt(text, 11, 2), digitsAt(text, 14, 2), digitsAt(text, 17, 2)]
  if (Number.isNaN(year + month + day + hour + minute + second + millisecond)) return undefined
  return clockTime(year, month, day, hour, minute, second, millisecond, calendarYears)
}

/** `MMM dd, yyyy HH:mm:ss:ffff`; .NET writes the server's own sign for `:`. */
const display = /^([^\s,\d]{1,12}) (\d{1,2}), (\d{4}) (\d{2})([:.])(\d{2})\5(\d{2})\5(\d{3})\d$/

/** `MMM dd, yyyy HH:mm:ss:ffff`, as above, with the month in a language of `monthOf`. */
export const readDisplay = (text: string): number | undefined => {
  const match = text.length > 40 ? null : display.exec(text)
  if (!match) return undefined
  const [, name = '', day, year, hour, , minute, second, millisecond] = match
  const month = monthOf(name)
  if (Number.isNaN(month)) return undefined
  return clockTime(
    Number(year), month, Number(day), Number(hour), Number(minute), Number(second), Number(millisecond), calendarYears)
}
