// The cells of a delivered file, one by one, whatever state it is in: what a strict reader refuses must be searched too.
import { createHash } from 'node:crypto'
import { fileBlocks } from '../inputs/bytes-file.ts'

/** Takes cells with one character per byte; `column` counts from 0, `line` from 1, where the row begins. */
export type CellSink = {
  cell(text: string, column: number, line: number): void
  /** The end of a row; `blank` is an empty line, which readers skip. */
  row(columns: number, line: number, blank: boolean): void
}

export type FileFacts = { readonly bytes: number, readonly sha256: string }

/** Stops (2, 3) where the file cannot be read. */
export async function readCells(path: string, display: string, delimiter: string, sink: CellSink): Promise<FileFacts> {
  const hash = createHash('sha256')
  const cut = cellCutter(delimiter, sink)
  let bytes = 0
  for await (const block of fileBlocks(path, display, blockSize)) {
    hash.update(block)
    bytes += block.length
    cut(block.toString('latin1'), false)
  }
  cut('', true)
  return { bytes, sha256: hash.digest('hex') }
}

const blockSize = 256 * 1024

/** No cell that a run writes is longer; behind such a one, quotes are no guide any more. */
const longest = 4 * 1024 * 1024

const quote = 34
const lineFeed = 10
const carriageReturn = 13

/** Takes the text in pieces, of any size; `last` says that no more follows. */
export function cellCutter(delimiter: string, sink: CellSink): (piece: string, last: boolean) => void {
  const separator = Buffer.from(delimiter).toString('latin1')
  const first = separator.charCodeAt(0)
  let rest = ''
  let column = 0
  let line = 1
  let rowLine = 1

  /** Where the cell ends that begins at `from`; -1 when more text is needed. */
  const endOf = (text: string, from: number, last: boolean): number => {
    let at = from
    if (text.charCodeAt(from) === quote) {
      let close = text.indexOf('"', from + 1)
      while (close >= 0 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2)
      if (close >= 0) at = close + 1
      else if (!last && text.length - from < longest) return -1
    }
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === lineFeed || unit === first && text.startsWith(separator, at)) return at
    }
    return last ? at : -1
  }

  return (piece, last) => {
    const text = rest + piece
    let from = 0
    while (from < text.length || last && column > 0) {
      const end = endOf(text, from, last)
      // The second half of a quote or of a delimiter may still come.
      if (end < 0 || !last && end + separator.length >= text.length) break
      const ends = end === text.length || text.charCodeAt(end) === lineFeed
      const to = ends && end > from && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end
      const blank = ends && column === 0 && to === from
      if (!blank) sink.cell(content(text.slice(from, to)), column, rowLine)
      column++
      line += linesIn(text, from, end)
      if (ends) {
        sink.row(column, rowLine, blank)
        column = 0
        line++
        rowLine = line
      }
      from = ends ? end + 1 : end + separator.length
      if (last && from > text.length) break
    }
    rest = text.slice(from)
  }
}

/** Without the quotes around it, and with single ones inside. */
const content = (cell: string): string =>
  cell.charCodeAt(0) === quote && cell.length > 1 && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell

function linesIn(text: string, from: number, to: number): number {
  if (text.charCodeAt(from) !== quote) return 0
  let lines = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
