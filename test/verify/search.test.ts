// The search finds whom the directory has, of whatever kind and in whatever encoding, and nobody in what is only alike.
import test from 'ava'
import { catalogue } from '../../engine/verify/catalogue.ts'
import type { IdentityKind } from '../../engine/verify/identity.ts'
import { identitySearch } from '../../engine/verify/search.ts'
import { damages, encodings } from './encodings.ts'

const identities: readonly (readonly [IdentityKind, string])[] = [
  ['address', 'Anna.Hansen@contoso.example'], ['address', 'ö.ł@contoso.example'],
  ['x500', '/o=Contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=4f1c-ahansen'],
  ['dn', 'CN=Hansen\\, Anna,OU=Sales,DC=contoso,DC=example'],
  ['name', 'Łukasz Müller'], ['name', 'Li Wu'], ['name', 'Ronaldinho'], ['login', 'anna'], ['login', 'lmueller7'], ['number', '004711'],
  ['guid', '34bdc101-d0be-4757-885e-557fe1b8797f'], ['sid', 'S-1-5-21-1004336348-1177238915-682003330-1106'],
]

function searchFor(all: typeof identities): ReturnType<typeof identitySearch> {
  const known = catalogue()
  all.forEach(([kind, text], index) => { known.add(kind, text, 'people.csv', index + 2) })
  return identitySearch(known.finish())
}

const search = searchFor(identities)
const cellOf = (bytes: Buffer | string): string => Buffer.from(bytes).toString('latin1')

for (const [encoding, encode] of Object.entries(encodings)) {
  test(`found: ${encoding}`, t => {
    identities.forEach(([kind, identity], index) => {
      const hit = search.inBytes(cellOf(encode(identity)))
      t.is(hit?.known?.line, index + 2, `${kind} ${identity}`)
    })
  })
}

for (const [damage, encode] of Object.entries(damages)) {
  test(`found, although letters were lost: ${damage}`, t => {
    t.is(search.inBytes(cellOf(encode('Łukasz Müller')))?.known?.line, 6)
    t.is(search.inBytes(Buffer.from(encode('Łukasz Müller')).toString('hex'))?.known?.line, 6, 'and in hex')
  })
}

const alike: Readonly<Record<string, string>> = {
  'a pseudonym': 'e7620edca91a1d153d795ba2079b58c158247fcb980c6e57f2155520d33fa7a6',
  'a pseudonym whose digits hold the number': 'e7620edca91a1d153d795ba2004711c158247fcb980c6e57f2155520d33fa7a6',
  'a pseudonym in Base64': '52IO3KkaHRU9eVuiB5tYwVgkf8uYDG5X8hVVINM/p6Y=',
  'a word that holds a login': 'Annapolis', 'a name of half the length': 'Müller', 'a time': '2023-06-30 00:47:11.000',
  'an id of Outlook': '040000008200E00074C5B7101A82E008000000000012DE81E8AADA01000000000000000010000000EDD43454284A4C4487F951602B038B93',
  'a class': 'IPM.Schedule.Meeting.Resp.Pos', 'a time zone': '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'a blank': '',
}

for (const [what, text] of Object.entries(alike)) {
  test(`not found in ${what}`, t => { t.is(search.inBytes(text), undefined) })
}

const shapes: Readonly<Record<string, string>> = {
  'an address of somebody else': 'john@partner.example', 'one in hex': Buffer.from('john@partner.example').toString('hex'),
  'one in Base64': Buffer.from('to: john.doe@partner.example').toString('base64'), 'one in words': 'john (at) partner (dot) example',
  'an X500 address': '/o=Fabrikam/ou=Exchange/cn=Recipients/cn=john', 'a distinguished name': 'CN=John,OU=Guests,DC=fabrikam,DC=example',
}

for (const [what, text] of Object.entries(shapes)) {
  test(`shaped like an address: ${what}`, t => {
    const hit = search.inBytes(text)
    t.truthy(hit)
    t.is(hit?.known, undefined)
  })
}

test('the form of a GUID that .NET keeps is found: in hex, and in Base64 as an ImmutableId', t => {
  const kept = '01c1bd34bed05747885e557fe1b8797f'
  t.is(search.inBytes(kept)?.known?.kind, 'guid')
  t.is(search.inBytes(Buffer.from(kept, 'hex').toString('base64'))?.known?.kind, 'guid')
})

test('the report says how it is written, from the outside in', t => {
  t.deepEqual(search.inBytes(Buffer.from(Buffer.from('Anna.Hansen@contoso.example', 'utf16le').toString('hex')).toString('base64'))?.how, ['Base64', 'hex', 'UTF-16'])
  t.deepEqual(search.inBytes('Anna.Hansen@contoso.example')?.how, [])
})

test('forty thousand random pseudonyms hold nobody of twenty thousand short logins', t => {
  // Chance is what is tested here: logins of four letters, numbers of five digits, and bytes that are random.
  const logins = Array.from({ length: 20_000 }, (_, number) => ['login', number.toString(36).padStart(4, 'a')] as const)
  const { inBytes } = searchFor([...logins, ...Array.from({ length: 5_000 }, (_, number) => ['number', String(10_000 + number)] as const)])
  let state = 12345
  const random = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return state >>> 8 & 0xff
  }
  let found = 0
  for (let count = 0; count < 40_000; count++) if (inBytes(Buffer.from(Array.from({ length: 32 }, random)).toString(count % 2 === 0 ? 'hex' : 'base64'))) found++
  t.is(found, 0)
})
