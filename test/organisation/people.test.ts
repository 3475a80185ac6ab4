// The directory has every case that the people exports must cope with, and their truth is sound.
import { parse } from 'csv-parse/sync'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { generateOrganisation } from './organisation.ts'
import type { Account } from './party.ts'
import { peopleTruth } from './people-truth.ts'
import { writeUsersClixml } from './write-clixml.ts'
import { writeUsersCsv } from './write-csv.ts'
import { writeUsersJson } from './write-json.ts'
import { accessOf, squads, writeAccess, writeGroups } from './write-people.ts'

const organisation = generateOrganisation({ seed: 8, version: '2016', edge: true, hybrid: true })
const { accounts } = organisation
const persons = accounts.filter(({ kind }) => kind === 'person')
const byDn = new Map(accounts.map(one => [one.dn, one]))
const { employees, groups, lostManagers } = peopleTruth(organisation, { added: squads })

const folder = mkdtempSync(join(tmpdir(), 'people-'))
test.after.always(() => rmSync(folder, { recursive: true }))

const managerOf = ({ manager }: Account): Account | undefined => byDn.get(manager)
const cases: readonly (readonly [string, (one: Account) => boolean])[] = [
  ['has no manager', ({ manager }) => manager === ''],
  ['reports to a leaver', one => managerOf(one)?.enabled === false],
  ['reports to a service account', one => managerOf(one)?.kind === 'service'],
  ['reports to somebody who is not in the export', ({ manager }) => manager.startsWith('CN=Boss\\, Former,')],
  ['has a manager with a comma in the name', ({ manager }) => manager.startsWith('CN=Hansen\\, Anna,')],
  ['has the DN of the manager in other letters', ({ manager }) => /^cn=.*\\2C .*,dc=com$/.test(manager)],
  ['has left', ({ enabled, userAccountControl }) => !enabled && userAccountControl === 514],
  ['has an employee number with leading zeros', ({ employeeId }) => /^00\d+$/.test(employeeId)],
  ['has no employee number', ({ employeeId, address }) => employeeId === '' && address !== ''],
  ['has an employee number and no address', ({ employeeId, address, upn }) => employeeId !== '' && address + upn === ''],
  ['has the login for an address', ({ address, mail, upn }) => mail === '' && address === upn && address !== ''],
  ['has neither number nor address', ({ employeeId, address }) => employeeId + address === ''],
  ['is hired on a known day', ({ hired }) => /^20\d\d-\d\d-\d\d$/.test(hired)],
  ['is hired on no known day', ({ hired }) => hired === ''],
  ['has another mail nickname than login', ({ nickname, login }) => nickname !== '' && nickname !== login],
  ['has a department with a comma', ({ department }) => department === 'R&D, Łódź'],
  ['has a department like a formula', ({ department }) => department.startsWith('=')],
  ['has a department with a quote', ({ department }) => department.includes('"')],
  ['has a department with a blank behind it', ({ department }) => department.endsWith(' ')],
  ['has no department', ({ department }) => department === ''],
  ['works for another company', ({ company }) => company.startsWith('Fabrikam')],
  ['is told from a namesake by the CN', ({ name, dn }) => name.endsWith(' [FINANCE]') && dn.startsWith(`CN=${name},`)],
]
for (const [title, holds] of cases) test(`somebody ${title}`, t => t.true(persons.some(holds)))

test('the namesakes share a display name, and nobody else does', t => {
  const names = persons.map(({ displayName }) => displayName)
  t.deepEqual(names.filter((name, place) => names.indexOf(name) !== place), ['Chris Åberg'])
  t.is(new Set(accounts.map(({ dn }) => dn)).size, accounts.length)
})

test('employees are persons with a number or an address, leavers among them', t => {
  t.is(employees.length, persons.length - 1)
  t.is(new Set(employees.map(({ id }) => id)).size, employees.length)
  t.true(persons.filter(({ enabled }) => !enabled).every(({ address }) => employees.some(({ email }) => email === address)))
  const rooms = accounts.filter(({ kind }) => kind !== 'person').map(({ address }) => address).filter(one => one !== '')
  t.false(employees.some(({ email }) => rooms.includes(email)))
})

test('supervisors are employees, two managers are lost, and all others lead to the top', t => {
  const byId = new Map(employees.map(one => [one.id, one]))
  const tops = new Set(employees.map(employee => {
    let top = employee
    for (let step = 0; top.supervisor !== ''; step++) {
      t.true(byId.has(top.supervisor))
      if (step > employees.length) t.fail('a circle')
      top = byId.get(top.supervisor) ?? top
    }
    return top.id
  }))
  t.is(lostManagers, 2)
  t.is(tops.size, 3)
  const respelled = persons.filter(({ manager }) => manager.startsWith('cn='))
  t.true(respelled.length === 2 && respelled.every(one => byId.get(one.employeeId || one.address)?.supervisor !== ''))
})

