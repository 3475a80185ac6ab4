// The numbers of an AppointmentRecurrencePattern, in the order of its bytes (calendar-domain.md (a), MS-OXOCAL 2.2.1.44).
//
// Each number has bounds. A real series is within them; text that a damaged length moved into the place of numbers is
// not, so it makes the blob unreadable and does not pass as a date: four bytes of 8-bit text are at least 0x20202020,
// two Latin letters of UTF-16 are between 0x00200020 and 0x017F017F.
import type { Layout, NumberField } from './numbers.ts'

type Sound = NumberField['sound']
const word = (sound: Sound): NumberField => ({ size: 2, sound })
const long = (sound: Sound): NumberField => ({ size: 4, sound })
const between = (first: number, last: number): Sound => value => value >= first && value <= last
const oneOf = (...values: readonly number[]): Sound => value => values.includes(value)

/** Minutes since 1601, from 1900 (birthdays are series) to 2621. */
const isMoment = between(157_258_080, 0x1fff_ffff)
/** 4500-12-31 23:59: the series has no end. */
const never = 0x5ae9_80df
/** Instead of minutes: the reminder that the reader's own settings give. */
const usualReminder = 0x5ae9_80e1
const minutesOfDay = 1440
/** In minutes, or a little less. */
const twoYears = 0xf_ffff

const days = long(between(1, 0x7f))
const dayOfMonth = long(between(1, 31))
const nth = long(between(1, 5))

/** Which days a series falls on, by pattern type: every so many days, a mask of weekdays, a day of the month, or the nth. */
export const patternFields: ReadonlyMap<number, Layout> = new Map<number, Layout>([
  [0x0, {}], [0x1, { days }], [0x2, { dayOfMonth }], [0x3, { days, nth }], [0x4, { dayOfMonth }],
  [0xa, { dayOfMonth }], [0xb, { days, nth }], [0xc, { dayOfMonth }],
])

export const headFields = {
  readerVersion: word(oneOf(0x3004)),
  writerVersion: word(between(0x3004, 0x300f)),
  frequency: word(between(0x200a, 0x200d)),
  patternType: word(value => patternFields.has(value)),
  calendarType: word(between(0, 0x1f)),
  firstDateTime: long(value => value < 0x0400_0000 && value % minutesOfDay === 0),
  /** Up to 999 days in minutes; weeks and months are fewer. */
  period: long(between(0, 999 * minutesOfDay)),
  sliding: long(between(0, 1)),
} satisfies Layout

export const endFields = {
  endType: long(oneOf(0x2021, 0x2022, 0x2023, 0xffff_ffff)),
  occurrences: long(between(0, 0xffff)),
  firstDayOfWeek: long(between(0, 6)),
} satisfies Layout

/** How much follows: any number, since it is held against the bytes that are left. */
export const count = long(() => true)
export const shortCount = word(() => true)

/** Midnight of a day on which an occurrence is missing or was moved to. */
export const day = long(value => isMoment(value) && value % minutesOfDay === 0)

export const boundFields = {
  startDate: long(isMoment),
  endDate: long(value => isMoment(value) || value === never),
} satisfies Layout

export const appointmentFields = {
  readerVersion: long(oneOf(0x3006)),
  writerVersion: long(between(0x3006, 0x300f)),
  startOffset: long(between(0, twoYears)),
  endOffset: long(between(0, twoYears)),
} satisfies Layout

/** From this WriterVersion2 on, every extended exception begins with a change highlight. */
export const firstWithHighlight = 0x3009

export const momentFields = { start: long(isMoment), end: long(isMoment), originalStart: long(isMoment) } satisfies Layout

export const overrideFlags = word(between(0, 0x3ff))
export const subjectFlag = 0x0001
export const locationFlag = 0x0010

/** What an exception overrides, in the order of the bytes; the flag tells that it is there. */
export const overrides: readonly { readonly flag: number, readonly holds: NumberField | 'text' }[] = [
  { flag: subjectFlag, holds: 'text' },
  { flag: 0x0002, holds: long(between(0, 0xff)) }, // meeting type
  { flag: 0x0004, holds: long(value => value <= twoYears || value === usualReminder) },
  { flag: 0x0008, holds: long(between(0, 1)) }, // reminder set
  { flag: locationFlag, holds: 'text' },
  { flag: 0x0020, holds: long(between(0, 0xff)) }, // busy status
  { flag: 0x0040, holds: long(between(0, 1)) }, // attachment
  { flag: 0x0080, holds: long(between(0, 1)) }, // all day
  { flag: 0x0100, holds: long(between(0, 0xff)) }, // colour
]

/** Bits that tell what changed. Those left out are the ones that letters have. */
export const changeHighlight = long(value => (value & ~0x081f_ffff) === 0)
