// Meetings that come again: their blobs hold subjects and places of exceptions (calendar-domain.md (a)).
import { answered, entered, everywhere, received } from '../copies.ts'
import { compose, locations } from '../meeting.ts'
import type { Meeting } from '../meeting.ts'
import { recurrenceHex } from '../recurrence.ts'
import type { BlobOptions, Exception, Recurrence } from '../recurrence.ts'
import type { Entry } from '../row.ts'
import { pair } from '../setting.ts'
import type { Setting } from '../setting.ts'
import type { Kind } from './kind.ts'

const day = 86_400_000

const recurrenceOf = ({ start, minutes }: Meeting, change: Partial<Recurrence> = {}): Recurrence => {
  const first = start - start % day
  const from = (start - first) / 60_000
  return {
    frequency: 'weekly', period: 1, days: 1 << new Date(first).getUTCDay(), first, last: first + 70 * day, count: 11,
    from, to: from + minutes, deleted: [], exceptions: [], ...change,
  }
}

/** A series of any kind; `change` sees its first meeting. */
const seriesOf = (
  setting: Setting, change: (meeting: Meeting) => Partial<Recurrence>, blob: BlobOptions = {},
  rows: (meeting: Meeting) => readonly Entry[] = () => [],
): readonly Entry[] => {
  const [host, guest] = pair(setting)
  const plain = compose(setting, host, [guest])
  const meeting: Meeting = { ...plain, series: { recurrence: recurrenceOf(plain, change(plain)), blob } }
  return [
    ...entered(setting, meeting, host), ...received(setting, meeting), ...answered(setting, meeting, host), ...rows(meeting),
  ]
}

/** An exception in week `week`, an hour later; what is special about it comes in `change`. */
const exceptionOf = ({ start, minutes }: Meeting, week: number, change: Partial<Exception>): Exception => {
  const original = start + week * 7 * day
  return { original, start: original + 3_600_000, end: original + 3_600_000 + minutes * 60_000, ...change }
}

/** Renamed and moved, in letters that its 8-bit copy has and has not; with every other field an exception can have. */
const renamed = (meeting: Meeting): readonly Exception[] => [
  exceptionOf(meeting, 1, { subject: 'Farewell of Łukasz Müller', location: locations[0] ?? '' }),
  exceptionOf(meeting, 3, { subject: 'Jürgen: salary', busy: 3, reminder: 15 }),
  exceptionOf(meeting, 4, { location: 'at Anna Hansen\'s', allDay: false }),
  exceptionOf(meeting, 6, { body: true }),
  exceptionOf(meeting, 7, { subject: '', location: '' }),
]

export const daily: Kind = setting => seriesOf(setting, ({ start }) => {
  const first = start - start % day
  return { frequency: 'daily', period: 1, last: first + 9 * day, count: 10, deleted: [first + 2 * day, first + 5 * day] }
})

export const weeklyWithoutEnd: Kind = setting =>
  seriesOf(setting, () => ({ period: 2, last: undefined }))

export const monthly: Kind = setting =>
  seriesOf(setting, () => ({ frequency: 'monthly', days: undefined, day: 12, count: 3 }))

/** The last Friday of every third month. */
export const monthlyByWeekday: Kind = setting => seriesOf(setting, () => ({ frequency: 'monthly', period: 3, days: 32, day: 5 }))

export const yearly: Kind = setting =>
  seriesOf(setting, () => ({ frequency: 'yearly', period: 12, days: undefined, day: 29 }))

/** Exceptions have rows of their own, and ids with their day. */
export const withExceptions: Kind = setting => seriesOf(setting, meeting => ({ exceptions: renamed(meeting) }), {}, meeting => {
  const [host] = setting.collected.filter(({ legacyDn }) => legacyDn === meeting.organiser.text)
  return host === undefined ? [] : renamed(meeting).slice(0, 2).flatMap(({ original, start }, place) => everywhere(
    setting, meeting, host,
    { after: 3_600_000 * (2 + place), action: 'Update', version: 2 + place, occurrence: { original, start } },
  ))
})

/** Outlook 2003: no change highlights. */
export const ofOldOutlook: Kind = setting => seriesOf(setting, meeting => ({ exceptions: renamed(meeting), writer: 0x3008 }))

/** Nothing behind the exceptions: their 8-bit texts are the only ones. */
export const withoutTail: Kind = setting =>
  seriesOf(setting, meeting => ({ exceptions: renamed(meeting), writer: 0x3007 }), { tail: false })

/** No exceptions any more, but 300 bytes of the longer blob that stood there before. */
export const withStaleBytes: Kind = setting => {
  const subject = 'Stale: dismissal of Anna Hansen'
  const stale = Buffer.alloc(300)
  stale.write(subject, 40, 'latin1')
  stale.write(subject, 120, 'utf16le')
  return seriesOf(setting, () => ({}), { stale })
}

/** Cut by a view at 255 bytes, or spoilt: nothing of it may leave. */
export const spoilt: Kind = setting => {
  const [host, guest] = pair(setting)
  const plain = compose(setting, host, [guest])
  const recurrence = recurrenceOf(plain, { exceptions: renamed(plain) })
  const whole = recurrenceHex(recurrence)
  return [whole.slice(0, 510), `${whole.slice(0, 20)}Anna Hansen`, whole.slice(0, -1)].flatMap(text => {
    const created = plain.created + text.length * 1000
    return entered(setting, { ...plain, created, series: { recurrence, cell: { text, kept: '' } } }, host)
  })
}
