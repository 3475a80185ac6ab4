// How calendar exports write who organised, sent or changed a meeting (calendar-domain.md "Addresses."): each form is one
// person of the directory, or an insider nobody knows, and never in clear.
import test from 'ava'
import { withoutDirectory } from '../../engine/people/directory.ts'
import type { LookupSpec } from '../../engine/people/directory.ts'
import { directoryOf, domains, spec } from './sample.ts'

const recipients = '/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients'
const servers = '/o=Contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Configuration/cn=Servers/cn=EX01'
const hex = '696eea97d3c449eab648920d03385efb'

const over: Partial<LookupSpec> = {
  also: [...spec.also, 'alias', 'display'],
  kinds: [...spec.kinds, { kind: 'attendant', tests: [{ field: 'cn', patterns: ['Microsoft System Attendant', 'MicrosoftExchange329e*'] }] }],
}
const rows = [
  {
    mail: 'anna@contoso.example', legacy: `${recipients}/cn=${hex}-Anna`, aliases: ['SMTP:anna@contoso.example', 'x500:/o=Old/ou=First/cn=Recipients/cn=anna'],
    dn: 'CN=Anna Smith,OU=Sales,DC=contoso', login: 'asmith', alias: 'anna', name: 'Anna Smith', display: 'Smith, Anna (Sales)', employee: '1',
  },
  { mail: 'chris@contoso.example', dn: 'CN=Chris Johnson,OU=IT,DC=contoso', login: 'cj', alias: 'chrisj', name: 'Chris Johnson', display: 'Chris Johnson', employee: '2' },
  { mail: 'chris.j@contoso.example', dn: 'CN=Chris Johnson [FINANCE],OU=Finance,DC=contoso', login: 'cjf', alias: 'chrisf', name: 'Chris Johnson [FINANCE]', display: 'Chris Johnson [FINANCE]', employee: '3' },
  { mail: 'kim.a@contoso.example', dn: 'CN=Kim Lee,OU=A,DC=contoso', login: 'kima', alias: 'kim.a', name: 'Kim Lee', display: 'Kim Lee', employee: '4' },
  { mail: 'kim.b@contoso.example', dn: 'CN=Kim Lee,OU=B,DC=contoso', login: 'kimb', alias: 'kim.b', name: 'Kim Lee', display: 'Kim Lee', employee: '5' },
  // What this one is called is how another logs in.
  { mail: 'max@contoso.example', dn: 'CN=Max,OU=A,DC=contoso', login: 'max', alias: 'max', name: 'Max', display: 'Max', employee: '6' },
  { mail: 'm.planck@contoso.example', dn: 'CN=Planck,OU=A,DC=contoso', login: 'planck', alias: 'planck', name: 'Planck', display: 'Max', employee: '7' },
]
const people = directoryOf(rows, over)

const found: Readonly<Record<string, readonly string[]>> = {
  1: [
    `${recipients}/cn=${hex}-Anna`, `${recipients}/cn=${hex}-Anna`.toUpperCase(), `EX:${recipients}/cn=${hex}-anna`,
    `"Anna Smith" <${recipients.toUpperCase()}/CN=${hex.toUpperCase()}-ANNA>`, `<EX:${recipients}/cn=${hex}-Anna>`,
    '/O=OLD/OU=FIRST/CN=RECIPIENTS/CN=ANNA', 'SMTP:Anna@contoso.example', '"Smith, Anna" <Anna@Contoso.example>',
    `IMCEAEX-_o=ExchangeLabs_ou=Exchange+20Administrative+20Group+20+28FYDIBOHF23SPDLT+29_cn=Recipients_cn=${hex}-Anna@contoso.example`,
    `IMCEAEX-_O=EXCHANGELABS_OU=EXCHANGE+20ADMINISTRATIVE+20GROUP+20+28FYDIBOHF23SPDLT+29_CN=RECIPIENTS_CN=${hex.toUpperCase()}-ANNA@elsewhere.example`,
    'anna', 'ANNA', 'Anna Smith', 'anna  smith', 'CN=Anna Smith', 'CN=Anna Smith,OU=Sales,DC=contoso', 'smith, anna (SALES)', 'CONTOSO\\asmith',
  ],
  2: ['Chris Johnson', 'chrisj', 'CN=Chris Johnson'],
  3: ['Chris Johnson [FINANCE]', 'chris johnson [finance]', 'chrisf'],
  4: ['kima', 'kim.a', 'CN=Kim Lee,OU=A,DC=contoso'],
  7: ['Planck', 'planck'],
}

for (const [employee, texts] of Object.entries(found)) {
  for (const text of texts) test(`${JSON.stringify(text)} is employee ${employee}`, t => t.like(people.identify(text), { kind: 'person', id: employee }))
}

