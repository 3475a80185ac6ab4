import test from 'ava'
import fc from 'fast-check'
import { address } from '../../engine/people/address.ts'

const same: readonly { title: string, canonical: string, spellings: readonly string[] }[] = [
  {
    title: 'wrappings and case',
    canonical: 'anna@contoso.example',
    spellings: [
      'anna@contoso.example', 'Anna@Contoso.EXAMPLE', ' anna@contoso.example\r\n', '<anna@contoso.example>',
      'Anna Smith <anna@contoso.example>', '"Smith, Anna" <Anna@Contoso.example>', '"a <b" < anna@contoso.example >',
      '"eve@evil.example" <anna@contoso.example>', 'mailto:anna@contoso.example', 'SMTP:Anna@contoso.example',
      'smtp: anna@contoso.example', '<mailto:anna@contoso.example>', 'EX:anna@contoso.example', 'anna@contoso.example.',
      '"anna"@contoso.example', '"an\\na"@contoso.example', 'anna@contoso。example',
    ],
  },
  {
    title: 'an international domain', canonical: 'müller@xn--bcher-kva.example',
    spellings: ['müller@bücher.example', 'MÜLLER@BÜCHER.example', 'mu\u0308ller@xn--bcher-kva.example'],
  },
  {
    title: 'tags and dots stay', canonical: 'anna.smith+news@contoso.example',
    spellings: ['Anna.Smith+News@contoso.example'],
  },
  { title: 'the Kelvin sign is a k', canonical: 'kim@contoso.example', spellings: ['\u212aim@contoso.example'] },
  {
    title: 'a quoted local part that needs its quotes', canonical: '"a@b\\"c"@contoso.example',
    spellings: ['"A@b\\"c"@contoso.example', '"a\\@b\\"\\c"@contoso.example'],
  },
  {
    title: 'braces of a system mailbox', canonical: 'systemmailbox{d919ba05-46a6}@contoso.example',
    spellings: ['SystemMailbox{D919BA05-46A6}@contoso.example'],
  },
  { title: 'an apostrophe', canonical: "o'brien@contoso.example", spellings: ["O'Brien@contoso.example"] },
]

for (const { title, canonical, spellings } of same) {
  for (const spelling of spellings) {
    test(`${title}: ${JSON.stringify(spelling)}`, t => {
      t.is(address(spelling)?.text, canonical)
      t.is(address(canonical)?.text, canonical)
    })
  }
}

test('an address comes with its parts', t => {
  t.deepEqual(address('Anna@B.example'), { text: 'anna@b.example', local: 'anna', domain: 'b.example' })
  t.deepEqual(address('"a@b"@c.example'), { text: '"a@b"@c.example', local: '"a@b"', domain: 'c.example' })
})

const none: readonly [string, string][] = [
  ['blank', ''],
  ['blanks', ' \t'],
  ['the null sender', '<>'],
  ['a word', 'anna'],
  ['no local part', '@contoso.example'],
  ['an empty quoted local part', '""@contoso.example'],
  ['no domain', 'anna@'],
  ['two signs', 'anna@b@contoso.example'],
  ['two addresses', 'anna@contoso.example;bo@contoso.example'],
  ['a blank inside', 'an na@contoso.example'],
  ['a blank in the domain', 'anna@contoso .example'],
  ['a quoted blank', '"an na"@contoso.example'],
  ['an open quote', '"anna@contoso.example'],
  ['text after a quote', '"an"na@contoso.example'],
  ['a control', 'an\u0007na@contoso.example'],
  ['NUL', 'anna\u0000@contoso.example'],
  ['NUL at the end', 'anna@contoso.example\u0000'],
  ['a zero-width space', 'an\u200bna@contoso.example'],
  ['a zero-width space in the domain', 'anna@con\u200btoso.example'],
  ['a soft hyphen', 'an\u00adna@contoso.example'],
  ['bidi', '\u202eanna@contoso.example'],
  ['a no-break space', 'anna@contoso.example\u00a0'],
  ['a byte order mark', '\ufeffanna@contoso.example'],
  ['a Hangul filler', 'anna\u3164@contoso.example'],
  ['half a surrogate pair', 'anna\ud800@contoso.example'],
  ['a letter that an ASCII export lost', 'm?ller@contoso.example'],
  ['one lost in quotes', '"m?ller"@contoso.example'],
  ['what a decoder leaves', 'm\ufffdller@contoso.example'],
  ['other networks', 'sip:anna@contoso.example'],
  ['X400', 'x400:anna@contoso.example'],
  ['an encoded domain', 'anna@contoso%2eexample'],
  ['a domain that goes on', 'anna@contoso.example/x'],
  ['a domain that becomes one that goes on', 'anna@contoso.example\u2488'],
  ['an X500 address', '/o=Org/ou=First/cn=anna'],
  ['a DN', 'CN=anna@contoso.example,OU=x,DC=y'],
  ['longer than any', `${'a'.repeat(1100)}@contoso.example`],
  // Each İ becomes two characters.
  ['longer than any in lower case', `${'İ'.repeat(600)}@contoso.example`],
]

for (const [title, text] of none) test(`no address: ${title}`, t => t.is(address(text), undefined))

test('Turkish letters: dotless ı is another letter, dotted İ keeps its dot, in every locale', t => {
  t.is(address('ILGIN@contoso.example')?.local, 'ilgin')
  t.is(address('ılgın@contoso.example')?.local, 'ılgın')
  t.is(address('İlgin@contoso.example')?.local, 'i\u0307lgin')
})

const odd = fc.array(fc.oneof(
  fc.constantFrom('@', '.', '"', '\\', '<', '>', ' ', '=', '+', '_', '?', 'smtp:', 'SMTP:', 'mailto:', 'EX:'),
  fc.constantFrom('anna', 'Contoso.example', 'bücher', 'xn--', 'İ', 'ı', 'Σ', '\u212a', '\u0338', '\u0301'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
), { maxLength: 10 }).map(parts => parts.join(''))

test('the address of an address is itself', t => {
  let found = 0
  const pair = fc.tuple(odd, odd).map(([local, domain]) => `${local}@${domain}`)
  fc.assert(fc.property(fc.oneof(odd, pair, fc.emailAddress()), text => {
    const once = address(text)
    if (!once) return
    found++
    t.deepEqual(address(once.text), once)
  }), { numRuns: 20_000 })
  t.true(found > 1000, `${found} addresses`)
})

test('wrapping, case and composition never change an address', t => {
  const local = fc.stringMatching(/^[a-zàéüñ0-9.+_-]{1,12}$/)
  const domain = fc.stringMatching(/^[a-zü0-9]{1,8}\.example$/)
  fc.assert(fc.property(local, domain, fc.string({ maxLength: 8 }), (name, host, display) => {
    const plain = address(`${name}@${host}`)?.text
    t.truthy(plain)
    for (const spelling of [
      `${name}@${host}`.toUpperCase(), `${name}@${host}`.normalize('NFD'),
      `${display.replaceAll('<', '')} <${name}@${host}>`,
      `SMTP:${name}@${host}`, `mailto:${name}@${host}`, `  <${name}@${host}.> `, `"${name}"@${host}`,
    ]) t.is(address(spelling)?.text, plain, spelling)
  }))
})
