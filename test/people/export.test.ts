// A directory as the export of its own people: the account of each record, managers by every spelling of a DN, numbers
// with their zeros and kinds beyond 32 bits, from every format.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { newFolder } from '../command-line.ts'
import { runRules } from '../run-rules.ts'

const rules = `version: 1
name: staff
inputs:
  people:
    files: staff.csv
    fields:
      dn:      { from: [DistinguishedName], privacy: identity }
      mail:    { from: [mail], privacy: identity }
      name:    { from: [Name], privacy: identity, optional: true }
      number:  { from: [EmployeeID], privacy: identity, type: id }
      type:    { from: [msExchRecipientTypeDetails], privacy: open, type: integer, optional: true }
      manager: { from: [Manager], privacy: identity }
lookups:
  people:
    from: people
    domains: [contoso.example]
    address: mail
    also: [dn, name]
    id: [number, address]
    kinds: [{ room: { type: [16, 8589934592] } }, { monitor: { type: 549755813888 } }, { attendant: { cn: "Microsoft System *" } }]
from: people
steps:
  self:  { identify: { into: person, in: people } }
  boss:  { lookup: { field: manager, in: people, take: id, into: boss } }
  words: { set: { kind: '$kind(person)' } }
  rooms: { drop: { accounts: [room], in: [person], because: no person } }
outputs:
  staff:
    csv: { file: staff.csv, newline: lf }
    columns: { person: person, number: number, boss: boss, kind: kind }
    allow: { person: a test looks at it, number: a test looks at it, boss: a test looks at it }
`

type Person = { readonly dn: string, readonly mail?: string, readonly name?: string, readonly number?: string | number, readonly type?: number, readonly manager?: string }

const columns = [['DistinguishedName', 'dn'], ['mail', 'mail'], ['Name', 'name'], ['EmployeeID', 'number'], ['msExchRecipientTypeDetails', 'type'], ['Manager', 'manager']] as const

const formats: Readonly<Record<string, (people: readonly Person[]) => string>> = {
  csv: people => [columns.map(([column]) => column), ...people.map(person => columns.map(([, key]) => `"${String(person[key] ?? '').replaceAll('"', '""')}"`))]
    .map(cells => `${cells.join(',')}\r\n`).join(''),
  json: people => JSON.stringify(people.map(person => Object.fromEntries(columns.map(([column, key]) => [column, person[key] ?? null])))),
  clixml: people => `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${people.map((person, index) => `<Obj RefId="${index}"><Props>${columns.map(([column, key]) => {
    const value = person[key]
    return value === undefined ? `<Nil N="${column}" />` : typeof value === 'number' ? `<I64 N="${column}">${value}</I64>` : `<S N="${column}">${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</S>`
  }).join('')}</Props></Obj>`).join('')}</Objs>`,
}

/** Rows of the output, without its header; drops and warnings. */
async function staff(t: Parameters<typeof newFolder>[0], people: readonly Person[], format = 'csv', change = (text: string): string => text) {
  const folder = newFolder(t)
  writeFileSync(join(folder, 'rules.yaml'), change(rules))
  writeFileSync(join(folder, 'staff'), formats[format]!(people))
  const { result, text } = await runRules({ rules: join(folder, 'rules.yaml'), inputs: { people: [join(folder, 'staff')] }, out: join(folder, 'out') })
  return { rows: text('staff.csv').split('\n').slice(1, -1), result }
}

const boss = { dn: 'CN=Müller\\, Eva,OU=Board,DC=contoso,DC=example', mail: 'eva@contoso.example', number: '00001' }
const of = (mail: string, rest: Partial<Person> = {}): Person => ({ dn: `CN=${mail},DC=contoso,DC=example`, mail: `${mail}@contoso.example`, ...rest })

for (const format of Object.keys(formats)) {
  test(`${format}: numbers keep their zeros, and one without keeps none`, async t => {
    const { rows } = await staff(t, [of('a', { number: '00042' }), of('b', { number: 7 }), of('c', { number: '0' }), of('d')], format)
    t.deepEqual(rows, ['a@contoso.example,00042,,person', 'b@contoso.example,7,,person', 'c@contoso.example,0,,person', 'd@contoso.example,,,person'])
  })

  test(`${format}: types beyond 32 bits are compared whole`, async t => {
    // The low 32 bits of the third are those of a room (16).
    const { rows, result } = await staff(t, [of('a', { type: 8589934592 }), of('b', { type: 549755813888 }), of('c', { type: 4294967312 }), of('d', { type: 16 })], format)
    t.deepEqual(rows, ['b@contoso.example,,,monitor', 'c@contoso.example,,,person'])
    t.deepEqual([...result.counts.common.dropped.get('rooms')!], [['no person: person is room', 2]])
  })

  test(`${format}: a manager is found by every spelling of the DN`, async t => {
    const managers = [
      boss.dn, boss.dn.toUpperCase(), 'cn=M\\C3\\BCller\\2c eva, ou=Board, dc=contoso , dc=EXAMPLE', 'CN="Müller, Eva",OU=Board,DC=contoso,DC=example',
      'CN=Mu\u0308ller\\, Eva,OU=Board,DC=contoso,DC=example', 'CN=Müller\\, Eva', 'Müller, Eva', 'eva@contoso.example',
    ]
    const { rows, result } = await staff(t, [boss, ...managers.map((manager, index) => of(`p${index}`, { manager }))], format)
    t.deepEqual(rows.map(row => row.split(',').at(-2)), ['', ...managers.map(() => '00001')])
    t.deepEqual(result.warnings.filter(({ code }) => code === 'lookup-missed'), [])
  })
}

