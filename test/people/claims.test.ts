import test from 'ava'
import fc from 'fast-check'
import { directoryOf, type Fields } from './sample.ts'

const anna = { mail: 'anna@contoso.example', dn: 'CN=Anna,OU=A', login: 'anna', employee: '1' }
const bo = { mail: 'bo@contoso.example', dn: 'CN=Bo,OU=B', login: 'bo', employee: '2' }

type Case = {
  readonly title: string
  readonly rows: readonly Fields[]
  /** What each text leads to: kind and id. */
  readonly leads: Readonly<Record<string, string>>
  readonly facts: Readonly<Record<string, number>>
}

const cases: readonly Case[] = [
  {
    title: 'a canonical address beats an alias',
    rows: [{ ...anna, aliases: ['smtp:bo@contoso.example'] }, bo],
    leads: { 'bo@contoso.example': 'person 2', 'anna@contoso.example': 'person 1' },
    facts: { accounts: 2, claimedTwice: 0 },
  },
  {
    title: 'two aliases: nobody has the address, both keep their own',
    rows: [{ ...anna, aliases: ['smtp:team@contoso.example'] }, { ...bo, aliases: ['smtp:Team@contoso.example'] }],
    leads: { 'team@contoso.example': 'unknown -', 'anna@contoso.example': 'person 1', bo: 'person 2' },
    facts: { accounts: 2, claimedTwice: 1 },
  },
  {
    title: 'three aliases are no less disputed than two',
    rows: ['x', 'y', 'z'].map(name => ({ mail: `${name}@contoso.example`, aliases: ['smtp:team@contoso.example'] })),
    leads: { 'team@contoso.example': 'unknown -' },
    facts: { accounts: 3, claimedTwice: 1 },
  },
  {
    title: 'two canonical addresses: neither account may be a person, since both would get one pseudonym',
    rows: [anna, { ...bo, mail: 'Anna@contoso.example' }],
    leads: { 'anna@contoso.example': 'unknown -', 'CN=Anna,OU=A': 'unknown 1', bo: 'unknown 2' },
    facts: { accounts: 2, claimedTwice: 1 },
  },
  {
    title: 'an alias does not settle what two canonical addresses dispute',
    rows: [
      anna, { ...bo, mail: 'anna@contoso.example' },
      { mail: 'c@contoso.example', aliases: ['smtp:anna@contoso.example'], employee: '3' },
    ],
    leads: { 'anna@contoso.example': 'unknown -', 'c@contoso.example': 'person 3' },
    facts: { accounts: 3, claimedTwice: 1 },
  },
  {
    title: 'an X500 address of two',
    rows: [{ ...anna, legacy: '/o=Org/cn=x' }, { ...bo, legacy: '/O=ORG/CN=X' }],
    leads: { '/o=Org/cn=x': 'unknown -', 'IMCEAEX-_o=Org_cn=x@partner.example': 'unknown -' },
    facts: { accounts: 2, claimedTwice: 1 },
  },
  {
    title: 'namesakes: the name leads nowhere, the full names do',
    rows: [{ ...anna, dn: 'CN=Chris,OU=A' }, { ...bo, dn: 'CN=Chris,OU=B' }],
    leads: { Chris: 'unknown -', 'CN=Chris': 'unknown -', 'CN=Chris,OU=A': 'person 1', 'CN=Chris,OU=B': 'person 2' },
    facts: { accounts: 2, claimedTwice: 0, namesakes: 1 },
  },
  {
    title: 'a login is not the display name of another',
    rows: [{ ...anna, login: 'anna' }, { ...bo, name: 'Anna' }],
    leads: { anna: 'unknown -', 'CONTOSO\\anna': 'unknown -', bo: 'person 2' },
    facts: { accounts: 2, claimedTwice: 0, namesakes: 1 },
  },
  {
    title: 'one account, exported twice, keeps the spellings of both rows',
    rows: [anna, { ...anna, mail: 'ANNA@contoso.example', dn: 'cn=anna, ou=a', aliases: ['smtp:a@contoso.example'] }],
    leads: { 'anna@contoso.example': 'person 1', 'a@contoso.example': 'person 1', anna: 'person 1' },
    facts: { accounts: 1, claimedTwice: 0, namesakes: 0, repeated: 1 },
  },
  {
    title: 'the same address in another place of the directory is another account',
    rows: [anna, { ...anna, dn: 'CN=Adm-Anna,OU=Admins', login: 'adm-anna' }],
    leads: { 'anna@contoso.example': 'unknown -', 'adm-anna': 'unknown 1' },
    facts: { accounts: 2, claimedTwice: 1, repeated: 0 },
  },
  {
    title: 'where only the address tells, equal rows are one account',
    rows: [{ mail: 'a@contoso.example', login: 'a' }, { mail: 'a@contoso.example', login: 'A' }],
    leads: { 'a@contoso.example': 'person a@contoso.example' },
    facts: { accounts: 1, claimedTwice: 0, repeated: 1 },
  },
  {
    title: 'where only the address tells, rows that differ are two',
    rows: [{ mail: 'a@contoso.example', login: 'a' }, { mail: 'a@contoso.example', login: 'adm-a' }],
    leads: { 'a@contoso.example': 'unknown -' },
    facts: { accounts: 2, claimedTwice: 1, repeated: 0 },
  },
  {
    title: 'a row with nothing to find it by',
    rows: [{ mail: '', aliases: [], dn: '' }, { mail: 'n/a' }, { aliases: ['smtp:only.an.alias@contoso.example'] }],
    leads: { 'only.an.alias@contoso.example': 'unknown -' },
    facts: { accounts: 0, unreachable: 3 },
  },
  {
    title: 'without an address: by name, until two have it',
    rows: [
      { login: 'Administrator', employee: '1' }, { login: 'administrator', employee: '2' },
      { login: 'jcarter', employee: '3' },
    ],
    leads: { administrator: 'unknown -', JCarter: 'person 3' },
    facts: { accounts: 3, withoutAddress: 3, namesakes: 1 },
  },
  {
    title: 'without an address, and with a name of its own that another has too: unknown by every name',
    rows: [{ login: 'anna', legacy: '/o=Org/cn=a', employee: '1', dn: 'CN=Anna' }, { ...bo, dn: 'CN=Anna' }],
    leads: { 'CN=Anna': 'unknown -', '/o=Org/cn=a': 'unknown 1', 'bo@contoso.example': 'person 2' },
    facts: { accounts: 2, withoutAddress: 1, claimedTwice: 1, namesakes: 1 },
  },
]

