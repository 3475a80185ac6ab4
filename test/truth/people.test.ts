// Generated directories: employees, groups and logins are those the generator knows to be true, in every format.
// The generator shares no code with the engine; the hashes here are Node's own.
import test from 'ava'
import { generateOrganisation } from '../organisation/organisation.ts'
import type { Account } from '../organisation/party.ts'
import { type Category, peopleTruth } from '../organisation/people-truth.ts'
import { accessOf, squads } from '../organisation/write-people.ts'
import { writeUsersClixml } from '../organisation/write-clixml.ts'
import { writeUsersCsv } from '../organisation/write-csv.ts'
import { writeUsersJson } from '../organisation/write-json.ts'
import { type DirectoryWriter, expected, expectedLogins, exported, inAnyOrder } from './people-export.ts'
import { pseudonym } from './pseudonym.ts'

const organisations = [
  { seed: 1, version: '2016', edge: true, hybrid: true },
  { seed: 2, version: '2013', edge: false },
  { seed: 3, version: '2010', edge: false, hybrid: true, deskless: false },
  { seed: 4, version: '2016', edge: false, people: 150 },
] as const

for (const options of organisations) {
  test(`employees, groups and logins of ${JSON.stringify(options)}`, async t => {
    const organisation = generateOrganisation({ ...options, messages: 0 })
    const truth = peopleTruth(organisation, { added: squads })
    const access = accessOf(organisation)
    const { files, lostManagers } = await exported(t, organisation, { groups: true, access })
    t.true(truth.employees.length > 50 && truth.groups.length > 15 && truth.lostManagers > 0)
    t.deepEqual(inAnyOrder(files), inAnyOrder({ ...expected(truth), users: expectedLogins(access) }))
    t.is(lostManagers, truth.lostManagers)
  })
}

const organisation = generateOrganisation({ seed: 5, version: '2016', edge: false, hybrid: true, messages: 0 })
const truth = peopleTruth(organisation)

const csv = (options: Parameters<typeof writeUsersCsv>[2]): DirectoryWriter =>
  (one, path) => writeUsersCsv(one, path, options)
const json = (options: Parameters<typeof writeUsersJson>[2]): DirectoryWriter =>
  (one, path) => writeUsersJson(one, path, options)
const clixml = (options: Parameters<typeof writeUsersClixml>[2]): DirectoryWriter =>
  (one, path) => writeUsersClixml(one, path, options)

const formats: Readonly<Record<string, DirectoryWriter>> = {
  'CSV of PowerShell 5.1': csv({ shell: '5.1', times: 'de-DE', delimiter: ';' }),
  'CSV in UTF-16 with tabs, lists by lines': csv({
    shell: '5.1', times: 'en-US', delimiter: '\t', encoding: 'utf16le', lists: 'newline',
  }),
  'CSV of PowerShell 7 with few quotes, lists by bars': csv({
    shell: '7', times: 'exact', quotes: 'as-needed', lists: 'bar',
  }),
  'JSON of PowerShell 5.1': json({ shell: '5.1' }),
  'JSON of PowerShell 5.1, lists wrapped': json({ shell: '5.1', wrapped: true }),
  'JSON of PowerShell 7': json({ shell: '7' }),
  'JSON, an object a line': json({ shell: '7', lines: true }),
  'CLIXML of PowerShell 5.1': clixml({ shell: '5.1' }),
  'CLIXML of selected properties': clixml({ shell: '7', selected: true }),
}

for (const [name, write] of Object.entries(formats)) {
  test(`${name}: the same people and groups, those of MemberOf too`, async t => {
    const wanted = ['Department', 'Division', 'Group'] as const
    const { files } = await exported(t, organisation, { write, settings: { groups: wanted.join(',') } })
    t.deepEqual(inAnyOrder(files), inAnyOrder(expected(peopleTruth(organisation, { wanted }))))
  })
}

const choices: readonly (readonly Category[])[] = [
  ['Department'], ['Division'], ['Company', 'Office'], ['Group'],
  ['Department', 'Division', 'Company', 'Office', 'Group'],
]

