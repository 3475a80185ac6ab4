// The account of a row of the directory itself: not by looking up one of its names, which several may have.
import test from 'ava'
import fc from 'fast-check'
import { buildDirectory, withoutDirectory } from '../../engine/people/directory.ts'
import { directoryOf, domains, type Fields, spec } from './sample.ts'

const anna = { mail: 'anna@contoso.example', dn: 'CN=Anna,OU=A', login: 'anna', employee: '1' }
const bo = { mail: 'bo@contoso.example', dn: 'CN=Bo,OU=B', login: 'bo', employee: '2' }

type Case = {
  readonly title: string
  readonly rows: readonly Fields[]
  /** Text, kind and id of the account of each row. */
  readonly own: readonly string[]
}

const cases: readonly Case[] = [
  { title: 'two people', rows: [anna, bo], own: ['anna@contoso.example person 1', 'bo@contoso.example person 2'] },
  {
    title: 'two people whose names were cut to one',
    rows: [{ ...anna, dn: 'CN=Chris' }, { ...bo, dn: 'CN=Chris' }],
    own: ['anna@contoso.example person 1', 'bo@contoso.example person 2'],
  },
  {
    title: 'namesakes in all but their addresses',
    rows: [{ ...anna, name: 'Chris Johnson', login: '' }, { ...bo, name: 'Chris Johnson', login: '' }],
    own: ['anna@contoso.example person 1', 'bo@contoso.example person 2'],
  },
  {
    title: 'the alias of another is the address of this one',
    rows: [{ ...anna, aliases: ['smtp:bo@contoso.example'] }, bo],
    own: ['anna@contoso.example person 1', 'bo@contoso.example person 2'],
  },
  {
    title: 'an administrator with the mail of another account, which has it as primary address: known by the DN',
    rows: [{ ...anna, aliases: ['SMTP:anna@contoso.example'] }, { ...anna, dn: 'CN=Adm-Anna,OU=Admins', login: 'adm-anna', employee: '' }],
    own: ['anna@contoso.example person 1', 'cn=adm-anna,ou=admins person cn=adm-anna,ou=admins'],
  },
  {
    title: 'the same, with nothing but the address',
    rows: [{ ...anna, aliases: ['SMTP:anna@contoso.example'] }, { mail: 'anna@contoso.example', employee: '9' }],
    own: ['anna@contoso.example person 1', ' none -'],
  },
  {
    title: 'two with one address: both would get one pseudonym',
    rows: [anna, { ...bo, mail: 'ANNA@contoso.example' }],
    own: ['anna@contoso.example unknown -', 'anna@contoso.example unknown -'],
  },
  {
    title: 'without an address: by the DN',
    rows: [{ ...anna, mail: '' }, bo],
    own: ['cn=anna,ou=a person 1', 'bo@contoso.example person 2'],
  },
  {
    title: 'without addresses, and with a name cut to one',
    rows: [{ dn: 'CN=Chris', employee: '1' }, { dn: 'CN=Chris', employee: '2' }],
    own: ['cn=chris unknown -', 'cn=chris unknown -'],
  },
  {
    title: 'known by a login only that another has as its name',
    rows: [{ login: 'anna', employee: '1' }, { ...bo, name: 'Anna' }],
    own: ['anna unknown -', 'bo@contoso.example person 2'],
  },
  {
    title: 'a row exported twice is one account',
    rows: [anna, { ...anna, mail: 'Anna@contoso.example', dn: 'cn=anna, ou=a' }],
    own: ['anna@contoso.example person 1', 'anna@contoso.example person 1'],
  },
  {
    title: 'an account of another kind', rows: [{ ...anna, type: 16 }, { ...bo, type: 64 }],
    own: ['anna@contoso.example room 1', 'bo@contoso.example outside 2'],
  },
  { title: 'a row that names nobody', rows: [anna, { mail: 'n/a', employee: '7' }], own: ['anna@contoso.example person 1', ' none -'] },
]

for (const { title, rows, own } of cases) {
  for (const [order, turn] of [['as given', <T>(list: readonly T[]) => list], ['reversed', <T>(list: readonly T[]) => list.toReversed()]] as const) {
    test(`${title} (${order})`, t => {
      const people = directoryOf(turn(rows))
      t.deepEqual(rows.map(row => {
        const { text, kind, id } = people.own(new Map(Object.entries(row)))
        return `${text} ${kind} ${id ?? '-'}`
      }), own)
    })
  }
}

test('what is found is the account that its names lead to, with what the directory keeps of it', t => {
  const people = directoryOf([anna, bo])
  t.is(people.own(new Map(Object.entries(anna))), people.identify('anna@contoso.example'))
  t.is(people.own(new Map(Object.entries(bo))).entry?.get('login'), 'bo')
})

test('a row of another directory is unknown', t => {
  t.like(directoryOf([anna]).own(new Map(Object.entries(bo))), { text: 'bo@contoso.example', kind: 'unknown', inside: true })
  t.is(withoutDirectory(spec.kinds, domains).own(new Map(Object.entries(anna))).kind, 'none')
})

test('all fields that tell who it is are named, and no other', t => {
  const people = buildDirectory({
    address: ['proxies', 'mail'], also: ['proxies', 'dn'], id: ['number', 'address', 'guid'], taken: ['office'],
    kinds: [{ kind: 'room', tests: [{ field: 'type', patterns: [16] }, { field: 'ou', patterns: ['Rooms'] }] },
      { kind: 'system', tests: [{ field: 'cn', patterns: ['x'] }, { field: 'address', patterns: ['x'] }] }],
    remote: [{ field: 'target', patterns: ['x'] }],
  }, domains).finish()
  t.deepEqual(people.fields, ['proxies', 'mail', 'dn', 'number', 'guid', 'type', 'target'])
  t.deepEqual(buildDirectory({ address: ['address'], also: [], id: ['ou'], kinds: [] }, domains).finish().fields, ['address', 'ou'])
})

test('no two rows have one account unless they are one, and no person shares a text with another', t => {
  const word = fc.constantFrom('', 'a', 'b', 'c', 'd')
  const row = fc.record({ mail: word, primary: word, unit: word, login: word, name: word })
  fc.assert(fc.property(fc.array(row, { maxLength: 8 }), given => {
    const rows = given.map(({ mail, primary, unit, login, name }, index): Fields => ({
      mail: mail && `${mail}@contoso.example`, aliases: primary === '' ? [] : [`SMTP:${primary}@contoso.example`],
      dn: unit && `CN=${unit}`, login, name, employee: String(index),
    }))
    const people = directoryOf(rows)
    const persons = rows.map(one => people.own(new Map(Object.entries(one)))).map((account, index) => ({ account, index })).filter(({ account }) => account.kind === 'person')
    for (const { account, index } of persons) t.is(account.id, String(index))
    t.is(new Set(persons.map(({ account }) => account.text)).size, persons.length)
  }), { numRuns: 3000 })
})
