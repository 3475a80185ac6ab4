// The beginning of an export: enough to tell how it is written, and never more.
import { isUtf8 } from 'node:buffer'
import type { Code } from '../diagnostics/codes.ts'
import { Stop } from '../diagnostics/diagnostic.ts'
import { openBytes } from '../inputs/bytes.ts'
import { headOf } from '../inputs/bytes-head.ts'
import { markLength } from '../inputs/byte-order-mark.ts'
import { preambleOf, typeLine } from '../inputs/csv-preamble.ts'
import { textOf } from '../inputs/encoding.ts'
import { likelyEncoding } from '../inputs/encoding-errors.ts'
import { type Format, formatOf } from '../inputs/format.ts'
import { refuseBinary } from '../inputs/format-binary.ts'
import { readFile } from '../inputs/front.ts'
import type { Cells, TextBlock } from '../inputs/records.ts'

/** How much of a file is looked at, unpacked. */
export const longestHead = 4 << 20

/** Of a directory it is all that can be: a company may stand at its end. */
export const longestDirectory = 64 << 20

export type Head = {
  readonly display: string
  /** The name of the input, for messages. */
  readonly input: string
  readonly bytes: Buffer
  /** The file ends where the head does. */
  readonly whole: boolean
}

/** Reads the beginning of a file, unpacked where it is gzip. Stops (2) when it cannot be opened. */
export async function readHead(path: string, display: string, input: string, longest = longestHead): Promise<Head> {
  const bytes = openBytes(path, { display })
  try {
    const { head } = await headOf(bytes.blocks, longest + 1)
    return { display, input, bytes: head.subarray(0, longest), whole: head.length <= longest }
  } finally {
    await bytes.close()
  }
}

export type Writing = {
  readonly format: Format
  readonly encoding: string
  /** The bytes themselves do not tell the encoding; this one is likely. */
  readonly likely?: 'windows-1250' | 'windows-1252'
  /** Of CSV: what stands between cells, and whether `#TYPE` stands before the header. */
  readonly delimiter?: string
  readonly typeLine?: boolean
}

/** How the file is written. Stops (3) at what is no export at all. */
export async function writingOf({ bytes, whole, display, input }: Head, declared?: string): Promise<Writing> {
  refuseBinary(bytes, display)
  const start = (encoding: string | undefined) => textOf({ head: bytes, all: piecesOf(bytes, whole) }, display, encoding, input)
  const { encoding } = start(declared)
  const likely = encoding === 'utf-8' && !isUtf8(whole ? bytes : wholeLines(bytes)) ? likelyEncoding(bytes) : undefined
  const { format, blocks } = await formatOf(start(likely ?? declared).blocks, display)
  const written = { format, encoding: likely ?? encoding, ...(likely === undefined ? {} : { likely }) }
  return format === 'csv' ? { ...written, ...await preambleIn(blocks) } : written
}

async function preambleIn(blocks: AsyncIterable<TextBlock>): Promise<Pick<Writing, 'delimiter' | 'typeLine'>> {
  let text = ''
  for await (const block of blocks) {
    text = text === '' ? block.text.slice(markLength(block.text, 0)) : text + block.text
    const preamble = preambleOf(text, false)
    if (preamble) return { delimiter: preamble.delimiter, typeLine: text.slice(0, preamble.length).includes(typeLine) }
  }
  return { delimiter: preambleOf(text, true)!.delimiter, typeLine: text.includes(typeLine) }
}

/** A character that the end of the head cuts is no mistake: the last line is left out. */
const wholeLines = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.lastIndexOf(newline) + 1)

const newline = 10

/** Ends the reading of a head, which is not the end of the file. */
class Enough extends Error {}

const block = 64 * 1024

async function* piecesOf(bytes: Buffer, whole: boolean): AsyncGenerator<Buffer, void> {
  for (let from = 0; from < bytes.length; from += block) yield bytes.subarray(from, from + block)
  // Readers take the end of the text for the end of its last record.
  if (!whole) throw new Enough()
}

export type Taker = {
  readonly header: (columns: readonly string[]) => void
  readonly record: (cells: Cells) => void
  readonly refuse?: (code: Code) => void
}

/** Hands on the records of the head, without the one that its end cuts. Stops as a run does. */
export async function readRecords(head: Head, encoding: string | undefined, { header, record, refuse = () => {} }: Taker): Promise<void> {
  try {
    await readFile('-', { header, record, refuse }, {
      display: head.display, input: head.input, stdin: piecesOf(head.bytes, head.whole), ...(encoding === undefined ? {} : { encoding }),
    })
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
}

/** A Stop of one of these codes: the data of a column are not in the file. */
export const isLost = (error: unknown): boolean => error instanceof Stop && ['list-lost', 'list-cut', 'bad-json'].includes(error.diagnostic.code)
