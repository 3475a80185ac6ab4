import test from 'ava'
import fc from 'fast-check'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import { domainName, ownDomains } from '../../engine/people/domains.ts'

const domains = ownDomains(['Contoso.com', ' bücher.example '], ['contoso.mail.onmicrosoft.com'])

const cases = [
  { domain: 'contoso.com', own: true },
  { domain: 'mail.contoso.com', own: true },
  { domain: 'a.b.contoso.com', own: true },
  { domain: 'xn--bcher-kva.example', own: true },
  { domain: 'contoso.mail.onmicrosoft.com', own: true, cloud: true },
  { domain: 'eu.contoso.mail.onmicrosoft.com', own: true, cloud: true },
  // look-alikes
  { domain: 'notcontoso.com', own: false },
  { domain: 'contoso.com.evil.example', own: false },
  { domain: 'contoso.co', own: false },
  { domain: 'com', own: false },
  { domain: 'fabrikam.mail.onmicrosoft.com', own: false },
  { domain: 'onmicrosoft.com', own: false },
  { domain: '', own: false },
]

for (const { domain, own, cloud = false } of cases) {
  test(`"${domain}" is ${own ? '' : 'not '}own and ${cloud ? '' : 'not '}in the cloud`, t => {
    t.is(domains.isOwn(domain), own)
    t.is(domains.isCloud(domain), cloud)
  })
}

const names: readonly [string, string | undefined][] = [
  ['Contoso.COM', 'contoso.com'],
  ['contoso.com.', 'contoso.com'],
  ['BÜCHER.example', 'xn--bcher-kva.example'],
  ['XN--BCHER-KVA.example', 'xn--bcher-kva.example'],
  ['ｃontoso。com', 'contoso.com'],
  ['server', 'server'],
  ['my_host.contoso.com', 'my_host.contoso.com'],
  // As the host of a URL these would become contoso.com.
  ['contoso%2ecom', undefined],
  ['contoso.com/x', undefined],
  ['contoso.com:25', undefined],
  ['contoso.com..', undefined],
  ['.contoso.com', undefined],
  ['contoso..com', undefined],
  ['*.contoso.com', undefined],
  ['@contoso.com', undefined],
  ['con toso.com', undefined],
  ['[192.0.2.1]', undefined],
  ['xn--a', undefined],
  ['.', undefined],
  ['', undefined],
]

for (const [text, name] of names) test(`the domain in "${text}" is ${name}`, t => t.is(domainName(text), name))

test('1.2 stays what it is: no number of an internet host is made of it', t => t.is(domainName('1.2'), '1.2'))

test('the canonical domain of a canonical domain is itself', t => {
  fc.assert(fc.property(fc.oneof(fc.domain(), fc.string({ unit: 'grapheme' })), text => {
    const once = domainName(text)
    if (once !== undefined) t.is(domainName(once), once)
  }), { numRuns: 2000 })
  t.pass()
})

test('whatever stands before or after an own domain makes it another, unless a dot parts them', t => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z0-9-]{1,8}$/), part => {
    t.true(domains.isOwn(`${part}.contoso.com`))
    t.false(domains.isOwn(`${part}contoso.com`))
    t.false(domains.isOwn(`contoso.com${part}`))
    t.false(domains.isOwn(`contoso.com.${part}`))
  }))
})

test('a listed text that is no domain stops the run and is not repeated in the message', t => {
  const stop = t.throws(() => ownDomains(['contoso.com', 'anna@contoso.com'], []), { instanceOf: Stop })
  t.is(stop?.exit, 2)
  t.is(stop?.diagnostic.code, 'wrong-value')
  t.is(stop?.diagnostic.message, 'number 2 of the domains is not a domain name')
  t.throws(() => ownDomains([], ['*']), { instanceOf: Stop })
  t.throws(() => ownDomains([''], []), { instanceOf: Stop })
})
