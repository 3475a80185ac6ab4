// Forms of time written in .NET's custom format tokens, such as `dd.MM.yyyy HH:mm:ss`.
import { clockTime, eventYears } from './calendar.ts'
import { countDigits, digitsAt, milliseconds } from './iso.ts'

/** Parts of a time while one is read; `half` is 0 in the morning and 12 after noon. */
type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond' | 'half', number>

type Token = { readonly part: keyof Parts | 'literal', readonly text: string }

/** Reads one token at `index` into `parts`; the index behind it, or -1 when something else stands there. */
type ReadToken = (text: string, index: number, parts: Parts) => number

/** What a text of the form gives: the clock's time in milliseconds (NaN: no such time), and the figures of its date. */
export type PatternTime = { readonly clock: number, readonly month: number, readonly day: number }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNames = [
  'january', 'february', 'march', 'april', 'may', 'june',
  'july', 'august', 'september', 'october', 'november', 'december',
]

/** .NET's tokens and what they say; `T` alone is plain text there too. */
const parts = new Map<string, keyof Parts>(Object.entries({
  d: 'day', dd: 'day', M: 'month', MM: 'month', MMM: 'month', MMMM: 'month', yy: 'year', yyyy: 'year',
  H: 'hour', HH: 'hour', h: 'hour', hh: 'hour', m: 'minute', mm: 'minute', s: 'second', ss: 'second', tt: 'half',
  f: 'millisecond', ff: 'millisecond', fff: 'millisecond', ffff: 'millisecond', fffff: 'millisecond',
  ffffff: 'millisecond', fffffff: 'millisecond',
}))

const tokenForm = /([A-Za-z])\1*|'([^']*)'|"([^"]*)"|\\(.)|[^A-Za-z'"\\]/gsu

const tokens = (pattern: string): readonly Token[] => [...pattern.matchAll(tokenForm)].map(match => {
  const [text, letter, single, double, escaped] = match
  const part = letter === undefined ? undefined : parts.get(text)
  return part ? { part, text } : { part: 'literal', text: single ?? double ?? escaped ?? text }
})

const known = 'd dd M MM MMM MMMM yy yyyy H HH h hh m mm s ss f to fffffff tt'

/** What is wrong with a pattern, as a sentence; undefined when it can be used. */
export const checkPattern = (pattern: string): string | undefined => {
  if (pattern.replaceAll(tokenForm, '') !== '') return 'a quote or backslash in it has no partner'
  for (const [text, letter] of pattern.matchAll(tokenForm)) {
    if (letter === undefined || text === 'T' || parts.has(text)) continue
    return `${text} is none of ${known}; put plain text in single quotes`
  }
  const all = tokens(pattern)
  const times = all.filter(({ part }) => part !== 'literal')
  const twice = times.find(({ part }, index) => times.findIndex(token => token.part === part) < index)
  if (twice) return `the ${twice.part === 'half' ? 'half of the day' : twice.part} stands twice in it`
  const missing = (['day', 'month', 'year'] as const).find(part => !all.some(token => token.part === part))
  if (missing) return `it has no ${missing}`
  const twelve = times.some(({ part, text }) => part === 'hour' && text.startsWith('h'))
  const half = times.some(({ part }) => part === 'half')
  if (twelve && !half) return 'it has hours to 12 (h) but no tt for AM or PM; hours to 24 are H'
  if (half && !twelve) return 'it has tt but no hours to 12 (h)'
  const loose = all.find((token, index) => isLoose(token) && isNumber(all[index + 1]))?.text
  return loose && `digits follow ${loose} directly, so its end cannot be told: write ${loose}${loose}`
}

const isLoose = ({ part, text }: Token): boolean => part !== 'literal' && part !== 'millisecond' && text.length === 1
const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && token.part !== 'literal' && token.part !== 'half' && !token.text.startsWith('MMM')

/**
 * A reader of texts of one form; the pattern has passed `checkPattern`. One letter takes one or two digits, two letters
 * take two; `yy` is 1990 to 2089; month names are English; a blank stands for a no-break blank too, which newer .NET
 * writes before AM. What is not in the pattern is 0. The result is undefined for a text of another form.
 */
export const patternReader = (pattern: string, years = eventYears): (text: string) => PatternTime | undefined => {
  const readers = tokens(pattern).map(readerOf)
  return text => {
    const found: Parts = { year: NaN, month: NaN, day: NaN, hour: 0, minute: 0, second: 0, millisecond: 0, half: -1 }
    let index = 0
    for (const read of readers) {
      index = read(text, index, found)
      if (index < 0) return undefined
    }
    if (index !== text.length) return undefined
    const { year, month, day, minute, second, millisecond } = found
    return { clock: clockTime(year, month, day, hourOf(found), minute, second, millisecond, years), month, day }
  }
}

const hourOf = ({ hour, half }: Parts): number => {
  if (half < 0) return hour
  return hour >= 1 && hour <= 12 ? hour % 12 + half : NaN
}

const readerOf = (token: Token): ReadToken => {
  const { part, text: form } = token
  if (part === 'literal') return literalReader(form)
  if (part === 'half') return readHalf
  if (form.startsWith('MMM')) return nameReader(form === 'MMM' ? months : monthNames)
  if (part === 'millisecond') return (text, index, found) => {
    found.millisecond = milliseconds(text, index, form.length)
    return Number.isNaN(digitsAt(text, index, form.length)) ? -1 : index + form.length
  }
  return (text, index, found) => {
    const length = form.length === 1 ? Math.min(2, countDigits(text, index)) : form.length
    const value = length === 0 ? NaN : digitsAt(text, index, length)
    if (Number.isNaN(value)) return -1
    found[part] = form === 'yy' ? value + (value < 90 ? 2000 : 1900) : value
    return index + length
  }
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0xA0 || code === 0x202F

const literalReader = (literal: string): ReadToken => literal === ' '
  ? (text, index) => isBlank(text.charCodeAt(index)) ? index + 1 : -1
  : (text, index) => text.startsWith(literal, index) ? index + literal.length : -1

const nameReader = (names: readonly string[]): ReadToken => (text, index, found) => {
  const lower = text.slice(index, index + 9).toLowerCase()
  const month = names.findIndex(name => lower.startsWith(name))
  found.month = month + 1
  return month < 0 ? -1 : index + (names[month] ?? '').length
}

/** AM and PM, also as `a.m.` and `p. m.`. */
const halfForm = /([ap])\.?[ \u00A0\u202F]?m\.?/iy

const readHalf: ReadToken = (text, index, found) => {
  halfForm.lastIndex = index
  const letter = halfForm.exec(text)?.[1]
  if (letter === undefined) return -1
  found.half = letter.toLowerCase() === 'p' ? 12 : 0
  return halfForm.lastIndex
}
