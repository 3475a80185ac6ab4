// Rows to CSV text, in large pieces. The receiver's reader forgives nothing, so what is written must be exact.
import { stringify } from 'csv-stringify/sync'

export type CsvOptions = {
  readonly delimiter: string
  readonly newline: 'crlf' | 'lf'
  readonly header: readonly string[]
  /** Per column: every cell is a pseudonym, time, date, integer or closed word, so that none can need quoting. */
  readonly safe: readonly boolean[]
}

/** Takes pieces of text, each of about 64 KiB, in order; never a half row. */
export type TextSink = { write(text: string): void }

export type CsvWriter = {
  /** Adds one row; as many cells as the header has. */
  row: (cells: readonly string[]) => void
  /** Hands on what is left. The last row ends with a line end too; a table without rows is its header. */
  end(): void
}

/** V8 joins short strings without copying; larger pieces than this cost more to flatten than they save in writes. */
const pieceLength = 64 * 1024

/**
 * Writes CSV as of RFC 4180: no byte order mark, cells quoted only where needed, inner quotes doubled. What needs quotes
 * is csv-stringify's decision, asked once per distinct cell. Source: receiver-contract.md §1, security-reliability.md §1.6.
 */
export function csvWriter({ delimiter, newline, header, safe }: CsvOptions, sink: TextSink): CsvWriter {
  const lineEnd = newline === 'crlf' ? '\r\n' : '\n'
  const quote = quoting(delimiter, lineEnd)
  const width = header.length
  const asked = header.flatMap((_, column) => safe[column] === true && apart.has(delimiter) ? [] : [column])
  const written: string[] = []

  const line = (cells: readonly string[]): string => {
    if (asked.length === 0) return cells.join(delimiter)
    for (let column = 0; column < width; column++) written[column] = cells[column]!
    for (const column of asked) written[column] = quote(cells[column]!)
    return written.join(delimiter)
  }

  let text = header.map(quote).join(delimiter) + lineEnd

  return {
    row(cells) {
      if (cells.length !== width) throw new RangeError(`a row of ${cells.length} cells under ${width} columns`)
      // A row of one blank cell would be an empty line, which readers skip.
      text += (line(cells) || '""') + lineEnd
      if (text.length < pieceLength) return
      sink.write(text)
      text = ''
    },
    end() {
      if (text !== '') sink.write(text)
      text = ''
    },
  }
}

/** Delimiters that no safe cell holds. With any other, such as a blank or a dash, every cell is asked about. */
const apart = new Set([',', ';', '\t', '|'])

/** How many distinct cells are remembered, and of which length at most: some 20 MB when full. */
const remembered = 1 << 16
const longest = 256

/**
 * The cell as it stands in the file. `quote_record_delimiter` is needed: with `record_delimiter` set, csv-stringify 6.9.0
 * leaves a lone CR or LF unquoted otherwise, and one row reads back as several.
 */
function quoting(delimiter: string, lineEnd: string): (cell: string) => string {
  const options = { delimiter, record_delimiter: lineEnd, quote_record_delimiter: true, eof: false }
  const known = new Map<string, string>()
  return cell => {
    const found = known.get(cell)
    if (found !== undefined) return found
    const written = stringify([[cell]], options)
    if (cell.length > longest) return written
    if (known.size >= remembered) known.clear()
    known.set(cell, written)
    return written
  }
}
