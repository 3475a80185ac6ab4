// The zone and the form of the times of one input: proven by the data, or asked.
import type { FieldPlan } from '../plan/plan.ts'
import { calendarYears, eventYears } from '../time/calendar.ts'
import { localReader } from '../time/local-time.ts'
import { checkPattern } from '../time/pattern.ts'
import { checkZone, timeReader } from '../time/time.ts'
import { datesOf, lacksZone } from './dates.ts'
import type { Answers } from './question.ts'
import type { Reasoned } from './changes.ts'

export type TimesOfInput = { readonly zone?: Reasoned<string>, readonly dates?: Reasoned<string> }

/** Comments in the new file. */
export const zoneReason = 'times of the export carry no zone; it was made on a computer in this one'
export const formReason = 'the form of times in the export'

/** Texts of one field that holds times. */
export type TimeTexts = { readonly field: FieldPlan['field']['type'], readonly texts: readonly string[] }

export const isTime = ({ field }: FieldPlan): boolean => ['time', 'local-time', 'date'].includes(field.type)

/** `given` is what the command line or the base say already; then nothing is asked. */
export async function timesOf(input: string, columns: readonly TimeTexts[], given: { readonly zone?: string, readonly dates?: string }, answers: Answers): Promise<TimesOfInput> {
  const dates = given.dates === undefined ? await patternOf(input, columns, answers) : undefined
  const pattern = given.dates ?? dates?.value
  const instants = columns.filter(({ field }) => field === 'time').flatMap(({ texts }) => texts)
  const lacking = given.zone === undefined && lacksZone(instants, pattern)
  const zone = lacking ? await zoneOf(input, answers) : undefined
  return { ...(dates ? { dates } : {}), ...(zone === undefined ? {} : { zone }) }
}

async function patternOf(input: string, columns: readonly TimeTexts[], answers: Answers): Promise<Reasoned<string> | undefined> {
  const unread = columns.flatMap(({ field, texts }) => texts.filter(text => !isKnown(field, text.trim())))
  const dates = datesOf(unread, () => false, columns.some(({ field }) => field !== 'time') ? calendarYears : eventYears)
  const question = { ask: '', option: '--dates PATTERN', why: '', check: (answer: string) => checkPattern(answer) }
  switch (dates.form) {
    case 'none': case 'known': return undefined
    case 'pattern': return { value: dates.pattern, why: dates.pattern.startsWith('y') ? formReason : `${formReason}; some day above 12 proves which figure is the day` }
    case 'either': {
      const { dayFirst, monthFirst } = dates
      const value = await answers.answer({
        ...question, choices: [dayFirst, monthFirst],
        ask: `Nothing in the times of ${input} tells whether the day or the month comes first. Which is it?`,
        option: `--dates "${dayFirst}"`, why: `times of ${input}: day first, or --dates "${monthFirst}": month first`,
      })
      // Where nobody answers nothing is written; one of the two serves to find out whether a zone is missing.
      return { value: value ?? dayFirst, why: `${formReason}; its days do not tell day from month` }
    }
    case 'unknown': {
      const value = await answers.answer({
        ...question, ask: `The times of ${input} are of no form that is known. Write their pattern, such as dd.MM.yyyy HH:mm:ss.`,
        option: '--dates PATTERN', why: `times of ${input} are of no form that is known; such as "dd.MM.yyyy HH:mm:ss"`,
      })
      return value === undefined ? undefined : { value, why: formReason }
    }
  }
}

/** Read without a declaration, or no time at all: that is for the run to refuse. */
function isKnown(type: TimeTexts['field'], text: string): boolean {
  const read = type === 'time' ? timeReader({}).read(text) : type === 'date' ? localReader({}).date(text) : localReader({}).time(text)
  return typeof read === 'string' || read.code === 'missing-zone' || read.code === 'bad-time'
}

async function zoneOf(input: string, answers: Answers): Promise<Reasoned<string> | undefined> {
  const value = await answers.answer({
    ask: `The times of ${input} carry no zone. In which zone was the computer that made the export? Such as Europe/Berlin, or W. Europe Standard Time.`,
    option: '--zone ZONE', why: `times of ${input} carry no zone: that of the computer that made the export, such as Europe/Berlin`,
    check: answer => checkZone(answer) ? undefined : 'no time zone is called so: write a name such as Europe/Berlin, or UTC',
  })
  return value === undefined ? undefined : { value, why: zoneReason }
}
