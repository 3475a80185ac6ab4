// Recurrence blobs written from a description, straight from the tables of calendar-domain.md (a). Shares no code with the engine.
import fc from 'fast-check'

/** A day or a time in minutes since 1601. */
type Minutes = number

export type Exception = {
  readonly start: Minutes
  readonly end: Minutes
  readonly original: Minutes
  readonly subject?: string
  readonly location?: string
  /** Numbers it overrides, by flag. */
  readonly numbers: ReadonlyMap<number, number>
  /** Bits without a field, such as that of a changed body. */
  readonly otherFlags: number
  readonly highlight: number
}

export type Series = {
  readonly frequency: number
  readonly type: number
  readonly period: number
  readonly specific: readonly number[]
  readonly end: { readonly type: number, readonly count: number, readonly date: Minutes }
  readonly start: Minutes
  readonly deleted: readonly Minutes[]
  readonly modified: readonly Minutes[]
  /** `pattern` ends before the appointment, `short` after its exceptions. */
  readonly form: 'pattern' | 'short' | 'full'
  readonly version: number
  readonly hours: readonly [Minutes, Minutes]
  readonly exceptions: readonly Exception[]
  /** What stands in every reserved block, and behind the end. */
  readonly reserved: Buffer
  readonly stale: Buffer
}

const two = (value: number): Buffer => Buffer.of(value & 255, value >>> 8)
const four = (value: number): Buffer => Buffer.of(value & 255, value >>> 8 & 255, value >>> 16 & 255, value >>> 24)
const list = (values: readonly number[]): Buffer => Buffer.concat([four(values.length), ...values.map(four)])

/** The bytes of a series, with all its texts and reserved bytes. */
export function blob(series: Series): Buffer {
  const { frequency, type, period, specific, end, start, deleted, modified, form, version, hours, exceptions, stale } = series
  const pattern = [
    two(0x3004), two(0x3004), two(frequency), two(type), two(0), four(1440), four(period), four(0), ...specific.map(four),
    four(end.type), four(end.count), four(1), list(deleted), list(modified), four(start), four(end.date),
  ]
  if (form === 'pattern') return Buffer.concat(pattern)
  const short = [...pattern, four(0x3006), four(version), ...hours.map(four), two(exceptions.length), ...exceptions.map(exceptionBytes)]
  if (form === 'short') return Buffer.concat(short)
  const reserved = Buffer.concat([four(series.reserved.length), series.reserved])
  return Buffer.concat([...short, reserved, ...exceptions.map(one => extendedBytes(one, version, series.reserved)), reserved, stale])
}

/** What the scrub makes of it: the same numbers, and nothing else. */
export const withoutTexts = (series: Series): Series => ({
  ...series, reserved: Buffer.alloc(0), stale: Buffer.alloc(0),
  exceptions: series.exceptions.map(one => ({
    ...one, ...one.subject === undefined ? {} : { subject: '' }, ...one.location === undefined ? {} : { location: '' },
  })),
})

const flagsOf = ({ subject, location, numbers, otherFlags }: Exception): number =>
  [...numbers.keys()].reduce((flags, flag) => flags | flag, otherFlags | (subject === undefined ? 0 : 0x01) | (location === undefined ? 0 : 0x10))

function exceptionBytes(exception: Exception): Buffer {
  const { start, end, original, subject, location, numbers } = exception
  const text = (value: string | undefined): readonly Buffer[] =>
    value === undefined ? [] : [two(value.length + 1), two(value.length), Buffer.from(value, 'latin1')]
  const number = (flag: number): readonly Buffer[] => numbers.has(flag) ? [four(numbers.get(flag)!)] : []
  return Buffer.concat([
    four(start), four(end), four(original), two(flagsOf(exception)), ...text(subject), ...number(0x02), ...number(0x04), ...number(0x08),
    ...text(location), ...number(0x20), ...number(0x40), ...number(0x80), ...number(0x100),
  ])
}

function extendedBytes({ start, end, original, subject, location, highlight }: Exception, version: number, stuffing: Buffer): Buffer {
  const text = (value: string | undefined): readonly Buffer[] => value === undefined ? [] : [two(value.length), Buffer.from(value, 'utf16le')]
  const reserved = Buffer.concat([four(stuffing.length), stuffing])
  const said = [four(start), four(end), four(original), ...text(subject), ...text(location), reserved]
  const rest = subject === undefined && location === undefined ? [] : said
  return Buffer.concat([...version >= 0x3009 ? [four(4 + stuffing.length), four(highlight), stuffing] : [], reserved, ...rest])
}

