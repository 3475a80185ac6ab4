// The scanner itself: a value planted in every spelling is found, the value beside it is not, and clean text is clean.
import { createHash, randomBytes } from 'node:crypto'
import { escape } from 'node:querystring'
import test from 'ava'
import { leaksIn } from './leaks.ts'

const value = 'Anna.Hansen@contoso.com'
const name = 'Łukasz Müller'
const idn = 'jürgen@müller.example'
const quoted = `Sean "Mac" O'Neill`
const dn = String.raw`CN=Łukasz\, Müller`

const hex = (text: string, encoding: BufferEncoding = 'utf8'): string => Buffer.from(text, encoding).toString('hex')
const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64')
const md = (algorithm: string, form: 'hex' | 'base64', text = value.toLowerCase()): string => createHash(algorithm).update(text).digest(form)
const letters = (text: string, write: (code: number) => string): string => Array.from(text, letter => write(letter.codePointAt(0)!)).join('')

/** Written here by other means than the scanner's own. */
const planted: readonly (readonly [form: string, value: string, written: string | Buffer])[] = [
  ['as it is', value, 'Anna.Hansen@contoso.com'],
  ['in lower case', value, 'anna.hansen@contoso.com'],
  ['in capitals', value, 'ANNA.HANSEN@CONTOSO.COM'],
  ['beyond ASCII, in capitals', name, 'ŁUKASZ MÜLLER'],
  ['in windows-1250', name, Buffer.from([0xa3, 0x75, 0x6b, 0x61, 0x73, 0x7a, 0x20, 0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72])],
  ['with a question mark for a letter', name, Buffer.from('?ukasz M\u00fcller', 'latin1')],
  ['as UTF-8 taken for windows-1252', 'Zoë Brontë', 'ZoÃ« BrontÃ«'],
  ['with letters and marks apart', name, 'Łukasz Mu\u0308ller'],
  ['without marks', 'Zoë Brontë', 'Zoe Bronte'],
  ['in UTF-16LE', value, Buffer.from('\ufeffto Anna.Hansen@contoso.com', 'utf16le')],
  ['in UTF-16BE', value, Buffer.from('\ufeffto Anna.Hansen@contoso.com', 'utf16le').swap16()],
  ['in UTF-32LE', value, Buffer.from(Uint32Array.from(value, letter => letter.codePointAt(0)!).buffer)],
  ['in UTF-32BE', value, Buffer.from(Uint32Array.from(value, letter => letter.codePointAt(0)!).buffer).swap32()],
  ['in UTF-7', value, 'Anna.Hansen+AEA-contoso.com'],
  ['in hex', value, hex(value)],
  ['in hex, capitals', value, `0x${hex(value).toUpperCase()}`],
  ['in hex of UTF-16', value, hex(value, 'utf16le').toUpperCase()],
  ['in hex of the lower case', value, hex('anna.hansen@contoso.com')],
  ['in hex with blanks', value, hex(value).replaceAll(/..(?!$)/g, '$& ')],
  ['in hex with colons', value, hex(value).toUpperCase().replaceAll(/..(?!$)/g, '$&:')],
  ['in hex with hyphens, as .NET has it', value, hex(value).toUpperCase().replaceAll(/..(?!$)/g, '$&-')],
  ['as a C string', value, hex(value).replaceAll(/../g, String.raw`\x$&`)],
  ['as a list of 0x', value, hex(value).match(/../g)!.map(pair => `0x${pair}`).join(', ')],
  ['as a buffer on the console', value, `<Buffer ${hex(value).replaceAll(/..(?!$)/g, '$& ')}>`],
  ['as a buffer in JSON', value, JSON.stringify(Buffer.from(value))],
  ['as a buffer in indented JSON', value, JSON.stringify(Buffer.from(value), undefined, 2)],
  ['in Base64', value, base64(value)],
  ['in Base64, a byte before it', value, base64(`;${value};`)],
  ['in Base64, two bytes before it', value, base64(`to${value};`)],
  ['in Base64 of UTF-16', value, base64(Buffer.from(`x${value}`, 'utf16le'))],
  ['in Base64 in short lines', value, base64(`to ${value}`).replaceAll(/.{10}/g, '$&\r\n')],
  ['in Base64url', 'Zoë?>Brontë~~', Buffer.from('Zoë?>Brontë~~').toString('base64url')],
  ['in Base32', 'anna@x', 'MFXG4YKAPA'],
  ['in a URL', value, `?to=${encodeURIComponent(value)}`],
  ['in a form', name, new URLSearchParams({ name }).toString()],
  ['with every byte percent', value, hex(value).replaceAll(/../g, '%$&')],
  ['in a path, lower case', name, escape(name).toLowerCase()],
  ['in decimal HTML', value, letters(value, code => `&#${code};`)],
  ['in HTML, the @ alone', value, 'Anna.Hansen&#64;contoso.com'],
  ['in HTML, letters beyond ASCII', name, '&#321;ukasz M&#252;ller'],
  ['in hex HTML', value, letters(value, code => `&#x${code.toString(16).toUpperCase()};`)],
  ['in HTML with names', quoted, 'Sean &quot;Mac&quot; O&apos;Neill'],
  ['in JSON', quoted, JSON.stringify({ quoted })],
  ['in JSON, every character', value, letters(value, code => `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`)],
  ['in JSON, the @ alone', value, String.raw`Anna.Hansen\u0040contoso.com`],
  ['in JSON, letters beyond ASCII', name, String.raw`\u0141ukasz M\u00fcller`],
  ['in CLIXML', value, 'Anna.Hansen_x0040_contoso.com'],
  ['in quoted-printable', name, '=C5=81ukasz M=C3=BCller'],
  ['in quoted-printable, the @ too', value, 'Anna.Hansen=40contoso.com'],
  ['in quoted-printable, a line broken', value, 'Anna.Han=\r\nsen@contoso.com'],
  ['in the head of a mail', name, '=?utf-8?Q?=C5=81ukasz_M=C3=BCller?='],
  ['broken over two lines', value, 'Anna.Hansen@con\n  toso.com'],
  ['in CSV', quoted, `"Sean ""Mac"" O'Neill"`],
  ['in SQL', quoted, `'Sean "Mac" O''Neill'`],
  ['behind backslashes', quoted, String.raw`Sean\ \"Mac\"\ O\'Neill`],
  ['as git names a file', name, String.raw`\305\201ukasz M\303\274ller`],
  ['as LDAP escapes bytes', dn, String.raw`CN\3d\c5\81ukasz\5c\2c\20M\c3\bcller`],
  ['with its domain in punycode', idn, 'jürgen@xn--mller-kva.example'],
  ['with words for signs', value, 'anna dot hansen at contoso dot com'],
  ['with a word for the @', value, 'Anna.Hansen[at]contoso.com'],
  ['with its letters apart', value, value.split('').join(' ')],
  ['backwards', value, 'moc.osotnoc@nesnaH.annA'],
  ['in ROT13', value, 'Naan.Unafra@pbagbfb.pbz'],
  ['as MD5', value, md('md5', 'hex')],
  ['as SHA-1, capitals', value, md('sha1', 'hex').toUpperCase()],
  ['as SHA-256', value, md('sha256', 'hex', value)],
  ['as SHA-256 in Base64', value, md('sha256', 'base64')],
  ['as MD5 in Base64', value, md('md5', 'base64')],
]

for (const [form, secret, written] of planted) {
  test(`the scan finds a value ${form}`, t => {
    const bytes = Buffer.concat([Buffer.from('row 1; '), Buffer.from(written as string), Buffer.from('; ok')])
    t.deepEqual(leaksIn(bytes, [secret, 'ben.berg@contoso.com', 'Erika Mustermann']), [secret])
  })
}

/** What runs write: names of columns, times, pseudonyms, digests. */
const clean = Buffer.from(['email_id;from;to;when', ...Array.from({ length: 2000 }, (_, row) =>
  `${randomBytes(32).toString('hex')};${randomBytes(32).toString('base64')};external;2023-06-01 06:36:56.${row}`)].join('\r\n'))
const many = Array.from({ length: 500 }, (_, number) => `person.${number}@mail.example`)

test('nothing is found in pseudonyms', t => {
  t.deepEqual(leaksIn(clean, [...many, ...planted.map(([, secret]) => secret), 'Hansen', 'ahansen0']), [])
})

test('a thousand values are searched in a second or so', t => {
  leaksIn(clean, many)
  const started = performance.now()
  leaksIn(clean, many)
  t.true(performance.now() - started < 3000)
})
