// The delivered files, read once: held against their records, searched for identities, and counted.
import { join } from 'node:path'
import type { OutputColumns } from '../run/output-columns.ts'
import type { DeliveredFile } from '../run/record.ts'
import { type CellFindings, hitSpot, remembered } from './findings.ts'
import { type NumberWatch, numberWatch } from './numbers.ts'
import { type FileFacts, readCells } from './output-cells.ts'
import type { Hit, IdentitySearch } from './search.ts'
import { type DeliveredColumn, columnOf, isNumeric, pseudonymForm } from './shapes.ts'
import { type Tally, tallier } from './tally.ts'

export type OutputRead = FileFacts & {
  readonly shown: string
  readonly rows: number
  /** The header is the one of the record. */
  readonly headed: boolean
  /** A column holds times: the rows are events. */
  readonly timed: boolean
  readonly tallies: readonly Tally[]
}

export type Searched = {
  readonly search: IdentitySearch
  readonly findings: CellFindings
  /** The employee numbers. */
  readonly numbers: ReadonlySet<number>
  /** How many different pseudonyms of a column are counted. */
  readonly most: number
}

/** Reads a file of the delivery; `shown` is what messages call it. Stops (2, 3) where it cannot be read. */
export async function readOutput(
  folder: string, shown: string, output: DeliveredFile & OutputColumns, searched: Searched,
): Promise<OutputRead> {
  const header: string[] = []
  let body: Body | undefined
  let rows = 0
  const facts = await readCells(join(folder, output.file), shown, output.delimiter, {
    cell(cell, index, line) {
      if (body) return body.cell(cell, index, line)
      header.push(decoded(cell))
      const hit = searched.search.inBytes(cell)
      if (hit) report(hit, { file: shown, line, column: String(index + 1) }, searched.findings)
    },
    row(count, line, blank) {
      if (blank) return
      if (body) {
        rows++
        if (count !== header.length) searched.findings.odd.add({ file: shown, line, text: 'another number of cells than the header' })
      }
      body ??= bodyOf(shown, header.map(name => columnOf(name, output)), searched)
    },
  })
  const expected = Object.keys(output.columns)
  return {
    ...facts, shown, rows, tallies: body?.finish() ?? [],
    headed: expected.length === header.length && expected.every(name => header.includes(name)),
    timed: body?.timed ?? false,
  }
}

type Body = { readonly timed: boolean, cell(cell: string, index: number, line: number): void, finish(): readonly Tally[] }

/** Takes the cells behind the header. */
function bodyOf(shown: string, columns: readonly DeliveredColumn[], { search, numbers, findings, most }: Searched): Body {
  const judge = remembered(search)
  const tallies = columns.map(column => column.kind === 'person' || column.kind === 'pseudonym' ? tallier(column, most) : undefined)
  const watches = columns.map(({ kind, list }) => (kind === 'integer' || kind === 'number') && !list ? numberWatch(numbers) : undefined)
  return {
    timed: columns.some(({ kind }) => kind === 'time' || kind === 'local-time'),
    cell(cell, index, line) {
      const column = columns[index] ?? beyond
      const text = decoded(cell)
      tallies[index]?.add(text, line)
      watches[index]?.add(text, line)
      const fits = column.fits(text)
      // A number that fits has nothing in it but its digits.
      const hit = !fits || !isNumeric(column.kind) ? judge(cell) : code.test(text) ? search.inText(text) : undefined
      const place = { file: shown, line, column: column.known ? column.name : String(index + 1) }
      if (!hit) {
        if (!fits) findings.odd.add({ ...place, text: 'not what the column holds' })
        return
      }
      const why = column.allowed ?? (fits && isWord(column, text) ? 'a word of a closed list' : undefined)
      if (why === undefined) return report(hit, place, findings)
      const { text: what, ...known } = hitSpot(hit)
      findings.excepted.add({ ...place, text: `${what}: ${why}`, ...known })
    },
    finish() {
      watches.forEach((watch, index) => { reportNumbers(watch, columns[index]!, shown, findings) })
      return tallies.flatMap(tally => tally ? [tally.finish()] : [])
    },
  }
}

function report(hit: Hit, place: { readonly file: string, readonly line: number, readonly column: string }, findings: CellFindings): void {
  const spot = { ...place, ...hitSpot(hit) }
  if (hit.known) findings.identities.add(spot)
  else findings.addresses.add(spot)
}

function reportNumbers(watch: NumberWatch | undefined, { name, allowed }: DeliveredColumn, file: string, findings: CellFindings): void {
  const line = watch?.telling()
  if (line === undefined) return
  const spot = { file, line, column: name, text: 'the numbers of this column are employee numbers' }
  if (allowed === undefined) findings.identities.add(spot)
  else findings.excepted.add({ ...spot, text: `${spot.text}: ${allowed}` })
}

/** A number with zeros before it, as in no number but a code, or one whose digits are digits in hex. */
const code = /^0\d{3,}$|^\d?(?:3\d){4,}\d?$/

/** Written by the rules, and not by anyone whose rows these are. */
const isWord = ({ kind }: DeliveredColumn, cell: string): boolean =>
  kind === 'words' || kind === 'time-zone' || kind === 'person' && pseudonymForm(cell) === undefined

/** Cells behind those that the header has. */
const beyond: DeliveredColumn = { name: '', known: false, kind: 'text', list: false, fits: () => false }

const decoded = (cell: string): string => ascii.test(cell) ? cell : Buffer.from(cell, 'latin1').toString('utf8')
const ascii = /^[\x00-\x7f]*$/
