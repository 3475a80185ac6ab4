// What every format reader gives: headers and records, cell by cell, nothing decoded that nobody asks for.
import type { Code } from '../diagnostics/codes.ts'

/** A stretch of an input file as text. */
export type TextBlock = {
  readonly text: string
  /**
   * Turns a piece of `text` into true text. Blocks of UTF-8 come as one character per byte, so that nothing is decoded
   * that no rule reads; for all other encodings this is the identity.
   */
  readonly decode: (piece: string) => string
}

/** The record a reader stands at; valid only during `RecordSink.record`. Columns count from 0. */
export interface Cells {
  /** The cell as true text; blank is `''`. A list of one member gives the member. */
  text(column: number): string
  /** The members of a joined or real list, without blank ones. Stops the run when the export lost or cut the list. */
  list(column: number): readonly string[]
}

export interface RecordSink {
  /** The names of the columns, before the first record and whenever they change within the file. */
  header(columns: readonly string[], line: number): void
  /** One record; `line` is where it begins in the file, from 1 (for JSON and CLIXML likewise). */
  record(cells: Cells, line: number): void
  /** A record of a broken shape, which goes to quarantine; `raw` gives its text, for those who asked to keep it. */
  refuse(code: Code, line: number, raw: () => string): void
}

/** What a reader of one format looks like. `file` is the display name used in messages. */
export type ReadRecords = (text: AsyncIterable<TextBlock>, sink: RecordSink, file: string) => Promise<void>
