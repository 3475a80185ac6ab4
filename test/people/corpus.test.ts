import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { parse } from 'csv-parse/sync'
import { corpus } from '../corpus.ts'
import { buildDirectory, type Directory, type LookupSpec } from '../../engine/people/directory.ts'
import { distinguishedName } from '../../engine/people/distinguished-name.ts'
import { ownDomains } from '../../engine/people/domains.ts'

type Columns = Readonly<{ [column: string]: string }>

const domains = ownDomains(['contoso.com', 'pepito.local'], [])

function read(file: string): readonly Columns[] | undefined {
  return corpus === undefined ? undefined
    : parse<{ [column: string]: string }>(readFileSync(join(corpus, 'ad-users', file)), { columns: true, bom: true })
}

function build(records: readonly Columns[], spec: LookupSpec): Directory {
  const building = buildDirectory(spec, domains)
  for (const record of records) building.add(new Map(Object.entries(record)))
  return building.finish()
}

test('full-dns.csv: kinds by organisational unit, people by name and login', t => {
  const records = read('full-dns.csv')
  if (!records) return notRun(t)
  const people = build(records, {
    address: [], also: ['DistinguishedName', 'SamAccountName'], id: ['SamAccountName'],
    kinds: [
      { kind: 'service', tests: [{ field: 'ou', patterns: ['serviceaccounts'] }] },
      {
        kind: 'admin',
        tests: [{ field: 'ou', patterns: ['Admin'] }, { field: 'SamAccountName', patterns: ['Administrator'] }],
      },
    ],
  })
  t.is(people.facts.accounts, 17)
  t.is(people.facts.withoutAddress, 17)
  t.is(people.facts.claimedTwice + people.facts.namesakes, 0)
  t.deepEqual(Object.fromEntries(people.facts.byKind), { service: 3, admin: 4, person: 10 })
  for (const record of records) {
    const account = people.find(record['DistinguishedName']!)
    t.is(account?.id, record['SamAccountName'])
    t.is(people.find(record['DistinguishedName']!.toUpperCase()), account)
    t.is(people.find(`PEPITO\\${record['SamAccountName']!.toLowerCase()}`), account)
  }
  t.is(people.find('CN=Lilian Alvera'), people.find('lilian.alvera'))
})

test('contoso-272-quoted.csv: every manager is found through a name cut to CN=Name', t => {
  const records = read('contoso-272-quoted.csv')
  if (!records) return notRun(t)
  const people = build(records, {
    address: ['mail'], also: ['DistinguishedName', 'SamAccountName'], id: ['address', 'ObjectGUID'],
    kinds: [{ kind: 'board', tests: [{ field: 'Department', patterns: ['exec*'] }] }],
  })
  t.is(people.facts.accounts, records.length)
  t.is(people.facts.claimedTwice, 0)
  t.is(people.facts.byKind.get('board'), records.filter(record => record['Department'] === 'Executive').length)
  for (const record of records) {
    const own = people.find(record['DistinguishedName']!)
    t.is(own?.entry?.get('ObjectGUID'), record['ObjectGUID'])
    t.is(people.find(record['SamAccountName']!), own)
    if (record['Manager']) t.is(people.find(record['Manager'])?.entry?.get('DistinguishedName'), record['Manager'])
  }
})

test('contoso-272-quoted.csv: 272 employees are one tree of supervisors with one root, whatever else their names are', t => {
  const records = read('contoso-272-quoted.csv')
  if (!records) return notRun(t)
  // The names that lead to people in calendars must not take a manager away.
  const people = build(records, { address: ['mail'], also: ['DistinguishedName', 'SamAccountName', 'Name', 'GivenName'], id: ['EmployeeID', 'address'], kinds: [] })
  const accounts = records.map(record => ({ own: people.own(new Map(Object.entries(record))), manager: record['Manager'] ?? '' }))
  t.is(new Set(accounts.map(({ own }) => own.text)).size, 272)
  t.true(accounts.every(({ own }) => own.kind === 'person' && own.id === own.text))
  const boss = new Map(accounts.map(({ own, manager }) => [own, manager === '' ? undefined : people.find(manager)]))
  const roots = accounts.filter(({ manager }) => manager === '')
  t.is(roots.length, 1)
  for (const { own } of accounts) {
    let steps = 0
    for (let at = own; at !== roots[0]!.own; at = boss.get(at)!) if (!boss.get(at) || ++steps > 272) return t.fail('a manager is not found, or leads round')
  }
})

test('every distinguished name and manager of the samples is read', t => {
  const records = ['full-dns.csv', 'contoso-272-quoted.csv'].flatMap(file => read(file) ?? [])
  if (records.length === 0) return notRun(t)
  for (const text of records.flatMap(record => [record['DistinguishedName'], record['Manager']])) {
    if (text) t.truthy(distinguishedName(text)?.commonName)
  }
})

function notRun(t: { log(text: string): void, pass(): void }): void {
  t.log('The samples are not here; nothing was checked.')
  t.pass()
}