test('two whose DN was cut to one are two persons', async t => {
  const { rows } = await staff(t, [of('a', { dn: 'CN=Kim Lee', number: '1' }), of('b', { dn: 'CN=Kim Lee', number: '2', manager: 'CN=Kim Lee' })])
  t.deepEqual(rows, ['a@contoso.example,1,,person', 'b@contoso.example,2,,person'])
})

test('two with one address are no persons', async t => {
  const { rows } = await staff(t, [of('a', { number: '1' }), of('b', { mail: 'A@contoso.example', number: '2' })])
  t.deepEqual(rows, ['a@contoso.example,1,,unknown', 'a@contoso.example,2,,unknown'])
})

test('an account is told by the common name of its DN', async t => {
  const { rows } = await staff(t, [of('a', { dn: 'CN=MICROSOFT System Attendant,CN=EX01,DC=contoso' })])
  t.deepEqual(rows, ['a@contoso.example,,,attendant'])
})

const gone = 'CN=Gone,OU=Left,DC=contoso,DC=example'
const misses: readonly { readonly title: string, readonly people: readonly Person[], readonly message?: string }[] = [
  { title: 'nobody is missed where no manager is written', people: [of('a'), of('b', { manager: ' ' })] },
  { title: 'one who left', people: [of('a', { manager: gone })], message: 'step "boss": 1 row names somebody whom "people" does not have; the value is blank there' },
  { title: 'each row counts', people: [of('a', { manager: gone }), of('b', { manager: gone }), of('c', { manager: 'Nobody' })], message: 'step "boss": 3 rows name somebody whom "people" does not have; the value is blank there' },
  {
    title: 'a name of two leads to neither', people: [of('a', { name: 'Kim' }), of('b', { name: 'Kim' }), of('c', { manager: 'CN=Kim' })],
    message: 'step "boss": 1 row names somebody whom "people" does not have; the value is blank there',
  },
  { title: 'an outsider who manages', people: [of('a', { manager: 'john@partner.example' })], message: 'step "boss": 1 row names somebody whom "people" does not have; the value is blank there' },
  {
    title: 'a column in which nobody is found', people: 'abcdefghij'.split('').map(name => of(name, { manager: `${name} of another list` })),
    message: 'step "boss": 10 rows name somebody whom "people" does not have, and no row names anybody whom it has; the value is blank there',
  },
  { title: 'a manager without the value that is taken is found all the same', people: [of('a', { mail: '', number: '' }), of('b', { manager: 'CN=a,DC=contoso,DC=example' })] },
]

for (const { title, people, message } of misses) {
  test(`lookup: ${title}`, async t => {
    const { rows, result } = await staff(t, people)
    t.deepEqual(rows.map(row => row.split(',').at(-2)), people.map(() => ''))
    t.deepEqual(result.warnings.filter(({ code }) => code === 'lookup-missed').map(warning => warning.message), message === undefined ? [] : [message])
  })
}

test('lookup: an outsider whom identify has told is not missed, an insider nobody knows is', async t => {
  const { result } = await staff(t, [of('a', { manager: 'john@partner.example' }), of('b', { manager: gone }), of('c')], 'csv',
    text => text.replace('  boss: ', '  who: { identify: { fields: [manager], in: people } }\n  boss: '))
  t.deepEqual(result.warnings.filter(({ code }) => code === 'lookup-missed').map(({ count }) => count), [1])
})

test('lookup: rows that are dropped for it are counted there, and not missed', async t => {
  const { rows, result } = await staff(t, [boss, of('a', { manager: gone }), of('b', { manager: boss.dn })], 'csv',
    text => text.replace('into: boss }', 'into: boss, otherwise: drop }'))
  t.deepEqual(rows, ['b@contoso.example,,00001,person'])
  t.deepEqual([...result.counts.common.dropped.get('boss')!], [['manager is not in the directory', 2]])
  t.false(result.warnings.some(({ code }) => code === 'lookup-missed'))
})
