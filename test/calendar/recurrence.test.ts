import test from 'ava'
import fc from 'fast-check'
import { isScrubbedRecurrence, scrubRecurrence } from '../../engine/calendar/recurrence.ts'
import { corpus } from '../corpus.ts'
import { damaged } from './damage.ts'
import { type Series, blob, canary, seriesWith, withoutTexts } from './series.ts'
import { holds, holdsPart } from './traces.ts'
import { vectors } from './vectors.ts'

const hexOf = (bytes: Buffer): string => bytes.toString('hex').toUpperCase()

const day = (date: string): number => (Date.parse(`${date}T00:00Z`) - Date.UTC(1601, 0, 1)) / 60_000

/** Every Friday of 2023 from noon to one; on 12 January it was on the day before. */
const lunch: Series = {
  frequency: 0x200b, type: 1, period: 1, specific: [32], end: { type: 0x2021, count: 52, date: day('2023-12-31') }, start: day('2023-01-06'),
  deleted: [day('2023-01-13')], modified: [day('2023-01-12')], form: 'full', version: 0x3009, hours: [720, 780],
  exceptions: [{
    start: day('2023-01-12') + 720, end: day('2023-01-12') + 780, original: day('2023-01-13') + 720, subject: 'Lunch with Anna', location: 'Room 12',
    numbers: new Map([[0x20, 2]]), otherFlags: 0, highlight: 0x18,
  }],
  reserved: Buffer.alloc(0), stale: Buffer.alloc(0),
}

if (!corpus) test('real blobs did not run: the samples are missing', t => { t.pass() })

for (const { name, hex, leaks, scrubKeepFlagsHex } of vectors('recurrence')) {
  test(`real blob: ${name}`, t => {
    const scrubbed = scrubRecurrence(hex)
    t.is(scrubbed, scrubKeepFlagsHex)
    t.is(scrubRecurrence(scrubKeepFlagsHex), scrubKeepFlagsHex)
    t.true(isScrubbedRecurrence(scrubKeepFlagsHex))
    for (const leak of leaks) t.true(holds(hex, leak) && !holds(scrubKeepFlagsHex, leak), leak)
    t.is(isScrubbedRecurrence(hex), hex === scrubKeepFlagsHex)
  })
}

test('subject and place go, dates and flags stay', t => {
  const scrubbed = scrubRecurrence(hexOf(blob(lunch)))!
  t.is(scrubbed, hexOf(blob(withoutTexts(lunch))))
  t.false(holdsPart(scrubbed, 'Lunch with Anna') || holdsPart(scrubbed, 'Room 12'))
})

test('300 stale bytes behind the end go, although the blob has no exceptions', t => {
  const subject = 'Merger with Fabrikam'
  const older = Buffer.concat([Buffer.from(subject, 'latin1'), Buffer.from(subject, 'utf16le')])
  const stale = Buffer.concat([older, Buffer.alloc(300 - older.length, 0xaa)])
  const plain = { ...lunch, deleted: [], modified: [], exceptions: [] }
  const scrubbed = scrubRecurrence(hexOf(blob({ ...plain, stale })))!
  t.is(scrubbed, hexOf(blob(plain)))
  t.false(holdsPart(scrubbed, subject))
})

const spelt: readonly { title: string, cell: (hex: string) => string }[] = [
  { title: 'lower-case', cell: hex => hex.toLowerCase() },
  { title: 'with 0x', cell: hex => `0x${hex}` },
  { title: 'with dashes, as .NET writes bytes', cell: hex => hex.replace(/..(?=.)/g, '$&-') },
  { title: 'with blanks', cell: hex => ` ${hex.replace(/..(?=.)/g, '$& ')} ` },
]
for (const { title, cell } of spelt) {
  test(`a blob ${title} is the same blob`, t => { t.is(scrubRecurrence(cell(hexOf(blob(lunch)))), hexOf(blob(withoutTexts(lunch)))) })
}

