// The properties of a calendar item that are the same whatever happens to it: its times, and what nobody may read.
import type { Properties } from './columns.ts'
import type { Meeting } from './meeting.ts'
import type { Change } from './row.ts'
import type { Setting } from './setting.ts'

export const timesOf = (setting: Setting, meeting: Meeting, { after, occurrence }: Change): Properties => {
  const { random } = setting
  const start = occurrence?.start ?? meeting.start
  const changed = moment(meeting.created + after, random.below(10))
  return {
    StartTime: moment(start), EndTime: moment(start + meeting.minutes * 60_000),
    OriginalLastModifiedTime: changed, CreationTime: moment(meeting.created, random.below(10)),
    LastModifiedTime: { ticks: changed.ticks + random.below(400) },
    OwnerCriticalChangeTime: changed, AttendeeCriticalChangeTime: changed,
  }
}

const moment = (at: number, tenth = 0): { readonly ticks: number } => ({ ticks: at * 10 + tenth })

/** What nobody may read: subjects, places, names, sessions, servers. */
export const textsOf = ({ random, domain }: Setting, meeting: Meeting, { mailbox }: Change): Properties => ({
  ItemId: `RgAAAAB${random.hex(24)}@${domain}`,
  NormalizedSubject: meeting.subject,
  Subject: meeting.subject,
  Location: meeting.location,
  SentRepresentingDisplayName: meeting.organiserName,
  ParentDisplay: `Calendar of ${mailbox.displayName}`,
  ClientInfoString: `Client=ActiveSync;User=${mailbox.typed};DeviceId=${random.hex(8)}`,
  ClientIntent: 'None',
  AppointmentLastSequenceNumber: 0, IsResponseRequested: true, ResponseState: 1, FreeBusyStatus: 'Busy',
  IntendedFreeBusyStatus: 'Busy', AppointmentAuxiliaryFlags: 0, IsProcessed: true, ChangeHighlight: 'None',
  MeetingRequestType: 1, StartTimeZone: meeting.zone.text,
  StartTimeZoneId: 'Central European Standard Time', EndTimeZoneId: 'Central European Standard Time',
  RecurrencePattern: meeting.series === undefined ? '' : `Every week on Monday, ${meeting.organiserName}`,
  ChangeList: random.hex(32), MiddleTierServerName: 'EX01', MiddleTierServerBuildVersion: '15.01.2507.023',
  MiddleTierProcessName: 'w3wp', MailboxServerName: mailbox.server ?? '', InternetMessageId: `<${random.hex(16)}@${domain}>`,
  DisplayAttendeesAll: [mailbox, ...meeting.attendees].map(({ displayName }) => displayName).join('; '),
  ViewStartTime: moment(meeting.start), AppointmentColor: 3,
})
