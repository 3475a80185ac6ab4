// Which patterns a time in figures can be of. For messages only: no time is ever read by a guess.
import { type Years, clockTime, eventYears } from './calendar.ts'

/** One way to read a text: the pattern to declare, and the date it would give, such as `6 September 2015`. */
export type Reading = { readonly pattern: string, readonly date: string }

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]

const yearLast = /^(\d{1,2})([/.-] ?)(\d{1,2})\2(\d{4})(\.?)(?=\D|$)/
const yearFirst = /^(\d{4})([/.-] ?)(\d{1,2})\2(\d{1,2})(\.?)(?=\D|$)/
const clock = /^(,? )(\d{1,2})([:.])\d\d(?:\3(\d\d)(?:([.,])(\d{1,7}))?)?(?:( ?)[ap]\.? ?m\.?)?$/i

/**
 * The ways to read a text such as `06/09/2015 01:02:44`, day before month first: two when nothing in it tells which of
 * them is meant, none when neither is a day of the years. Undefined when the text is of no form known here.
 */
export const readings = (text: string, years = eventYears): readonly Reading[] | undefined => {
  if (text.length > 40) return undefined
  const plain = text.replace(/[\u00A0\u202F]/g, ' ')
  const last = yearLast.exec(plain)
  const match = last ?? yearFirst.exec(plain)
  const time = match && clockPattern(plain.slice(match[0].length))
  if (!match || time === undefined) return undefined
  const [, one = '', separator = '', two = '', three = '', end = ''] = match
  if (!last) {
    const pattern = `yyyy${separator}${letters(two, 'M')}${separator}${letters(three, 'd')}${end}${time}`
    return dated(pattern, years, Number(one), Number(two), Number(three))
  }
  const year = Number(three)
  const rest = `${separator}yyyy${end}${time}`
  return [
    ...dated(`${letters(one, 'd')}${separator}${letters(two, 'M')}${rest}`, years, year, Number(two), Number(one)),
    ...dated(`${letters(one, 'M')}${separator}${letters(two, 'd')}${rest}`, years, year, Number(one), Number(two)),
  ]
}

/** One letter takes one digit or two; only a leading zero shows that there are always two. */
const letters = (digits: string, letter: string): string =>
  digits.length === 2 && digits.startsWith('0') ? letter + letter : letter

const dated = (pattern: string, years: Years, year: number, month: number, day: number): readonly Reading[] =>
  Number.isNaN(clockTime(year, month, day, 0, 0, 0, 0, years))
    ? []
    : [{ pattern, date: `${day} ${months[month - 1]} ${year}` }]

const clockPattern = (text: string): string | undefined => {
  if (text === '') return ''
  const match = clock.exec(text)
  if (!match) return undefined
  const [, before = '', hour = '', colon = '', second, mark = '', fraction = '', blank] = match
  const letter = blank === undefined ? 'H' : 'h'
  const seconds = second === undefined ? '' : `${colon}ss${mark}${'f'.repeat(fraction.length)}`
  return `${before}${letters(hour, letter)}${colon}mm${seconds}${blank === undefined ? '' : `${blank}tt`}`
}
