// Texts of the usual forms are read at one look. What that gives must be what the full reading gives.
import test from 'ava'
import fc from 'fast-check'
import { bareAddress, plainAddress } from '../../engine/people/address.ts'
import { anyName, plainName } from '../../engine/people/distinguished-name.ts'
import { fold, lower } from '../../engine/people/fold.ts'
import { listing } from '../../engine/people/listing.ts'
import { anySpelling, plainSpelling } from '../../engine/people/spelling.ts'
import { unwrap } from '../../engine/people/wrapping.ts'
import { wildcard } from '../../engine/people/wildcard.ts'
import { wildcards } from '../../engine/people/wildcards.ts'
import { buildDirectory } from '../../engine/people/directory.ts'
import { domains, spec } from './sample.ts'

const pieces = fc.oneof(
  fc.constantFrom('@', '.', ',', ';', '=', '+', '#', '"', '\\', '\\,', '\\+', '\\#', '\\"', '\\;', '\\2c', '\\\\', '<', '>', ' ', '  ', '/', ':', '?'),
  fc.constantFrom('CN=', 'OU=', 'ou=', 'DC=', 'oid.2.5=', ',CN=', ',OU=', '/o=', '/cn=', 'X500:', 'EX:', 'smtp:', 'SMTP:', 'sip:'),
  fc.constantFrom('Anna', 'contoso', 'example', '@contoso.example', 'xn--', 'imceaex-', 'Müller', 'Łukasz', 'İ', 'ı', 'ß', '\u212a', '\u0301', '\ufeff', '\t'),
  fc.string({ unit: 'grapheme', maxLength: 2 }),
)
const usual: readonly string[] = [
  'Anna.Smith@contoso.example', 'SMTP:Anna@contoso.example', "o'brien+news@x.example",
  '/o=Org/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=anna', 'X500:/o=Org/cn=Anna',
  'CN=Anna Smith,OU=Sales,DC=contoso,DC=example', 'CN=Smith\\, Anna,OU=R\\+D \\#1,DC=example', 'CN=Łukasz Müller,OU=Produktion Süd,DC=x',
]

/** Anything, and usual texts with something put in somewhere. */
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map(parts => parts.join('')),
  fc.tuple(fc.constantFrom(...usual), fc.array(fc.tuple(fc.nat(60), pieces), { maxLength: 3 }))
    .map(([text, put]) => put.reduce((before, [at, piece]) => before.slice(0, at) + piece + before.slice(at), text)),
)

const forms: readonly { title: string, plain: (text: string) => unknown, full: (text: string) => unknown }[] = [
  { title: 'an address', plain: plainAddress, full: text => bareAddress(unwrap(text).text) },
  { title: 'a distinguished name', plain: plainName, full: anyName },
  { title: 'any spelling', plain: plainSpelling, full: anySpelling },
]

for (const { title, plain, full } of forms) {
  test(`${title}: one look gives what the full reading gives`, t => {
    let looks = 0
    fc.assert(fc.property(texts, text => {
      const found = plain(text)
      if (found === undefined) return
      looks++
      t.deepEqual(found, full(text), JSON.stringify(text))
    }), { numRuns: 30_000 })
    t.true(looks > 500, `${looks} texts`)
  })
}

for (const text of usual) test(`told at one look: ${text}`, t => t.deepEqual(plainSpelling(text), anySpelling(text)))

const others: readonly string[] = [
  'anna@xn--bcher-kva.example', 'anna@xn--a.example', 'IMCEAEX-_o=Org_cn=anna@x.example', 'müller@x.example', '<anna@x.example>',
  '"Anna" </o=Org/cn=anna>', '/o=Org/cn=a@x.example', 'CN=anna@x.example', 'CN="Smith, Anna",DC=x', 'CN=İlgin,OU=x', 'anna', '',
]

for (const text of others) test(`needs a closer look: ${text}`, t => t.is(plainSpelling(text), undefined))

test('folding at one look is the full folding, for every character before, between and behind letters', t => {
  const full = (text: string): string => lower(text).trim().replace(/\s{2,}|[^\S ]/g, ' ')
  for (let code = 0; code < 0x1_0000; code++) {
    const character = String.fromCharCode(code)
    const text = `${character}N ${character} n${character}`
    if (fold(text) !== full(text)) t.fail(`U+${code.toString(16)}`)
  }
  fc.assert(fc.property(texts, text => t.is(fold(text), full(text))))
})

test('wildcards together are the wildcards one by one', t => {
  const piece = fc.constantFrom('a', 'A', 'b', '*', '?', '', 'é', 'e\u0301', 'ı', '\u212a', 'k', '$', '😀')
  const word = fc.array(piece, { maxLength: 5 }).map(parts => parts.join(''))
  let met = 0
  fc.assert(fc.property(fc.array(word, { maxLength: 4 }), word, (patterns, text) => {
    const one = patterns.some(pattern => wildcard(pattern)(lower(text)))
    if (one) met++
    t.is(wildcards(patterns)(text), one, `${JSON.stringify(patterns)} on ${JSON.stringify(text)}`)
  }), { numRuns: 20_000 })
  t.true(met > 500)
})

test('a row is the same however its addresses are wrapped', t => {
  const address = fc.constantFrom('Anna@contoso.example', 'anna@contoso.example', 'bo@contoso.example', 'Bo@Contoso.example', '')
  const wrapped = (text: string): string => text === '' ? '' : `<${text}>`
  const listed = listing({ ...spec, also: [...spec.also, 'mail', 'upn'] })
  fc.assert(fc.property(fc.array(address, { maxLength: 3 }), address, address, (aliases, mail, upn) => {
    const row = (wrap: (text: string) => string) => listed(new Map<string, string | string[]>([
      ['aliases', aliases.map((alias, index) => alias && `${index === 0 ? 'SMTP' : 'smtp'}:${wrap(alias)}`)],
      ['mail', wrap(mail)], ['upn', wrap(upn)], ['login', 'anna'],
    ]))
    const { account: { entry: _, ...account }, ...rest } = row(text => text)!
    const { account: { entry: __, ...wrappedAccount }, ...wrappedRest } = row(wrapped)!
    t.deepEqual({ ...account, ...rest }, { ...wrappedAccount, ...wrappedRest })
  }), { numRuns: 2000 })
})

test('with the fields to keep named, the entry itself is not kept: one can serve for all rows', t => {
  for (const taken of [[], ['login']]) {
    const building = buildDirectory({ ...spec, taken }, domains)
    const entry = new Map<string, string>()
    for (const login of ['anna', 'bo']) {
      entry.set('mail', `${login}@contoso.example`).set('login', login)
      building.add(entry)
    }
    const people = building.finish()
    t.is(people.find('anna@contoso.example')?.entry?.get('login'), taken.length > 0 ? 'anna' : undefined)
    t.is(people.find('bo'), people.find('bo@contoso.example'))
    t.is(people.facts.accounts, 2)
  }
})

test('the longest texts are judged in linear time', t => {
  const before = performance.now()
  for (const part of ['a', 'a ', '\\,', 'CN=a,', '/o=a', '/o=a ', 'smtp:', 'a.', 'ü']) {
    for (const start of ['', 'CN=', '/o=', 'a@', 'x@']) {
      for (const end of ['', 'a', '"', ' ']) {
        const text = start + part.repeat((1 << 20) / part.length) + end
        plainSpelling(text)
        fold(text)
      }
    }
  }
  t.true(performance.now() - before < 20_000)
})
