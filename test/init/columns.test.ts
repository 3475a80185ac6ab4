// Which column a field is read from, which may be meant, and whether the first line holds names at all.
import test from 'ava'
import { matchColumns } from '../../engine/init/columns.ts'
import { fieldNames } from '../../engine/init/field-name.ts'
import { isHeader } from '../../engine/init/header.ts'
import type { FieldPlan } from '../../engine/plan/plan.ts'

const field = (name: string, from: readonly string[], more: Partial<FieldPlan> = {}): FieldPlan =>
  ({ name, from, or: [], optional: false, field: { type: 'text', list: false, mark: 'open', trail: [] }, ...more })

const fields = [
  field('sender', ['sender-address', 'Sender']),
  field('message', ['MessageId'], { or: ['NetworkMessageId'] }),
  field('traffic', ['TransportTrafficType'], { optional: true }),
]

const matches: readonly { readonly title: string, readonly columns: readonly string[], readonly chosen?: ReadonlyMap<string, string>, readonly found: object, readonly missing: object, readonly unused: readonly string[] }[] = [
  {
    title: 'the first spelling there is; case, blanks and _ do not count; what a field falls back on is used too',
    columns: ['Message Id', 'SENDER', 'NetworkMessageId', 'Subject'], found: { sender: 'SENDER', message: 'Message Id' },
    missing: { traffic: undefined }, unused: ['Subject'],
  },
  { title: 'a misspelling is near', columns: ['MessageId', 'Sendr', 'Size'], found: { message: 'MessageId' }, missing: { sender: 'Sendr', traffic: undefined }, unused: ['Sendr', 'Size'] },
  { title: 'a longer name is near, where it is the only one', columns: ['MessageId', 'Absender'], found: { message: 'MessageId' }, missing: { sender: 'Absender', traffic: undefined }, unused: ['Absender'] },
  { title: 'of two longer names none is', columns: ['MessageId', 'SenderName', 'SenderMail'], found: { message: 'MessageId' }, missing: { sender: undefined, traffic: undefined }, unused: ['SenderName', 'SenderMail'] },
  {
    title: 'a chosen column wins over the names in the rules', columns: ['MessageId', 'Sender', 'Von'], chosen: new Map([['sender', 'Von']]),
    found: { sender: 'Von', message: 'MessageId' }, missing: { traffic: undefined }, unused: ['Sender'],
  },
]

for (const { title, columns, chosen, found, missing, unused } of matches) {
  test(title, t => {
    const match = matchColumns(fields, columns, chosen ?? new Map())
    t.deepEqual(Object.fromEntries(match.found), found)
    t.deepEqual(Object.fromEntries(match.missing.map(one => [one.field, one.near])), missing)
    t.deepEqual(match.unused, unused)
  })
}

const headers: readonly { readonly title: string, readonly columns: readonly string[], readonly rows: readonly (readonly string[])[], readonly is: boolean }[] = [
  { title: 'names above values', columns: ['Name', 'Start Date', '$_.Recipients'], rows: [['Anna Hansen', '13.05.2024', 'a@x.example']], is: true },
  { title: 'an address is no name', columns: ['Name', 'anna@x.example'], rows: [['Bo', 'bo@x.example']], is: false },
  { title: 'nor is a number, a date or a flag', columns: ['Name', '42'], rows: [['Bo', '7']], is: false },
  { title: 'a flag', columns: ['Name', 'True'], rows: [['Bo Berg', '1']], is: false },
  { title: 'a record written like those below it', columns: ['Anna Hansen', 'Sales'], rows: [['Bo Berg', 'Finance']], is: false },
  { title: 'a value that comes again', columns: ['Anna', 'Sales'], rows: [['BO', 'Sales']], is: false },
  { title: 'texts under names of another shape', columns: ['Department', 'Manager'], rows: [['Sales', 'Anna Hansen']], is: true },
]
for (const { title, columns, rows, is } of headers) {
  test(`header: ${title}`, t => {
    const cells = (column: string): ReadonlySet<string> => new Set(rows.map(row => row[columns.indexOf(column)]!))
    t.is(isHeader('csv', columns, cells), is)
    t.true(isHeader('json', columns, cells))
  })
}

test('names of fields are plain, and each is there once', t => {
  t.deepEqual(fieldNames(['EventId', 'Start Date', 'Größe (cm)', 'Łódź', '42', '会議', 'start_date', 'SID']), ['event-id', 'start-date', 'grosse-cm', 'lodz', 'column-5', 'column-6', 'start-date-2', 'sid'])
})
