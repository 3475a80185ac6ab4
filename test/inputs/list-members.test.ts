// Lists of plain proxyAddresses are split at one look. What that gives must be what the full reading gives.
import test from 'ava'
import fc from 'fast-check'
import { plainProxies, splitMembers } from '../../engine/inputs/list-members.ts'

const usual: readonly string[] = [
  'SMTP:anna@x.com', 'SMTP:anna@x.com;smtp:a@x.com', 'SMTP:anna@x.com;SIP:anna@x.com;/o=Org/cn=Recipients/cn=anna',
  'X500:/o=Org/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=Ann Lee;smtp:a@x.com',
]

for (const text of usual) {
  test(`told at one look: ${text}`, t => t.deepEqual(plainProxies(text), splitMembers(text)))
}

const others: readonly string[] = [
  '', 'a@x.com', 'smtp:a@x.com;', ';smtp:a@x.com', 'smtp:a@x.com smtp:b@x.com', 'smtp:"a;b"@x.com', 'smtp:a"b@x.com;/o=Org',
  'X500:/o=Org/cn=a smtp:b@x.com', 'X500:/o=Org/cn=a /o=Org/cn=b', 'X500:/o=Org/cn=a b@x.com', 'X400:C=US;A= ;P=Org',
]

for (const text of others) test(`needs a closer look: ${JSON.stringify(text)}`, t => t.is(plainProxies(text), undefined))

test('one look gives what the full reading gives', t => {
  const piece = fc.oneof(
    fc.constantFrom(';', ';', ' ', '  ', ',', '|', '<', '>', '"', '@', ':', '/', '\n', '\u00a0', '\ufeff', 'ſ', '{', '}'),
    fc.constantFrom('SMTP:a@x.com', 'smtp:b.c@y', 'sip:a@x', 'X500:/o=Org/cn=', '/o=', 'ex:/o=A B', ' /o=', 'X400:C=US', 'CN=a', 'Lee', 'ü', 'System.String[]'),
  )
  let looks = 0
  fc.assert(fc.property(fc.array(piece, { maxLength: 8 }).map(parts => parts.join('')), text => {
    const found = plainProxies(text)
    if (found === undefined) return
    looks++
    t.deepEqual(found, splitMembers(text), JSON.stringify(text))
  }), { numRuns: 50_000 })
  t.true(looks > 1000, `${looks} texts`)
})

test('the longest cell is told at one look in linear time', t => {
  const before = performance.now()
  for (const member of ['smtp:a@x.com', 'X500:/o=A B C', '/o=a']) {
    t.is(plainProxies(Array.from({ length: 500_000 }, () => member).join(';'))?.length, 500_000)
    t.is(plainProxies(`${Array.from({ length: 500_000 }, () => member).join(';')}"`), undefined)
  }
  t.true(performance.now() - before < 5000)
})
