// hash: accounts of a kind that has a word become the word, and ids in lists one pseudonym each.
import { createHmac } from 'node:crypto'
import test from 'ava'
import { testKey } from '../command-line.ts'
import { through } from './table.ts'

const pseudonym = (text: string): string => createHmac('sha256', testKey).update(text).digest('hex')

const people = [
  { mail: 'anna@contoso.example', login: 'anna' }, { mail: 'att@contoso.example', login: 'attendant' }, { mail: 'oslo@contoso.example', login: 'room-oslo' },
]
const responsible = ['anna', 'attendant', 'room-oslo', 'ATT@contoso.example', 'john@partner.example', 'nobody@contoso.example', 'Some Name', '', 'external']
const hashed = (options: object) => ({
  fields: { who: { privacy: 'identity' }, n: {} }, people, columns: ['who'], bounded: ['who'], given: responsible.map(who => ({ who, n: '1' })),
  steps: { known: { identify: { fields: ['who'], in: 'people' } }, hidden: { hash: { fields: ['who'], ...options } } },
})

const [anna, attendant, oslo] = people.map(({ mail }) => pseudonym(mail))

const cases: readonly { readonly title: string, readonly options: object, readonly expect: readonly (string | undefined)[] }[] = [
  { title: 'without words, every account of the organisation is a pseudonym', options: {}, expect: [anna, attendant, oslo, attendant, 'external', 'internal', 'internal', '', 'external'] },
  {
    title: 'accounts of a kind become its word, however they are spelt', options: { words: { attendant: 'Microsoft System Attendant', room: 'a room' } },
    expect: [anna, 'Microsoft System Attendant', 'a room', 'Microsoft System Attendant', 'external', 'internal', 'internal', '', 'external'],
  },
  {
    title: 'also the kinds that identify gives by itself; blank stays blank', options: { words: { outside: 'partner', unknown: 'internal' } },
    expect: [anna, attendant, oslo, attendant, 'partner', 'internal', 'internal', '', 'partner'],
  },
]

for (const { title, options, expect } of cases) {
  test(title, async t => {
    const { rows, refused } = await through(t, hashed(options))
    t.deepEqual(rows.map(row => row['who']), expect as string[])
    t.deepEqual(refused, [])
  })
}

test('a word passes where an expression chose between two hashed fields, one of them without words', async t => {
  const { rows, refused } = await through(t, {
    ...hashed({}), columns: ['end'], bounded: ['end'], fields: { who: { privacy: 'identity' }, n: { privacy: 'identity' } },
    given: [{ who: 'attendant', n: 'anna' }, { who: '', n: 'anna' }],
    steps: {
      known: { identify: { fields: ['who', 'n'], in: 'people' } }, named: { hash: { fields: ['who'], words: { attendant: 'the attendant' } } }, plain: { hash: { fields: ['n'] } },
      one: { set: { end: 'who != "" ? who : n' } },
    },
  })
  t.deepEqual(rows, [{ end: 'the attendant' }, { end: anna! }])
  t.deepEqual(refused, [])
})

const ids: readonly { readonly title: string, readonly source: string }[] = [
  { title: 'a condition without an else leaves its member out', source: '[department != "" ? "Department:" & department, division != "" ? "Division:" & division]' },
  { title: '$filter takes members out', source: '$filter(["Department:" & department, "Division:" & division], function($id){ $not($contains($id, /:$/)) })' },
]

for (const { title, source } of ids) {
  test(`a list of ids, hashed one by one, is JSON with double quotes: ${title}`, async t => {
    const { rows, text, refused } = await through(t, {
      fields: { department: {}, division: {} }, columns: ['groups'], bounded: ['groups'],
      steps: { ids: { set: { groups: source } }, hidden: { hash: { fields: ['groups'] } } },
      given: [{ department: 'Sales', division: 'North' }, { department: 'R;D "x"', division: '' }, { department: '', division: '' }, { department: '', division: 'South' }],
    })
    const id = (...texts: readonly string[]): string => JSON.stringify(texts.map(pseudonym))
    t.deepEqual(rows.map(row => row['groups']), [id('Department:Sales', 'Division:North'), id('Department:R;D "x"'), '[]', id('Division:South')])
    t.is(text.split('\r\n')[1], `"[""${pseudonym('Department:Sales')}"",""${pseudonym('Division:North')}""]"`)
    t.deepEqual(refused, [])
  })
}
