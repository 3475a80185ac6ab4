import test from 'ava'
import fc from 'fast-check'
import { createHmac } from 'node:crypto'
import { isScrubbedEventId, scrubEventId } from '../../engine/calendar/event-id.ts'
import { testKey } from '../command-line.ts'
import { corpus } from '../corpus.ts'
import { damaged } from './damage.ts'
import { canary } from './series.ts'
import { holds, holdsPart } from './traces.ts'
import { vectors } from './vectors.ts'

const mac = (bytes: Uint8Array): Buffer => createHmac('sha256', testKey).update(bytes).digest()
const scrub = (cell: string): string => scrubEventId(cell, mac).id
const isOdd = (cell: string): boolean => scrubEventId(cell, mac).odd
const hexOf = (bytes: Buffer): string => bytes.toString('hex').toUpperCase()

const classId = '040000008200E00074C5B7101A82E008'
const zeros = '0000000000000000'
const size = (bytes: number): string => hexOf(Buffer.of(bytes & 255, bytes >> 8, 0, 0))

/** The id that other programs' UIDs get: no time of creation, and the UID behind a label. */
const vCal = (uid: string | Buffer, { date = '00000000', nul = true } = {}): string => {
  const data = Buffer.concat([Buffer.from('vCal-Uid\x01\0\0\0'), Buffer.from(uid), Buffer.alloc(nul ? 1 : 0)])
  return classId + date + zeros + zeros + size(data.length) + hexOf(data)
}

/** The key of a whole series in all mailboxes: the date of the exception is zeroed. */
const series = (id: string): string => id.slice(0, 32) + '00000000' + id.slice(40)

if (!corpus) test('real ids did not run: the samples are missing', t => { t.pass() })

for (const { name, hex, expect } of vectors('goid')) {
  test(`real id: ${name}`, t => {
    const id = scrub(hex)
    t.false(isOdd(hex))
    t.is(id === hex, expect.form === 'outlook')
    t.is(id.slice(0, 40), hex.slice(0, 40))
    if (expect.uid !== undefined) t.true(holds(hex, expect.uid) && !holds(id, expect.uid))
    t.is(scrub(id), id)
    t.true(isScrubbedEventId(id))
    t.is(isScrubbedEventId(hex), expect.form === 'outlook')
  })
}

test('the UID becomes its HMAC, under a label that makes it no hash of an address', t => {
  const uid = 'anna@contoso.example'
  t.is(scrub(vCal(uid)), vCal(mac(Buffer.from(`uid:${uid}`)).toString('hex')))
  t.not(mac(Buffer.from(`uid:${uid}`)).toString('hex'), mac(Buffer.from(uid)).toString('hex'))
})

test('one UID joins from writers with and without NUL, in digits of either case, in exceptions and their series', t => {
  const id = scrub(vCal('7kukuqrfedlm2f9t@google.com'))
  t.is(scrub(vCal('7kukuqrfedlm2f9t@google.com', { nul: false })), id)
  t.is(scrub(vCal('7kukuqrfedlm2f9t@google.com').toLowerCase()), id)
  const exception = scrub(vCal('7kukuqrfedlm2f9t@google.com', { date: '07E70601' }))
  t.not(exception, id)
  t.is(exception.slice(32, 40), '07E70601')
  t.is(series(exception), id)
})

test('UIDs that differ stay apart, also in case and beyond ASCII', t => {
  t.is(new Set(['a1', 'A1', 'ł1', '?1', 'a1 '].map(uid => scrub(vCal(uid)))).size, 5)
})

test('a date that no calendar has does not stay', t => {
  t.is(scrub(vCal('x@y.example', { date: '07E7021F' })), scrub(vCal('x@y.example')))
  t.is(scrub(vCal('x@y.example', { date: '4D656574' })), scrub(vCal('x@y.example')))
})

/** 16 October 2007. */
const created = 'B0225ABF0710C801'
const guid = '05B27C05AA7C4646B0835D5EB4E41C55'
const native = (parts: { date?: string, created?: string, x?: string, size?: string, data?: string } = {}): string =>
  classId + (parts.date ?? '00000000') + (parts.created ?? created) + (parts.x ?? zeros) + (parts.size ?? size(16)) + (parts.data ?? guid)

const kept: readonly { title: string, cell: string, id?: string }[] = [
  { title: 'of Outlook', cell: native() },
  { title: 'of Outlook, in lower-case digits', cell: native().toLowerCase(), id: native() },
  { title: 'of an exception', cell: native({ date: '07E70601' }) },
  { title: 'cut after 9 digits', cell: '040000008' },
  { title: 'cut after 9 digits, with dots', cell: '040000008...' },
  { title: 'cut before its Data', cell: native({ data: '' }) },
  { title: 'as the vendor\'s page shows it', cell: '060000008...' },
  { title: 'of nothing', cell: '' },
]
for (const { title, cell, id = cell } of kept) {
  test(`an id ${title} stays`, t => {
    t.deepEqual(scrubEventId(cell, mac), { id, odd: false })
    t.is(scrub(id), id)
    t.true(isScrubbedEventId(id))
  })
}

