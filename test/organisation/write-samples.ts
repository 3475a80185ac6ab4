// `npm run samples`: the exports that come with the rules, one of every kind, all of one small organisation.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateCalendar } from './calendar/calendar.ts'
import { writeCalendarCsv } from './calendar/write-objects.ts'
import { writeRawCalendars, writeXmlCalendars } from './calendar/write-raw.ts'
import { generateOrganisation } from './organisation.ts'
import { writeTrackingClixml, writeUsersClixml } from './write-clixml.ts'
import { writeTrackingCsv, writeUsersCsv } from './write-csv.ts'
import { writeTrackingJson, writeUsersJson } from './write-json.ts'
import { accessOf, writeAccess, writeGroups } from './write-people.ts'
import { writeRawLogs } from './write-raw-logs.ts'

/** Writes all samples below a folder; the same bytes every time. */
export function writeSamples(folder: string): void {
  const organisation = generateOrganisation({ seed: 2023, version: '2016', edge: true, servers: 2, people: 40, messages: 40, hybrid: true, deskless: false })
  const at = (name: string): string => join(folder, name)
  mkdirSync(folder, { recursive: true })
  writeRawLogs(organisation, at('tracking'))
  // Of the other kinds a few rows tell enough.
  const few = { ...organisation, servers: organisation.servers.map(server => ({ ...server, logs: server.logs.map(log => ({ ...log, rows: log.rows.slice(0, 15) })) })) }
  writeTrackingCsv(few, at('tracking-csv'), { shell: '5.1', delimiter: ';', times: 'de-DE', zone: 'Europe/Berlin' })
  writeTrackingJson(few, at('tracking-json'), { shell: '5.1' })
  writeTrackingJson(few, at('tracking-json-lines'), { shell: '7', lines: true })
  writeTrackingClixml(few, at('tracking-clixml'), { shell: '7' })
  writeUsersCsv(organisation, at('ad-users.csv'), { shell: '5.1', times: 'de-DE', delimiter: ';' })
  writeUsersJson(organisation, at('ad-users.json'), { shell: '7' })
  writeUsersClixml(organisation, at('ad-users.xml'), { shell: '5.1' })
  writeGroups(at('groups.csv'))
  writeAccess(at('access.csv'), accessOf(organisation))
  const calendar = generateCalendar(
    organisation, { seed: 2023, mailboxes: 2, meetings: 0, kinds: sampleMeetings, plain: true },
  )
  writeRawCalendars(calendar, at('calendar'))
  const mailboxes = calendar.mailboxes.map(({ account, calls }) => ({ account, calls: calls.slice(0, 3) }))
  const short = { ...calendar, mailboxes }
  writeXmlCalendars(short, at('calendar-xml'))
  writeCalendarCsv(short, at('calendar-csv'), { shell: '5.1' })
}

/** One meeting of each, without rows that the raw shape spoils: the samples run without a refused record. */
const sampleMeetings = [
  'single', 'ownAppointment', 'allDay', 'updated', 'cancelled', 'byDelegate', 'noise', 'bare', 'daily', 'weeklyWithoutEnd',
  'withExceptions', 'withStaleBytes', 'byMailUser', 'foreignException', 'byNamesakes', 'byEveryAttendant', 'byRoom',
  'bySharedMailbox', 'sentByService', 'repeated',
]

if (process.argv[1] === fileURLToPath(import.meta.url)) writeSamples('rules/samples')
