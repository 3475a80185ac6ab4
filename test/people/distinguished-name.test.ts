import test from 'ava'
import fc from 'fast-check'
import { distinguishedName } from '../../engine/people/distinguished-name.ts'

test('a name gives its units from the object upwards, and its first CN', t => {
  t.like(distinguishedName('CN=Brain Bennett,OU=Test,OU=AWS,CN=Users,DC=pepito,DC=local'), {
    commonName: 'Brain Bennett', units: ['Test', 'AWS'], depth: 6,
  })
})

const values: readonly { title: string, text: string, commonName: string }[] = [
  { title: 'a comma', text: 'CN=Smith\\, James K.,OU=West,DC=MyDomain,DC=com', commonName: 'Smith, James K.' },
  { title: 'hash and plus', text: 'CN=East\\#Test \\+ Lab,OU=West', commonName: 'East#Test + Lab' },
  { title: 'a backslash', text: 'CN=Sales\\\\Engineering,DC=com', commonName: 'Sales\\Engineering' },
  { title: 'hex pairs are UTF-8', text: 'CN=\\C4\\8Dapek,DC=com', commonName: 'čapek' },
  { title: 'a hex pair for a separator', text: 'CN=Smith\\2C James,DC=com', commonName: 'Smith, James' },
  {
    title: 'a deleted object', text: 'CN=Anna\\0ADEL:b7de08a6,CN=Deleted Objects,DC=com',
    commonName: 'Anna\nDEL:b7de08a6',
  },
  { title: 'quotes', text: 'CN="Smith, James" , DC=com', commonName: 'Smith, James' },
  { title: 'a quote in quotes', text: 'CN="James \\"Jim\\" Smith",DC=com', commonName: 'James "Jim" Smith' },
  { title: 'an equals sign', text: 'CN=a=b,DC=com', commonName: 'a=b' },
  { title: 'a leading hash that is text', text: 'CN=\\#04024869,DC=com', commonName: '#04024869' },
  { title: 'an at sign', text: 'CN=anna@contoso.example,OU=Guests,DC=com', commonName: 'anna@contoso.example' },
  { title: 'a name cut short', text: 'CN=Dan Jump', commonName: 'Dan Jump' },
  { title: 'brackets for namesakes', text: 'CN=Chris Johnson [FINANCE],DC=com', commonName: 'Chris Johnson [FINANCE]' },
]

for (const { title, text, commonName } of values) {
  test(`CN: ${title}`, t => t.is(distinguishedName(text)?.commonName, commonName))
}

const same: readonly { title: string, one: string, other: string, equal: boolean }[] = [
  { title: 'case', one: 'CN=Anna,OU=West,DC=com', other: 'cn=ANNA,ou=west,dc=COM', equal: true },
  { title: 'blanks round separators', one: 'CN=Anna,OU=West', other: ' CN = Anna , OU = West ', equal: true },
  { title: 'blanks inside', one: 'CN=Anna Smith', other: 'CN=Anna   Smith', equal: true },
  { title: 'semicolons', one: 'CN=Anna,OU=West', other: 'CN=Anna;OU=West', equal: true },
  { title: 'ways to escape', one: 'CN=Smith\\, J,OU=West', other: 'CN="Smith, J",OU=West', equal: true },
  { title: 'escaped and hex', one: 'CN=Smith\\, J,OU=West', other: 'CN=Smith\\2c J,OU=West', equal: true },
  { title: 'letters and hex', one: 'CN=čapek', other: 'CN=\\C4\\8dapek', equal: true },
  { title: 'composition', one: 'CN=Müller', other: 'CN=Mu\u0308ller', equal: true },
  { title: 'order in one relative name', one: 'CN=Anna+UID=7,DC=com', other: 'UID=7+CN=Anna,DC=com', equal: true },
  { title: 'object identifiers', one: 'OID.2.5.4.3=Anna', other: '2.5.4.3=Anna', equal: true },
  { title: 'binary and text', one: 'CN=#04024869', other: 'CN=\\#04024869', equal: false },
  { title: 'a separator and an escaped one', one: 'CN=a,OU=b', other: 'CN=a\\,OU=b', equal: false },
  { title: 'a plus and an escaped one', one: 'CN=a+OU=b', other: 'CN=a\\+OU=b', equal: false },
  { title: 'order of relative names', one: 'OU=a,OU=b', other: 'OU=b,OU=a', equal: false },
  { title: 'other parents', one: 'CN=Anna,OU=West', other: 'CN=Anna,OU=East', equal: false },
]

for (const { title, one, other, equal } of same) {
  test(`key: ${title} ${equal ? 'does not count' : 'counts'}`, t => {
    const [left, right] = [distinguishedName(one)?.key, distinguishedName(other)?.key]
    t.truthy(left)
    t.truthy(right)
    t.is(left === right, equal)
  })
}

const none = [
  '', 'anna', 'CN=Anna,', 'CN=Anna,West', 'CN="Anna', 'CN="Anna"x,DC=com', 'CN=Anna\\', 'CN=\\FF', '/o=Org/cn=anna',
  '=x', 'A B=c',
]

for (const text of none) test(`${JSON.stringify(text)} is no name`, t => t.is(distinguishedName(text), undefined))

test('a blank value is a value', t => t.is(distinguishedName('CN=,DC=com')?.key, 'cn=,dc=com'))

const escaped = (value: string): string => value.replace(/[\\",+;<>=#]/g, '\\$&')
const hex = (value: string): string => Buffer.from(value).toString('hex').replace(/../g, '\\$&')

test('every value comes back from every way to write it', t => {
  const value = fc.string({ unit: 'grapheme', minLength: 1 })
  fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), units => {
    const written = [escaped, hex, (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`]
      .map(write => distinguishedName(units.map(unit => `OU=${write(unit)}`).join(',')))
    for (const name of written) {
      t.deepEqual(name?.units, units.map(unit => unit.trim()))
      t.is(name?.key, written[0]?.key)
    }
  }), { numRuns: 500 })
})

test('no two different lists of values share a key', t => {
  const piece = fc.constantFrom('a', ',', '+', '=', '\\', '#', 'ou=a', 'a,ou=a', 'a+ou=a')
  const list = fc.array(piece, { minLength: 1, maxLength: 3 })
  fc.assert(fc.property(list, list, (one, other) => {
    const [left, right] = [one, other].map(units => units.map(unit => `OU=${escaped(unit)}`).join(','))
      .map(text => distinguishedName(text)?.key)
    t.is(left === right, JSON.stringify(one) === JSON.stringify(other))
  }), { numRuns: 2000 })
})
