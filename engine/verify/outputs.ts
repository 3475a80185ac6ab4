// The delivered files, read once: held against their records, searched for identities, and counted.
import { join } from 'node:path'
import { kindNames } from './identity.ts'
import type { DeliveredFile } from '../run/record.ts'
import type { OutputColumns } from '../run/output-columns.ts'
import { ownText } from './folded.ts'
import { type NumberWatch, numberWatch } from './numbers.ts'
import { type FileFacts, readCells } from './output-cells.ts'
import type { Hit, IdentitySearch } from './search.ts'
import { type DeliveredColumn, columnOf, isNumeric, pseudonymForm } from './shapes.ts'
import { type Spots } from './spots.ts'
import { type Tally, tallier } from './tally.ts'

/** What is found in the cells of all files. */
export type CellFindings = {
  readonly identities: Spots
  readonly addresses: Spots
  /** Cells that their column cannot hold. */
  readonly odd: Spots
  /** Identities that stand where rules allow them, or are words of the rules. */
  readonly excepted: Spots
}

export type OutputRead = FileFacts & {
  readonly shown: string
  readonly rows: number
  /** The header is the one of the record. */
  readonly headed: boolean
  /** A column holds times: the rows are events. */
  readonly timed: boolean
  readonly tallies: readonly Tally[]
}

/** `numbers` are the employee numbers; `most` is how many different pseudonyms of a column are counted. */
export type Searched = { readonly search: IdentitySearch, readonly numbers: ReadonlySet<number>, readonly findings: CellFindings, readonly most: number }

/** Reads a file of the delivery. Stops (2, 3) where it cannot be read. */
export async function readOutput(folder: string, shown: string, output: DeliveredFile & OutputColumns, { search, numbers, findings, most }: Searched): Promise<OutputRead> {
  const judge = remembered(search)
  let columns: readonly DeliveredColumn[] = []
  let tallies: readonly (ReturnType<typeof tallier> | undefined)[] = []
  let watches: readonly (NumberWatch | undefined)[] = []
  const header: string[] = []
  let rows = -1
  let headed = false

  const headerCell = (cell: string, line: number): void => {
    header.push(decoded(cell))
    const hit = search.inBytes(cell)
    if (hit) report(hit, { name: '' }, String(header.length), line)
  }
  const endOfHeader = (): void => {
    columns = header.map(name => columnOf(name, output))
    tallies = columns.map(column => column.kind === 'person' || column.kind === 'pseudonym' ? tallier(column, most) : undefined)
    watches = columns.map(({ kind, list }) => (kind === 'integer' || kind === 'number') && !list ? numberWatch(numbers) : undefined)
    const expected = Object.keys(output.columns)
    headed = expected.length === header.length && expected.every(name => header.includes(name))
  }
  const report = (hit: Hit, { name, known }: Partial<DeliveredColumn>, number: string, line: number): void => {
    const spot = { file: shown, line, column: known ? name! : number, ...hitSpot(hit) }
    if (hit.known) findings.identities.add(spot)
    else findings.addresses.add(spot)
  }
  /** Digits in a number are a number, unless zeros stand before them, as in no number, or they are digits in hex. */
  const numberHit = (cell: string): Hit | undefined => code.test(cell) ? search.inText(cell) : undefined
  const bodyCell = (cell: string, index: number, line: number): void => {
    const column = columns[index] ?? beyond
    const text = decoded(cell)
    tallies[index]?.add(text, line)
    watches[index]?.add(text, line)
    const fits = column.fits(text)
    const hit = fits && isNumeric(column.kind) ? numberHit(text) : judge(cell)
    if (!hit) {
      if (!fits) findings.odd.add({ file: shown, line, column: column.known ? column.name : String(index + 1), text: 'not what the column holds' })
      return
    }
    const why = column.allowed ?? (fits && isWord(column, text) ? 'a word of a closed list' : undefined)
    if (why === undefined) report(hit, column, String(index + 1), line)
    else {
      const { text, ...known } = hitSpot(hit)
      findings.excepted.add({ file: shown, line, column: column.name, text: `${text}: ${why}`, ...known })
    }
  }

  const facts = await readCells(join(folder, output.file), shown, output.delimiter, {
    cell(cell, index, line) {
      if (rows < 0) headerCell(cell, line)
      else bodyCell(cell, index, line)
    },
    row(count, line, blank) {
      if (blank) return
      if (rows < 0) endOfHeader()
      else if (count !== columns.length) findings.odd.add({ file: shown, line, text: 'another number of cells than the header' })
      rows++
    },
  })
  watches.forEach((watch, index) => {
    const line = watch?.telling()
    if (line === undefined) return
    const { name, allowed } = columns[index]!
    const spot = { file: shown, line, column: name, text: 'the numbers of this column are employee numbers' }
    if (allowed === undefined) findings.identities.add(spot)
    else findings.excepted.add({ ...spot, text: `${spot.text}: ${allowed}` })
  })
  return {
    ...facts, shown, rows: Math.max(rows, 0), headed,
    timed: columns.some(({ kind }) => kind === 'time' || kind === 'local-time'),
    tallies: tallies.flatMap(tally => tally ? [tally.finish()] : []),
  }
}

const code = /^0\d{3,}$|^\d?(?:3\d){4,}\d?$/
/** Written by the rules, and not by anyone whose rows these are. */
const isWord = ({ kind }: DeliveredColumn, cell: string): boolean =>
  kind === 'words' || kind === 'time-zone' || kind === 'person' && pseudonymForm(cell) === undefined

const beyond: DeliveredColumn = { name: '', known: false, kind: 'text', list: false, fits: () => false }

/** What it is and how it is written, such as `an address, in Base64 of UTF-16`, and the line of the directory. */
export function hitSpot({ known, how }: Hit): { readonly text: string, readonly known?: string } {
  const form = how.length === 0 ? 'in clear' : `in ${how.join(' of ')}`
  return known ? { text: `${kindNames[known.kind][0]}, ${form}`, known: `${known.file}:${known.line}` } : { text: `shaped like an address, ${form}` }
}


/** How many cells are remembered, and of which length at most. */
const rememberedCells = 1 << 16
const longestRemembered = 256

/** The same cell is searched once: pseudonyms and words come back in row after row. */
function remembered({ inBytes }: IdentitySearch): (cell: string) => Hit | undefined {
  const known = new Map<string, Hit | undefined>()
  return cell => {
    if (cell.length < 4) return undefined
    if (cell.length > longestRemembered) return inBytes(cell)
    if (known.has(cell)) return known.get(cell)
    const hit = inBytes(cell)
    if (known.size >= rememberedCells) known.clear()
    known.set(ownText(cell), hit)
    return hit
  }
}

const decoded = (cell: string): string => ascii.test(cell) ? cell : Buffer.from(cell, 'latin1').toString('utf8')
// oxlint-disable-next-line no-control-regex
const ascii = /^[\x00-\x7f]*$/
