import test from 'ava'
import { accountKind, type Candidate, type KindRule, type Stranger, strangerKind } from '../../engine/people/kinds.ts'
import type { Cell } from '../../engine/spec/field.ts'

type Fields = Readonly<Record<string, Cell>>
type Texts = readonly string[]

const account = (fields: Fields, addresses: Texts = [], units: Texts = [], commonName = ''): Candidate =>
  ({ entry: new Map(Object.entries(fields)), addresses, units, commonName })

const rules: readonly KindRule[] = [
  { kind: 'room', tests: [{ field: 'type', patterns: [16, 8589934592] }] },
  {
    kind: 'service',
    tests: [{ field: 'login', patterns: ['svc-*', 'svc_*'] }, { field: 'ou', patterns: ['Service Accounts'] }],
  },
  { kind: 'probe', anywhere: true, tests: [{ field: 'address', patterns: ['healthmailbox*'] }] },
  {
    kind: 'system',
    tests: [{ field: 'address', patterns: ['noreply@*', '*@bücher.example'] }, { field: 'login', patterns: ['x*'] }],
  },
  { kind: 'attendant', tests: [{ field: 'cn', patterns: ['Microsoft System Attendant', 'Health *'] }] },
  { kind: 'guest', tests: [{ field: 'employee', patterns: [''] }] },
]
const kindOf = accountKind(rules)

const cases: readonly { title: string, candidate: Candidate, kind: string }[] = [
  { title: 'what no rule meets', candidate: account({ employee: '1', type: 1 }), kind: 'person' },
  { title: 'a number', candidate: account({ employee: '1', type: 16 }), kind: 'room' },
  { title: 'a number as text', candidate: account({ employee: '1', type: '16' }), kind: 'room' },
  { title: 'a number beyond 32 bits', candidate: account({ employee: '1', type: 8589934592 }), kind: 'room' },
  {
    title: 'a number with the same low 32 bits as 16', candidate: account({ employee: '1', type: 4294967312 }),
    kind: 'person',
  },
  {
    title: 'a pattern, without regard to case', candidate: account({ employee: '1', login: 'SVC_Backup' }),
    kind: 'service',
  },
  { title: 'any member of a list', candidate: account({ employee: '1', login: ['anna', 'svc-a'] }), kind: 'service' },
  {
    title: 'a whole unit at any level', candidate: account({ employee: '1' }, [], ['EU', 'service accounts']),
    kind: 'service',
  },
  { title: 'a part of a unit', candidate: account({ employee: '1' }, [], ['Service Accounts EU']), kind: 'person' },
  {
    title: 'any address, not only the canonical',
    candidate: account({ employee: '1' }, ['anna@contoso.example', 'healthmailbox1@contoso.example']), kind: 'probe',
  },
  {
    title: 'a pattern with an international domain',
    candidate: account({ employee: '1' }, ['anna@xn--bcher-kva.example']), kind: 'system',
  },
  {
    title: 'the common name of its distinguished name, blanks and case aside',
    candidate: account({ employee: '1' }, [], [], 'MICROSOFT  System Attendant'), kind: 'attendant',
  },
  { title: 'a part of the common name', candidate: account({ employee: '1' }, [], [], 'My Health Centre'), kind: 'person' },
  { title: 'a field called as a test for the common name', candidate: account({ employee: '1', cn: 'Health Centre' }), kind: 'person' },
  { title: 'a blank field', candidate: account({ employee: '' }), kind: 'guest' },
  { title: 'a field that is not there', candidate: account({}), kind: 'guest' },
  { title: 'an empty list', candidate: account({ employee: [] }), kind: 'guest' },
  { title: 'the first of two rules', candidate: account({ type: 16, login: 'svc-a' }), kind: 'room' },
  { title: 'a blank is not the number 0', candidate: account({ employee: '1', type: '' }), kind: 'person' },
]

for (const { title, candidate, kind } of cases) test(`${title}: ${kind}`, t => t.is(kindOf(candidate), kind))

test('the number 0 does not meet a blank field', t => {
  const zero = accountKind([{ kind: 'zero', tests: [{ field: 'type', patterns: [0] }] }])
  t.is(zero(account({ type: '' })), 'person')
  t.is(zero(account({ type: 0 })), 'zero')
})

test('a blank pattern meets an account without a common name', t => {
  const nameless = accountKind([{ kind: 'nameless', tests: [{ field: 'cn', patterns: [''] }] }])
  t.is(nameless(account({})), 'nameless')
  t.is(nameless(account({}, [], [], 'Anna')), 'person')
})

const strangers: readonly { title: string, stranger: Stranger, kind: string | undefined }[] = [
  { title: 'an own address', stranger: { address: 'noreply@contoso.example', own: true }, kind: 'system' },
  { title: 'the same elsewhere', stranger: { address: 'noreply@partner.example', own: false }, kind: undefined },
  { title: 'a probe', stranger: { address: 'healthmailbox7@contoso.example', own: true }, kind: 'probe' },
  { title: 'a probe anywhere', stranger: { address: 'healthmailbox7@partner.example', own: false }, kind: 'probe' },
  // Of an address alone nobody knows whether its account has an employee number.
  { title: 'an own address of nobody', stranger: { address: 'anna@contoso.example', own: true }, kind: undefined },
  { title: 'a common name', stranger: { own: false, commonName: 'microsoft system attendant' }, kind: 'attendant' },
  { title: 'another common name', stranger: { own: false, commonName: 'anna smith' }, kind: undefined },
  // A login is no common name, though it may read like one of its patterns.
  { title: 'a pattern for logins', stranger: { own: false, commonName: 'svc-backup' }, kind: undefined },
  {
    title: 'an encapsulated X500 address, by its common name',
    stranger: { address: 'imceaex-_o=org_cn=health+20centre@partner.example', own: false, commonName: 'health centre' }, kind: 'attendant',
  },
  {
    title: 'the first rule of two',
    stranger: { address: 'healthmailbox7@contoso.example', own: true, commonName: 'health centre' }, kind: 'probe',
  },
]

for (const { title, stranger, kind } of strangers) {
  test(`without an account: ${title} is ${kind ?? 'of no kind'}`, t => t.is(strangerKind(rules)(stranger), kind))
}
