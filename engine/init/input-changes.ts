// What one input needs: encoding, columns, times. Found in the files, else answered.
import type { InputChanges, Reasoned } from './changes.ts'
import { chosenColumns } from './column-question.ts'
import { type Match, matchColumns } from './columns.ts'
import { encodingOf } from './encoding-of.ts'
import type { Given, Opened } from './opened.ts'
import type { Answers } from './question.ts'
import { type Survey, columnsOf, textsOf } from './survey.ts'
import { isTime, timesOf } from './times.ts'

export type Surveyed = {
  readonly changes: InputChanges
  readonly match: Match
  readonly encoding?: string
  readonly records: number
  /** What is odd about the files, and no reason to stop. */
  readonly remarks: readonly string[]
}

export async function inputChanges(found: Survey, { encoding: likely, columns: first, remarks }: Opened, given: Given, answers: Answers): Promise<Surveyed> {
  const { input } = found
  const encoding = given.encoding === undefined ? await encodingOf(found, answers) : { value: given.encoding, why: 'the files do not tell it' }
  // Without an answer the likely one serves to find out what else is missing.
  const used = encoding?.value ?? likely
  const columns = used === likely ? first : await columnsOf(found, used)
  const chosen = await chosenColumns(found, used, columns, given.columns, answers)
  const match = matchColumns(input.fields, columns.columns, chosen)

  const timed = input.fields.filter(field => isTime(field) && match.found.has(field.name))
  const rows = timed.length === 0 ? [] : await textsOf(found, used, timed.map(({ name }) => ({ column: match.found.get(name)!, list: false })))
  const declared = { zone: given.zone ?? input.zone, dates: given.dates ?? input.dates }
  const times = await timesOf(input.name, timed.map(({ field }, index) => ({ field: field.type, texts: rows.map(row => row[index]![0] ?? '') })), {
    ...(declared.zone === undefined ? {} : { zone: declared.zone }), ...(declared.dates === undefined ? {} : { dates: declared.dates }),
  }, answers)

  const named = [...chosen].map(([field, column]): [string, Reasoned<string>] => [field, { value: column, why: 'the export names it so' }])
  return {
    changes: { ...(encoding ? { encoding } : {}), ...times, fields: new Map(named) },
    match, records: columns.records, remarks, ...(used === undefined ? {} : { encoding: used }),
  }
}
