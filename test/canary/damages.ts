// Ways in which an export can be broken at a canary, and the code that says so.
import { gzipSync } from 'node:zlib'
import { canary, wordOf } from './canaries.ts'
import { type Format, type Kind, type Row, rowsOf, written } from './exports.ts'

export type Damage = {
  readonly title: string
  readonly kind: Kind
  readonly format: Format
  /** Other cells in the second row. */
  readonly cells?: Row
  /** Columns that all rows lack. */
  readonly lacks?: readonly string[]
  /** The text of the whole file after the accident. */
  readonly text?: (text: string) => string | Buffer
  readonly exit: number
  readonly code: string
  /** More options of the run. */
  readonly options?: readonly string[]
}

/** The bytes of the damaged file, and its rows before. */
export function broken({ kind, format, cells = {}, lacks = [], text }: Damage): { readonly rows: readonly Row[], readonly bytes: string | Buffer } {
  const rows = rowsOf(kind, cells).map(row => Object.fromEntries(Object.entries(row).filter(([column]) => !lacks.includes(column))))
  const whole = written(kind, format, rows)
  return { rows, bytes: text ? text(whole) : whole }
}

const secret = canary.address('mail 2')
const name = canary.name('name 2')
const line = (text: string, number: number): string => text.split('\r\n')[number]!
const latin = (text: string): Buffer => Buffer.from(text.replaceAll('ö', '\u00b6'), 'latin1')

