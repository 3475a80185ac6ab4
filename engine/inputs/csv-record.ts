// One record of a CSV file, cut into cells (RFC 4180, nothing more lenient).
import { csvMistake, csvTooLong } from './csv-errors.ts'
import type { Delimiter } from './delimiter.ts'
import { longestCell, longestRecord, mostColumns } from './limits.ts'
import { listLost, lostList, members } from './lists.ts'
import type { Cells, TextBlock } from './records.ts'
import { asIs } from './stretches.ts'

const lineFeed = 10
const carriageReturn = 13
const quote = 34

/** Where a character stands that is not in the text any more: a small integer above the length of every string. */
const nowhere = 0x3fff_ffff

const next = (text: string, character: string, from: number): number => {
  const at = text.indexOf(character, from)
  return at < 0 ? nowhere : at
}

/**
 * Hops from quote to quote with indexOf; the next delimiter, quote and line end outside quotes are remembered, so that
 * none is looked for twice.
 */
export class CsvRecord implements Cells {
  /** Cells in the record; right even for more than can be read. */
  count = 0
  /** Where the next record begins. */
  end = 0
  /** The line in which the record begins. */
  line = 0
  /** The names of the columns, for messages. */
  columns: readonly string[] = []
  readonly #file: string
  readonly #delimiter: Delimiter
  readonly #delimiterCode: number
  #text = ''
  #decode: TextBlock['decode'] = asIs
  #last = false
  /** The line in which the record after this one begins. */
  #lineAfter: number
  /** The line in which the cell begins. */
  #cellLine = 0
  #nextDelimiter = 0
  #nextQuote = 0
  #nextReturn = 0
  #nextLine = 0
  // More cells than these fall off the end, without harm.
  readonly #starts = new Int32Array(mostColumns + 1)
  readonly #ends = new Int32Array(mostColumns + 1)

  constructor(file: string, delimiter: Delimiter, line: number) {
    this.#file = file
    this.#delimiter = delimiter
    this.#delimiterCode = delimiter.charCodeAt(0)
    this.#lineAfter = line
  }

  /** Moves on to another stretch of text; with `last` the file ends with it. */
  enter(text: string, decode: TextBlock['decode'], last: boolean): void {
    this.#text = text
    this.#decode = decode
    this.#last = last
    this.#nextDelimiter = this.#nextQuote = this.#nextReturn = this.#nextLine = -1
  }

  /** Cuts the record at `from`; false when it goes on beyond the text, and must be cut again with more of it. */
  cut(from: number): boolean {
    const text = this.#text
    this.line = this.#cellLine = this.#lineAfter
    this.count = 0
    for (let start = from; ;) {
      const quoted = text.charCodeAt(start) === quote
      const end = quoted ? this.#quotedEnd(start) : this.#plainEnd(start)
      if ((end < 0 ? text.length : end) - start > longestCell) throw csvTooLong('cell', this.#file, this.#cellLine)
      if ((end < 0 ? text.length : end) - from > longestRecord) throw csvTooLong('record', this.#file, this.line)
      if (end < 0) return false
      this.#starts[this.count] = start
      this.#ends[this.count] = end
      this.count++
      if (text.charCodeAt(end) !== this.#delimiterCode) return this.#endRecord(start, end)
      if (quoted) this.#countLines(start, end)
      start = end + 1
    }
  }

  /** The record is blank: an empty line. */
  get blank(): boolean {
    return this.count === 1 && this.#starts[0] === this.#ends[0]
  }

  /** The record as it stands in the text. */
  get raw(): string {
    return this.#text.slice(this.#starts[0], this.#ends[this.count - 1])
  }

  /** Whether the record stands in the text exactly so. */
  is(raw: string): boolean {
    const from = this.#starts[0]!
    return this.#ends[this.count - 1]! - from === raw.length && this.#text.startsWith(raw, from)
  }

  startsWith(raw: string): boolean {
    return this.#text.startsWith(raw, this.#starts[0])
  }

  /** The code of the first character of the first cell. */
  get initial(): number {
    const from = this.#starts[0]!
    const code = this.#text.charCodeAt(from)
    return code === quote ? this.#text.charCodeAt(from + 1) : code
  }

  /** The content of a cell, whatever it says. */
  value(column: number): string {
    const from = this.#starts[column]!
    const to = this.#ends[column]!
    if (this.#text.charCodeAt(from) !== quote || from === to) return this.#decode(this.#text.slice(from, to))
    const inside = this.#text.slice(from + 1, to - 1)
    return this.#decode(inside.includes('"') ? inside.replaceAll('""', '"') : inside)
  }

  text(column: number): string {
    const value = this.value(column)
    if (lostList(value)) throw listLost(this.#where(column))
    return value
  }

  list(column: number): readonly string[] {
    return members(this.value(column), this.#where(column))
  }

  #where(column: number): { file: string, line: number, column: string } {
    return { file: this.#file, line: this.line, column: this.columns[column] ?? '' }
  }

  /** Just behind the closing quote; -1 when it may stand in the text to come. */
  #quotedEnd(open: number): number {
    const text = this.#text
    let close = text.indexOf('"', open + 1)
    while (close >= 0 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2)
    if (close < 0 && this.#last) throw csvMistake('quote-not-closed', this.#file, this.#cellLine)
    // A quote that ends the text may be the first of two: then `#endRecord` waits for more.
    return close < 0 ? -1 : close + 1
  }

  /** The next delimiter or line end; -1 when it may stand in the text to come. */
  #plainEnd(start: number): number {
    const text = this.#text
    if (this.#nextDelimiter < start) this.#nextDelimiter = next(text, this.#delimiter, start)
    if (this.#nextLine < start) this.#nextLine = next(text, '\n', start)
    if (this.#nextQuote < start) this.#nextQuote = next(text, '"', start)
    if (this.#nextReturn < start) this.#nextReturn = next(text, '\r', start)
    const end = Math.min(this.#nextDelimiter, this.#nextLine, this.#nextReturn)
    if (this.#nextQuote < Math.min(end, text.length)) throw csvMistake('bare-quote', this.#file, this.#cellLine)
    if (end !== nowhere) return end
    return this.#last ? text.length : -1
  }

  /** Goes past the line end behind the last cell; false when it may go on in the text to come. */
  #endRecord(start: number, end: number): boolean {
    const text = this.#text
    const code = text.charCodeAt(end)
    const behind = code === carriageReturn ? end + 1 : end
    const atEnd = behind === text.length
    if (atEnd && !this.#last) return false
    if (text.charCodeAt(behind) !== lineFeed && !(atEnd && behind === end)) {
      const mistake = code === carriageReturn ? 'forbidden-character' : 'text-after-quote'
      throw csvMistake(mistake, this.#file, this.#cellLine)
    }
    this.#countLines(start, end)
    this.end = atEnd ? behind : behind + 1
    this.#lineAfter = this.#cellLine + 1
    return true
  }

  /** Counts the line ends inside a quoted cell. */
  #countLines(start: number, end: number): void {
    if (this.#nextLine < start) this.#nextLine = next(this.#text, '\n', start)
    while (this.#nextLine < end) {
      this.#cellLine++
      this.#nextLine = next(this.#text, '\n', this.#nextLine + 1)
    }
  }
}
