// Text that does not hold to its encoding: where, and what to do.
import { Stop } from '../diagnostics/diagnostic.ts'
import { atLine } from './place.ts'

/** Bytes that are not text, and the line (from 1) in which they begin. */
export type BadBytes = (bytes: Buffer, line: number) => Stop

/** `input` is the name of the input, where it is known. */
export const badBytes = (display: string, encoding: string, input = 'INPUT'): BadBytes => (bytes, line) => {
  const guess = likelyEncoding(bytes)
  return new Stop(3, {
    code: 'unknown-encoding',
    message: `the text is not ${encoding.toUpperCase()}`,
    place: atLine(display, line + linesBeforeBad(bytes, encoding)),
    hint: encoding === 'utf-8'
      ? `export again with -Encoding UTF8; or, if it is ${guess}, write --encoding ${input}=${guess}`
      : `another encoding was used, or the file is damaged: write --encoding ${input}=NAME with the right one`,
  })
}

/** UTF-8 that would be read as other letters. `line` is that of the block. */
export const utf8Instead = (declared: string, display: string, line: number): Stop => new Stop(3, {
  code: 'unknown-encoding',
  message: `${declared.toUpperCase()} is declared, but the text is UTF-8`,
  place: atLine(display, line),
  hint: 'take the encoding out (`encoding` of the input, or --encoding): UTF-8 is told by itself',
})

/** NUL stands in no export; a log has it where the server lost power. `line` as above. */
export const forbiddenNul = (text: string, line: number, display: string): Stop => new Stop(3, {
  code: 'forbidden-character',
  message: 'a NUL character stands in the text',
  place: atLine(display, line + lineEnds(text.slice(0, text.indexOf('\0')))),
  hint: 'the file is damaged, or no text: export or copy it again',
})

const linesBeforeBad = (bytes: Buffer, encoding: string): number => {
  if (encoding.startsWith('utf-16')) {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
    return lineEnds(text.slice(0, Math.max(0, text.indexOf('\uFFFD'))))
  }
  let lines = 0
  let from = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    if (!decodes(bytes.subarray(from, end), encoding)) break
    from = end + 1
    lines++
  }
  return lines
}

const decodes = (bytes: Buffer, encoding: string): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const lineEnds = (text: string): number => text.split('\n').length - 1

/**
 * Bytes that are letters in windows-1250 (ą ć ł ś ź ż, č ď ě ň ř ť ů, ő ű in either case) and signs, or rare letters of
 * names, in windows-1252. The two read each other's bytes without error, so that this can only ever be a suggestion.
 */
const centralEuropean = new Set([
  0x8c, 0x8d, 0x8f, 0x9c, 0x9d, 0x9f, 0xa3, 0xa5, 0xaf, 0xb3, 0xb9, 0xbe, 0xbf,
  0xc8, 0xcc, 0xd2, 0xd8, 0xd9, 0xdb, 0xec, 0xf5, 0xf8, 0xf9, 0xfb,
])

export const likelyEncoding = (bytes: Buffer): 'windows-1250' | 'windows-1252' =>
  bytes.some(byte => centralEuropean.has(byte)) ? 'windows-1250' : 'windows-1252'
