// From the bytes of an input to its text: told by the bytes themselves, or declared, never guessed.
import { isAscii, isUtf8 } from 'node:buffer'
import { Stop } from '../diagnostics/diagnostic.ts'
import { markOf } from './byte-order-mark.ts'
import type { Head } from './bytes-head.ts'
import { type BadBytes, badBytes, forbiddenNul, utf8Instead } from './encoding-errors.ts'
import { atLine } from './place.ts'
import type { TextBlock } from './records.ts'
import { asIs } from './stretches.ts'

export type Text = {
  /** The WHATWG name, such as `utf-8` or `windows-1250`. */
  readonly encoding: string
  readonly blocks: AsyncIterable<TextBlock>
}

/** The bytes from the start that tell the encoding. */
export const encodingHead = 4096

/**
 * Finds the encoding: a byte order mark, else what is declared, else UTF-16 told by its zero bytes, else UTF-8. Text
 * that does not hold to it stops the run (3) with the line of the first bad byte; so does a NUL character, and UTF-8 where
 * an encoding of one byte a letter is declared, which would read it without error. Blocks end between two characters.
 */
export const textOf = ({ head, all }: Head, display: string, declared?: string, input?: string): Text => {
  const known = declared === undefined ? undefined : knownEncoding(declared, display)
  const mark = markOf(head)
  const encoding = mark?.encoding ?? known ?? silentUtf16(head) ?? 'utf-8'
  const content = mark ? without(all, mark.length) : all
  const bad = badBytes(display, encoding, input)
  const blocks = encoding === 'utf-8' ? utf8Blocks(content, display, bad) : decodedBlocks(content, encoding, display, bad)
  return { encoding, blocks }
}

const knownEncoding = (declared: string, display: string): string => {
  try {
    return new TextDecoder(declared).encoding
  } catch {
    throw new Stop(2, {
      code: 'unknown-encoding',
      message: `no encoding is named ${declared}`,
      place: atLine(display, 1),
      hint: 'known are utf-8, utf-16le, windows-1250, windows-1252, iso-8859-2 and the others of the WHATWG list',
    })
  }
}

/** UTF-16 without a mark: exports begin with names of columns, so that every other byte is mostly zero. */
const silentUtf16 = (head: Buffer): string | undefined => {
  const pairs = Math.floor(Math.min(head.length, 512) / 2)
  let even = 0
  let odd = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (head[pair * 2] === 0) even++
    if (head[pair * 2 + 1] === 0) odd++
  }
  if (odd * 2 > pairs && even * 8 < odd) return 'utf-16le'
  return even * 2 > pairs && odd * 8 < even ? 'utf-16be' : undefined
}

async function* without(bytes: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer, void> {
  let first = true
  for await (const block of bytes) {
    // The first block holds the whole head, and with it the mark.
    yield first ? block.subarray(length) : block
    first = false
  }
}

/** A piece of one-character-a-byte text as true text. Most pieces are ASCII even where the block is not. */
const decodeUtf8 = (piece: string): string => {
  for (let index = 0; index < piece.length; index++) {
    if (piece.charCodeAt(index) > 127) return Buffer.from(piece, 'latin1').toString('utf8')
  }
  return piece
}

async function* utf8Blocks(bytes: AsyncIterable<Buffer>, display: string, bad: BadBytes): AsyncGenerator<TextBlock, void> {
  let line = 1
  let cut: Buffer = Buffer.alloc(0)
  for await (const block of bytes) {
    const buffer = cut.length > 0 ? Buffer.concat([cut, block]) : block
    const whole = buffer.subarray(0, wholeCharacters(buffer))
    const ascii = isAscii(whole)
    if (!ascii && !isUtf8(whole)) throw bad(whole, line)
    const text = whole.toString('latin1')
    if (whole.includes(0)) throw forbiddenNul(text, line, display)
    if (text !== '') yield { text, decode: ascii ? asIs : decodeUtf8 }
    line += countLines(text)
    cut = Buffer.from(buffer.subarray(whole.length))
  }
  if (cut.length > 0) throw bad(cut, line)
}

/** The length without a character that the end of the block cuts; at most three bytes less. */
const wholeCharacters = (buffer: Buffer): number => {
  for (let back = 1; back <= Math.min(3, buffer.length); back++) {
    const byte = buffer[buffer.length - back]!
    if (byte < 0x80) break
    // The byte that begins a character tells how many belong to it.
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? buffer.length - back : buffer.length
  }
  return buffer.length
}

async function* decodedBlocks(
  bytes: AsyncIterable<Buffer>, encoding: string, display: string, bad: BadBytes,
): AsyncGenerator<TextBlock, void> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  let line = 1
  const decoded = (block: Buffer, stream: boolean): string => {
    try {
      return decoder.decode(block, { stream })
    } catch {
      throw bad(block, line)
    }
  }
  const oneByte = /^(?:windows-125|iso-8859|koi8|ibm866|macintosh|x-mac)/.test(encoding)
  for await (const block of bytes) {
    if (oneByte && looksLikeUtf8(block)) throw utf8Instead(encoding, display, line)
    const text = decoded(block, true)
    if (text.includes('\0')) throw forbiddenNul(text, line, display)
    if (text !== '') yield { text, decode: asIs }
    line += countLines(text)
  }
  const rest = decoded(Buffer.alloc(0), false)
  if (rest !== '') yield { text: rest, decode: asIs }
}

/**
 * Some letters beyond ASCII, all of them Latin ones or typographic signs in UTF-8. In an encoding of one byte a letter, these
 * bytes are a capital with an accent and then a sign, again and again: no word is written so.
 */
function looksLikeUtf8(block: Buffer): boolean {
  const whole = block.subarray(0, wholeCharacters(block))
  if (isAscii(whole) || !isUtf8(whole)) return false
  let letters = 0
  for (const byte of whole) {
    if (byte < 0xc0) continue
    if (byte < 0xc2 || byte > 0xc5 && byte !== 0xe2) return false
    letters++
  }
  return letters > 1
}

const countLines = (text: string): number => {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
