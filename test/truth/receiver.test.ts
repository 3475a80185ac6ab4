// All files that the rules write over the samples, as their receivers read them: np-sync, and the batch processor that
// takes the documented columns (receiver-contract.md §0-2).
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { vendorColumns } from '../organisation/calendar/columns.ts'
import { readLikeReceiver } from '../outputs/receiver.ts'
import { runRules } from '../run-rules.ts'
import { columnOf, date, entities, groups, interactions, json, logins } from './np-sync.ts'

const files = ['emails.csv', 'meetings.csv', 'employees.csv', 'employees_groups.csv', 'users.csv'] as const
type File = typeof files[number]

const folder = mkdtempSync(join(tmpdir(), 'np-pipeline-'))
test.after.always(() => { rmSync(folder, { recursive: true }) })

const profiles = { 'documented': written('documented'), 'np-sync': written('np-sync') } as const

/** The texts of all files under a header profile. */
async function written(headers: string): Promise<(file: File) => string> {
  const out = join(folder, headers)
  for (const [name, settings] of [['emails', {}], ['meetings', {}], ['users', { 'row-date': '2023-06-30' }]] as const) {
    await runRules({ rules: `rules/${name}.yaml`, inputs: {}, settings: { headers, ...settings }, out })
  }
  return file => readFileSync(join(out, file), 'utf8')
}

type Test = (text: string) => boolean

const isPseudonym: Test = text => /^[0-9a-f]{64}$/.test(text)
const isPseudonymOrBlank: Test = text => text === '' || isPseudonym(text)
const isEnd: Test = text => isPseudonym(text) || text === 'external'
const isActor: Test = text => isEnd(text) || ['internal', 'Microsoft System Attendant', ''].includes(text)
const isDay: Test = text => text.length === 10 && date(text).getUTCFullYear() > 2000
const isSecond: Test = text => text.length === 19 && date(text).getUTCFullYear() > 2000
const isMillisecond: Test = text => text.length === 23 && date(text).getUTCFullYear() > 2000
const isList: Test = text => (json(text) as readonly string[]).every(isPseudonym)
const isText: Test = text => text !== ''

test('np-sync loads all it can read, and what it loads joins', async t => {
  const text = await profiles['np-sync']
  const people = entities(text('employees.csv'))
  const teams = groups(text('employees_groups.csv'))
  const access = logins(text('users.csv'))
  const mails = interactions(text('emails.csv'), true)
  t.true(people.length > 30 && teams.length > 8 && access.length > 3 && mails.length > 50)

  const numbers = new Set(people.map(({ ids }) => ids['employee_id']!))
  const addresses = new Set(people.map(({ ids }) => ids['email']!))
  const known = new Set(teams.map(({ id }) => id))
  t.deepEqual([numbers.size, known.size], [people.length, teams.length])
  t.true([...numbers, ...addresses, ...known].every(isPseudonym))
  const relationships = people.flatMap(one => one.relationships)
  t.true(relationships.length > 20)
  t.true(relationships.every(({ name, property }) => name === 'Supervisor' && property === 'employee_id'))
  t.true(relationships.every(({ id }) => numbers.has(id)))
  t.true(people.every(({ changedAt }) => changedAt.getTime() === Date.UTC(2023, 5, 30)))
  t.true(people.every(({ props }) => props['team_id'] === '' || known.has(props['team_id'] as string)))
  t.true(people.flatMap(one => one.groups).length > people.length)
  t.true(people.flatMap(one => one.groups).every(id => known.has(id)))
  t.true(teams.every(({ parentId }) => parentId === undefined || known.has(parentId)))
  t.true(access.some(one => one.groups.length > 1))
  t.true(access.every(one => one.email.includes('@') && one.groups.every(isPseudonym)))
  t.is(new Set(mails.map(({ id }) => id)).size, mails.length)
  t.true(mails.every(({ id, eventId }) => isPseudonym(id!) && isPseudonym(eventId)))
  for (const { id } of mails.flatMap(({ from, to }) => [from, to!])) t.true(id === 'external' || addresses.has(id))
})

const documented: Readonly<Record<File, string>> = {
  'emails.csv': 'email_id;from;to;when',
  'meetings.csv': vendorColumns.join(';'),
  'employees.csv': 'row_date;employee_id;supervisor_id;email;employment_date;team_id;group_ids',
  'employees_groups.csv': 'id;name;category;parent_id',
  'users.csv': 'email;report_ids',
}

