// Cells as they are written: what is allowed in clear is no formula, and pseudonyms stand beside the words of their step only.
import test from 'ava'
import { cellWriter, isSafe } from '../../engine/run/column.ts'
import type { ColumnPlan } from '../../engine/plan/plan.ts'
import type { Cell, Field, FieldType } from '../../engine/spec/field.ts'

const column = (type: FieldType, more: Partial<Field> = {}, allow?: string): ColumnPlan =>
  ({ name: 'c', header: 'c', fieldName: 'f', field: { type, list: false, mark: 'open', trail: [], ...more }, ...(allow === undefined ? {} : { allow }) })
const allowed = 'report titles'

const clear: readonly { readonly title: string, readonly cell: string, readonly as: string }[] = [
  { title: 'plain text', cell: 'Sales', as: 'Sales' },
  { title: 'blank', cell: '', as: '' },
  { title: 'a formula', cell: '=HYPERLINK("http://x.example")', as: '\'=HYPERLINK("http://x.example")' },
  { title: 'a plus', cell: '+1+1', as: '\'+1+1' },
  { title: 'a minus', cell: '-1+1', as: '\'-1+1' },
  { title: 'a dash before a title', cell: '- Sales -', as: '\'- Sales -' },
  { title: 'an at', cell: '@SUM(A1)', as: '\'@SUM(A1)' },
  { title: 'a tab before a formula', cell: '\t=1', as: '\'\t=1' },
  { title: 'a line end before a formula', cell: '\r=1', as: '\'\r=1' },
  { title: 'a full-width sign', cell: '＝1+1', as: '\'＝1+1' },
  { title: 'a sign further on', cell: 'R=D', as: 'R=D' },
  { title: 'an apostrophe of its own', cell: '\'t Huis', as: '\'t Huis' },
  { title: 'a login', cell: 'anna@contoso.example', as: 'anna@contoso.example' },
  { title: 'a login that begins with a sign', cell: '+48123@contoso.example', as: '+48123@contoso.example' },
  { title: 'a formula that ends like an address', cell: '=cmd|\'/C\'!A0@x.example', as: '\'=cmd|\'/C\'!A0@x.example' },
]

for (const { title, cell, as } of clear) {
  test(`allowed in clear: ${title}`, t => {
    for (const type of ['text', 'id', 'word'] as const) t.is(cellWriter(column(type, {}, allowed))(cell), as)
    t.is(cellWriter(column('account', {}, allowed))({ text: cell, kind: 'unknown', inside: true, remote: false }), as)
  })
}

test('members of a list are no cells of their own', t => {
  t.is(cellWriter(column('text', { list: true }, allowed))(['=1', 'a']), '["=1","a"]')
})

test('words of a closed list stand as the rules write them', t => {
  t.is(cellWriter(column('text', { values: ['-', '+'] }))('-'), '-')
})

const others: readonly { readonly type: FieldType, readonly cell: Cell, readonly as: string }[] = [
  { type: 'integer', cell: -5, as: '-5' }, { type: 'date', cell: '2024-01-01', as: '2024-01-01' }, { type: 'boolean', cell: true, as: 'True' },
  { type: 'time', cell: '2024-01-01T00:00:00.000Z', as: '2024-01-01 00:00:00.000' }, { type: 'pseudonym', cell: `${'a'.repeat(42)}+=`, as: `${'a'.repeat(42)}+=` },
  { type: 'pseudonym', cell: `+${'a'.repeat(42)}=`, as: `+${'a'.repeat(42)}=` },
]

for (const { type, cell, as } of others) {
  test(`never changed, allowed or not: ${type} ${JSON.stringify(cell)}`, t => {
    t.is(cellWriter(column(type))(cell), as)
    t.is(cellWriter(column(type, {}, allowed))(cell), as)
  })
}

test('beside pseudonyms stand the words of the receiver and those of the step, and nothing else', t => {
  const write = cellWriter(column('pseudonym', { mark: 'pseudonym', values: ['Microsoft System Attendant'] }))
  for (const cell of ['', 'external', 'internal', 'error', 'Microsoft System Attendant', 'ab'.repeat(32)]) t.is(write(cell), cell)
  for (const cell of ['microsoft system attendant', 'Anna', 'anna@contoso.example', 'AB'.repeat(32)]) t.is(write(cell), undefined)
  t.is(cellWriter(column('pseudonym', { mark: 'pseudonym' }))('Microsoft System Attendant'), undefined)
})

test('a pseudonym column with words may need quotes', t => {
  t.true(isSafe(column('pseudonym')))
  t.false(isSafe(column('pseudonym', { values: ['a room'] })))
})
