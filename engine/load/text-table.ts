// Aligned text tables: a header, and bars between cells; another spelling of a list of maps.
import type { Place, Report } from '../diagnostics/diagnostic.ts'
import type { Entry, List, Map as MapNode, Scalar, Tree } from './tree.ts'

export type TableColumn = { readonly name: string, readonly at: Place }

export type TextTable = { readonly columns: readonly TableColumn[], readonly rows: List }

/** What cells of a table can be beside texts. */
export type TableCells = {
  /** The cells of a column are lists, with `;` between the members. */
  readonly isList: (column: string) => boolean
  /** `hash(TEXT)` stands for `{ hash: TEXT }`, `hash(A; B)` for `{ hash: [A, B] }`. */
  readonly pseudonyms: boolean
}

/**
 * Reads the text of a block scalar as a table; every cell knows its place in the file. Blanks around cells do not count,
 * blank lines neither; `\|` is a bar inside a cell, and `""` a blank one that would leave its line blank. Reports columns without a name or of one name, and rows with more or
 * fewer cells than the header (`bad-test`); of those the cells that have a column are given.
 */
export function readTable(table: Scalar, cells: TableCells, report: Report): TextTable {
  const text = String(table.value ?? '')
  const problem = (place: Place, message: string, hint: string): void => { report({ code: 'bad-test', severity: 'error', place, message, hint }) }
  const [header = [], ...lines] = linesOf(text).map(cellsOf)
  const columns = header.map(cell => ({ name: cell.text, at: table.locate(cell.offset, cell.length) }))
  columns.forEach(({ name, at }, index) => {
    if (name === '') problem(at, 'a column of the table has no name', 'the first line holds the names, with `|` between them, none before the first or behind the last')
    else if (columns.findIndex(one => one.name === name) < index) problem(at, `the table has two columns "${name}"`, 'take one of them out')
  })
  const rows = lines.map((line): MapNode => {
    const at = spanOf(table, line)
    if (line.length !== columns.length) {
      problem(at, `this row has ${count(line.length, 'cell')}, and the table ${count(columns.length, 'column')}`,
        'put `|` between all cells, blank ones too; write `\\|` for a bar inside a cell')
    }
    const entries = line.slice(0, columns.length).map((cell, index): Entry => {
      const { name, at: keyAt } = columns[index]!
      return { key: name, keyAt, value: cellTree(cell, cells.isList(name), cells.pseudonyms, table) }
    })
    return { kind: 'map', at, entries: entries.filter((entry, index) => entries.findIndex(one => one.key === entry.key) === index) }
  })
  return { columns, rows: { kind: 'list', items: rows, at: table.at } }
}

/** A piece of the text, from `offset` on in UTF-16 units; `text` is what it says, without blanks around it. */
type Piece = { readonly text: string, readonly offset: number, readonly length: number }

function linesOf(text: string): readonly Piece[] {
  let offset = 0
  return text.split('\n').flatMap(line => {
    const piece = { text: line, offset, length: line.length }
    offset += line.length + 1
    return line.trim() === '' ? [] : [piece]
  })
}

function cellsOf({ text, offset }: Piece): readonly Piece[] {
  const cells: Piece[] = []
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '\\' && text[at + 1] === '|') at++
    else if (at === text.length || text[at] === '|') {
      cells.push(trimmed(text.slice(from, at), offset + from))
      from = at + 1
    }
  }
  return cells.map(cell => ({ ...cell, text: cell.text === '""' ? '' : cell.text.replaceAll('\\|', '|') }))
}

/** A blank piece stays as long as it is, so that there is something to point at. */
function trimmed(text: string, offset: number): Piece {
  const inner = text.trim()
  return inner === '' ? { text: '', offset, length: text.length } : { text: inner, offset: offset + text.indexOf(inner), length: inner.length }
}

function cellTree(cell: Piece, list: boolean, pseudonyms: boolean, table: Scalar): Tree {
  const at = table.locate(cell.offset, cell.length)
  if (!list) return valueTree(cell.text, at, pseudonyms)
  const members = membersOf(cell.text).map(member => valueTree(member, at, pseudonyms))
  return { kind: 'list', items: members, at }
}

export const membersOf = (text: string): readonly string[] => text.split(';').map(member => member.trim()).filter(member => member !== '')

function valueTree(text: string, at: Place, pseudonyms: boolean): Tree {
  const hashed = pseudonyms ? /^hash\((.*)\)$/.exec(text)?.[1] : undefined
  if (hashed === undefined) return scalar(text, at)
  // The parts of a compound.
  const parts = hashed.split('; ').map(part => scalar(part, at))
  return { kind: 'map', at, entries: [{ key: 'hash', keyAt: at, value: parts.length === 1 ? parts[0]! : { kind: 'list', items: parts, at } }] }
}

const scalar = (value: string, at: Place): Scalar => ({ kind: 'scalar', value, at, locate: () => at })

function spanOf(table: Scalar, line: readonly Piece[]): Place {
  const [first, last] = [line[0]!, line.at(-1)!]
  return table.locate(first.offset, last.offset + last.length - first.offset)
}

const count = (number: number, what: string): string => number === 1 ? `1 ${what}` : `${number} ${what}s`

/** The lines of a table, aligned, of cells as they are to be read again; the last column is not padded. */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => escaped(row[column] ?? '').length)))
  return rows.map(row => row.map((cell, column) => escaped(cell).padEnd(widths[column]!)).join(' | ').trimEnd() || '""')
}

const escaped = (cell: string): string => cell.replaceAll('|', '\\|')
