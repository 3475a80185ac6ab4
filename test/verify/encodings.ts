// The ways in which a careless program could let an identity out: written here with Node's own means, apart from the engine.
import { createHash } from 'node:crypto'

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
const hex = (bytes: Buffer | string): string => Buffer.from(bytes).toString('hex')
const base64 = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64')
const each = (text: string, write: (character: string) => string): string => Array.from(text, write).join('')
const bytesAs = (text: string, write: (byte: string) => string): string => (hex(text).match(/../g) ?? []).map(write).join('')
const digest = (algorithm: string, text: string): Buffer => createHash(algorithm).update(text).digest()
const codeOf = (character: string): number => character.codePointAt(0)!

/** From an identity to the bytes of a cell; `wide` ones hold any letter, the others are tried with ASCII only. */
export const encodings: Readonly<Record<string, (identity: string) => Buffer | string>> = {
  'as it is': identity => identity,
  'in lower case': identity => identity.toLowerCase(),
  'in capitals': identity => identity.toUpperCase(),
  'between other words': identity => `seen by ${identity}; twice`,
  'decomposed (NFD)': identity => identity.normalize('NFD'),
  'in wide letters': identity => each(identity, character => codeOf(character) > 32 && codeOf(character) < 127 ? String.fromCodePoint(codeOf(character) + 0xfee0) : character),
  'with soft hyphens between': identity => Array.from(identity).join('\u00ad'),
  'UTF-16LE': identity => Buffer.from(identity, 'utf16le'),
  'UTF-16BE': utf16be,
  'hex': hex,
  'HEX': identity => hex(identity).toUpperCase(),
  'hex with hyphens': identity => bytesAs(identity, byte => `${byte}-`).slice(0, -1),
  'hex with blanks': identity => bytesAs(identity, byte => `${byte} `).trim(),
  'hex with 0x': identity => bytesAs(identity, byte => `0x${byte},`).slice(0, -1),
  'hex behind an odd digit': identity => `7${hex(identity)}`,
  'hex of UTF-16LE': identity => hex(Buffer.from(identity, 'utf16le')),
  'hex of UTF-16BE': identity => hex(utf16be(identity)),
  'Base64': base64,
  'Base64 without padding': identity => base64(identity).replaceAll('=', ''),
  'Base64 behind one byte': identity => base64(`:${identity};`),
  'Base64 behind two bytes': identity => base64(`::${identity};`),
  'Base64 in the middle of letters': identity => `fDp8${base64(identity)}`,
  'Base64 behind one letter': identity => `x${base64(identity)}`,
  'Base64 behind three letters': identity => `xyz${base64(identity)}`,
  'Base64 for URLs': identity => Buffer.from(`?>${identity}<?`).toString('base64url'),
  'Base64 of UTF-16LE': identity => base64(Buffer.from(identity, 'utf16le')),
  'Base64 of hex': identity => base64(hex(identity)),
  'percent escapes': encodeURIComponent,
  'percent escapes of every byte': identity => bytesAs(identity, byte => `%${byte}`),
  'percent escapes twice': identity => encodeURIComponent(bytesAs(identity, byte => `%${byte}`)),
  'HTML escapes in decimal': identity => each(identity, character => `&#${codeOf(character)};`),
  'HTML escapes in hex': identity => each(identity, character => `&#x${codeOf(character).toString(16)};`),
  'HTML escapes by name': identity => identity.replaceAll('&', '&amp;').replaceAll('@', '&commat;').replaceAll('.', '&period;').replaceAll('ü', '&uuml;').replaceAll('Ł', '&Lstrok;'),
  'JSON escapes': identity => Array.from({ length: identity.length }, (_, at) => `\\u${identity.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  'JSON': identity => JSON.stringify({ of: identity }),
  'quoted-printable': identity => bytesAs(identity, byte => `=${byte.toUpperCase()}`),
  'reversed': identity => Array.from(identity).reverse().join(''),
  'ROT13': identity => identity.replace(/[a-z]/gi, letter => String.fromCharCode(letter.charCodeAt(0) + (letter.toLowerCase() < 'n' ? 13 : -13))),
  'MD5': identity => digest('md5', identity).toString('hex'),
  'SHA-1 in capitals': identity => digest('sha1', identity).toString('hex').toUpperCase(),
  'SHA-256': identity => digest('sha256', identity).toString('hex'),
  'SHA-256 of lower case': identity => digest('sha256', identity.toLowerCase()).toString('hex'),
  'SHA-256 in Base64': identity => digest('sha256', identity).toString('base64'),
}

/** Only of letters beyond ASCII: how they look when somebody read them wrongly, and in the encoding of Central Europe. */
export const damages: Readonly<Record<string, (identity: string) => Buffer | string>> = {
  'question marks': identity => identity.replace(/[^\x00-\x7f]/g, '?'),
  'Windows-1250': identity => Buffer.from(Array.from(identity, letter => windows1250.indexOf(letter))),
  'UTF-8 read as Windows-1252': identity => new TextDecoder('windows-1252').decode(Buffer.from(identity)),
  'without marks': identity => identity.replaceAll('Ł', 'L').replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, ''),
}

const windows1250 = new TextDecoder('windows-1250').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