const csv: readonly Omit<Damage, 'kind' | 'format'>[] = [
  { title: 'a quote that never ends', text: text => `${text}"${secret};${name}\r\n`, exit: 3, code: 'quote-not-closed' },
  { title: 'text behind a quote', text: text => `${text}"${name}"${secret};x\r\n`, exit: 3, code: 'text-after-quote' },
  { title: 'a quote in a cell without quotes', text: text => `${text}${secret} "${name}";x\r\n`, exit: 3, code: 'bare-quote' },
  { title: 'a record with too few cells', text: text => `${text}"${secret}"\r\n`, exit: 1, code: 'cell-count' },
  { title: 'a record with too many cells', text: text => `${text}${line(text, 1)};"${secret}"\r\n`, exit: 1, code: 'cell-count' },
  { title: 'cut in the middle of a cell', text: text => text.slice(0, -30), exit: 3, code: 'quote-not-closed' },
  { title: 'without its header', text: text => text.slice(text.indexOf('\r\n') + 2), exit: 3, code: 'unknown-format' },
  { title: 'a column twice', text: text => text.replace(/^("[^"]*");/, '$1;$1;'), exit: 3, code: 'duplicate-column' },
  { title: 'a NUL in a cell', text: text => text.replace('Wilma', 'Wil\0ma'), exit: 3, code: 'forbidden-character' },
  { title: 'letters in an encoding that nothing tells', text: latin, exit: 3, code: 'unknown-encoding' },
  { title: 'a broken letter of UTF-8', text: text => Buffer.concat([Buffer.from(text), Buffer.from([0xc3])]), exit: 3, code: 'unknown-encoding' },
  { title: 'a cell that is too long', text: text => `${text}"${secret.repeat(300_000)}"\r\n`, exit: 3, code: 'too-long' },
  { title: 'gzip with a broken middle', text: text => { const bytes = gzipSync(text); bytes.fill(0x5a, 40, 90); return bytes }, exit: 3, code: 'unreadable-file' },
  { title: 'gzip cut short', text: text => gzipSync(text).subarray(0, -20), exit: 3, code: 'unreadable-file' },
  { title: 'no text at all', text: text => gzipSync(gzipSync(text)), exit: 3, code: 'unknown-format' },
]

const json: readonly Omit<Damage, 'kind' | 'format'>[] = [
  { title: 'a value without quotes', text: text => text.replace(/"(?=Wilma)/, ''), exit: 3, code: 'bad-json' },
  { title: 'a quote inside a value', text: text => text.replace('Wilma', 'Wil"ma'), exit: 3, code: 'bad-json' },
  { title: 'a name without quotes', text: text => text.replace(/"([\w -]+)": ?"Wilma/, '$1: "Wilma'), exit: 3, code: 'bad-json' },
  { title: 'an unknown escape', text: text => text.replace('Wilma', String.raw`Wil\xma`), exit: 3, code: 'bad-json' },
  { title: 'cut in the middle', text: text => text.slice(0, -60), exit: 3, code: 'bad-json' },
  { title: 'text behind the end', text: text => `${text}\n${secret}`, exit: 3, code: 'bad-json' },
  { title: 'a map for a text', text: text => text.replaceAll(/"Wilma[^"]*"/g, whole => `{"first": ${whole}}`), exit: 3, code: 'bad-json' },
  { title: 'a list of lists', text: text => text.replaceAll(/"Wilma[^"]*"/g, whole => `[[${whole}]]`), exit: 3, code: 'bad-json' },
]

const xml: readonly Omit<Damage, 'kind' | 'format'>[] = [
  { title: 'a tag in a value', text: text => text.replace('Wilma', '<Wilma>'), exit: 3, code: 'bad-xml' },
  { title: 'an entity that nobody defined', text: text => text.replace('Wilma', `&${wordOf('mail 2')};`), exit: 3, code: 'bad-xml' },
  { title: 'cut in the middle', text: text => text.slice(0, -200), exit: 3, code: 'bad-xml' },
  { title: 'a document type', text: text => `<!DOCTYPE Objs [<!ENTITY me "${secret}">]>${text}`, exit: 3, code: 'unknown-format' },
  { title: 'text behind the end', text: text => `${text}${secret}`, exit: 3, code: 'bad-xml' },
]

const of = (kind: Kind, format: Format, damages: readonly Omit<Damage, 'kind' | 'format'>[]): readonly Damage[] => damages.map(damage => ({ ...damage, kind, format }))

export const damages: readonly Damage[] = [
  ...of('tracking', 'csv', csv), ...of('people', 'csv', csv), ...of('groups', 'csv', csv), ...of('access', 'csv', csv), ...of('calendar', 'csv', csv),
  ...of('tracking', 'json', json), ...of('people', 'json', json), ...of('calendar', 'json', json), ...of('access', 'json', json), ...of('tracking', 'json-lines', json),
  ...of('tracking', 'clixml', xml), ...of('people', 'clixml', xml), ...of('calendar', 'clixml', xml), ...of('groups', 'clixml', xml),
  ...of('tracking', 'raw', [
    { title: 'a record with too few cells', text: text => `${text}2024-05-20T08:00:09.000Z,${secret}\r\n`, exit: 1, code: 'cell-count' },
    { title: 'a quote that never ends', text: text => `${text}2024-05-20T08:00:09.000Z,"${secret}\r\n`, exit: 1, code: 'broken-quotes' },
    { title: 'cut in the middle', text: text => text.slice(0, -40), exit: 1, code: 'cell-count' },
    { title: 'a time that is none', cells: { 'date-time': secret }, exit: 3, code: 'unreadable-time' },
    { title: 'a blank message id', cells: { 'message-id': '', 'network-message-id': '' }, exit: 1, code: 'blank-message-id' },
    { title: 'an event with an address', cells: { 'event-id': secret }, exit: 1, code: 'bad-cell' },
    { title: 'without its header', text: text => text.replace(/#Fields.*\r\n/, ''), exit: 3, code: 'unknown-format' },
    { title: 'a renamed column', text: text => text.replace('sender-address', wordOf('header of tracking')), exit: 3, code: 'missing-column' },
    { title: 'a NUL in a cell', text: text => text.replace('Wilma', 'Wil\0ma'), exit: 3, code: 'forbidden-character' },
    { title: 'letters in an encoding that nothing tells', text: latin, exit: 3, code: 'unknown-encoding' },
    { title: 'a line that is too long', text: text => text + secret.repeat(300_000), exit: 3, code: 'too-long' },
    { title: 'gzip cut short', text: text => gzipSync(text).subarray(0, -20), exit: 3, code: 'unreadable-file' },
    { title: 'an address beyond ASCII', cells: { 'sender-address': `jürgen.${wordOf('sender')}@quillmoor.example` }, options: ['--without', 'people'], exit: 3, code: 'non-ascii-address' },
    { title: 'no row is written', text: text => text.replaceAll('DELIVER', 'RECEIVE'), exit: 0, code: 'no-rows' },
    { title: 'mangled letters', cells: { 'sender-address': `j?rgen.${wordOf('sender')}@quillmoor.example` }, exit: 0, code: 'damaged-letters' },
  ]),
  ...of('tracking', 'csv', [
    { title: 'a list as its type name', cells: { 'recipient-address': 'System.String[]' }, exit: 3, code: 'list-lost' },
    { title: 'a list cut short', cells: { 'recipient-address': `{${secret}, ${secret}, ${secret}, ${secret}...}` }, exit: 3, code: 'list-cut' },
    { title: 'a time that has two readings', cells: { 'date-time': '05/06/2024 08:00:00' }, exit: 3, code: 'ambiguous-time' },
    { title: 'a time without a zone', cells: { 'date-time': '2024-05-20 08:00:00' }, exit: 3, code: 'missing-zone' },
    { title: 'a time that is a name', cells: { 'date-time': name }, exit: 3, code: 'unreadable-time' },
    { title: 'a time that does not exist', cells: { 'date-time': `2024-02-30T08:00:00Z` }, exit: 1, code: 'bad-time' },
    { title: 'a renamed column', lacks: ['sender-address'], cells: { [`Sender ${wordOf('header of tracking')}`]: secret }, exit: 3, code: 'missing-column' },
  ]),
  ...of('people', 'csv', [
    { title: 'a list as its type name', cells: { proxyAddresses: 'Microsoft.ActiveDirectory.Management.ADPropertyValueCollection' }, exit: 3, code: 'list-lost' },
    { title: 'a type that is a name', cells: { msExchRecipientTypeDetails: name }, exit: 1, code: 'bad-cell' },
    { title: 'a date that is a name', cells: { EmploymentDate: name }, exit: 1, code: 'bad-time' },
    { title: 'without the DN', lacks: ['DistinguishedName'], exit: 3, code: 'missing-column' },
    { title: 'one address at two accounts', cells: { mail: canary.address('mail 1'), proxyAddresses: [`SMTP:${canary.address('mail 1')}`] }, exit: 0, code: 'claimed-twice' },
    { title: 'supervisors in a circle', text: text => text.replace(/("E\w+";"1";)""/, (_, before: string) => `${before}"${canary.dn('dn 2')}"`), exit: 1, code: 'broken-table' },
    { title: 'a supervisor who is nobody', cells: { Manager: canary.dn('gone') }, exit: 0, code: 'lookup-missed' },
    { title: 'an address beyond ASCII', cells: { mail: `jürgen.${wordOf('mail 2')}@quillmoor.example`, proxyAddresses: [] }, exit: 3, code: 'non-ascii-address' },
    { title: 'nobody in it', text: text => `${line(text, 0)}\r\n`, exit: 3, code: 'empty-lookup' },
  ]),
  ...of('groups', 'csv', [
    { title: 'groups in a circle', text: text => text.replace(/;""\r\n/, `;"SQ-${wordOf('squad 2')}"\r\n`), exit: 1, code: 'broken-table' },
    { title: 'its own parent', cells: { parent_id: `SQ-${wordOf('squad 2')}` }, exit: 0, code: 'own-parent' },
    { title: 'a parent that is no group', cells: { parent_id: wordOf('gone') }, exit: 0, code: 'reference-blanked' },
    { title: 'one id for two groups', cells: { id: `SQ-${wordOf('squad 1')}` }, exit: 0, code: 'merged-differences' },
  ]),
  ...of('access', 'csv', [
    { title: 'reports of a group that is none', cells: { report_ids: [wordOf('gone')] }, exit: 0, code: 'reference-missing' },
  ]),
  ...of('calendar', 'calendar-log', [
    { title: 'a record with too many cells', cells: { Subject: `${name}, ${name}, ${name}`.replaceAll(',', '",') }, exit: 1, code: 'cell-count' },
    { title: 'text between records', text: text => text.replace('\r\n', `\r\n${secret}\r\n`), exit: 1, code: 'cell-count' },
    { title: 'cut in the middle', text: text => text.slice(0, -60), exit: 1, code: 'cell-count' },
    { title: 'a time that is a name', cells: { StartTime: name.replace(',', '') }, exit: 1, code: 'bad-time' },
    { title: 'a number that is a name', cells: { Duration: name.replace(',', '') }, exit: 1, code: 'bad-cell' },
    { title: 'a class that is a name', cells: { ItemClass: name.replace(',', '') }, exit: 1, code: 'bad-cell' },
    { title: 'an action that is a name', cells: { CalendarLogTriggerAction: wordOf('action') }, exit: 1, code: 'bad-cell' },
    { title: 'a record that is too long', text: text => text + secret.repeat(300_000), exit: 3, code: 'too-long' },
    { title: 'without its header', text: text => text.slice(text.indexOf('\r\n') + 2), exit: 3, code: 'unknown-format' },
    { title: 'a renamed column', text: text => text.replace('SentRepresentingEmailAddress', wordOf('header of calendar')), exit: 3, code: 'missing-column' },
    { title: 'a series that nobody can read', exit: 0, code: 'recurrence-unparsed' },
    { title: 'an id that Exchange did not give', exit: 0, code: 'event-id-odd' },
  ]),
  ...of('calendar', 'calendar-xml', [
    { title: 'an element in a text', cells: { Subject: `</Subject><${wordOf('subject')}>` }, exit: 1, code: 'broken-item' },
    { title: 'cut in the middle', text: text => text.slice(0, -300), exit: 1, code: 'broken-item' },
    { title: 'a record that is too long', text: text => text.replace(/(?<=<Subject[^>]*>)/, secret.repeat(300_000)), exit: 3, code: 'too-long' },
  ]),
]