test('every group that is used exists once, parents too; a department in two divisions has none', t => {
  const byId = new Map(groups.map(group => [group.id, group]))
  t.is(byId.size, groups.length)
  for (const { team, groups: own } of employees) t.true([team, ...own].every(id => id === '' || byId.has(id)))
  t.true(groups.every(({ parent }) => parent === '' || byId.has(parent)))
  t.is(byId.get('Department:IT')?.parent, '')
  t.is(new Set(persons.filter(({ department }) => department === 'IT').map(({ division }) => division)).size, 2)
  t.is(byId.get('Department:Sales')?.parent, 'Division:Commercial')
  t.is(byId.get('Department:Facilities')?.parent, '')
  t.false(byId.has('Department:Facilities '))
  t.deepEqual(byId.get('Squad:Heron'), { id: 'Squad:Heron', name: 'Heron', category: 'Squad', parent: 'SQ-2' })
})

test('other properties make groups as well', t => {
  const wider = peopleTruth(organisation, { wanted: ['Company', 'Office', 'Group'] })
  t.deepEqual([...new Set(wider.groups.map(({ category }) => category))].toSorted(), ['Company', 'Group', 'Office'])
  const ids = wider.groups.map(({ id }) => id)
  for (const id of ['Office:Building 1, room 12', 'Group:East#Test + Lab members', 'Group:Canteen; "menu"']) t.true(ids.includes(id), id)
  t.is(wider.employees[1]?.groups.filter(id => id.startsWith('Group:')).length, 3)
})

test('the directory is what it was for the mail: those without a mailbox stand behind everybody else', t => {
  const without = generateOrganisation({ seed: 8, version: '2016', edge: true, hybrid: true, deskless: false })
  t.deepEqual(without.accounts, accounts.slice(0, -3))
  t.deepEqual(without.truth, organisation.truth)
})

test('every export of the directory has the properties of the people exports', t => {
  const at = (name: string): string => join(folder, name)
  writeUsersCsv(organisation, at('users.csv'), { shell: '7', times: 'exact' })
  writeUsersJson(organisation, at('users.json'), { shell: '7' })
  writeUsersClixml(organisation, at('users.xml'), { shell: '7' })
  const csv = parse(readFileSync(at('users.csv'), 'utf8'), { columns: true }) as readonly Record<string, string>[]
  const json = JSON.parse(readFileSync(at('users.json'), 'utf8')) as readonly Record<string, unknown>[]
  const xml = readFileSync(at('users.xml'), 'utf8')
  const expected: Readonly<Record<string, (one: Account) => string>> = {
    Manager: ({ manager }) => manager, Department: ({ department }) => department, Division: ({ division }) => division,
    Company: ({ company }) => company, DisplayName: ({ displayName }) => displayName, mailNickname: ({ nickname }) => nickname,
    extensionAttribute1: ({ hired }) => hired, EmployeeID: ({ employeeId }) => employeeId,
  }
  for (const [name, of] of Object.entries(expected)) {
    t.deepEqual(csv.map(one => one[name]), accounts.map(of), name)
    t.deepEqual(json.map(one => one[name] ?? ''), accounts.map(of), name)
    t.is(xml.split(` N="${name}"`).length - 1, accounts.length, name)
  }
})

test('groups and access as files', t => {
  writeGroups(join(folder, 'groups.csv'))
  writeAccess(join(folder, 'access.csv'), accessOf(organisation))
  const read = (name: string): readonly Record<string, string>[] =>
    parse(readFileSync(join(folder, name), 'utf8'), { columns: true, delimiter: ';' })
  t.deepEqual(
    read('groups.csv').map(({ id, name, category, parent_id }) => ({ id: id || `${category}:${name}`, name, category, parent: parent_id })),
    squads.map(({ id, name, category, parent }) => ({ id, name, category, parent })),
  )
  const access = read('access.csv').map(({ email, report_ids }) => ({ email, reports: report_ids === '' ? [] : report_ids?.split(';') }))
  t.deepEqual(access, accessOf(organisation).map(({ email, reports }) => ({ email, reports: [...reports] })))
  const known = new Set(groups.map(({ id }) => id))
  t.true(access.flatMap(({ reports = [] }) => reports).every(id => known.has(id)))
})