/** What a cell may hold, by its column; names and categories of groups, and logins, stand in clear. */
const shapes: Readonly<Record<File, Readonly<Record<string, Test>>>> = {
  'emails.csv': { email_id: isPseudonym, from: isEnd, to: isEnd, when: isMillisecond },
  'meetings.csv': {
    logtime: isMillisecond, starttime: isSecond, endtime: isSecond, originallastmodifiedtime: isMillisecond,
    creationtime: isMillisecond, lastmodifiedtime: isMillisecond,
    sentrepresentingemailaddress: isActor, senderemailaddress: isActor, responsibleusername: isActor,
    normalizedsubject: text => text === '',
    globalobjectid: text => /^(?:[0-9A-F]{2}){40,}$/.test(text),
    appointmentrecurrenceblob: text => text === '' || /^04300430(?:[0-9A-F]{2}){50,}$/.test(text),
  },
  'employees.csv': {
    row_date: text => text === '2023-06-30', employee_id: isPseudonym, supervisor_id: isPseudonymOrBlank,
    email: isPseudonym, employment_date: text => text === '' || isDay(text), team_id: isPseudonymOrBlank, group_ids: isList,
  },
  'employees_groups.csv': { id: isPseudonym, name: isText, category: isText, parent_id: isPseudonymOrBlank },
  'users.csv': { email: text => text.includes('@'), report_ids: isList },
}

test('the documented columns, and in each cell what its column promises', async t => {
  const text = await profiles.documented
  for (const file of files) {
    const [header = [], ...rows] = readLikeReceiver(text(file), ';')
    t.is(header.join(';'), documented[file])
    t.true(rows.length > 3 && rows.every(cells => cells.length === header.length), file)
    for (const [column, fits] of Object.entries(shapes[file])) {
      const place = header.indexOf(column)
      t.deepEqual(rows.map(cells => cells[place]!).filter(cell => !fits(cell)), [], `${file}, ${column}`)
    }
  }
})

test('bytes: UTF-8 without a mark, lines end in CRLF, and a header profile changes no cell', async t => {
  const [plain, sync] = [await profiles.documented, await profiles['np-sync']]
  for (const file of files) {
    t.false(plain(file).startsWith('\ufeff'))
    t.regex(plain(file), /^(?:[^\r\n]+\r\n)+$/)
    const rows = (text: string): readonly string[][] => readLikeReceiver(text, ';').slice(1)
    // The id of an interaction is a column of its own, behind the others.
    t.deepEqual(rows(sync(file)).map(cells => file === 'emails.csv' ? cells.slice(0, 4) : cells), rows(plain(file)))
  }
})

test('of the documented columns np-sync can read e-mails and groups, and would lose supervisors and lists', async t => {
  const text = await profiles.documented
  const sync = await profiles['np-sync']
  const mails = interactions(sync('emails.csv'), true)
  t.deepEqual(interactions(text('emails.csv'), false), mails.map(({ id: _, ...mail }) => mail))
  t.deepEqual(groups(text('employees_groups.csv')), groups(sync('employees_groups.csv')))
  const people = text('employees.csv')
  const renamed = people.replace('supervisor_id', 'Supervisor').replace('group_ids', 'group_ids [json]')
  t.throws(() => entities(people), { message: 'no column Supervisor' })
  t.throws(() => entities(renamed), { message: /^the header of Supervisor does not say which/ })
  t.throws(() => entities(renamed.replace('Supervisor', 'Supervisor (employee_id)').replace(' [json]', '')), {
    message: /^the header of group_ids does not say that/,
  })
  t.throws(() => logins(text('users.csv')), { message: /^the header of report_ids does not say that/ })
})

const headers: readonly (readonly [string, ReturnType<typeof columnOf>])[] = [
  ['email', { name: 'email', json: false }],
  ['Supervisor (employee_id)', { name: 'Supervisor', property: 'employee_id', json: false }],
  ['group_ids [json]', { name: 'group_ids', json: true }],
  ['Boss ( Email ) [Json list]', { name: 'Boss', property: 'Email', json: true }],
]
for (const [header, column] of headers) test(`the header ${header}`, t => t.deepEqual(columnOf(header), column))
