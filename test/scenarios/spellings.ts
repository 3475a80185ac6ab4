// How a value may stand in what a program writes: encodings, escapes, digests. Case does not count for who searches.
import { createHash } from 'node:crypto'
import { domainToASCII } from 'node:url'

type Write = (value: string) => string | readonly string[]

/**
 * A text with one character per byte, or several where it depends on what stands before. Each is asked for the value as
 * it is, in lower case and in capitals.
 */
const encodings: Readonly<Record<string, Write>> = {
  'UTF-8': value => raw(value, 'utf8'),
  'a byte a letter': value => oneByteEach(value).toString('latin1'),
  'windows-1250': value => windows1250(value).toString('latin1'),
  'UTF-8 taken for windows-1252 and written anew': value => Buffer.from(Buffer.from(value).toString('latin1')).toString('latin1'),
  'letters and marks apart': value => raw(value.normalize('NFD'), 'utf8'),
  'letters without marks': value => raw(value.normalize('NFD').replace(/\p{M}/gu, ''), 'utf8'),
  'UTF-16LE': value => raw(value, 'utf16le'),
  'UTF-16BE': value => Buffer.from(value, 'utf16le').swap16().toString('latin1'),
  'UTF-32': value => [wide(value, 'writeUInt32LE'), wide(value, 'writeUInt32BE')],
  'UTF-7': value => value.replace(/[^\w.() ,/:?'-]+/g, part => `+${Buffer.from(part, 'utf16le').swap16().toString('base64').replace(/=+$/, '')}-`),
  'hex': value => byteForms(value).map(bytes => bytes.toString('hex')),
  'hex, bytes apart': value => [Buffer.from(value), Buffer.from(value, 'utf16le')].flatMap(bytes =>
    [' ', ':', '-', ',', ', ', '\\x', ' 0x', ',0x', ', 0x', '%', '='].map(between => pairs(bytes).join(between))),
  'decimal numbers, as Node shows buffers in JSON': value => [',', ', ', ' '].map(between => [...Buffer.from(value)].join(between)),
  'Base64': value => byteForms(value).flatMap(bytes => [0, 1, 2].map(before => digitsInside(bytes, before, 6, base64))),
  'Base64url': value => byteForms(value).flatMap(bytes => [0, 1, 2].map(before => digitsInside(bytes, before, 6, base64url))),
  'Base32': value => [0, 1, 2, 3, 4].map(before => digitsInside(Buffer.from(value), before, 5, base32)),
  'percent, as in a path': encodeURIComponentSafe,
  'percent, as in a form': value => encodeURIComponentSafe(value).replaceAll('%20', '+'),
  'HTML, decimal': value => [raw(value.replaceAll('@', '&#64;'), 'utf8'), ...[notAscii, everything].map(which => each(value, which, code => `&#${code};`))],
  'HTML, hex': value => [raw(value.replaceAll('@', '&#x40;'), 'utf8'), ...[notAscii, everything].map(which => each(value, which, code => `&#x${code.toString(16)};`))],
  'HTML, names': value => [raw(value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;'), 'utf8'), raw(value.replaceAll('@', '&commat;'), 'utf8')],
  'JSON': value => [raw(JSON.stringify(value).slice(1, -1), 'utf8'), raw(value.replaceAll('@', String.raw`\u0040`), 'utf8'), ...[notAscii, everything].map(which => each(value, which, unicode))],
  'hex of PowerShell and XML names': value => each(value, /[^\w.-]/gu, code => `_x${code.toString(16).padStart(4, '0')}_`),
  'CLIXML with capitals': value => raw(value.replaceAll('@', '_x0040_'), 'utf8'),
  'quoted-printable': value => [raw(value.replaceAll('@', '=40'), 'utf8'), ...[' ', '_', '=20'].map(blank => quotedPrintable(value, blank))],
  'quotes doubled': value => [raw(value.replaceAll('"', '""'), 'utf8'), raw(value.replaceAll("'", "''"), 'utf8')],
  'signs behind backslashes': value => [raw(value.replace(/[^\p{L}\p{N}]/gu, String.raw`\$&`), 'utf8'), raw(value.replaceAll('@', String.raw`\@`), 'utf8'), raw(value.replaceAll(/["\\]/g, String.raw`\$&`), 'utf8')],
  'bytes in octal, as git names files': value => [...Buffer.from(value)].map(byte => byte < 128 ? String.fromCharCode(byte) : `\\${byte.toString(8)}`).join(''),
  'bytes behind backslashes, as in a distinguished name': value => [...Buffer.from(value)].map(byte => isWord(byte) ? String.fromCharCode(byte) : `\\${byte.toString(16).padStart(2, '0')}`).join(''),
  'punycode': value => raw(value.replace(/(?<=@)[^\s@]+$/, domain => domainToASCII(domain) || domain), 'utf8'),
  'words for signs': value => !value.includes('@') ? [] : [raw(value.replace('@', ' at ').replaceAll('.', ' dot '), 'utf8'), raw(value.replace('@', '[at]'), 'utf8'), raw(value.replace('@', '(at)'), 'utf8'), raw(value.replace('@', '_at_'), 'utf8')],
  'letters apart': value => [' ', '-', '.'].map(between => raw(Array.from(value).join(between), 'utf8')),
  'backwards': value => raw(Array.from(value).toReversed().join(''), 'utf8'),
  'ROT13': value => raw(value.replace(/[a-z]/gi, letter => String.fromCharCode((letter.toLowerCase().charCodeAt(0) - 97 + 13) % 26 + 97)), 'utf8'),
  'digests without a key': value => ['md5', 'sha1', 'sha256', 'sha512'].flatMap(name => (['hex', 'base64', 'base64url'] as const).map(form => createHash(name).update(value).digest(form).replace(/=+$/, ''))),
}

/** Every text to search for, in no case. Texts of few characters that could be digits of anything are left out. */
export const spellingsOf = (value: string): readonly string[] => [...new Set([value, value.toLowerCase(), value.toUpperCase()])].flatMap(form =>
  Object.entries(encodings).flatMap(([name, write]) => [write(form)].flat().filter(text => text.length >= (name.startsWith('Base') ? 9 : 4))))

const raw = (text: string, encoding: BufferEncoding): string => Buffer.from(text, encoding).toString('latin1')

/** A byte a letter; what has none becomes `?`, as in the blobs of calendars. */
const oneByteEach = (text: string): Buffer => Buffer.from(text.replace(/[^\u0000-\u00ff]/g, '?'), 'latin1')

const letters1250 = new Map(Array.from(new TextDecoder('windows-1250').decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128)), (letter, index) => [letter, index + 128]))
const windows1250 = (text: string): Buffer => Buffer.from(Array.from(text, letter => letters1250.get(letter) ?? (letter < '\u0080' ? letter.charCodeAt(0) : 63)))

const byteForms = (value: string): readonly Buffer[] => [Buffer.from(value), Buffer.from(value, 'utf16le'), oneByteEach(value)]

function wide(value: string, write: 'writeUInt32LE' | 'writeUInt32BE'): string {
  const bytes = Buffer.alloc(Array.from(value).length * 4)
  Array.from(value).forEach((letter, index) => { bytes[write](letter.codePointAt(0)!, index * 4) })
  return bytes.toString('latin1')
}

const pairs = (bytes: Buffer): readonly string[] => bytes.toString('hex').match(/../g) ?? []

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The digits that depend on the bytes alone, when so many other bytes stand before them. */
function digitsInside(bytes: Buffer, before: number, size: number, alphabet: string): string {
  const [first, end] = [Math.ceil(before * 8 / size), Math.floor((before + bytes.length) * 8 / size)]
  let digits = ''
  for (let digit = first; digit < end; digit++) {
    let value = 0
    for (let bit = digit * size - before * 8; bit < (digit + 1) * size - before * 8; bit++) value = value << 1 | bytes[bit >> 3]! >> (7 - (bit & 7)) & 1
    digits += alphabet[value]!
  }
  return digits
}

/** A lone half of a pair, which no URL can have, is left as it is. */
function encodeURIComponentSafe(value: string): string {
  try {
    return encodeURIComponent(value)
  } catch {
    return value
  }
}

const notAscii = /[^\u0000-\u007f]/gu
const everything = /./gsu
const each = (value: string, which: RegExp, write: (code: number) => string): string => value.replace(which, letter => write(letter.codePointAt(0)!))
const unicode = (code: number): string => code > 0xffff
  ? Array.from(String.fromCodePoint(code).split(''), unit => unicode(unit.charCodeAt(0))).join('')
  : `\\u${code.toString(16).padStart(4, '0')}`

const isWord = (byte: number): boolean => /\w/.test(String.fromCharCode(byte)) && byte < 128

const quotedPrintable = (value: string, blank: string): string => [...Buffer.from(value)]
  .map(byte => byte === 32 ? blank : byte > 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).padStart(2, '0')}`).join('')
