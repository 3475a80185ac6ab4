// How a spelling leads to an account, and which rule gives it its kind: told without a word of either.
import test from 'ava'
import { kindReason, wayOf } from '../../engine/people/reasons.ts'
import { fieldsRead } from '../../engine/people/listing.ts'
import { directoryOf, domains, spec } from '../people/sample.ts'

const rows = [
  { aliases: ['SMTP:anna@contoso.example', 'smtp:a.hansen@contoso.example', 'X500:/o=Org/ou=Site/cn=Recipients/cn=anna'], dn: 'CN=Anna Hansen,OU=Staff,DC=contoso,DC=example', login: 'ahansen' },
  { mail: 'oslo@contoso.example', type: 16, dn: 'CN=Oslo,OU=Rooms,DC=contoso,DC=example' },
  { mail: 'backup@contoso.example', dn: 'CN=Backup,OU=Service Accounts,DC=contoso,DC=example' },
  { mail: 'one@contoso.example', aliases: ['smtp:press@contoso.example'] },
  { mail: 'two@contoso.example', aliases: ['smtp:press@contoso.example'] },
  { mail: 'twin@contoso.example', guid: '1', dn: 'CN=Twin 1,DC=contoso,DC=example' },
  { mail: 'twin@contoso.example', guid: '2', dn: 'CN=Twin 2,DC=contoso,DC=example' },
]
const directory = directoryOf(rows, { taken: fieldsRead(spec) })

const ways = [
  { text: 'anna@contoso.example', way: 'address', kind: 'person' },
  { text: '"Anna" <SMTP:Anna@Contoso.Example>', way: 'address', kind: 'person' },
  { text: 'A.Hansen@contoso.example', way: 'alias', kind: 'person' },
  { text: '/O=ORG/OU=SITE/CN=RECIPIENTS/CN=ANNA', way: 'x500', kind: 'person' },
  { text: 'CN=Anna Hansen,OU=Staff,DC=contoso,DC=example', way: 'dn', kind: 'person' },
  { text: 'CONTOSO\\ahansen', way: 'name', kind: 'person' },
  { text: 'oslo@contoso.example', way: 'address', kind: 'room', reason: { rule: 1, field: 'type', pattern: 16 } },
  { text: 'backup@contoso.example', way: 'address', kind: 'service', reason: { rule: 3, field: 'ou', pattern: 'Service Accounts' } },
  { text: 'press@contoso.example', way: 'contested', kind: 'unknown' },
  { text: 'twin@contoso.example', way: 'contested', kind: 'unknown' },
  { text: 'nobody@contoso.example', way: 'own-domain', kind: 'unknown' },
  { text: 'nobody@plant.contoso.example', way: 'own-domain', kind: 'unknown' },
  { text: 'svc-scan@contoso.example', way: 'own-domain', kind: 'service', reason: { rule: 3, field: 'address', pattern: 'svc-*' } },
  { text: 'svc-scan@partner.example', way: 'other-domain', kind: 'outside' },
  { text: 'HealthMailbox1@other.example', way: 'other-domain', kind: 'probe', reason: { rule: 4, field: 'address', pattern: 'healthmailbox*' } },
  { text: 'IMCEAEX-_O=ORG_CN=RECIPIENTS_CN=GONE@partner.example', way: 'encapsulated', kind: 'unknown' },
  { text: '/o=Org/cn=Recipients/cn=gone', way: 'nobody', kind: 'unknown' },
  { text: 'CN=Somebody Else', way: 'nobody', kind: 'unknown' },
  { text: 'sip:anna@contoso.example', way: 'unreadable', kind: 'unknown' },
  { text: '<>', way: 'blank', kind: 'none' },
  { text: '  ', way: 'blank', kind: 'none' },
] as const

const reasonOf = kindReason(spec, domains)

for (const one of ways) {
  test(`${JSON.stringify(one.text)} is ${one.kind}: ${one.way}`, t => {
    const account = directory.identify(one.text)
    t.is(wayOf(one.text, directory, domains), one.way)
    t.is(account.kind, one.kind)
    t.deepEqual(reasonOf(account), 'reason' in one ? { kind: one.kind, ...one.reason } : undefined)
  })
}
