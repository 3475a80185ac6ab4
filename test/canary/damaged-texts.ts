// What can happen to the text of any export of a format, wherever it holds a canary.
import { gzipSync } from 'node:zlib'
import { canary, wordOf } from './canaries.ts'
import type { Damage } from './damages.ts'

export type Accidents = readonly Omit<Damage, 'kind' | 'format'>[]

export const secret = canary.address('mail 2')
export const name = canary.name('name 2')
export const line = (text: string, number: number): string => text.split('\r\n')[number]!
export const latin = (text: string): Buffer => Buffer.from(text.replaceAll('ö', '\u00b6'), 'latin1')

export const csv: Accidents = [
  {
    title: 'a quote that never ends', text: text => `${text}"${secret};${name}\r\n`, exit: 3, code: 'quote-not-closed',
  },
  { title: 'text behind a quote', text: text => `${text}"${name}"${secret};x\r\n`, exit: 3, code: 'text-after-quote' },
  {
    title: 'a quote in a cell without quotes', text: text => `${text}${secret} "${name}";x\r\n`, exit: 3,
    code: 'bare-quote',
  },
  { title: 'a record with too few cells', text: text => `${text}"${secret}"\r\n`, exit: 1, code: 'cell-count' },
  {
    title: 'a record with too many cells', text: text => `${text}${line(text, 1)};"${secret}"\r\n`, exit: 1,
    code: 'cell-count',
  },
  { title: 'cut in the middle of a cell', text: text => text.slice(0, -30), exit: 3, code: 'quote-not-closed' },
  { title: 'without its header', text: text => text.slice(text.indexOf('\r\n') + 2), exit: 3, code: 'unknown-format' },
  { title: 'a column twice', text: text => text.replace(/^("[^"]*");/, '$1;$1;'), exit: 3, code: 'duplicate-column' },
  { title: 'a NUL in a cell', text: text => text.replace('Wilma', 'Wil\0ma'), exit: 3, code: 'forbidden-character' },
  { title: 'letters in an encoding that nothing tells', text: latin, exit: 3, code: 'unknown-encoding' },
  {
    title: 'a broken letter of UTF-8', text: text => Buffer.concat([Buffer.from(text), Buffer.from([0xc3])]), exit: 3,
    code: 'unknown-encoding',
  },
  {
    title: 'a cell that is too long', text: text => `${text}"${secret.repeat(300_000)}"\r\n`, exit: 3, code: 'too-long',
  },
  {
    title: 'gzip with a broken middle',
    text: text => { const bytes = gzipSync(text); bytes.fill(0x5a, 40, 90); return bytes }, exit: 3,
    code: 'unreadable-file',
  },
  { title: 'gzip cut short', text: text => gzipSync(text).subarray(0, -20), exit: 3, code: 'unreadable-file' },
  { title: 'no text at all', text: text => gzipSync(gzipSync(text)), exit: 3, code: 'unknown-format' },
]

export const json: Accidents = [
  { title: 'a value without quotes', text: text => text.replace(/"(?=Wilma)/, ''), exit: 3, code: 'bad-json' },
  { title: 'a quote inside a value', text: text => text.replace('Wilma', 'Wil"ma'), exit: 3, code: 'bad-json' },
  {
    title: 'a name without quotes', text: text => text.replace(/"([\w -]+)": ?"Wilma/, '$1: "Wilma'), exit: 3,
    code: 'bad-json',
  },
  { title: 'an unknown escape', text: text => text.replace('Wilma', String.raw`Wil\xma`), exit: 3, code: 'bad-json' },
  { title: 'cut in the middle', text: text => text.slice(0, -60), exit: 3, code: 'bad-json' },
  { title: 'text behind the end', text: text => `${text}\n${secret}`, exit: 3, code: 'bad-json' },
  {
    title: 'a map for a text', text: text => text.replaceAll(/"Wilma[^"]*"/g, whole => `{"first": ${whole}}`), exit: 3,
    code: 'bad-json',
  },
  {
    title: 'a list of lists', text: text => text.replaceAll(/"Wilma[^"]*"/g, whole => `[[${whole}]]`), exit: 3,
    code: 'bad-json',
  },
]

export const xml: Accidents = [
  { title: 'a tag in a value', text: text => text.replace('Wilma', '<Wilma>'), exit: 3, code: 'bad-xml' },
  {
    title: 'an entity that nobody defined', text: text => text.replace('Wilma', `&${wordOf('mail 2')};`), exit: 3,
    code: 'bad-xml',
  },
  { title: 'cut in the middle', text: text => text.slice(0, -200), exit: 3, code: 'bad-xml' },
  {
    title: 'a document type', text: text => `<!DOCTYPE Objs [<!ENTITY me "${secret}">]>${text}`, exit: 3,
    code: 'unknown-format',
  },
  { title: 'text behind the end', text: text => `${text}${secret}`, exit: 3, code: 'bad-xml' },
]

/** Tables by person, as `Group-Object -AsHashTable` makes them: an address is the name of a column. */
export const keyed: Accidents = [
  {
    title: 'an address for the name of a column', text: text => text.replaceAll('Notes of', secret), exit: 3,
    code: 'unknown-format',
  },
]