const insiders: readonly string[] = [
  // Several have it: nothing is guessed.
  'Kim Lee', 'CN=Kim Lee', '"Kim Lee" <Kim Lee>', 'Max', 'MAX', 'CN=Max', 'CONTOSO\\max',
  // Nobody has it.
  `${recipients}/cn=00000000000000000000000000000000-Anna`, `${recipients}/cn=${hex}`, `EX:${recipients}/cn=nobody`,
  `"Anna Smith" <${recipients}/cn=nobody>`, `${recipients}/cn=nobody@contoso.example`,
  'IMCEAEX-_o=ExchangeLabs_cn=nobody@contoso.example', 'IMCEAEX-_o=ExchangeLabs_cn=nobody@partner.example', 'IMCEAEX-_o=broken+ZZ@partner.example',
  '"Nobody" <IMCEAEX-_o=ExchangeLabs_cn=nobody@partner.example>',
  'Nobody', 'nobody', 'CN=Nobody,OU=Gone,DC=contoso', 'CONTOSO\\nobody',
  // What Exchange writes where it hides names, and for a one-off entry without an address.
  'REDACTED-0a1b2c3d4e5f', '"REDACTED-0a1b" <REDACTED-2c3d>', '[OneOff:Anna Smith]', '"Anna Smith" <[OneOff]>',
  // A system's name behind that of its server, which no rule names.
  `${servers}/cn=Microsoft Information Store`,
]

for (const text of insiders) {
  test(`${JSON.stringify(text)} is an insider nobody knows`, t => {
    t.like(people.identify(text), { kind: 'unknown', inside: true })
    t.is(people.find(text), undefined)
  })
}

const broken: readonly string[] = [
  // Which of its parts is the address of a one-off entry is said nowhere; it is hidden as any unknown end is.
  '[OneOff "John" SMTP john@partner.example]', '"John" [OneOff SMTP:john@partner.example', '[OneOff;SMTP;john@partner.example]',
  '"Anna" <anna@contoso.example', 'anna@contoso.example>', 'anna@contoso.example anna@partner.example',
]

for (const text of broken) test(`${JSON.stringify(text)} is unknown, and nobody's`, t => t.like(people.identify(text), { kind: 'unknown', inside: false }))

const attendants: readonly string[] = [
  'Microsoft System Attendant', 'MICROSOFT SYSTEM ATTENDANT', ' microsoft  system attendant ',
  `${servers}/cn=Microsoft System Attendant`, `EX:${servers.toUpperCase()}/CN=MICROSOFT SYSTEM ATTENDANT`, `"Attendant" <${servers}/cn=Microsoft System Attendant>`,
  'CN=Microsoft System Attendant,CN=EX01,CN=Servers,DC=contoso', 'CN=Microsoft System Attendant',
  'IMCEAEX-_o=Contoso_cn=Configuration_cn=Servers_cn=EX01_cn=Microsoft+20System+20Attendant@contoso.example',
  'IMCEAEX-_o=Contoso_cn=Configuration_cn=Servers_cn=EX01_cn=Microsoft+20System+20Attendant@partner.example',
]

for (const directory of [people, withoutDirectory(over.kinds!, domains)]) {
  for (const text of attendants) {
    test(`${directory === people ? 'with' : 'without'} a directory: ${JSON.stringify(text)} is the attendant, without its server`, t =>
      t.deepEqual(directory.identify(text), { text: 'microsoft system attendant', kind: 'attendant', inside: true, remote: false }))
  }
}

const others: readonly { title: string, text: string, expect: { text: string, kind: string, inside: boolean } }[] = [
  { title: 'an address is no name', text: 'MicrosoftExchange329e71ec@contoso.example', expect: { text: 'microsoftexchange329e71ec@contoso.example', kind: 'unknown', inside: true } },
  { title: 'nor is a broken one', text: 'MicrosoftExchange329e71ec@@contoso.example', expect: { text: 'microsoftexchange329e71ec@@contoso.example', kind: 'unknown', inside: false } },
  { title: 'a name in another position', text: '/o=Org/cn=Microsoft System Attendant/cn=anna', expect: { text: '/o=org/cn=microsoft system attendant/cn=anna', kind: 'unknown', inside: true } },
]

for (const { title, text, expect } of others) test(`cn: ${title}`, t => t.like(people.identify(text), expect))

test('cn: an account of the directory by the name in its DN; its address stays', t => {
  const account = directoryOf([{ mail: 'sa@contoso.example', dn: 'CN=Microsoft System Attendant,CN=EX01,DC=contoso' }], over).identify('sa@contoso.example')
  t.like(account, { text: 'sa@contoso.example', kind: 'attendant', inside: true })
})

test('cn: two accounts that share the name are not made one by a rule', t => {
  const twins = ['a', 'b'].map(name => ({ mail: `${name}@contoso.example`, dn: `CN=${name}`, name: 'Microsoft System Attendant' }))
  t.is(directoryOf(twins, over).identify('Microsoft System Attendant').kind, 'unknown')
})

test('cn: the kind `outside` makes outsiders', t => {
  const partners = { kinds: [{ kind: 'outside', tests: [{ field: 'cn', patterns: ['Partner *'] }] }] }
  for (const text of ['Partner Smith', 'IMCEAEX-_o=Org_cn=Partner+20Smith@contoso.example']) {
    t.like(directoryOf([], partners).identify(text), { kind: 'outside', inside: false })
  }
})
