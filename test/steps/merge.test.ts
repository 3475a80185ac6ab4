// merge: rows of one thing become one, in the place of the first; where they must agree and do not, the field is blank.
import test from 'ava'
import { type Table, through } from './table.ts'

const departments: Pick<Table, 'fields' | 'columns' | 'steps'> = {
  fields: { id: {}, parent: {}, name: {} }, columns: ['id', 'parent', 'name'],
  steps: { 'one-each': { merge: { by: ['id'], agree: ['parent'] } } },
}
const blanked = (rows: string): string => `step "one-each": "parent" is blank in ${rows}, since the rows that became one differ in it`

const cases: readonly { readonly title: string, readonly table: Table, readonly rows: readonly object[], readonly dropped: number, readonly warnings?: readonly string[] }[] = [
  {
    title: 'the first row stays, in its place, and nothing is said where all agree',
    table: { ...departments, given: [{ id: 'b', parent: 'x', name: 'B' }, { id: 'a', parent: 'x', name: 'A' }, { id: 'b', parent: 'x', name: 'other' }] },
    rows: [{ id: 'b', parent: 'x', name: 'B' }, { id: 'a', parent: 'x', name: 'A' }],
    dropped: 1,
  },
  {
    title: 'rows that differ make the field blank, for good, and count once',
    table: { ...departments, given: [{ id: 'a', parent: 'x', name: '' }, { id: 'a', parent: 'y', name: '' }, { id: 'a', parent: 'x', name: '' }, { id: 'a', parent: '', name: '' }] },
    rows: [{ id: 'a', parent: '', name: '' }],
    dropped: 3, warnings: [`merged-differences 1: ${blanked('1 row')}`],
  },
  {
    title: 'a blank is an answer of its own, whichever comes first',
    table: { ...departments, given: [{ id: 'a', parent: 'x', name: '' }, { id: 'a', parent: '', name: '' }, { id: 'b', parent: '', name: '' }, { id: 'b', parent: 'x', name: '' }] },
    rows: [{ id: 'a', parent: '', name: '' }, { id: 'b', parent: '', name: '' }],
    dropped: 2, warnings: [`merged-differences 2: ${blanked('2 rows')}`],
  },
  {
    title: 'case and blanks count',
    table: { ...departments, given: [{ id: 'a', parent: '', name: '' }, { id: 'A', parent: '', name: '' }, { id: 'a ', parent: '', name: '' }] },
    rows: [{ id: 'a', parent: '', name: '' }, { id: 'A', parent: '', name: '' }, { id: 'a ', parent: '', name: '' }],
    dropped: 0,
  },
  {
    title: 'two fields are not one text: "a b" and "c" is not "a" and "b c"',
    table: {
      fields: { one: {}, other: {} }, columns: ['one', 'other'], steps: { 'one-each': { merge: { by: ['one', 'other'] } } },
      given: [{ one: 'a b', other: 'c' }, { one: 'a', other: 'b c' }, { one: 'a","b', other: '' }, { one: 'a', other: 'b",""' }, { one: 'a', other: 'b c' }],
    },
    rows: [{ one: 'a b', other: 'c' }, { one: 'a', other: 'b c' }, { one: 'a","b', other: '' }, { one: 'a', other: 'b",""' }],
    dropped: 1,
  },
  {
    title: 'lists agree when they have the same members in the same order, and become empty otherwise',
    table: {
      fields: { id: {}, groups: { type: 'list' } }, columns: ['id', 'groups'], steps: { 'one-each': { merge: { by: ['id'], agree: ['groups'] } } },
      given: [{ id: 'a', groups: ['x', 'y'] }, { id: 'a', groups: ['x', 'y'] }, { id: 'b', groups: ['x', 'y'] }, { id: 'b', groups: ['y', 'x'] }],
    },
    rows: [{ id: 'a', groups: '["x","y"]' }, { id: 'b', groups: '[]' }],
    dropped: 2, warnings: ['merged-differences 1: step "one-each": "groups" is blank in 1 row, since the rows that became one differ in it'],
  },
  {
    title: 'steps behind it see the merged rows',
    table: {
      ...departments, steps: { ...departments.steps, rooted: { keep: { when: 'parent != ""', because: 'has no parent' } }, shown: { set: { name: 'parent & "/" & id' } } },
      given: [{ id: 'a', parent: 'x', name: '' }, { id: 'b', parent: 'y', name: '' }, { id: 'a', parent: 'z', name: '' }],
    },
    rows: [{ id: 'b', parent: 'y', name: 'y/b' }],
    dropped: 2, warnings: [`merged-differences 1: ${blanked('1 row')}`],
  },
]

for (const { title, table, rows, dropped, warnings = [] } of cases) {
  test(title, async t => {
    const went = await through(t, table)
    t.deepEqual(went.rows, rows as typeof went.rows)
    t.is(Object.values(went.dropped).reduce((sum, rows) => sum + rows, 0), dropped)
    t.deepEqual(went.warnings, warnings)
  })
}

test('accounts are the same by who they are, not by how they are spelt', async t => {
  const { rows } = await through(t, {
    fields: { who: { privacy: 'identity' }, n: {} }, columns: ['who', 'n'], people: [{ mail: 'anna@contoso.example', login: 'anna' }],
    steps: { known: { identify: { fields: ['who'], in: 'people' } }, 'one-each': { merge: { by: ['who'] } } },
    given: [{ who: 'anna', n: '1' }, { who: 'ANNA@contoso.example', n: '2' }],
  })
  t.deepEqual(rows, [{ who: 'anna@contoso.example', n: '1' }])
})

test('a row that fails behind it is refused under the line of the first of its rows, and broken rows never come in', async t => {
  const { rows, refused } = await through(t, {
    fields: { id: {}, size: {}, day: { type: 'date', privacy: 'open' } }, columns: ['id', 'made', 'day'],
    steps: { 'one-each': { merge: { by: ['id'] } }, counted: { set: { made: '$number(size) > 1 ? "many" : "few"' } } },
    given: [
      { id: 'a', size: '1', day: '2023-02-31' }, { id: 'b', size: 'two', day: '' }, { id: 'a', size: '2', day: '2023-02-28' },
      { id: 'c', size: '3', day: '' }, { id: 'b', size: '2', day: '' },
    ],
  })
  t.deepEqual(refused, ['1 bad-time', '2 expression-failed'])
  t.deepEqual(rows, [{ id: 'a', made: 'many', day: '2023-02-28' }, { id: 'c', made: 'many', day: '' }])
})
