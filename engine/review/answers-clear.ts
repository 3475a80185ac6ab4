// What leaves in clear: exceptions, and what is open by type or list; and times among it.
import type { FieldType } from '../spec/field.ts'
import { enumeration } from '../spec/step.ts'
import type { Review } from './review.ts'
import { type Leaving, columnNames, isException, isOpen, leaving } from './words.ts'

export function clearAnswer(review: Review): readonly string[] {
  const exceptions = leaving(review).filter(isException)
  const open = leaving(review).filter(one => isOpen(one) && !isBlank(one))
  const blank = leaving(review).filter(one => isOpen(one) && isBlank(one))
  const sorts = [...new Set(open.map(sortOf))]
  const lists = sorts.map(sort => `${sort} (${columnNames(review, open.filter(one => sortOf(one) === sort))})`)
  return [
    exceptions.length === 0 ? 'Nothing by exception.'
      : `By exception ${exceptions.map(one => `${columnNames(review, [one])} (${one.column.allow!})`).join('; ')}.`,
    lists.length === 0 ? 'Nothing else.'
      : `${exceptions.length > 0 ? 'Otherwise only' : 'Only'} what points to nobody by itself: ${enumeration(lists)}.`,
    ...blank.length === 0 ? [] : [`Always blank: ${columnNames(review, blank)}.`],
  ]
}

const sorts: Readonly<Partial<Record<FieldType, string>>> = {
  'time': 'times', 'local-time': 'times', 'date': 'dates', 'integer': 'numbers', 'number': 'numbers',
  'boolean': 'yes or no', 'recurrence': 'patterns of series without texts',
}

const sortOf = ({ column: { type, values } }: Leaving): string => values ? 'words of closed lists' : sorts[type] ?? type

const isBlank = ({ column: { values } }: Leaving): boolean => values?.every(value => value === '') === true

export function timesAnswer(review: Review): string {
  const times = leaving(review).filter(one => isOpen(one) && ['time', 'local-time', 'date'].includes(one.column.type))
  if (times.length === 0) return 'None.'
  const sorts = [...new Set(times.map(exactness))]
  const parts = sorts.map(sort => `${columnNames(review, times.filter(one => exactness(one) === sort))}: ${sort}`)
  return `${parts.join('; ')}. Who knows of an event and its time may find its row by it. Rules can cut times to the `
    + 'minute, hour, day or month.'
}

/** The last step that makes a time coarser; otherwise as it was read, or made. */
function exactness({ column: { type, origins, steps } }: Leaving): string {
  const cut = steps.findLast(step => step.type === 'redact')
  if (cut) return cut.text.replace(/\.$/, '').replace(/^C/, 'c')
  if (origins.length === 0) return 'of the run, not of a person'
  return type === 'date' ? 'as read, to the day' : 'as read, to the millisecond where the input has it'
}
