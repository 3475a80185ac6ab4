import test from 'ava'
import fc from 'fast-check'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NonAscii, type Profile, digester, fingerprint, isPseudonym } from '../../engine/hash/digest.ts'
import { keyOf } from '../../engine/hash/key.ts'
import { corpus } from '../corpus.ts'

const main = keyOf('np-demo-key-0123456789abcdefGHIJ')
const hex = digester(main, 'ascii-hex')
const base64 = digester(main, 'utf8-base64')

const known: readonly { title: string, key: string, text: string, profile: Profile, nonAscii: NonAscii, expect: string | undefined }[] = [
  { title: 'an address as the vendor\'s page hashes it', key: 'np-demo-key-0123456789abcdefGHIJ', text: 'test@example.com',
    profile: 'ascii-hex', nonAscii: 'refuse', expect: '6b44343d9e7b6e2200d2d191183dbda6da15a86569c33c2c89c7bcf8ed9be641' },
  { title: 'the same address as the vendor\'s connectors do', key: 'np-demo-key-0123456789abcdefGHIJ', text: 'test@example.com',
    profile: 'utf8-base64', nonAscii: 'refuse', expect: 'a0Q0PZ57biIA0tGRGD29ptoVqGVpwzwsice8+O2b5kE=' },
  { title: 'test case 2 of RFC 4231', key: 'Jefe', text: 'what do ya want for nothing?',
    profile: 'ascii-hex', nonAscii: 'refuse', expect: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843' },
  { title: 'an emoji is two question marks', key: 'np-demo-key-0123456789abcdefGHIJ', text: '😀',
    profile: 'ascii-hex', nonAscii: 'question-mark', expect: '023ac26070f287dff8a5400bc6bc408f50ade780a6e36eaa9ae7bdbd49546ac0' },
  { title: 'a text beyond ASCII is refused on demand', key: 'np-demo-key-0123456789abcdefGHIJ', text: 'müller@example.com',
    profile: 'ascii-hex', nonAscii: 'refuse', expect: undefined },
  { title: 'the control character U+0080 is beyond ASCII', key: 'np-demo-key-0123456789abcdefGHIJ', text: '\u0080',
    profile: 'ascii-hex', nonAscii: 'refuse', expect: undefined },
  { title: 'the control character U+007F is ASCII', key: 'np-demo-key-0123456789abcdefGHIJ', text: '\u007f',
    profile: 'ascii-hex', nonAscii: 'refuse', expect: createHmac('sha256', 'np-demo-key-0123456789abcdefGHIJ').update('\u007f').digest('hex') },
  { title: 'half an emoji becomes U+FFFD in UTF-8', key: 'np-demo-key-0123456789abcdefGHIJ', text: 'a\ud83d',
    profile: 'utf8-base64', nonAscii: 'refuse', expect: 'y3jYp8FqtB5DPug/oOfexVb6S5/hukHtCWdilagLNkU=' },
  { title: 'blank stays blank in hex', key: 'x', text: '', profile: 'ascii-hex', nonAscii: 'refuse', expect: '' },
  { title: 'blank stays blank in Base64', key: 'x', text: '', profile: 'utf8-base64', nonAscii: 'refuse', expect: '' },
  { title: 'magic words are no business of the digest', key: 'np-demo-key-0123456789abcdefGHIJ', text: 'external',
    profile: 'ascii-hex', nonAscii: 'refuse', expect: createHmac('sha256', 'np-demo-key-0123456789abcdefGHIJ').update('external').digest('hex') },
]

for (const { title, key, text, profile, nonAscii, expect } of known) {
  test(title, t => { t.is(digester(keyOf(key), profile)(text, nonAscii), expect) })
}

test('müller and möller are one person to the vendor\'s function, and two in UTF-8', t => {
  t.is(hex('müller@example.com', 'question-mark'), hex('möller@example.com', 'question-mark'))
  t.not(hex('müller@example.com', 'utf8'), hex('möller@example.com', 'utf8'))
})

test('hex of UTF-8 and Base64 are the same bytes, so files of the two profiles convert without the key', t => {
  fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), text =>
    Buffer.from(hex(text, 'utf8')!, 'hex').toString('base64') === base64(text, 'refuse')))
  t.pass()
})

test('question marks: one per UTF-16 unit beyond ASCII, as .NET counts', t => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code))
  fc.assert(fc.property(fc.array(unit, { minLength: 1 }), units => {
    const bytes = Buffer.from(units.map(one => one.charCodeAt(0) > 127 ? 0x3f : one.charCodeAt(0)))
    return hex(units.join(''), 'question-mark') === createHmac('sha256', main.secret).update(bytes).digest('hex')
  }))
  t.pass()
})

test('every pseudonym looks like one, in its own profile only', t => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), text => {
    const [one, other] = [hex(text, 'utf8')!, base64(text, 'utf8')!]
    return isPseudonym(one, 'ascii-hex') && !isPseudonym(one, 'utf8-base64')
      && isPseudonym(other, 'utf8-base64') && !isPseudonym(other, 'ascii-hex')
  }))
  t.pass()
})

for (const text of ['', 'external', '6cd886f6', 'A'.repeat(64), 'g'.repeat(64), `${'a'.repeat(64)}\n`, `${'A'.repeat(43)}-`, `${'A'.repeat(42)}B=`]) {
  test(`not a pseudonym: ${JSON.stringify(text)}`, t => {
    t.false(isPseudonym(text, 'ascii-hex'))
    t.false(isPseudonym(text, 'utf8-base64'))
  })
}

test('the fingerprint tells keys apart and is an HMAC of a constant', t => {
  const expect = createHmac('sha256', 'np-demo-key-0123456789abcdefGHIJ').update('np-pipeline key fingerprint').digest('hex')
  t.is(fingerprint(main), expect.slice(0, 16))
  t.not(fingerprint(main), fingerprint(keyOf('np-demo-key-0123456789abcdefGHIK')))
})

type Vector = { readonly id: string, readonly key: string, readonly message: string, readonly expect: string }
type Vectors = { readonly keys: Readonly<Record<string, { readonly text: string }>>, readonly ascii_hex: readonly Vector[], readonly utf8_base64: readonly Vector[] }

const vectors = corpus === undefined ? undefined
  : JSON.parse(readFileSync(join(corpus, 'hmac/vectors.json'), 'utf8')) as Vectors

for (const [profile, list] of [['ascii-hex', vectors?.ascii_hex], ['utf8-base64', vectors?.utf8_base64]] as const) {
  test(`all vectors of ${profile}, which were checked on .NET`, t => {
    if (!vectors || !list) {
      t.log('did not run: the samples are missing')
      return t.pass()
    }
    // A magic word passes before it comes to hashing; a key beyond ASCII is refused where it would become question marks.
    const hashed = list.filter(({ id, message, expect }) => message !== expect && (profile === 'utf8-base64' || id !== 'key-emoji'))
    t.true(hashed.length > 25)
    for (const { id, key, message, expect } of hashed) {
      t.is(digester(keyOf(vectors.keys[key]!.text), profile)(message, 'question-mark'), expect, id)
    }
  })
}
