// CSV as PowerShell's Export-Csv and ConvertTo-Csv write it.
import { markLength } from './byte-order-mark.ts'
import { columnNames } from './csv-header.ts'
import { preambleOf, typeLine } from './csv-preamble.ts'
import { CsvRecord } from './csv-record.ts'
import type { ReadRecords } from './records.ts'
import { readStretches } from './stretches.ts'

/**
 * Reads strict RFC 4180 (security-reliability.md §1.5, exchange-domain.md §5) with `,` `;` tab or `|` between cells.
 * Skips blank lines, `#TYPE` lines and the header where it stands again, as in files put together; a record of nothing
 * but names of columns is the header in another order. A header with names of its own is known only behind `#TYPE`. A
 * record with another number of cells than the header is refused; any mistake in quoting stops the run (3), for behind
 * it records are guesses. So do two columns of one name, and a list exported as `System.String[]` when its cell is read.
 */
export const readCsv: ReadRecords = (blocks, sink, file) => {
  let record: CsvRecord | undefined
  let header: string | undefined
  let typed = false
  let isNames = namesTest([])

  const begin = (text: string, last: boolean): number => {
    const preamble = preambleOf(text, last)
    if (!preamble) return -1
    record = new CsvRecord(file, preamble.delimiter, preamble.lines + 1)
    return preamble.length
  }

  const readHeader = (cells: CsvRecord): void => {
    header = cells.raw
    const values = Array.from({ length: cells.count }, (_, column) => cells.value(column))
    cells.columns = columnNames(values, { file, line: cells.line })
    isNames = namesTest(cells.columns)
    sink.header(cells.columns, cells.line)
  }

  const readRecord = (cells: CsvRecord): void => {
    if (cells.blank) return
    if (header === undefined) return readHeader(cells)
    if (cells.is(header)) {
      typed = false
    } else if (cells.startsWith(typeLine)) {
      typed = true
    } else if (typed || isNames(cells)) {
      // Behind a #TYPE line always stands a header: here that of another export, put behind the first.
      typed = false
      readHeader(cells)
    } else if (cells.count === cells.columns.length) {
      sink.record(cells, cells.line)
    } else {
      sink.refuse('cell-count', cells.line, () => Array.from({ length: cells.count }, (_, column) => cells.text(column)).join('\t'))
    }
  }

  return readStretches(blocks, (text, decode, last) => {
    let from = record ? 0 : begin(text, last)
    if (!record || from < 0) return 0
    record.enter(text, decode, last)
    while (from < text.length && record.cut(from + markLength(text, from))) {
      readRecord(record)
      from = record.end
    }
    return from
  })
}

/** A test for records that hold at least two names of columns, each once, and nothing else. */
const namesTest = (columns: readonly string[]): (cells: CsvRecord) => boolean => {
  const names = new Set(columns.map(column => column.toLowerCase()).filter(name => name !== ''))
  // Nearly every record is told from a header by the first letter of its first cell.
  const initials = new Set([...names].flatMap(name => [name.charCodeAt(0), name.toUpperCase().charCodeAt(0)]))
  return cells => {
    if (cells.count < 2 || !initials.has(cells.initial)) return false
    const found = new Set<string>()
    for (let column = 0; column < cells.count; column++) {
      const name = cells.value(column).trim().toLowerCase()
      if (!names.has(name)) return false
      found.add(name)
    }
    return found.size === cells.count
  }
}
