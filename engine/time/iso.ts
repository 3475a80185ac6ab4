// Times in the forms of ISO 8601 that PowerShell and Exchange write, and in that of Windows PowerShell's JSON.
import { clockTime, eventYears, isDay } from './calendar.ts'

/** What an ISO text says: the clock's time in milliseconds (NaN: none such), and how far that clock is ahead of UTC. */
export type IsoTime = { readonly clock: number, readonly offset: number | undefined }

/** The `length` digits at `index` as a number, or NaN. */
export const digitsAt = (text: string, index: number, length: number): number => {
  let value = 0
  for (let at = index; at < index + length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    value = value * 10 + digit
  }
  return value
}

/** How many digits stand at `index`. */
export const countDigits = (text: string, index: number): number => {
  let at = index
  for (let code = text.charCodeAt(at); code >= 48 && code <= 57;) code = text.charCodeAt(++at)
  return at - index
}

/** The first three digits of a fraction as milliseconds; the rest is cut off, not rounded. */
export const milliseconds = (text: string, index: number, length: number): number =>
  length >= 3 ? digitsAt(text, index, 3) : digitsAt(text, index, length) * (length === 1 ? 100 : 10)

/**
 * Reads `yyyy-MM-dd`, optionally with `T` or a blank and `HH:mm[:ss[.fffffff]]`, optionally with `Z`, `+HH:mm`, `+HHmm`
 * or `+HH`. Undefined when the text is of another form.
 */
export const readIso = (text: string, years = eventYears): IsoTime | undefined => {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined
  const year = digitsAt(text, 0, 4)
  const month = digitsAt(text, 5, 2)
  const day = digitsAt(text, 8, 2)
  if (Number.isNaN(year + month + day)) return undefined
  if (text.length === 10) return { clock: clockTime(year, month, day, 0, 0, 0, 0, years), offset: undefined }

  const separator = text.charCodeAt(10)
  if ((separator !== 84 && separator !== 32) || text.charCodeAt(13) !== 58) return undefined
  const hour = digitsAt(text, 11, 2)
  const minute = digitsAt(text, 14, 2)
  let second = 0
  let fraction = 0
  let index = 16
  if (text.charCodeAt(index) === 58) {
    second = digitsAt(text, 17, 2)
    index = 19
    const mark = text.charCodeAt(index)
    if (mark === 46 || mark === 44) {
      const length = countDigits(text, 20)
      fraction = length === 0 ? NaN : milliseconds(text, 20, length)
      index = 20 + length
    }
  }
  const offset = readOffset(text, index)
  if (offset === null || Number.isNaN(hour + minute + second + fraction)) return undefined
  return { clock: clockTime(year, month, day, hour, minute, second, fraction, years), offset }
}

/** The offset that ends the text, in milliseconds; undefined when there is none, null when it is none. */
const readOffset = (text: string, from: number): number | undefined | null => {
  if (from === text.length) return undefined
  const index = text.charCodeAt(from) === 32 ? from + 1 : from
  const sign = text.charCodeAt(index)
  if (sign === 90 && index + 1 === text.length) return 0
  if (sign !== 43 && sign !== 45) return null
  const length = text.length - index
  const colon = length === 6 && text.charCodeAt(index + 3) === 58
  if (!colon && length !== 5 && length !== 3) return null
  const hours = digitsAt(text, index + 1, 2)
  const minutes = length === 3 ? 0 : digitsAt(text, index + (colon ? 4 : 3), 2)
  if (!(hours <= 14 && minutes < 60)) return null
  return (sign === 45 ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/** The milliseconds since 1970 (UTC) of `/Date(ms)/`, whatever offset follows them; undefined for another text. */
export const readSerialized = (text: string): number | undefined => {
  const milliseconds = serialized.exec(text)?.[1]
  return milliseconds === undefined ? undefined : Number(milliseconds)
}

const serialized = /^\\?\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\\?\/$/

/**
 * A test for exactly `yyyy-MM-ddTHH:mm:ss.fffZ`, the form of tracking logs and of this tool, with a time that exists in
 * 1990 to 2100. It remembers the day it saw last: neighbouring rows are of one day.
 */
export const exactTest = (): (text: string) => boolean => {
  let seen = 'no day yet'
  return text => {
    if (text.length !== 24 || text.charCodeAt(23) !== 90) return false
    if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58 || text.charCodeAt(19) !== 46) return false
    if (!(digitsAt(text, 11, 2) < 24 && digitsAt(text, 14, 2) < 60 && digitsAt(text, 17, 2) < 60)) return false
    if (!(digitsAt(text, 20, 3) >= 0)) return false
    if (text.startsWith(seen)) return true
    if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(10) !== 84) return false
    const year = digitsAt(text, 0, 4)
    if (!(year >= 1990 && year <= 2100 && isDay(year, digitsAt(text, 5, 2), digitsAt(text, 8, 2)))) return false
    seen = text.slice(0, 11)
    return true
  }
}
