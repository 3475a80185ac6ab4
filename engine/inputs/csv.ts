// CSV as PowerShell's Export-Csv and ConvertTo-Csv write it.
import { markLength } from './byte-order-mark.ts'
import { columnNames } from './csv-header.ts'
import { preambleOf, typeLine } from './csv-preamble.ts'
import { CsvRecord } from './csv-record.ts'
import type { ReadRecords } from './records.ts'
import { readStretches } from './stretches.ts'

/**
 * Reads strict RFC 4180 (security-reliability.md §1.5, exchange-domain.md §5) with `,` `;` tab or `|` between cells.
 * Skips blank lines, `#TYPE` lines and the header where it stands again, as in files put together. A record with
 * another number of cells than the header is refused; any mistake in quoting stops the run (3), for behind it records
 * are guesses. So do two columns of one name, and a list exported as `System.String[]` when its cell is read.
 */
export const readCsv: ReadRecords = (blocks, sink, file) => {
  let record: CsvRecord | undefined
  let header: string | undefined
  let typed = false

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
    sink.header(cells.columns, cells.line)
  }

  const readRecord = (cells: CsvRecord): void => {
    if (cells.blank) return
    if (header === undefined) return readHeader(cells)
    if (cells.is(header)) {
      typed = false
    } else if (cells.startsWith(typeLine)) {
      typed = true
    } else if (typed) {
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
