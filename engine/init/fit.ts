// Whether the cells of a column are what a field declares.
import type { FieldPlan } from '../plan/plan.ts'
import { type ReadTime, converter, isRefused } from '../run/cells.ts'
import type { FieldType } from '../spec/field.ts'
import { isTimes } from './column-kind.ts'
import { isTime } from './times.ts'

/** Of the cells that are not blank, how many the field cannot hold. */
export type Fit = { readonly written: number, readonly misfits: number }

/** Times fit where all of them are of one form, since their form is not known as yet. */
export function fitOf(plan: FieldPlan, texts: readonly string[]): Fit {
  const written = texts.filter(text => text.trim() !== '')
  if (isTime(plan)) return { written: written.length, misfits: isTimes(written) ? 0 : written.length }
  if (plan.field.list) return { written: written.length, misfits: 0 }
  const convert = converter(plan, noTimes)
  return { written: written.length, misfits: written.filter(text => isRefused(convert(text))).length }
}

/** No cell fits, so that the column is not the one that is meant. */
export const isAlien = ({ written, misfits }: Fit): boolean => written > 0 && misfits === written

/** What a cell is not, such as `a whole number`. */
export const wanted = ({ field, pattern }: FieldPlan): string => field.values ? 'one of the words that are declared'
  : pattern === undefined ? types[field.type] ?? 'what is declared' : 'of the declared form'

const types: { readonly [Type in FieldType]?: string } = {
  'integer': 'a whole number', 'number': 'a number', 'boolean': 'True or False', 'word': 'a word',
  'time': 'a time', 'local-time': 'a time', 'date': 'a date', 'message-id': 'a message id',
}

const asIs: ReadTime = text => text
const noTimes = { instant: asIs, local: asIs, date: asIs }
