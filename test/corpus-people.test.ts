// A real directory nobody here made: 272 people without employee numbers and without lists of addresses, whose DNs were
// cut to CN=Name.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { parse } from 'csv-parse/sync'
import { newFolder } from './command-line.ts'
import { corpus } from './corpus.ts'
import { readLikeReceiver } from './outputs/receiver.ts'
import { runRules } from './run-rules.ts'
import { pseudonym } from './truth/pseudonym.ts'

type Person = Readonly<Record<'DistinguishedName' | 'Manager' | 'mail' | 'Department', string>>

/** Of `CN=Dan Jump` it makes `CN=Dan\, Jump,OU=…`: a comma that must be escaped, below units and a domain. */
const inFull = (dn: string): string =>
  dn === '' ? '' : `${dn.replace(' ', '\\, ')},OU=Staff\\+,OU=People,DC=contoso,DC=com`

/** RFC 4514: neither the case of letters, nor blanks between parts, nor the kind of escape makes another name. */
const inOtherLetters = (dn: string): string => dn.replace('\\,', '\\2c').replace(',OU', ' , ou').toUpperCase()

const spellings: Readonly<Record<string, (person: Person) => Person>> = {
  'as it is': person => person,
  'with DNs in full': person =>
    ({ ...person, DistinguishedName: inFull(person.DistinguishedName), Manager: inFull(person.Manager) }),
  'with DNs in full, those of managers in other letters': person =>
    ({ ...person, DistinguishedName: inFull(person.DistinguishedName), Manager: inOtherLetters(inFull(person.Manager)) }),
}

/** Who stands at the top above an id; undefined where the way leads round. */
function topOf(id: string, above: ReadonlyMap<string, string>): string | undefined {
  let at = id
  for (let steps = 0; above.get(at) !== ''; steps++) {
    if (steps > above.size) return undefined
    at = above.get(at) ?? ''
  }
  return at
}

function writeCsv(path: string, people: readonly Person[]): void {
  const columns = Object.keys(people[0]!) as (keyof Person)[]
  const rows = [columns, ...people.map(person => columns.map(column => person[column]))]
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
  writeFileSync(path, rows.map(cells => `${cells.map(quoted).join(',')}\r\n`).join(''))
}

if (corpus === undefined) {
  test('a real directory', t => {
    t.log('not run: the corpus is missing (NP_CORPUS)')
    t.pass()
  })
} else {
  const file = join(corpus, 'ad-users/contoso-272-quoted.csv')
  const people = parse<Person>(readFileSync(file), { columns: true })
  // Found without the rules: a manager is whoever has that DN, an id is the hash of an address.
  const ids = new Map(people.map(({ DistinguishedName: dn, mail }) => [dn, pseudonym(mail.toLowerCase())]))
  const idOf = (dn: string): string => dn === '' ? '' : ids.get(dn)!
  const team = (department: string): string => department === '' ? '' : pseudonym(`Department:${department}`)

  for (const [title, spell] of Object.entries(spellings)) {
    test(`contoso-272-quoted.csv, ${title}: 272 employees in one tree of supervisors`, async t => {
      const folder = newFolder(t)
      const given = title === 'as it is' ? file : join(folder, 'users.csv')
      if (given !== file) writeCsv(given, people.map(spell))
      const { result, text } = await runRules({
        rules: 'rules/users.yaml', inputs: { people: [given] }, without: ['groups', 'access'],
        settings: { domains: 'contoso.com' }, out: join(folder, 'out'),
      })
      t.is(result.quarantined, 0)
      t.deepEqual(result.warnings.map(({ code }) => code), ['aliases-not-joined', 'kinds-untold'])

      const [, ...rows] = readLikeReceiver(text('employees.csv'), ';')
      t.deepEqual(rows, people.map(({ DistinguishedName: dn, Manager: manager, Department: department }) => [
        '2024-01-01', idOf(dn), idOf(manager), idOf(dn), '', team(department),
        department === '' ? '' : JSON.stringify([team(department)]),
      ]))
      const above = new Map(rows.map(([, id, supervisor]) => [id!, supervisor!]))
      t.is(above.size, 272)
      const tops = new Set([...above.keys()].map(id => topOf(id, above)))
      t.deepEqual([...tops], [...above].filter(([, supervisor]) => supervisor === '').map(([id]) => id))
      t.is(tops.size, 1)

      const [, ...groups] = readLikeReceiver(text('employees_groups.csv'), ';')
      const departments = [...new Set(people.map(person => person.Department))].filter(name => name !== '')
      t.deepEqual(groups, departments.map(name => [team(name), name, 'Department', '']))
    })
  }
}
