// What stands in a calendar log and in its directory, and may stand in nothing that leaves.
import { type Calendar, rowsOf } from '../organisation/calendar/calendar.ts'
import type { Property } from '../organisation/calendar/columns.ts'
import { readBlob } from '../organisation/calendar/reading.ts'
import type { CalendarRow } from '../organisation/calendar/row.ts'
import type { Organisation } from '../organisation/organisation.ts'

/** Of some nearly every row has its own; these are so many that a few stand for all. */
const secret: readonly Property[] = [
  'Subject', 'Location', 'SentRepresentingDisplayName', 'ParentDisplay', 'RecurrencePattern', 'DisplayAttendeesAll',
  'ItemId', 'ClientInfoString', 'InternetMessageId', 'ChangeList', 'MailboxServerName', 'MiddleTierServerName',
  'SentRepresentingEmailAddress', 'SenderEmailAddress', 'ResponsibleUserName',
]

/** Texts of more than three letters; the attendant's own name, which may leave, is not among them. */
export function secretsOf({ accounts }: Organisation, { mailboxes }: Calendar): readonly string[] {
  const rows = rowsOf(mailboxes)
  const texts = [
    ...secret.flatMap(name => [...new Set(rows.map(({ properties }) => String(properties[name] ?? '')))].slice(0, 40)),
    ...rows.flatMap(zoneOf), ...rows.flatMap(foreignId), ...rows.flatMap(textsOfBlob), 'Stale: dismissal of Anna Hansen',
    ...accounts.flatMap(one => [
      one.address, one.typed, ...one.aliases, one.upn, one.login, one.nickname, one.name, one.displayName, one.dn,
      one.legacyDn, ...one.proxyAddresses,
    ]),
  ]
  return [...new Set(texts)].filter(text => text.length > 3 && text !== 'Microsoft System Attendant')
}

/** A zone that somebody made up. */
const zoneOf = ({ truth, properties: { TimeZone: zone = '' } }: CalendarRow): readonly string[] =>
  truth && truth.open.timezone !== zone ? [String(zone)] : []

const foreignId = ({ truth }: CalendarRow): readonly string[] => {
  const id = truth?.event.id
  return id?.kind === 'uid' ? [id.uid] : id?.kind === 'odd' ? [id.text] : []
}

/** Subjects and places of exceptions. */
const textsOfBlob = ({ properties: { AppointmentRecurrenceBlob: blob }, truth }: CalendarRow): readonly string[] =>
  typeof blob !== 'string' || !truth?.open.appointmentrecurrenceblob ? []
    : readBlob(blob).exceptions.flatMap(({ narrow, wide }) => [...narrow, ...wide])
