// What one input needs: encoding, columns, times. Found in the files, else answered.
import { Stop } from '../diagnostics/diagnostic.ts'
import type { FieldPlan } from '../plan/plan.ts'
import { type InputChanges, type Reasoned } from './changes.ts'
import { isTimes } from './column-kind.ts'
import { type Match, matchColumns } from './columns.ts'
import { isHeader } from './header.ts'
import { quoted } from './quoted.ts'
import { encodingOf, likelyOf } from './encoding-of.ts'
import type { Answers } from './question.ts'
import { type Survey, columnsOf, textsOf } from './survey.ts'
import { tableOf } from './table.ts'
import { isTime, timesOf } from './times.ts'

export type Given = {
  readonly encoding?: string
  /** Columns named on the command line, by field. */
  readonly columns: ReadonlyMap<string, string>
  readonly zone?: string
  readonly dates?: string
}

export type Surveyed = { readonly changes: InputChanges, readonly match: Match, readonly encoding?: string, readonly records: number }

export async function inputChanges(found: Survey, given: Given, answers: Answers): Promise<Surveyed> {
  const { input } = found
  const encoding = given.encoding === undefined ? await encodingOf(found, answers) : { value: given.encoding, why: 'the files do not tell it' }
  // Without an answer the likely one serves to find out what else is missing.
  const used = encoding?.value ?? likelyOf(found)
  const { columns, records } = await columnsOf(found, used)
  if (columns.length > 0 && matchColumns(input.fields, columns, new Map()).found.size === 0 && !await looksNamed(found, used, columns)) throw noneOf(found, columns)
  for (const [field, column] of given.columns) checkColumn(field, column, columns)
  const first = matchColumns(input.fields, columns, given.columns)
  const chosen = new Map([...given.columns, ...columns.length === 0 ? [] : await columnsFor(input.fields, await withTimes(first, found, used), input.name, answers)])
  const match = matchColumns(input.fields, columns, chosen)

  const timed = input.fields.filter(field => isTime(field) && match.found.has(field.name))
  const rows = timed.length === 0 ? [] : await textsOf(found, used, timed.map(({ name }) => ({ column: match.found.get(name)!, list: false })))
  const declared = { zone: given.zone ?? input.zone, dates: given.dates ?? input.dates }
  const times = await timesOf(input.name, timed.map(({ field }, index) => ({ field: field.type, texts: rows.map(row => row[index]![0] ?? '') })), {
    ...(declared.zone === undefined ? {} : { zone: declared.zone }), ...(declared.dates === undefined ? {} : { dates: declared.dates }),
  }, answers)

  const named = [...chosen].map(([field, column]): [string, Reasoned<string>] => [field, { value: column, why: 'the export names it so' }])
  return {
    changes: { ...(encoding ? { encoding } : {}), ...times, fields: new Map(named) },
    match, records, ...(used === undefined ? {} : { encoding: used }),
  }
}

/** A field that holds times is probably read from the only column that does. */
async function withTimes(match: Match, found: Survey, encoding: string | undefined): Promise<Match> {
  const timed = new Set(found.input.fields.filter(isTime).map(({ name }) => name))
  if (!match.missing.some(({ field, optional, near }) => timed.has(field) && !optional && near === undefined)) return match
  const { cells } = await tableOf(found, encoding)
  const [only, second] = match.unused.filter(column => isTimes(cells.get(column) ?? []))
  if (only === undefined || second !== undefined) return match
  return { ...match, missing: match.missing.map(one => timed.has(one.field) && !one.optional ? { near: only, ...one } : one) }
}

/** Names that the base knows none of can still be names. */
async function looksNamed(found: Survey, encoding: string | undefined, columns: readonly string[]): Promise<boolean> {
  const { cells } = await tableOf(found, encoding)
  return isHeader(found.files[0]!.writing.format, columns, column => new Set(cells.get(column)))
}

/** Columns for fields that have none; of optional fields only where one is probably meant. */
async function columnsFor(fields: readonly FieldPlan[], { missing, unused }: Match, input: string, answers: Answers): Promise<ReadonlyMap<string, string>> {
  const chosen = new Map<string, string>()
  const left = (): readonly string[] => unused.filter(column => ![...chosen.values()].includes(column))
  for (const { field, optional, near } of missing) {
    const proposal = near !== undefined && left().includes(near) ? near : undefined
    if (optional && proposal === undefined) continue
    const names = fields.find(({ name }) => name === field)!.from.join(' or ')
    const answer = await answers.answer({
      ask: `No column of ${input} is called ${names}. Which one is field "${field}" read from?`,
      choices: [...left(), ...optional ? [none] : []], ...(proposal === undefined ? {} : { proposal }), ...(optional ? { optional: true } : {}),
      option: `--column ${input}.${field}=${proposal === undefined ? 'COLUMN' : quoted(proposal)}`,
      why: `no column of ${input} is called ${names}${proposal === undefined ? `; there is: ${left().join(', ')}` : '; this is the nearest'}`,
      check: text => left().includes(text) || optional && text === none ? undefined : 'there is no such column, or another field is read from it',
    })
    // Where nobody answers nothing is written; what is likely serves to find out what else is missing.
    const column = answer ?? (optional ? undefined : proposal)
    if (column !== undefined && column !== none) chosen.set(field, column)
  }
  return chosen
}

const none = '(none)'

function checkColumn(field: string, column: string, columns: readonly string[]): void {
  if (columns.includes(column)) return
  throw new Stop(2, {
    code: 'missing-column', message: `--column ${field}: the files have no column "${column}"`, hint: `there is: ${columns.join(', ')}`,
  })
}

/** Names of columns are not shown here: a file without a header has a record in their place. */
const noneOf = ({ input, files }: Survey, columns: readonly string[]): Stop => new Stop(2, {
  code: 'missing-column',
  message: `${files[0]!.head.display}: none of its ${columns.length} columns is one that input "${input.name}" reads`,
  hint: `is it the right file for --input ${input.name}, and does it begin with the names of its columns? It reads: ${input.fields.filter(({ optional }) => !optional).map(({ from }) => from.join(' or ')).join('; ')}`,
})
