import test from 'ava'
import { spelling } from '../../engine/people/spelling.ts'

const cases: readonly { text: string, keys: readonly string[] | undefined }[] = [
  { text: 'Anna@Contoso.example', keys: ['address anna@contoso.example'] },
  { text: '"Smith, Anna" <SMTP:Anna@Contoso.example>', keys: ['address anna@contoso.example'] },
  { text: 'X500:/o=Org/ou=First/cn=Anna', keys: ['x500 /o=org/ou=first/cn=anna'] },
  { text: 'EX:/O=ORG/OU=FIRST/CN=ANNA', keys: ['x500 /o=org/ou=first/cn=anna'] },
  { text: '"Anna" </o=Org/ou=First/cn=Anna>', keys: ['x500 /o=org/ou=first/cn=anna'] },
  // An encapsulated address is its X500 address first.
  {
    text: 'IMCEAEX-_o=Org_cn=Anna@contoso.example',
    keys: ['x500 /o=org/cn=anna', 'address imceaex-_o=org_cn=anna@contoso.example'],
  },
  { text: 'IMCEAEX-_o=Org_cn=+ZZ@contoso.example', keys: ['address imceaex-_o=org_cn=+zz@contoso.example'] },
  { text: 'CN=Anna,OU=West,DC=com', keys: ['dn cn=anna,ou=west,dc=com'] },
  // Cut names are looked up as names too.
  { text: 'CN=Anna  Smith', keys: ['dn cn=anna smith', 'name anna smith'] },
  { text: 'CN=anna@contoso.example', keys: ['dn cn=anna@contoso.example', 'name anna@contoso.example'] },
  // A return path that only looks like a name.
  { text: 'prvs=12ab=anna@contoso.example', keys: ['address prvs=12ab=anna@contoso.example'] },
  { text: 'CONTOSO\\Anna', keys: ['name anna'] },
  { text: 'NT AUTHORITY\\SYSTEM', keys: ['name system'] },
  { text: ' Anna\u00a0 SMITH ', keys: ['name anna smith'] },
  { text: 'Re: Anna', keys: ['name re: anna'] },
  { text: 'ILGIN', keys: ['name ilgin'] },
  { text: 'sip:anna@contoso.example', keys: undefined },
  { text: 'SIP:anna@contoso.example', keys: undefined },
  { text: 'EUM:1234;phone-context=x', keys: undefined },
  { text: 'X400:C=US;A= ;P=Org;S=Smith;', keys: undefined },
  { text: 'CONTOSO\\', keys: undefined },
  { text: '', keys: undefined },
  { text: '<>', keys: undefined },
  { text: 'smtp:', keys: undefined },
]

for (const { text, keys } of cases) {
  test(`${JSON.stringify(text)} ${keys ? `is looked up as ${keys.join(', then ')}` : 'names nobody'}`, t =>
    t.deepEqual(spelling(text)?.keys.map(key => `${key.space} ${key.text}`), keys))
}
