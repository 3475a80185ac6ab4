// Of which form the times of a column are, as far as the data prove it.
import { type Years, eventYears } from '../time/calendar.ts'
import { readings } from '../time/forms.ts'
import { patternReader } from '../time/pattern.ts'
import { isSwapped } from '../time/problems.ts'
import { timeReader } from '../time/time.ts'

/**
 * `none`: only blanks. `known`: forms that are read without a declaration. `pattern`: one pattern reads every text, and
 * some day above 12 proves its order, or the year stands first. `either`: both orders read every text. `unknown`: no
 * pattern does.
 */
export type Dates =
  | { readonly form: 'none' | 'known' | 'unknown' }
  | { readonly form: 'pattern', readonly pattern: string }
  | { readonly form: 'either', readonly dayFirst: string, readonly monthFirst: string }

/** `isKnown` tells the texts that the field's type reads without a declaration. */
export function datesOf(texts: readonly string[], isKnown: (text: string) => boolean, years = eventYears): Dates {
  const written = [...new Set(texts.map(text => text.trim()))].filter(text => text !== '')
  if (written.length === 0) return { form: 'none' }
  const others = written.filter(text => !isKnown(text))
  if (others.length === 0) return { form: 'known' }
  const candidates = [...new Set(others.flatMap(text => readings(text, years) ?? []).map(({ pattern }) => pattern))]
  const orders = new Map<string, string[]>()
  for (const pattern of candidates) orders.set(loose(pattern), [...orders.get(loose(pattern)) ?? [], pattern])
  const fitting = [...orders].flatMap(([form, patterns]) => [tight(form, patterns), form].find(pattern => readsAll(pattern, others, years)) ?? [])
  const [first, second] = fitting
  if (first === undefined) return { form: 'unknown' }
  if (second === undefined) return { form: 'pattern', pattern: first }
  const dayFirst = fitting.find(isDayFirst)
  const monthFirst = fitting.find(pattern => !isDayFirst(pattern))
  return dayFirst !== undefined && monthFirst !== undefined ? { form: 'either', dayFirst, monthFirst } : { form: 'pattern', pattern: first }
}

const isDayFirst = (pattern: string): boolean => pattern.indexOf('d') < pattern.indexOf('M')

/** One letter takes one digit or two; two letters, only two. */
const parts = ['d', 'M', 'H', 'h'] as const
const loose = (pattern: string): string => parts.reduce((text, letter) => text.replace(letter + letter, letter), pattern)

/** Two letters where some text shows a leading zero. */
const tight = (form: string, patterns: readonly string[]): string =>
  parts.reduce((text, letter) => patterns.some(pattern => pattern.includes(letter + letter)) ? text.replace(letter, letter + letter) : text, form)

function readsAll(pattern: string, texts: readonly string[], years: Years): boolean {
  const read = patternReader(pattern, years)
  return texts.every(text => {
    const found = read(text)
    return found !== undefined && !isSwapped(found) && !Number.isNaN(found.clock)
  })
}

/** Whether some of the texts, of the declared pattern, are times without a zone. */
export function lacksZone(texts: readonly string[], pattern: string | undefined): boolean {
  const { read } = timeReader(pattern === undefined ? {} : { pattern })
  return texts.some(text => {
    const time = read(text)
    return typeof time === 'object' && time.code === 'missing-zone'
  })
}