for (const wanted of choices) {
  test(`groups made of ${wanted.join(', ')}: all that are used are there, the employees' teams too`, async t => {
    const { files } = await exported(t, organisation, { settings: { groups: wanted.join(',') } })
    const { employees, groups } = peopleTruth(organisation, { wanted })
    // The department is the team, whatever makes groups.
    const withTeams = ['Department', ...wanted.filter(one => one === 'Division')] as const
    const { groups: teams } = peopleTruth(organisation, { wanted: withTeams })
    const all = [...new Map([...groups, ...teams].map(group => [group.id, group])).values()]
    t.deepEqual(inAnyOrder(files), inAnyOrder(expected({ employees, groups: all, lostManagers: 0 })))
  })
}

test('the date of employment is cut to its month where the rules say so', async t => {
  const { files } = await exported(t, organisation, { settings: { 'employment-dates': 'month' } })
  const hired = (day: string): string => day.replace(/\d\d$/, '01')
  t.deepEqual(files.employees, expected(truth, { hired }).employees)
  t.notDeepEqual(files.employees, expected(truth).employees)
})

test('the rows are of the day of the run where nothing sets another', async t => {
  const { files } = await exported(t, organisation, { settings: { 'row-date': 'today' } })
  t.deepEqual(files.employees, expected(truth, { date: '2024-01-01' }).employees)
})

test('leavers stay unless the rules drop them; whoever reported to one then reports to nobody', async t => {
  const { files, lostManagers } = await exported(t, organisation, { settings: { disabled: 'drop' } })
  const staying = peopleTruth({ ...organisation, accounts: organisation.accounts.filter(({ enabled }) => enabled) })
  t.true(staying.employees.length < truth.employees.length && staying.lostManagers > truth.lostManagers)
  t.deepEqual(inAnyOrder(files), inAnyOrder(expected(staying)))
  t.is(lostManagers, staying.lostManagers)
})

test('np-sync reads other names of columns, and nothing else changes', async t => {
  const access = accessOf(organisation)
  const { files } = await exported(t, organisation, { settings: { headers: 'np-sync' }, access })
  const [, ...employees] = expected(truth).employees
  const [, ...users] = expectedLogins(access)
  t.deepEqual(inAnyOrder(files), inAnyOrder({
    employees: [
      'row_date;employee_id;Supervisor (employee_id);email;employment_date;team_id;group_ids [json]', ...employees,
    ],
    groups: expected(truth).groups, users: ['email;report_ids [json]', ...users],
  }))
})

test('the order of the directory changes the order of employees, and nothing else', async t => {
  const upsideDown = { ...organisation, accounts: organisation.accounts.toReversed() }
  const { files } = await exported(t, upsideDown)
  const [header, ...rows] = expected(truth).employees
  t.deepEqual(inAnyOrder(files), inAnyOrder({ ...expected(truth), employees: [header!, ...rows.toReversed()] }))
})

const cases: readonly { readonly title: string, readonly change: Partial<Account>, readonly id?: string }[] = [
  { title: 'leading zeros are part of the number', change: { employeeId: '00007' }, id: '00007' },
  { title: 'a number of zeros is one', change: { employeeId: '000' }, id: '000' },
  { title: 'a number too long for a double is exact', change: { employeeId: '9007199254740993' }, id: '9007199254740993' },
  { title: 'a remote room is none (2^33)', change: { recipientType: 8589934592 } },
  { title: 'a remote shared mailbox is none (2^35)', change: { recipientType: 34359738368 } },
  { title: 'a monitoring mailbox is none (2^39)', change: { recipientType: 549755813888 } },
  { title: 'a guest is none (2^45)', change: { recipientType: 35184372088832 } },
  { title: 'a remote mailbox is a person (2^31)', change: { recipientType: 2147483648 }, id: '00003' },
  { title: 'a type that ends in the bits of a room is a person', change: { recipientType: 4294967312 }, id: '00003' },
]

for (const { title, change, id } of cases) {
  test(title, async t => {
    const accounts = organisation.accounts.slice(0, 4)
      .map((one, place) => ({ ...one, manager: '', ...place === 2 ? change : {} }))
    const { files } = await exported(t, { ...organisation, accounts }, { write: json({ shell: '7' }) })
    const ids = files.employees.slice(1).map(row => row.split(';')[1])
    t.deepEqual(ids, ['00001', '00002', ...id === undefined ? [] : [id], '00004'].map(pseudonym))
  })
}
