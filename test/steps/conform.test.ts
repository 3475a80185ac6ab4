// conform: nothing but words of the list comes out, whatever goes in; the rest is counted.
import test from 'ava'
import fc from 'fast-check'
import type { Row } from '../../engine/spec/field.ts'
import type { Work } from '../../engine/spec/step.ts'
import conform from '../../engine/steps/conform.ts'
import { type Table, through } from './table.ts'

const classes = ['IPM.Appointment', 'IPM.Schedule.Meeting', 'IPM.Schedule.Meeting.Resp.Pos']

const cases: readonly { readonly title: string, readonly options: object, readonly cells: readonly (readonly [given: string, becomes: string])[], readonly others?: number }[] = [
  { title: 'as the list spells it', options: { to: ['Low', 'HIGH'] }, cells: [['low', 'Low'], [' HIGH\t', 'HIGH'], ['High', 'HIGH']] },
  { title: 'what the list does not have is blank', options: { to: ['Low'] }, cells: [['Lower', ''], ['call anna@contoso.example', ''], ['Low.er', '']], others: 3 },
  { title: 'or one word', options: { to: ['Low'], otherwise: 'other' }, cells: [['Lower', 'other'], ['other', 'other']], others: 2 },
  { title: 'blank stays blank, and is not counted', options: { to: ['Low'], otherwise: 'other' }, cells: [['', ''], ['  ', '']] },
  {
    title: 'the longest beginning that the list has', options: { to: classes, by: 'prefix' },
    cells: [
      ['ipm.appointment', 'IPM.Appointment'], ['IPM.Appointment.Contoso.X', 'IPM.Appointment'], ['IPM.Schedule.Meeting.Resp.Neg', 'IPM.Schedule.Meeting'],
      ['IPM.Schedule.Meeting.Resp.Pos', 'IPM.Schedule.Meeting.Resp.Pos'], ['IPM.Schedule.Meeting.Resp.Pos.Anna', 'IPM.Schedule.Meeting.Resp.Pos'],
    ],
  },
  {
    title: 'a beginning ends before a dot', options: { to: classes, by: 'prefix' },
    cells: [['IPM.Appointments', ''], ['IPM', ''], ['IPM.Note', ''], ['.IPM.Appointment', ''], ['...', ''], ['IPM.Appointment.', 'IPM.Appointment']], others: 5,
  },
]

for (const { title, options, cells, others } of cases) {
  test(title, async t => {
    const table: Table = {
      fields: { class: {} }, steps: { known: { conform: { fields: ['class'], ...options } } }, columns: ['class'], bounded: ['class'],
      given: cells.map(([given]) => ({ class: given })),
    }
    const { rows, warnings, text } = await through(t, table)
    // A file of one column cannot show a blank cell to every reader, so its text is compared too.
    t.is(text.split('\r\n').length - 2, cells.length)
    t.deepEqual(rows.map(row => row['class']), cells.map(([, becomes]) => becomes))
    t.is(warnings.join(), others === undefined ? '' : `not-in-list ${others}: step "known": ${others} values of "class" are not in its list, and became ${'otherwise' in options ? '"other"' : 'blank'}`)
  })
}

test('members of a list, each by itself; an account by its address', async t => {
  const { rows, warnings } = await through(t, {
    fields: { tags: { type: 'list' }, who: { privacy: 'identity' } }, columns: ['tags', 'who'], people: [{ mail: 'anna@contoso.example', login: 'anna' }],
    steps: { known: { identify: { fields: ['who'], in: 'people' } }, listed: { conform: { fields: ['tags', 'who'], to: ['a', 'b', 'anna@contoso.example'], otherwise: 'x' } } },
    given: [{ tags: ['A', 'c', 'b', 'd'], who: 'ANNA' }, { tags: [], who: 'bert@contoso.example' }],
  })
  t.deepEqual(rows, [{ tags: '["a","x","b","x"]', who: 'anna@contoso.example' }, { tags: '[]', who: 'x' }])
  t.deepEqual(warnings, [
    'not-in-list 2: step "listed": 2 values of "tags" are not in its list, and became "x"',
    'not-in-list 1: step "listed": 1 value of "who" is not in its list, and became "x"',
  ])
})

test('whatever goes in, a word of the list comes out', t => {
  const word = fc.string({ minLength: 1 }).filter(text => text.trim() !== '')
  fc.assert(fc.property(fc.array(word, { maxLength: 4 }), fc.array(fc.oneof(fc.string(), fc.constantFrom('a.b', 'A', 'a..b', '.'))), fc.constantFrom('whole', 'prefix'), (to, given, by) => {
    const out: unknown[] = []
    const work: Partial<Work> = { id: 'x', slot: () => 0, atEnd: () => {} }
    const action = conform.run({ fields: ['f'], to: [...to, 'a'], otherwise: 'other', by } as never, work as Work)
    const next = 'rows' in action ? action.rows(row => { out.push(row[0]) }) : undefined
    if (typeof next !== 'function') throw new Error('conform is a step of rows')
    for (const text of given) next([text] as Row)
    return out.every(cell => [...to, 'a', 'other', ''].includes(cell as string))
  }))
  t.pass()
})