const { subject: _, location: __, ...unnamed } = lunch.exceptions[0]!
const whole = hexOf(blob(lunch))
const at = (hex: string, byte: number, bytes: string): string => hex.slice(0, byte * 2) + bytes + hex.slice(byte * 2 + bytes.length)
const unreadable: readonly { title: string, cell: string }[] = [
  { title: 'a text', cell: 'Lunch with Anna' },
  { title: 'half a byte less', cell: whole.slice(0, -1) },
  { title: 'a cell that was cut', cell: whole.slice(0, 200) },
  { title: 'another version of the pattern', cell: at(whole, 0, '0530') },
  { title: 'a pattern type that nobody knows', cell: at(whole, 6, '0500') },
  { title: 'four thousand million deleted days', cell: at(whole, 38, 'FFFFFFFF') },
  { title: 'a length beyond the end', cell: at(whole, 96, 'FFFF') },
  { title: 'bytes in the place of a date that no calendar has', cell: at(whole, 42, '4D656574') },
  { title: 'a change highlight of no size', cell: hexOf(blob({ ...lunch, exceptions: [{ ...unnamed, highlight: 0 }] })).replace('0400000000000000', '0000000000000000') },
  { title: 'a cell larger than any blob', cell: '04300430'.repeat(1 << 16) },
  { title: 'the dots of a cut cell with more digits than the sample has', cell: `${whole.slice(0, 34)}...` },
  { title: 'a name that is made of hex digits', cell: 'Ada...' },
]
for (const { title, cell } of unreadable) {
  test(`no blob: ${title}`, t => {
    t.is(scrubRecurrence(cell), undefined)
    t.false(isScrubbedRecurrence(cell))
  })
}

for (const cell of ['', '00232000000A...', '00232000000A....']) {
  test(`"${cell}" stays as it is`, t => {
    t.is(scrubRecurrence(cell), cell)
    t.true(isScrubbedRecurrence(cell))
  })
}

test('any sound series keeps its numbers and says nothing', t => {
  fc.assert(fc.property(canary.chain(text => fc.tuple(fc.constant(text), seriesWith(text))), ([text, series]) => {
    const scrubbed = scrubRecurrence(hexOf(blob(series)))
    const expected = hexOf(blob(withoutTexts(series)))
    return scrubbed === expected && !holdsPart(expected, text) && isScrubbedRecurrence(expected) && scrubRecurrence(expected) === expected
  }), { numRuns: 3000 })
  t.pass()
})

test('a damaged blob never passes a text, never throws, and what comes of it stays itself', t => {
  let read = 0
  const arbitrary = canary.chain(text => seriesWith(text).chain(series => fc.tuple(fc.constant(text), damaged(blob(series)))))
  fc.assert(fc.property(arbitrary, ([text, bytes]) => {
    const scrubbed = scrubRecurrence(hexOf(bytes))
    if (scrubbed === undefined) return true
    read++
    return !holdsPart(scrubbed, text) && isScrubbedRecurrence(scrubbed) && scrubRecurrence(scrubbed) === scrubbed
  }), { numRuns: 20_000 })
  // Some of the damage only hits what is left out anyway; were none of it read, the test would show nothing.
  t.true(read > 100, `${read}`)
})

test('letters in the place of numbers make a blob unreadable, wherever they stand', t => {
  const arbitrary = canary.chain(text => fc.record({
    text: fc.constant(text), series: seriesWith('').map(withoutTexts), at: fc.nat(), letters: fc.integer({ min: 4, max: 12 }),
    encoding: fc.constantFrom('latin1' as const, 'utf16le' as const),
  }))
  fc.assert(fc.property(arbitrary, ({ text, series, at, letters, encoding }) => {
    const bytes = blob(series)
    const said = Buffer.from(text.slice(0, letters), encoding)
    said.copy(bytes, at % Math.max(1, bytes.length - said.length))
    const scrubbed = scrubRecurrence(hexOf(bytes))
    return scrubbed === undefined || !holdsPart(scrubbed, text)
  }), { numRuns: 20_000 })
  t.pass()
})

test('any text is a blob, blank, or nothing', t => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.uint8Array().map(bytes => hexOf(Buffer.from(bytes)))), text => {
    const scrubbed = scrubRecurrence(text)
    return scrubbed === undefined || isScrubbedRecurrence(scrubbed)
  }), { numRuns: 5000 })
  t.pass()
})