const day: fc.Arbitrary<Minutes> = fc.integer({ min: 130_000, max: 170_000 }).map(days => days * 1440)
const moment = fc.tuple(day, fc.nat(1439)).map(([midnight, minute]) => midnight + minute)

const patterns = fc.oneof(
  fc.integer({ min: 1, max: 999 }).map(days => ({ frequency: 0x200a, type: 0, period: days * 1440, specific: [] })),
  fc.tuple(fc.constantFrom(0x200a, 0x200b), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 127 }))
    .map(([frequency, period, days]) => ({ frequency, type: 1, period, specific: [days] })),
  fc.tuple(fc.constantFrom(0x200c, 0x200d), fc.constantFrom(2, 4, 0xa, 0xc), fc.constantFrom(1, 3, 12, 24), fc.integer({ min: 1, max: 31 }))
    .map(([frequency, type, period, date]) => ({ frequency, type, period, specific: [date] })),
  fc.tuple(fc.constantFrom(0x200c, 0x200d), fc.constantFrom(3, 0xb), fc.constantFrom(1, 12), fc.integer({ min: 1, max: 127 }), fc.integer({ min: 1, max: 5 }))
    .map(([frequency, type, period, days, nth]) => ({ frequency, type, period, specific: [days, nth] })),
)

/** A text that gives itself away: letters and signs of Latin-1, none of which is a hex digit, long enough to be found again. */
export const canary: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...'GHIJKLMNOPQRSTUVWXYZghijklmnopqrstuvwxyz @.-_óüß'), minLength: 8, maxLength: 60,
})

function exceptionWith(text: string): fc.Arbitrary<Exception> {
  const said = fc.option(fc.constant(text), { nil: undefined })
  const flag = (name: number, value: fc.Arbitrary<number>): fc.Arbitrary<readonly [number, number][]> =>
    fc.oneof(fc.constant([]), value.map((one): [number, number][] => [[name, one]]))
  return fc.record({
    start: moment, length: fc.nat(3000), original: moment, subject: said, location: said, otherFlags: fc.constantFrom(0, 0x200),
    highlight: fc.constantFrom(0, 0x1f, 0x0800_0010),
    numbers: fc.tuple(
      flag(0x02, fc.constantFrom(1, 3, 5, 7)), flag(0x04, fc.constantFrom(0, 15, 20160, 0x5ae9_80e1)), flag(0x08, fc.nat(1)),
      flag(0x20, fc.nat(4)), flag(0x40, fc.nat(1)), flag(0x80, fc.nat(1)), flag(0x100, fc.nat(10)),
    ).map(all => new Map(all.flat())),
  }).map(({ length, subject, location, ...rest }) => ({
    ...rest, end: rest.start + length, ...subject === undefined ? {} : { subject }, ...location === undefined ? {} : { location },
  }))
}

/** A sound series that says the text wherever a series can. */
export const seriesWith = (text: string): fc.Arbitrary<Series> => fc.record({
  pattern: patterns, start: day, hours: fc.tuple(fc.nat(1439), fc.nat(5000)),
  end: fc.oneof(
    fc.tuple(fc.constantFrom(0x2021, 0x2022), fc.integer({ min: 1, max: 999 }), day).map(([type, count, date]) => ({ type, count, date })),
    fc.constantFrom(0x2023, 0xffff_ffff).map(type => ({ type, count: 10, date: 0x5ae9_80df })),
  ),
  deleted: fc.array(day, { maxLength: 5 }), modified: fc.array(day, { maxLength: 3 }),
  form: fc.constantFrom('full' as const, 'full' as const, 'short' as const, 'pattern' as const),
  version: fc.constantFrom(0x3006, 0x3007, 0x3008, 0x3009),
  exceptions: fc.array(exceptionWith(text), { maxLength: 4 }),
  reserved: fc.constantFrom(Buffer.alloc(0), Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')),
  stale: fc.constantFrom(Buffer.alloc(0), Buffer.alloc(4), Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')),
}).map(({ pattern, ...rest }) => ({ ...pattern, ...rest }))
