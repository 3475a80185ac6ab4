// A meeting, as its organiser made it.
import { subjects } from '../names.ts'
import type { Account } from '../party.ts'
import type { BlobOptions, Recurrence } from './recurrence.ts'
import type { EventId } from './event-id.ts'
import type { Setting } from './setting.ts'
import type { Named } from './spellings.ts'
import { asLegacyDn } from './spellings.ts'

export type Meeting = {
  readonly id: EventId
  readonly organiser: Named
  /** Who sent the invitation: the organiser, or a delegate. */
  readonly sender: Named
  readonly organiserName: string
  readonly attendees: readonly Account[]
  readonly subject: string
  readonly location: string
  /** When it takes place, milliseconds since 1970 on the wall clock. */
  readonly start: number
  readonly minutes: number
  readonly allDay: boolean
  readonly zone: TimeZone
  readonly series?: {
    readonly recurrence: Recurrence
    readonly blob?: BlobOptions
    /** Stands in the cell instead of the blob, and what may leave of it. */
    readonly cell?: { readonly text: string, readonly kept: string }
  }
  /** When it was entered. */
  readonly created: number
}

/** `kept`: what may leave (calendar-domain.md (c)): a display name of Windows, of another text only its offset. */
export type TimeZone = { readonly text: string, readonly kept: string }

const windows = (text: string): TimeZone => ({ text, kept: text })

export const timeZones: readonly TimeZone[] = [
  windows('(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb'),
  windows('(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna'),
  windows('(UTC-08:00) Pacific Time (US & Canada)'),
  windows('(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi'),
]

/** From foreign invitations, and from servers that speak another language. */
export const foreignZones: readonly TimeZone[] = [
  { text: "(UTC+01:00) Anna's kitchen; ring +48 555 01 22", kept: '(UTC+01:00)' },
  { text: '(UTC+09:00) 大阪、札幌、東京', kept: '(UTC+09:00)' },
  { text: 'Zone of anna.hansen@contoso.com', kept: '' },
  { text: 'Europe/Warsaw', kept: '' },
]

/** Subjects with everything that breaks the quoting of the raw shape; names of people above all. */
export const meetingSubjects: readonly string[] = [
  ...subjects,
  '1:1 Anna Hansen / Łukasz Müller', 'Say "hi", Bob', '"Quoted" from the start', 'Budget, Q3', 'Salary of J. Smith',
  'R&D <weekly> sync', 'first line\r\nsecond line, with a comma',
  'He said "no",2024 05 14 09 00 00 0000,2024 05 14 10 00 00 0000',
  'Interview: anna.hansen@contoso.com', '</Subject><StartTime Type="x">',
]

export const locations: readonly string[] = [
  'Room 1, "Łódź"', 'Anna\'s office', 'https://meet.example/j/555?pwd=secret', 'Building 1, room 12', '', 'R&D lab',
]

/** A meeting of `organiser` with others at a random time of the first two weeks; `change` says what is special about it. */
export const compose = (
  setting: Setting, organiser: Account, attendees: readonly Account[], change: Partial<Meeting> = {},
): Meeting => {
  const { random } = setting
  const start = setting.start + random.below(12) * 86_400_000 + (7 + random.below(10)) * 3_600_000
  const created = start - (1 + random.below(72)) * 3_600_000 - random.below(3_600_000)
  const named = change.organiser ?? asLegacyDn(organiser)
  return {
    id: { kind: 'native', created, guid: random.guid().replaceAll('-', '') },
    organiser: named,
    sender: named,
    organiserName: organiser.displayName,
    attendees,
    subject: random.pick(meetingSubjects),
    location: random.pick(locations),
    start,
    minutes: random.pick([15, 30, 60, 90]),
    allDay: false,
    zone: random.pick(timeZones),
    created,
    ...change,
  }
}
