import test from 'ava'
import { withoutDirectory } from '../../engine/people/directory.ts'
import { directoryOf, domains, spec } from './sample.ts'

const anna = {
  aliases: [
    'smtp:anna.k@contoso.example', 'SMTP:Anna@Contoso.example', 'X500:/o=Old/ou=First/cn=anna',
    'sip:anna@contoso.example', 'smtp:müller@bücher.example',
  ],
  mail: 'anna.m@contoso.example',
  upn: 'anna@corp.contoso.example',
  legacy: '/o=Contoso/ou=Exchange Administrative Group/cn=Recipients/cn=anna',
  dn: 'CN=Smith\\, Anna,OU=Sales,DC=contoso,DC=example',
  login: 'asmith',
  name: 'Anna Smith',
  employee: '00001',
  type: 1,
}
const rows = [
  anna,
  { mail: 'board@contoso.example', dn: 'CN=Board,OU=Rooms,DC=contoso', type: 8589934592 },
  { mail: 'backup@contoso.example', dn: 'CN=Backup,OU=Service Accounts,OU=IT,DC=contoso' },
  { mail: 'john@partner.example', dn: 'CN=John,OU=Contacts,DC=contoso', type: 64 },
  { mail: 'remo@contoso.example', target: 'SMTP:remo@contoso.mail.onmicrosoft.com', type: 2147483648 },
  { mail: 'tara@contoso.example', target: 'SMTP:tara@contoso.mail.onmicrosoft.com', type: '128' },
  { dn: 'CN=Boss,OU=Board,DC=contoso', login: 'boss', guid: 'b7de08a6' },
]
const people = directoryOf(rows)

const spellings = [
  'anna@contoso.example', 'ANNA@CONTOSO.EXAMPLE', '"Smith, Anna" <anna.k@contoso.example>',
  'SMTP:anna.m@contoso.example', 'anna@corp.contoso.example',
  'müller@bücher.example', 'MÜLLER@xn--bcher-kva.example', '/O=OLD/OU=FIRST/CN=ANNA', 'X500:/o=Old/ou=First/cn=anna',
  'EX:/o=Contoso/ou=Exchange Administrative Group/cn=Recipients/cn=anna',
  'IMCEAEX-_o=Contoso_ou=Exchange+20Administrative+20Group_cn=Recipients_cn=anna@contoso.example',
  'imceaex-_O=OLD_ou=First_cn=anna@elsewhere.example',
  'cn=smith\\2c anna, ou=sales, dc=CONTOSO, dc=example', 'CN="Smith, Anna",OU=Sales,DC=contoso,DC=example',
  'CN=Smith\\, Anna',
  'CONTOSO\\asmith', 'ASmith', 'Smith, Anna', 'anna  smith',
]

for (const text of spellings) {
  test(`one person, one account: ${text}`, t => {
    const account = people.identify(text)
    t.like(account, { text: 'anna@contoso.example', kind: 'person', inside: true, remote: false, id: '00001' })
    t.is(account, people.identify('anna@contoso.example'))
    t.is(people.find(text), account)
    t.is(account.entry?.get('login'), 'asmith')
  })
}

type Case = { text: string, as: string, kind: string, inside: boolean, remote?: boolean, found?: boolean }

const others: readonly Case[] = [
  { text: 'Board@contoso.example', as: 'board@contoso.example', kind: 'room', inside: true, found: true },
  { text: 'backup@contoso.example', as: 'backup@contoso.example', kind: 'service', inside: true, found: true },
  { text: 'CN=John,OU=Contacts,DC=contoso', as: 'john@partner.example', kind: 'outside', inside: false, found: true },
  {
    text: 'remo@contoso.mail.onmicrosoft.com', as: 'remo@contoso.example', kind: 'person', inside: true, remote: true,
    found: true,
  },
  // A guest is nobody's colleague, wherever the mailbox.
  { text: 'tara@contoso.example', as: 'tara@contoso.example', kind: 'outside', inside: false, found: true },
  { text: 'boss', as: 'cn=boss,ou=board,dc=contoso', kind: 'person', inside: true, found: true },
  // Addresses without an account.
  { text: 'Ghost@Contoso.example', as: 'ghost@contoso.example', kind: 'unknown', inside: true },
  { text: 'anna+news@contoso.example', as: 'anna+news@contoso.example', kind: 'unknown', inside: true },
  { text: 'svc-new@contoso.example', as: 'svc-new@contoso.example', kind: 'service', inside: true },
  { text: 'svc-new@partner.example', as: 'svc-new@partner.example', kind: 'outside', inside: false },
  { text: 'HealthMailbox1@partner.example', as: 'healthmailbox1@partner.example', kind: 'probe', inside: false },
  {
    text: 'new@contoso.mail.onmicrosoft.com', as: 'new@contoso.mail.onmicrosoft.com', kind: 'unknown', inside: true,
    remote: true,
  },
  { text: '<Eve@Evil.example>', as: 'eve@evil.example', kind: 'outside', inside: false },
  {
    text: 'anna@contoso.example.evil.example', as: 'anna@contoso.example.evil.example', kind: 'outside', inside: false,
  },
  { text: 'anna@notcontoso.example', as: 'anna@notcontoso.example', kind: 'outside', inside: false },
  { text: 'IMCEAEX-_o=X_cn=y@contoso.example', as: 'imceaex-_o=x_cn=y@contoso.example', kind: 'unknown', inside: true },
  {
    text: 'IMCEAEX-_o=X_cn=y@partner.example', as: 'imceaex-_o=x_cn=y@partner.example', kind: 'unknown', inside: true,
  },
  // Text that is no address.
  { text: '/o=X/cn=Y', as: '/o=x/cn=y', kind: 'unknown', inside: true },
  {
    text: 'CN=Smith\\, Anna,OU=Gone,DC=contoso', as: 'cn=smith\\, anna,ou=gone,dc=contoso', kind: 'unknown',
    inside: true,
  },
  { text: 'CONTOSO\\nobody', as: 'nobody', kind: 'unknown', inside: true },
  { text: 'Microsoft System Attendant', as: 'microsoft system attendant', kind: 'unknown', inside: true },
  { text: 'anna@@contoso.example', as: 'anna@@contoso.example', kind: 'unknown', inside: false },
  { text: 'm?ller@partner.example', as: 'm?ller@partner.example', kind: 'unknown', inside: false },
  { text: 'sip:anna@contoso.example', as: 'sip:anna@contoso.example', kind: 'unknown', inside: false },
  { text: '', as: '', kind: 'none', inside: false },
  { text: ' \t', as: '', kind: 'none', inside: false },
  { text: '<>', as: '', kind: 'none', inside: false },
]

