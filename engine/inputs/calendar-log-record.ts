// One record of a calendar log: the only way to cut it into cells, or none.
import { type ColumnKind, columnKind } from './calendar-columns.ts'
import { mostColumns } from './limits.ts'
import { members } from './lists.ts'
import type { Cells, TextBlock } from './records.ts'
import { asIs } from './stretches.ts'

const comma = 44
const quote = 34

/** The cell behind the last column: `N ALERTS:[Level-Name:Message]…`, in quotes or not. */
const alerts = /"?\d{1,9} ALERTS:/y

/** True or False, or what stands for none. */
const flag = /^(?:true|false|NotFound|N\/A|InvalidSchemaPropertyName|\s*)$/i

/**
 * A cell stands in quotes if it contains a comma and only then, and the quotes inside it are not doubled
 * (calendar-domain.md (c)), so that a text can look like several cells. All ways to cut the record into the columns are
 * therefore counted: what Exchange wrote is one of them, so where there is only one it is that one, and where there are
 * more the record is refused. So is a text in quotes that holds `",`, which most readers take for its end.
 */
export class CalendarLogRecord implements Cells {
  /** Where the ALERTS cell begins; behind the end where there is none. */
  alerts = 0
  readonly #file: string
  #columns: readonly string[] = []
  #kinds: readonly ColumnKind[] = []
  #text = ''
  #decode: TextBlock['decode'] = asIs
  #line = 0
  #steps = 0
  readonly #known = new Map<number, number>()
  readonly #starts = new Int32Array(mostColumns)
  readonly #ends = new Int32Array(mostColumns)

  constructor(file: string) {
    this.#file = file
  }

  set columns(names: readonly string[]) {
    this.#columns = names
    this.#kinds = names.map(columnKind)
  }

  /** Cuts a record, without the line end behind it; false when there is no way, or more than one. */
  cut(text: string, decode: TextBlock['decode'], line: number): boolean {
    this.#text = text
    this.#decode = decode
    this.#line = line
    // Real records take a step per column; a hostile one must not take long.
    this.#steps = Math.max(2_000, Math.min(50_000, 2 ** 27 / text.length))
    this.#known.clear()
    return this.#firstCell() === 1
  }

  text(column: number): string {
    return this.#decode(this.#text.slice(this.#starts[column], this.#ends[column]))
  }

  list(column: number): readonly string[] {
    return members(this.text(column), { file: this.#file, line: this.#line, column: this.#columns[column] ?? '' })
  }

  /** The log time has a form of its own, so that it has one way only. */
  #firstCell(): number {
    const quoted = this.#text.charCodeAt(0) === quote
    const end = quoted ? this.#text.indexOf('"', 1) : this.#text.indexOf(',')
    return this.#set(0, quoted ? 1 : 0, end, this.#ways(1, quoted ? end + 2 : end + 1))
  }

  /** In how many ways the text from `from` on can be cut into the columns from `column` on; 2 stands for more, too. */
  #ways(column: number, from: number): number {
    if (this.#steps-- <= 0) return 2
    if (column === this.#columns.length) return this.#atEnd(from)
    if (from > this.#text.length) return 0
    if (this.#text.charCodeAt(from) !== quote) return this.#plain(column, from)
    const key = from * mostColumns + column
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const ways = Math.min(2, this.#plain(column, from) + this.#quoted(column, from))
    this.#known.set(key, ways)
    return ways
  }

  #atEnd(from: number): number {
    if (from <= this.#text.length && !this.#isAlerts(from)) return 0
    this.alerts = from
    return 1
  }

  #isAlerts(from: number): boolean {
    alerts.lastIndex = from
    return alerts.test(this.#text)
  }

  /** A cell without commas. */
  #plain(column: number, from: number): number {
    const found = this.#text.indexOf(',', from)
    const end = found < 0 ? this.#text.length : found
    if (this.#kinds[column] !== 'text' && !this.#fits(column, from, end)) return 0
    return this.#set(column, from, end, this.#ways(column + 1, end + 1))
  }

  /** Whether a cell is what its column can hold; alerts never are, else they could stand for a cell that is missing. */
  #fits(column: number, from: number, end: number): boolean {
    const cell = this.#text.slice(from, end)
    return this.#kinds[column] === 'flag' ? flag.test(cell) : !cell.includes('"') && !this.#isAlerts(from)
  }

  /** A cell in quotes: it can end at any quote that a comma or the end follows, behind the first comma. */
  #quoted(column: number, from: number): number {
    const text = this.#text
    const kind = this.#kinds[column]
    const first = text.indexOf(',', from + 1)
    if (first < 0 || kind === 'flag') return 0
    let ways = 0
    let sound = !text.slice(from + 1, first + 1).includes('",')
    let close = text.indexOf('"', kind === 'text' ? first : from + 1)
    for (; close >= 0 && ways < 2; close = text.indexOf('"', close + 1)) {
      const ends = close > first && (close + 1 === text.length || text.charCodeAt(close + 1) === comma)
      if (ends) ways += this.#set(column, from + 1, close, this.#ways(column + 1, close + 2)) * (sound ? 1 : 2)
      if (kind !== 'text') break
      if (ends) sound = false
    }
    return Math.min(2, ways)
  }

  /** Notes the cell if it is part of a way; with a second way the record is refused, whatever is noted. */
  #set(column: number, start: number, end: number, ways: number): number {
    if (ways > 0) {
      this.#starts[column] = start
      this.#ends[column] = end
    }
    return ways
  }
}