for (const { title, rows, leads, facts } of cases) {
  for (const [order, ordered] of [['as given', rows], ['reversed', rows.toReversed()]] as const) {
    test(`${title} (${order})`, t => {
      const people = directoryOf(ordered)
      for (const [text, outcome] of Object.entries(leads)) {
        const account = people.identify(text)
        t.is(`${account.kind} ${account.id ?? '-'}`, outcome, text)
        t.is(people.find(text) === undefined, outcome.endsWith('-'), text)
      }
      t.like(people.facts, facts)
    })
  }
}

test('a disputed address is inside when one claimant is, and outside contacts make it no insider', t => {
  const contact = (dn: string): Fields => ({ mail: 'john@partner.example', dn, type: 64 })
  t.false(directoryOf([contact('CN=J1'), contact('CN=J2')]).identify('john@partner.example').inside)
  const mixed = directoryOf([contact('CN=J1'), { ...contact('CN=J2'), type: 1 }])
  // By every name, or one pseudonym would stand on both sides.
  for (const text of ['john@partner.example', 'CN=J1', 'CN=J2']) t.like(mixed.identify(text), { kind: 'unknown', inside: true })
})

test('in any directory every spelling leads to its owner, unless two claim it', t => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const row = fc.record({ mail: word, aliases: fc.array(word, { maxLength: 3 }), unit: word, login: word })
  fc.assert(fc.property(fc.array(row, { maxLength: 8 }), given => {
    const rows = given.map(({ mail, aliases, unit, login }, index) => ({
      mail: `${mail}@contoso.example`, aliases: aliases.map(alias => `smtp:${alias}@contoso.example`),
      dn: `CN=${login}${index},OU=${unit}`, employee: String(index),
    }))
    const people = directoryOf(rows)
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const address = `${name}@contoso.example`
      const canonical = rows.filter(one => one.mail === address)
      const claimants = canonical.length > 0 ? canonical : rows.filter(one => one.aliases.includes(`smtp:${address}`))
      t.is(people.find(address)?.id, claimants.length === 1 ? claimants[0]?.employee : undefined)
      t.is(people.identify(address).kind === 'unknown', claimants.length !== 1
        || rows.filter(one => one.mail === claimants[0]?.mail).length > 1)
    }
    for (const one of rows) t.is(people.find(one.dn)?.id, one.employee)
  }), { numRuns: 1000 })
})