for (const { text, as, kind, inside, remote = false, found = false } of others) {
  test(`${JSON.stringify(text)} is ${kind}`, t => {
    t.like(people.identify(text), { text: as, kind, inside, remote })
    t.is(people.find(text) !== undefined, found)
  })
}

test('what was built is counted', t => {
  const { byKind, ...facts } = people.facts
  t.deepEqual(facts, {
    accounts: 7, claimedTwice: 0, namesakes: 0, withoutAddress: 1, unreachable: 0, repeated: 0, hasAliases: true, shadowed: 0, elsewhere: 0, unused: [],
  })
  t.deepEqual(Object.fromEntries(byKind), { person: 3, room: 1, service: 1, outside: 2 })
})

const ids: readonly { title: string, row: Record<string, string>, id: string | undefined }[] = [
  {
    title: 'the first field, zeros and all', row: { mail: 'a@contoso.example', employee: ' 00001 ', guid: 'g' },
    id: '00001',
  },
  { title: 'else the address', row: { mail: 'A@contoso.example', employee: '', guid: 'g' }, id: 'a@contoso.example' },
  { title: 'else the next field', row: { login: 'x', guid: 'g' }, id: 'g' },
  { title: 'else none', row: { login: 'x' }, id: undefined },
]

for (const { title, row, id } of ids) {
  test(`id: ${title}`, t => t.is(directoryOf([row]).identify(row['mail'] ?? 'x').id, id))
}

const canonical: readonly { title: string, row: Record<string, string | string[]>, address: string }[] = [
  {
    title: 'the primary of a list',
    row: { aliases: ['smtp:b@contoso.example', 'SMTP:a@contoso.example'], mail: 'c@contoso.example' },
    address: 'a@contoso.example',
  },
  {
    title: 'mail where the list has no primary',
    row: { aliases: ['smtp:b@contoso.example'], mail: 'c@contoso.example' }, address: 'c@contoso.example',
  },
  { title: 'a text with any prefix', row: { mail: 'smtp:c@contoso.example' }, address: 'c@contoso.example' },
  {
    title: 'a principal name where mail is no address', row: { mail: 'n/a', upn: 'd@contoso.example' },
    address: 'd@contoso.example',
  },
]

for (const { title, row, address } of canonical) {
  test(`canonical address: ${title}`, t =>
    t.is(directoryOf([{ ...row, login: 'login' }]).identify('login').text, address))
}

test('aliases count as known only where a list of addresses came', t => {
  const single = { mail: 'a@contoso.example', upn: 'b@contoso.example', target: 'SMTP:c@contoso.example' }
  t.false(directoryOf([single]).facts.hasAliases)
  t.true(directoryOf([{ mail: 'a@contoso.example', aliases: ['SMTP:a@contoso.example'] }]).facts.hasAliases)
})

test('an outsider is one identity however often and however written', t => {
  t.is(people.identify('John@x.example').text, people.identify('<john@X.example>').text)
})

test('the table of outsiders is bounded and starts anew without changing anyone', t => {
  const first = people.identify('first@x.example')
  for (let number = 0; number < 100_001; number++) people.identify(`n${number}@x.example`)
  t.deepEqual(people.identify('first@x.example'), first)
})

const alone = withoutDirectory(spec.kinds, domains)

const withoutCases: readonly [string, string, boolean][] = [
  ['Anna@contoso.example', 'person', true],
  ['anna@sub.contoso.example', 'person', true],
  ['svc-a@contoso.example', 'service', true],
  ['healthmailbox1@partner.example', 'probe', false],
  ['eve@partner.example', 'outside', false],
  ['IMCEAEX-_o=Org_cn=anna@contoso.example', 'unknown', true],
  ['IMCEAEX-_o=Org_cn=anna@partner.example', 'unknown', true],
  ['/o=Org/cn=anna', 'unknown', true],
  ['CONTOSO\\anna', 'unknown', true],
  ['<>', 'none', false],
]

for (const [text, kind, inside] of withoutCases) {
  test(`without a directory ${text} is ${kind}`, t => {
    t.like(alone.identify(text), { kind, inside })
    t.is(alone.find(text), undefined)
  })
}

test('without a directory a cloud address is a colleague\'s', t => {
  t.like(alone.identify('anna@contoso.mail.onmicrosoft.com'), { kind: 'person', inside: true, remote: true })
})