const textOf16 = hexOf(Buffer.from('Lunch with Anna!'))
const odd: readonly { title: string, cell: string, date?: string }[] = [
  { title: 'a UID alone', cell: 'anna@contoso.example' },
  { title: 'Base64, as ActiveSync writes ids', cell: Buffer.from(native(), 'hex').toString('base64') },
  { title: 'a leading zero that got lost', cell: native().slice(1) },
  { title: 'another class id', cell: native({ date: '07E70601' }).replace('74C5', '74C6') },
  { title: 'a size that does not match', cell: native({ size: size(17), date: '07E70601' }), date: '07E70601' },
  { title: 'an X that is not zero', cell: native({ x: textOf16.slice(0, 16) }) },
  { title: 'a time of creation that spells a word', cell: native({ created: textOf16.slice(0, 16) }) },
  { title: 'a date that no calendar has', cell: native({ date: '4D656574' }) },
  { title: 'text in the place of the GUID', cell: native({ data: textOf16 }) },
  { title: 'text of letters beyond ASCII in the place of the GUID', cell: native({ data: hexOf(Buffer.from('xОбедужиy')) }) },
  { title: 'a UID of no length', cell: vCal('', { nul: false }) },
  { title: 'text behind the first digits of the class id', cell: `04000000${textOf16}` },
  { title: 'text behind the class id', cell: `${classId}${textOf16}` },
]
for (const { title, cell, date = '00000000' } of odd) {
  test(`odd: ${title}`, t => {
    const { id, odd: counted } = scrubEventId(cell, mac)
    t.true(counted)
    t.regex(id, new RegExp(`^${classId}${date}${zeros}${zeros}10000000[0-9A-F]{32}$`))
    t.false(holdsPart(id, 'Lunch with Anna!') || holdsPart(id, 'contoso'))
    t.deepEqual(scrubEventId(id, mac), { id, odd: false })
    t.true(isScrubbedEventId(id) && !isScrubbedEventId(cell))
  })
}

test('an odd id of an exception joins with its series', t => {
  const exception = scrub(native({ size: size(17), date: '07E70601' }))
  t.is(series(exception), scrub(native({ size: size(17) })))
})

// Once more over a pseudonym must change nothing, so its form is taken for one. What that lets pass is told in event-id.ts.
test('a digest as UID has the form of a pseudonym; digits that spell a text have not', t => {
  const digest = mac(Buffer.from('of another program')).toString('hex')
  t.is(scrub(vCal(digest)), vCal(digest))
  t.not(scrub(vCal(digest.toUpperCase())), vCal(digest.toUpperCase()))
  const spelled = Buffer.from('anna.nowak@contoso.example'.padEnd(32)).toString('hex')
  t.false(holds(scrub(vCal(spelled)), spelled))
})

test('any UID is found no more, and its id stays itself', t => {
  const uids = fc.tuple(canary, fc.boolean(), fc.constantFrom('latin1' as const, 'utf8' as const))
  fc.assert(fc.property(uids, ([text, nul, encoding]) => {
    const id = scrub(vCal(Buffer.from(text, encoding), { nul }))
    return !holdsPart(id, text) && scrub(id) === id && isScrubbedEventId(id) && !isOdd(vCal(Buffer.from(text, encoding), { nul }))
  }), { numRuns: 5000 })
  t.pass()
})

test('a damaged id never passes a text, never throws, and what comes of it stays itself', t => {
  const arbitrary = canary.chain(text => fc.tuple(fc.constant(text), damaged(Buffer.from(vCal(Buffer.from(text)), 'hex'))))
  fc.assert(fc.property(arbitrary, ([text, bytes]) => {
    const id = scrub(hexOf(bytes))
    return !holdsPart(id, text) && scrub(id) === id && isScrubbedEventId(id)
  }), { numRuns: 20_000 })
  t.pass()
})

test('letters anywhere in an id of Outlook never pass', t => {
  const arbitrary = fc.tuple(canary, fc.integer({ min: 8, max: 16 }), fc.nat(55), fc.constantFrom('latin1' as const, 'utf16le' as const))
  fc.assert(fc.property(arbitrary, ([text, letters, at, encoding]) => {
    const bytes = Buffer.from(native(), 'hex')
    const copied = Buffer.from(text.slice(0, letters), encoding).copy(bytes, at)
    const id = scrub(hexOf(bytes))
    // Up to eight bytes of a GUID cannot be told from letters.
    return copied <= 8 || !holds(id, text.slice(0, letters))
  }), { numRuns: 5000 })
  t.pass()
})

test('any text becomes an id that may leave, or blank', t => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.uint8Array().map(bytes => hexOf(Buffer.from(bytes)))), text => {
    const id = scrub(text)
    return isScrubbedEventId(id) && scrub(id) === id && (id === '') === (text.trim() === '')
  }), { numRuns: 5000 })
  t.pass()
})
