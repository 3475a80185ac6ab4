// rows: one row becomes several, each with fields of its own; what an item says reads the row as it was.
import test from 'ava'
import { type Table, through } from './table.ts'

const cases: readonly { readonly title: string, readonly table: Table, readonly rows: readonly object[], readonly added?: number, readonly refused?: readonly string[] }[] = [
  {
    title: 'an item is a row; fields that no item sets stay',
    table: {
      fields: { department: {}, division: {} }, columns: ['name', 'category', 'division'],
      steps: { groups: { rows: [{ name: 'department', category: '"Department"' }, { name: 'division', category: '"Division"' }] } },
      given: [{ department: 'Sales', division: 'North' }, { department: 'Legal', division: '' }],
    },
    rows: [
      { name: 'Sales', category: 'Department', division: 'North' }, { name: 'North', category: 'Division', division: 'North' },
      { name: 'Legal', category: 'Department', division: '' }, { name: '', category: 'Division', division: '' },
    ],
    added: 2,
  },
  {
    title: 'all items read the row as it was, also where they set what they read',
    table: {
      fields: { one: {}, other: {} }, columns: ['one', 'other'],
      steps: { swapped: { rows: [{ one: 'other', other: 'one' }, { one: 'one', other: 'other' }] } },
      given: [{ one: 'a', other: 'b' }],
    },
    rows: [{ one: 'b', other: 'a' }, { one: 'a', other: 'b' }],
    added: 1,
  },
  {
    title: 'a single item adds no row',
    table: { fields: { one: {} }, columns: ['made'], steps: { only: { rows: [{ made: '"x" & one' }] } }, given: [{ one: 'a' }] },
    rows: [{ made: 'xa' }],
    added: 0,
  },
  {
    title: 'a row of which one item fails is refused as a whole',
    table: {
      fields: { one: {} }, columns: ['made'],
      steps: { both: { rows: [{ made: '1' }, { made: '$number(one) * 2 > 5 ? 3 : 4' }] } }, given: [{ one: '3' }, { one: 'three' }],
    },
    rows: [{ made: '1' }, { made: '3' }],
    added: 1, refused: ['2 expression-failed'],
  },
  {
    title: 'later steps change the rows of one record independently',
    table: {
      fields: { one: {} }, columns: ['made', 'one'],
      steps: {
        two: { rows: [{ made: '"first"' }, { made: '"second"' }, { made: '""' }] },
        marked: { set: { one: 'made = "first" ? one & "!" : one' } },
        filled: { drop: { when: 'made = ""', because: 'nothing in it' } },
      },
      given: [{ one: 'a' }],
    },
    rows: [{ made: 'first', one: 'a!' }, { made: 'second', one: 'a' }],
    added: 2,
  },
]

for (const { title, table, rows, added = 0, refused = [] } of cases) {
  test(title, async t => {
    const went = await through(t, table)
    t.deepEqual(went.rows, rows as typeof went.rows)
    t.is(went.added, added)
    t.deepEqual(went.refused, refused)
  })
}
