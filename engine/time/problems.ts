// Why a text gives no time, in words that never repeat more of it than the two readings of a date.
import { eventYears } from './calendar.ts'
import { type Reading, readings } from './forms.ts'

/**
 * `bad-time` is a fault of one record: the time does not exist, or is not of the years it can be of. The others are
 * faults of the rules for the whole file; of the text they name a date's two readings at most.
 */
export type TimeProblem =
  | { readonly code: 'bad-time' }
  | {
    readonly code: 'unreadable-time' | 'missing-zone' | 'ambiguous-time'
    readonly message: string
    readonly hint: string
  }

export const badTime: TimeProblem = { code: 'bad-time' }

export const missingZone: TimeProblem = {
  code: 'missing-zone',
  message: 'a time carries no zone, and none is declared',
  hint: 'declare the zone of the computer that made the export, for example: --set zone=Europe/Warsaw',
}

/** The figure read as month is above 12 and the other is not: the pattern has day and month the wrong way round. */
export const isSwapped = ({ month, day }: { readonly month: number, readonly day: number }): boolean =>
  month > 12 && day <= 12

const declare = ({ pattern }: Reading): string => `--set dates="${pattern}"`

const otherForm = 'declare its form in the letters d M yyyy H m s (or h with tt for AM and PM), for example: ' +
  '--set dates="dd.MM.yyyy HH:mm:ss"'

const unreadable = (message: string, found: readonly Reading[]): TimeProblem => ({
  code: 'unreadable-time',
  message,
  hint: found.length === 0 ? otherForm : `declare the form it has: ${found.map(declare).join(' or ')}`,
})

/** Of a text that is not of the declared pattern. */
export const unfit = (text: string, years = eventYears): TimeProblem =>
  unreadable('a time is not of the declared form', readings(text, years) ?? [])

/** Of a text that is of no form known without a pattern. */
export const undeclared = (text: string, years = eventYears): TimeProblem => {
  const found = readings(text, years)
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
