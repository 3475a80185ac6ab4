// AppointmentRecurrencePattern, written from its numbers (calendar-domain.md (a)). All integers little-endian, times in
// minutes since 1601, local to the series.

export type Exception = {
  /** Start of the occurrence it stands for, milliseconds since 1970 on the wall clock, as all times here. */
  readonly original: number
  readonly start: number
  readonly end: number
  readonly subject?: string
  readonly location?: string
  /** 0 free, 1 tentative, 2 busy, 3 away. */
  readonly busy?: number
  readonly allDay?: boolean
  readonly reminder?: number
  /** Its text differs: a flag without a field. */
  readonly body?: boolean
}

export type Recurrence = {
  readonly frequency: 'daily' | 'weekly' | 'monthly' | 'yearly'
  /** Every so many days, weeks or months; 12 for yearly. */
  readonly period: number
  /** Weekly: Su=1, Mo=2, … Sa=64. */
  readonly days?: number | undefined
  /** Monthly and yearly: the day of the month, or with `days` which of them (5: the last). */
  readonly day?: number
  /** Midnight of the first day. */
  readonly first: number
  /** Midnight of the last day; without it the series never ends. */
  readonly last?: number | undefined
  readonly count: number
  /** It ends after `count` occurrences, and `last` only follows from that. */
  readonly counted?: boolean
  /** Minutes after midnight. */
  readonly from: number
  readonly to: number
  /** Midnights of days that were taken out. */
  readonly deleted: readonly number[]
  readonly exceptions: readonly Exception[]
  /** Default 0x3009; 0x3008 is Outlook 2003, without change highlights. */
  readonly writer?: number
}

/**
 * `tail: false` ends after the exceptions, as two real blobs of old writers do: the 8-bit texts are then the only ones.
 * `stale` are the bytes of an older blob that was longer, left behind it.
 */
export type BlobOptions = { readonly tail?: boolean, readonly stale?: Buffer }

/** The blob, in upper-case hex. */
export const recurrenceHex = (recurrence: Recurrence, { tail = true, stale = Buffer.alloc(0) }: BlobOptions = {}): string => {
  const { exceptions, writer = 0x3009, from, to } = recurrence
  const known = exceptions.toSorted((one, other) => one.original - other.original)
  return Buffer.concat([
    pattern(recurrence),
    four(0x3006), four(writer), four(from), four(to),
    two(exceptions.length), ...known.map(exceptionInfo),
    ...tail ? [four(0), ...known.map(one => extendedException(one, writer)), four(0)] : [],
    stale,
  ]).toString('hex').toUpperCase()
}

/** The same blob with nothing but its numbers: what may leave (calendar-domain.md (a), Scrub algorithm, 4). */
export const scrubbedRecurrenceHex = (recurrence: Recurrence, { tail = true }: BlobOptions = {}): string => {
  const blank = (text: string | undefined, key: string): object => text === undefined ? {} : { [key]: '' }
  const exceptions = recurrence.exceptions.map(one =>
    ({ ...one, ...blank(one.subject, 'subject'), ...blank(one.location, 'location') }))
  return recurrenceHex({ ...recurrence, exceptions }, { tail })
}

const pattern = (recurrence: Recurrence): Buffer => {
  const { frequency, period, days, day = 1, first, last, count, counted, deleted, exceptions } = recurrence
  const gone = [...deleted, ...exceptions.map(({ original }) => midnight(original))].toSorted(ascending)
  const moved = exceptions.map(({ start }) => midnight(start)).toSorted(ascending)
  const specific = frequency === 'daily' ? [] : frequency === 'weekly' ? [four(days ?? 0)]
    : days === undefined ? [four(day)] : [four(days), four(day)]
  const type = frequency === 'daily' ? 0 : frequency === 'weekly' ? 1 : days === undefined ? 2 : 3
  return Buffer.concat([
    two(0x3004), two(0x3004),
    two({ daily: 0x200a, weekly: 0x200b, monthly: 0x200c, yearly: 0x200d }[frequency]), two(type), two(0),
    four(firstDateTime(recurrence)), four(frequency === 'daily' ? period * 1440 : period), four(0),
    ...specific,
    four(last === undefined ? 0x2023 : counted === true ? 0x2022 : 0x2021), four(last === undefined ? 10 : count), four(0),
    four(gone.length), ...gone.map(time), four(moved.length), ...moved.map(time),
    time(first), last === undefined ? four(0x5ae980df) : time(last),
  ])
}

const exceptionInfo = (one: Exception): Buffer => Buffer.concat([
  time(one.start), time(one.end), time(one.original), two(flagsOf(one)),
  ...one.subject === undefined ? [] : [narrow(one.subject)],
  ...one.reminder === undefined ? [] : [four(one.reminder)],
  ...one.location === undefined ? [] : [narrow(one.location)],
  ...one.busy === undefined ? [] : [four(one.busy)],
  ...one.allDay === undefined ? [] : [four(one.allDay ? 1 : 0)],
])

const flagsOf = ({ subject, reminder, location, busy, allDay, body }: Exception): number =>
  (subject === undefined ? 0 : 0x0001) | (reminder === undefined ? 0 : 0x0004) | (location === undefined ? 0 : 0x0010)
  | (busy === undefined ? 0 : 0x0020) | (allDay === undefined ? 0 : 0x0080) | (body === true ? 0x0200 : 0)

const extendedException = ({ start, end, original, subject, location }: Exception, writer: number): Buffer => {
  const highlight = writer >= 0x3009 ? [four(4), four(0)] : []
  if (subject === undefined && location === undefined) return Buffer.concat([...highlight, four(0)])
  return Buffer.concat([
    ...highlight, four(0), time(start), time(end), time(original),
    ...subject === undefined ? [] : [wide(subject)], ...location === undefined ? [] : [wide(location)],
    four(0),
  ])
}

/** The phase of the period, counted from 1601: within it the weeks begin on Sunday, the months on their first. */
const firstDateTime = ({ frequency, period, first }: Recurrence): number => {
  const day = minutes(first) / 1440
  if (frequency === 'daily') return (day % period) * 1440
  // 1601-01-01 was a Monday.
  if (frequency === 'weekly') return ((day - (day + 1) % 7) % (7 * period)) * 1440
  const date = new Date(first)
  const month = (date.getUTCFullYear() - 1601) * 12 + date.getUTCMonth()
  return minutes(Date.UTC(1601, month % period))
}

/** Two lengths, the first of them one too long, then one byte a letter; what Windows-1252 lacks becomes `?`. */
const narrow = (text: string): Buffer => {
  const bytes = Buffer.from(Array.from(text, letter => letter.charCodeAt(0) < 256 ? letter : '?').join(''), 'latin1')
  return Buffer.concat([two(bytes.length + 1), two(bytes.length), bytes])
}

const wide = (text: string): Buffer => Buffer.concat([two(text.length), Buffer.from(text, 'utf16le')])

const minutes = (at: number): number => (at - Date.UTC(1601, 0, 1)) / 60_000
const midnight = (at: number): number => at - at % 86_400_000
const ascending = (one: number, other: number): number => one - other
const time = (at: number): Buffer => four(minutes(at))
const two = (value: number): Buffer => Buffer.from(Uint16Array.of(value).buffer)
const four = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer)
