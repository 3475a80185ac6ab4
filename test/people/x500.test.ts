import test from 'ava'
import fc from 'fast-check'
import { encapsulatedKey, x500Key } from '../../engine/people/x500.ts'

const anna = '/o=contoso/ou=exchange administrative group/cn=recipients/cn=anna_(x)'

test('the case of an X500 address does not count', t => {
  t.is(x500Key('/O=CONTOSO/OU=EXCHANGE ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=ANNA_(X)'), anna)
  t.is(x500Key('/o=Contoso/ou=Exchange Administrative Group/cn=Recipients/cn=Anna_(x)'), anna)
})

const encapsulated: readonly { title: string, local: string, key: string | undefined }[] = [
  {
    title: 'as Outlook writes it',
    local: 'IMCEAEX-_o=Contoso_ou=Exchange+20Administrative+20Group_cn=Recipients_cn=Anna+5F+28x+29',
    key: anna,
  },
  {
    title: 'lower-case',
    local: 'imceaex-_o=contoso_ou=exchange+20administrative+20group_cn=recipients_cn=anna+5f+28x+29',
    key: anna,
  },
  { title: 'bytes of UTF-8', local: 'IMCEAEX-_o=Org_cn=+C4+8Capek', key: '/o=org/cn=čapek' },
  { title: 'a per cent sign is itself', local: 'IMCEAEX-_o=Org_cn=100%41', key: '/o=org/cn=100%41' },
  { title: 'an escaped plus', local: 'IMCEAEX-_o=Org_cn=a+2Bb', key: '/o=org/cn=a+b' },
  { title: 'broken hex', local: 'IMCEAEX-_o=Org_cn=+ZZ', key: undefined },
  { title: 'bytes that are no UTF-8', local: 'IMCEAEX-_o=Org_cn=+FF', key: undefined },
  { title: 'something else inside', local: 'IMCEAEX-anna', key: undefined },
  { title: 'another network', local: 'IMCEAFAX-_o=Org', key: undefined },
  { title: 'an ordinary local part', local: 'anna_smith+20', key: undefined },
]

for (const { title, local, key } of encapsulated) test(`encapsulated: ${title}`, t => t.is(encapsulatedKey(local), key))

for (const text of ['anna', 'o=org/cn=anna', '/users/anna', '']) {
  test(`"${text}" is no X500 address`, t => t.is(x500Key(text), undefined))
}

test('what is encapsulated comes out', t => {
  const encode = (text: string): string => [...Buffer.from(text)].map(byte => {
    const letter = String.fromCharCode(byte)
    const hex = byte.toString(16).toUpperCase().padStart(2, '0')
    return letter === '/' ? '_' : /[a-z0-9=-]/i.test(letter) ? letter : `+${hex}`
  }).join('')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), name => {
    const text = `/o=Org/cn=x${name}`
    t.is(encapsulatedKey(`IMCEAEX-${encode(text)}`), x500Key(text))
  }), { numRuns: 500 })
})
