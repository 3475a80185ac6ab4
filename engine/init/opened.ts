// What is wrong with the files of an input as such: found before anybody is asked anything.
import { Stop } from '../diagnostics/diagnostic.ts'
import { differences } from './alike.ts'
import { matchColumns } from './columns.ts'
import { likelyOf } from './encoding-of.ts'
import { fitOf, isAlien, wanted } from './fit.ts'
import { readRecords } from './head.ts'
import { isHeader } from './header.ts'
import { type Columns, type Survey, columnsOf } from './survey.ts'
import { readTable, tableOf } from './table.ts'

export type Given = {
  readonly encoding?: string
  /** Columns named on the command line, by field. */
  readonly columns: ReadonlyMap<string, string>
  readonly zone?: string
  readonly dates?: string
}

/** The encoding to read the files with for now, their columns, and what is worth a remark. */
export type Opened = {
  readonly encoding: string | undefined
  readonly columns: Columns
  readonly remarks: readonly string[]
}

/**
 * Stops (2) where no column is one of the rules, files are of two kinds, or a named column is not there or holds
 * something else; (3) where a list is lost.
 */
export async function opened(found: Survey, { encoding: given, columns: named }: Given): Promise<Opened> {
  const { fields } = found.input
  const encoding = given ?? found.input.encoding ?? likelyOf(found)
  const columns = await columnsOf(found, encoding)
  const { found: places } = matchColumns(fields, columns.columns, named)
  const unknown = columns.columns.length > 0 && matchColumns(fields, columns.columns, new Map()).found.size === 0
  if (unknown && !await looksNamed(found, encoding, columns)) throw noneOf(found, columns)
  for (const [field, column] of named) checkNamed(field, column, columns)
  const remarks = differences(found.input, columns, named)
  const lists = fields.filter(({ field }) => field.list).flatMap(({ name }) => places.get(name) ?? [])
  await checkLists(found, encoding, lists)
  if (named.size > 0) await checkFits(found, encoding, named)
  return { encoding, columns, remarks }
}

/** Names that the base knows none of can still be names. */
async function looksNamed(found: Survey, encoding: string | undefined, { columns }: Columns): Promise<boolean> {
  const { cells } = await tableOf(found, encoding)
  return isHeader(found.files[0]!.writing.format, columns, column => new Set(cells.get(column)))
}

function checkNamed(field: string, column: string, { columns }: Columns): void {
  if (columns.includes(column)) return
  throw new Stop(2, {
    code: 'missing-column', message: `--column ${field}: the files have no column "${column}"`,
    hint: `there is: ${columns.join(', ')}`,
  })
}

async function checkLists({ files }: Survey, encoding: string | undefined, columns: readonly string[]): Promise<void> {
  if (columns.length === 0) return
  for (const { head } of files) {
    let places: readonly number[] = []
    await readRecords(head, encoding, {
      header: names => { places = columns.map(column => names.indexOf(column)).filter(place => place >= 0) },
      record: cells => { for (const place of places) cells.list(place) },
    })
  }
}

async function checkFits(
  found: Survey, encoding: string | undefined, named: ReadonlyMap<string, string>,
): Promise<void> {
  const { cells } = await readTable(found, encoding)
  for (const [name, column] of named) {
    const field = found.input.fields.find(one => one.name === name)!
    const fit = fitOf(field, cells.get(column) ?? [])
    // The form of times may still be given or asked.
    if (!isAlien(fit) || ['time', 'local-time', 'date'].includes(field.field.type)) continue
    throw new Stop(2, {
      code: 'bad-cell',
      message: `--column ${name}: no cell of ${column} is ${wanted(field)}, as the field is declared: `
        + `${fit.misfits} of ${fit.written} are none`,
      hint: field.optional ? 'leave it out: the field is optional' : 'name the column that holds it',
    })
  }
}

/** Names of columns are not shown here: a file without a header has a record in their place. */
const noneOf = ({ input, files }: Survey, { columns }: Columns): Stop => new Stop(2, {
  code: 'missing-column',
  message: `${files[0]!.head.display}: none of its ${columns.length} columns is one that input "${input.name}" reads`,
  hint: `is it the right file for --input ${input.name}, and does it begin with the names of its columns? It reads: `
    + input.fields.filter(({ optional }) => !optional).map(({ from }) => from.join(' or ')).join('; '),
})
