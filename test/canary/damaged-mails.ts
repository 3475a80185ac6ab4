// What can happen to logs of mails, at a canary.
import { gzipSync } from 'node:zlib'
import { canary, domain, wordOf } from './canaries.ts'
import { type Accidents, latin, line, name, secret } from './damaged-texts.ts'

export const rawLogs: Accidents = [
  {
    title: 'a record with too few cells', text: text => `${text}2024-05-20T08:00:09.000Z,${secret}\r\n`, exit: 1,
    code: 'cell-count', also: 'above-quarantine-limit',
  },
  {
    title: 'a quote that never ends', text: text => `${text}2024-05-20T08:00:09.000Z,"${secret}\r\n`, exit: 1,
    code: 'broken-quotes',
  },
  { title: 'cut in the middle', text: text => text.slice(0, -40), exit: 1, code: 'cell-count' },
  { title: 'a time that is none', cells: { 'date-time': secret }, exit: 3, code: 'unreadable-time' },
  {
    title: 'a blank message id', cells: { 'message-id': '', 'network-message-id': '' }, exit: 1,
    code: 'blank-message-id',
  },
  { title: 'an event with an address', cells: { 'event-id': secret }, exit: 1, code: 'bad-cell' },
  { title: 'without its header', text: text => text.replace(/#Fields.*\r\n/, ''), exit: 3, code: 'unknown-format' },
  {
    title: 'a renamed column', text: text => text.replace('sender-address', wordOf('header of tracking')), exit: 3,
    code: 'missing-column',
  },
  { title: 'a NUL in a cell', text: text => text.replace('Wilma', 'Wil\0ma'), exit: 3, code: 'forbidden-character' },
  { title: 'letters in an encoding that nothing tells', text: latin, exit: 3, code: 'unknown-encoding' },
  { title: 'a line that is too long', text: text => text + secret.repeat(300_000), exit: 3, code: 'too-long' },
  { title: 'gzip cut short', text: text => gzipSync(text).subarray(0, -20), exit: 3, code: 'unreadable-file' },
  {
    title: 'an address beyond ASCII', cells: { 'sender-address': `jürgen.${wordOf('sender')}@quillmoor.example` },
    alone: true, exit: 3, code: 'non-ascii-address',
  },
  { title: 'no row is written', text: text => text.replaceAll('DELIVER', 'RECEIVE'), exit: 0, code: 'no-rows' },
  {
    title: 'no delivery is in it', text: text => text.replaceAll('DELIVER', 'SEND'), exit: 0,
    code: 'expected-missing',
  },
  {
    title: 'own addresses that nobody has', cells: { 'sender-address': canary.address('nobody else') }, exit: 0,
    code: 'many-unknown',
  },
  { title: 'nobody to hold it against', alone: true, exit: 0, code: 'aliases-not-joined' },
  {
    title: 'letters that become question marks',
    cells: Object.fromEntries([['sender-address', 'jürgen'], ['recipient-address', 'jörgen']]
      .map(([column, name]) => [column!, `${name}.${wordOf('sender')}@${domain}`])),
    alone: true, rules: 'steps: { pseudonyms: { hash: { non-ascii: question-mark } } }', exit: 0,
    code: 'merged-identities',
  },
  {
    title: 'an expression that fails on a name',
    rules: 'after: { one-recipient: { numbered: { drop: { when: $number(sender) > 5, because: a number } } } }',
    exit: 1, code: 'expression-failed',
  },
  {
    title: 'mangled letters', cells: { 'sender-address': `j?rgen.${wordOf('sender')}@quillmoor.example` }, exit: 0,
    code: 'damaged-letters',
  },
]

export const csvLogs: Accidents = [
  { title: 'a list as its type name', cells: { 'recipient-address': 'System.String[]' }, exit: 3, code: 'list-lost' },
  {
    title: 'a list cut short', cells: { 'recipient-address': `{${secret}, ${secret}, ${secret}, ${secret}...}` },
    exit: 3, code: 'list-cut',
  },
  {
    title: 'a time that has two readings', cells: { 'date-time': '05/06/2024 08:00:00' }, exit: 3,
    code: 'ambiguous-time',
  },
  { title: 'a time without a zone', cells: { 'date-time': '2024-05-20 08:00:00' }, exit: 3, code: 'missing-zone' },
  { title: 'a time that is a name', cells: { 'date-time': name }, exit: 3, code: 'unreadable-time' },
  { title: 'a time that does not exist', cells: { 'date-time': `2024-02-30T08:00:00Z` }, exit: 1, code: 'bad-time' },
  {
    title: 'times in the hour that comes twice', cells: { 'date-time': '2024-10-27 02:30:00' },
    options: ['--set', 'zone=Europe/Berlin'], exit: 0, code: 'ambiguous-hour',
  },
  {
    title: 'cut where the cmdlet stops', text: text => `${text}${`${line(text, 2)}\r\n`.repeat(998)}`, exit: 0,
    code: 'cut-export',
  },
  { title: 'nothing behind the header', text: text => `${line(text, 0)}\r\n`, exit: 0, code: 'no-records' },
  {
    title: 'packed a thousand times smaller',
    text: text => gzipSync(text + `${line(text, 1).replace('"', `"${'x'.repeat(900_000)}`)}\r\n`.repeat(80)), exit: 3,
    code: 'compressed-bomb',
  },
  {
    title: 'a renamed column', lacks: ['sender-address'],
    cells: { [`Sender ${wordOf('header of tracking')}`]: secret }, exit: 3, code: 'missing-column',
  },
]
