// One row of a calendar log, and what must become of it.
import type { Properties, VendorColumn } from './columns.ts'
import { vendorColumns, propertyOf } from './columns.ts'
import type { EventId } from './event-id.ts'
import { eventIdHex } from './event-id.ts'
import { valueText } from './forms.ts'
import type { Meeting } from './meeting.ts'
import { textsOf, timesOf } from './item.ts'
import { recurrenceHex, scrubbedRecurrenceHex } from './recurrence.ts'
import type { Setting } from './setting.ts'
import type { Actor, Named } from './spellings.ts'
import type { Account, Kind } from '../party.ts'

/** A row of `meetings.csv` before hashing. */
export type MeetingTruth = {
  /** Columns that leave as they are or scrubbed without a key, in the vendor's form; the others are blank here. */
  readonly open: Readonly<Record<VendorColumn, string>>
  readonly organiser: Actor
  readonly sender: Actor
  readonly responsible: Actor
  readonly event: { readonly id: EventId, readonly day?: number }
}

export type CalendarRow = {
  readonly properties: Properties
  /** Undefined where the organiser or sender is no person: the row is dropped. */
  readonly truth: MeetingTruth | undefined
}

/** A change that a mailbox has logged. */
export type Change = {
  readonly mailbox: Account
  /** Milliseconds after the meeting was entered. */
  readonly after: number
  readonly action: 'Create' | 'Update' | 'Move' | 'MoveToDeletedItems' | 'SoftDelete' | 'HardDelete' | 'DoneWithMessageDelete'
  readonly itemClass?: string
  readonly version?: number
  readonly sequence?: number
  /** Bits: 1 meeting, 2 received, 4 cancelled, 8 forwarded. */
  readonly state?: number
  readonly by: Named
  readonly organiser?: Named
  readonly sender?: Named
  /** The occurrence of a series that alone is meant. */
  readonly occurrence?: { readonly original: number, readonly start: number }
  /** Missing properties. */
  readonly without?: readonly (keyof Properties)[]
}

/** A row and the mailbox whose log it stands in. */
export type Entry = { readonly mailbox: Account, readonly row: CalendarRow }

/** Accounts that are no persons; unknown insiders and outsiders stay (exchange-integration.md, Filtering). */
const machines: ReadonlySet<Kind> = new Set(['room', 'equipment', 'shared', 'service', 'system', 'probe'])

export const entry = (setting: Setting, meeting: Meeting, change: Change): Entry => {
  const { series } = meeting
  const { organiser = meeting.organiser, sender = meeting.sender, by, occurrence } = change
  const day = occurrence?.original
  const gone = new Set(change.without)
  const properties = Object.fromEntries(Object.entries({
    ...timesOf(setting, meeting, change), ...textsOf(setting, meeting, change),
    'CalendarLogTriggerAction': change.action,
    'CleanGlobalObjectId': eventIdHex(meeting.id),
    'GlobalObjectId': eventIdHex(meeting.id, day),
    'ItemClass': change.itemClass ?? (occurrence ? exceptionClass : 'IPM.Appointment'),
    'Duration': meeting.minutes,
    'AppointmentRecurring': series !== undefined,
    'SentRepresentingEmailAddress': organiser.text,
    'SenderEmailAddress': sender.text,
    'ItemVersion': change.version ?? 1,
    'AppointmentSequenceNumber': change.sequence ?? 0,
    'IsException': occurrence !== undefined,
    'ResponsibleUserName': by.text,
    'AppointmentState': change.state ?? 1,
    'RecurrenceType': series === undefined ? 'None' : seriesNames[series.recurrence.frequency],
    ...series === undefined || occurrence ? {}
      : { AppointmentRecurrenceBlob: series.cell?.text ?? recurrenceHex(series.recurrence, series.blob) },
    'TimeZone': meeting.zone.text,
    'MapiIsAllDayEvent': meeting.allDay,
  }).filter(([name]) => !gone.has(name as keyof Properties))) as Properties
  const blob = series === undefined || occurrence ? ''
    : series.cell?.kept ?? scrubbedRecurrenceHex(series.recurrence, series.blob)
  const truth: MeetingTruth = {
    open: openOf(properties, blob, meeting.zone.kept),
    organiser: organiser.actor, sender: gone.has('SenderEmailAddress') ? { kind: 'none', address: '' } : sender.actor,
    responsible: by.actor,
    event: { id: meeting.id, ...day === undefined ? {} : { day } },
  }
  const machine = machines.has(truth.organiser.kind) || machines.has(truth.sender.kind)
  return { mailbox: change.mailbox, row: { properties, truth: machine ? undefined : truth } }
}

const exceptionClass = 'IPM.OLE.CLASS.{00061055-0000-0000-C000-000000000046}'
const seriesNames = { daily: 'Daily', weekly: 'Weekly', monthly: 'Monthly', yearly: 'Yearly' } as const

const keyed: ReadonlySet<VendorColumn> = new Set([
  'normalizedsubject', 'sentrepresentingemailaddress', 'senderemailaddress', 'responsibleusername', 'globalobjectid',
])

const openOf = (properties: Properties, blob: string, zone: string): Readonly<Record<VendorColumn, string>> =>
  Object.fromEntries(vendorColumns.map(column => {
    const name = propertyOf(column)
    if (keyed.has(column) || properties[name] === undefined) return [column, '']
    const scrubbed = column === 'timezone' ? zone : column === 'appointmentrecurrenceblob' ? blob : undefined
    return [column, scrubbed ?? valueText(name, properties[name], 'vendor')]
  })) as Record<VendorColumn, string>
