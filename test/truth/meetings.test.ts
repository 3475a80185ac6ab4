// Generated calendars: the rows of meetings.csv are those the generator knows to be true, whatever wrote the logs.
// The generator shares no code with the engine; the hashes here are Node's own.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { newFolder } from '../command-line.ts'
import { type Calendar, generateCalendar, rowsOf, truthOf } from '../organisation/calendar/calendar.ts'
import { vendorColumns } from '../organisation/calendar/columns.ts'
import { meetingCells } from '../organisation/calendar/expected.ts'
import type { CalendarRow, MeetingTruth } from '../organisation/calendar/row.ts'
import { type Organisation, generateOrganisation } from '../organisation/organisation.ts'
import type { OrganisationOptions } from '../organisation/world.ts'
import { writeUsersCsv } from '../organisation/write-csv.ts'
import { readLikeReceiver } from '../outputs/receiver.ts'
import { runRules } from '../run-rules.ts'
import { filesBelow, leaksIn } from '../scenarios/leaks.ts'
import { type CalendarExport, objects, printed, table } from './calendar-exports.ts'
import { rowsAtLines } from './calendar-lines.ts'
import { secretsOf } from './calendar-secrets.ts'
import { hmac, pseudonym } from './pseudonym.ts'
import { settingsOf } from './settings.ts'

type Done = { readonly rows: readonly (readonly string[])[], readonly refused: ReadonlySet<CalendarRow | undefined> }

/** Runs the meeting rules; gives the rows with the header, and the refused rows: undefined where a line is none's. */
async function meetingsOf(
  folder: string, organisation: Organisation, calendar: Calendar, { write }: CalendarExport,
): Promise<Done> {
  const files = write(calendar, join(folder, 'in'))
  const people = join(folder, 'in/users.csv')
  writeUsersCsv(organisation, people, { shell: '7', times: 'exact' })
  const { result, text } = await runRules({
    rules: 'rules/meetings.yaml', inputs: { calendar: files, people: [people] }, settings: settingsOf(organisation),
    out: join(folder, 'out'), limit: { share: 1 },
  })
  const places = rowsAtLines(calendar, files)
  const refused = result.quarantined === 0 ? [] : refusals(join(folder, 'out.quarantine/meetings.jsonl'))
  return {
    rows: readLikeReceiver(text('meetings.csv'), ';'),
    refused: new Set(refused.map(({ file, line }) => places(file, line))),
  }
}

const refusals = (path: string): readonly { readonly file: string, readonly line: number }[] =>
  readFileSync(path, 'utf8').trimEnd().split('\n').map(line => JSON.parse(line))

/** The truth where these rows are not read. */
const truthWithout = (refused: Done['refused'], { mailboxes }: Calendar): readonly MeetingTruth[] =>
  truthOf(mailboxes.map(({ account, calls }) =>
    ({ account, calls: calls.map(({ rows, header }) => ({ rows: rows.filter(row => !refused.has(row)), header })) })))

const oddText = ({ event: { id } }: MeetingTruth): string => id.kind === 'odd' ? id.text : ''

/** Of ids that nobody could read nothing is known but this: they become ids, and different ones stay different. */
function oddIds(truth: readonly MeetingTruth[], rows: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const place = vendorColumns.indexOf('globalobjectid')
  const ids = truth.map((one, row) => [oddText(one), rows[row]?.[place] ?? ''] as const)
  return new Map(ids.filter(([text]) => text !== ''))
}

/** Where two rows are not the same, in words. */
const differences = (expected: readonly string[], row: readonly string[]): readonly string[] =>
  vendorColumns.flatMap((column, place) =>
    expected[place] === row[place] ? [] : [`${column} is ${row[place]}, not ${expected[place]}`])

const exports: Readonly<Record<string, CalendarExport>> =
  { ...printed, ...objects, 'the table of the vendor\'s page': table }

/** The first in every form, the others in some. */
const organisations: readonly { readonly options: OrganisationOptions, readonly forms: readonly string[] }[] = [
  { options: { seed: 1, version: '2016', edge: true, hybrid: true }, forms: Object.keys(exports) },
  {
    options: { seed: 2, version: '2013', edge: false },
    forms: ['printed as CSV', 'printed as XML and redirected', 'JSON of PowerShell 5.1'],
  },
  {
    options: { seed: 3, version: '2010', edge: false, hybrid: true },
    forms: ['printed as CSV and redirected', 'printed as XML', 'CLIXML of PowerShell 5.1'],
  },
]

for (const { options, forms } of organisations) {
  const organisation = generateOrganisation({ ...options, messages: 0 })
  const calendar = generateCalendar(organisation, { seed: options.seed, meetings: 5 })
  for (const name of forms) {
    test(`${name}, of ${JSON.stringify(options)}`, async t => {
      const form = exports[name]!
      const { isPlain = () => true, fractions = false } = form
      const { rows: [header, ...rows], refused } = await meetingsOf(newFolder(t), organisation, calendar, form)
      t.deepEqual(header, [...vendorColumns])
      t.true([...refused].every(row => row && !isPlain(row)), 'what is refused is a row, and spoilt')
      t.is(refused.size > 0, !rowsOf(calendar.mailboxes).every(isPlain))

      const truth = truthWithout(refused, calendar)
      t.true(truth.length > 150)
      t.is(rows.length, truth.length)
      t.true(rows.every(cells => cells.length === vendorColumns.length))
      const ids = oddIds(truth, rows)
      t.is(new Set(ids.values()).size, ids.size)
      for (const id of ids.values()) t.regex(id, /^040000008200E00074C5B7101A82E008[0-9A-F]{80}$/)
      const expected = (one: MeetingTruth): readonly string[] =>
        meetingCells(one, { hash: pseudonym, mac: hmac, fractions }).map(cell => cell ?? ids.get(oddText(one))!)
      t.deepEqual(truth.flatMap((one, row) => differences(expected(one), rows[row]!)), [])
    })
  }
}

/** One change in the form of the vendor's table, and for each of its cells another that is as good. */
const change: Readonly<Record<(typeof vendorColumns)[number], readonly [string, string]>> = {
  logtime: ['2023-06-01 11:41:45.406', '2023-06-01 11:41:45.407'],
  starttime: ['2023-06-01 12:30:00', '2023-06-01 12:31:00'],
  endtime: ['2023-06-01 13:30:00', '2023-06-01 13:31:00'],
  normalizedsubject: ['Salary', 'Budget'],
  calendarlogtriggeraction: ['Update', 'Create'],
  originallastmodifiedtime: ['2023-06-01 11:41:45.406', '2023-06-01 11:41:45.407'],
  itemclass: ['IPM.Appointment', 'IPM.Schedule.Meeting.Request'],
  duration: ['60', '61'],
  appointmentrecurring: ['False', 'True'],
  sentrepresentingemailaddress: ['anna@contoso.com', 'ben@contoso.com'],
  senderemailaddress: ['anna@contoso.com', 'ben@contoso.com'],
  itemversion: ['11', '12'],
  appointmentsequencenumber: ['3', '4'],
  isexception: ['True', 'False'],
  responsibleusername: ['anna@contoso.com', 'ben@contoso.com'],
  appointmentstate: ['1.0', '3.0'],
  globalobjectid: ['060000008...', '040000008200E0'],
  creationtime: ['2023-06-01 12:16:58.997', '2023-06-01 12:16:58.998'],
  lastmodifiedtime: ['2023-06-01 12:16:59.004', '2023-06-01 12:16:59.005'],
  timezone: ['(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb', '(UTC+01:00) Brussels, Copenhagen, Madrid, Paris'],
  recurrencetype: ['Weekly', 'Daily'],
  appointmentrecurrenceblob: ['00232000000A....', ''],
  mapiisalldayevent: ['True', 'False'],
}

test('changes that differ in one cell are two, unless the cell is the subject; a change read twice is one', async t => {
  const folder = newFolder(t)
  const calendar = join(folder, 'calendar.csv')
  const cells = (other?: string): readonly string[] =>
    vendorColumns.map(column => change[column][column === other ? 1 : 0])
  const lines = [vendorColumns, cells(), cells(), ...vendorColumns.map(cells)]
  writeFileSync(calendar, lines.map(line => `${line.join(';')}\n`).join(''))
  const { text } = await runRules({
    rules: 'rules/meetings.yaml', inputs: { calendar: [calendar] }, without: ['people'],
    settings: { domains: 'contoso.com' }, out: join(folder, 'out'),
  })
  const expected = (other?: string): readonly string[] => cells(other).map((cell, place) =>
    vendorColumns[place] === 'normalizedsubject' ? '' : cell.includes('@') ? pseudonym(cell) : cell)
  const others = vendorColumns.filter(column => column !== 'normalizedsubject')
  t.deepEqual(readLikeReceiver(text('meetings.csv'), ';').slice(1), [expected(), ...others.map(expected)])
})

for (const name of ['printed as CSV', 'printed as XML'] as const) {
  test(`${name}: nothing is left of subjects, places, names, addresses, foreign ids and servers`, async t => {
    const organisation = generateOrganisation({
      seed: 4, version: '2016', edge: true, hybrid: true, people: 40, messages: 0,
    })
    const calendar = generateCalendar(organisation, { seed: 4, meetings: 0 })
    const folder = newFolder(t)
    const { rows } = await meetingsOf(folder, organisation, calendar, printed[name])
    t.true(rows.length > 150)
    const secrets = secretsOf(organisation, calendar)
    t.true(secrets.length > 500)
    const left = [...filesBelow(folder)].filter(([file]) => !file.startsWith('in/'))
    const files = ['out.quarantine/meetings.jsonl', 'out/meetings.csv', 'out/meetings.run.json']
    t.deepEqual(left.map(([file]) => file).toSorted(), files)
    t.deepEqual(leaksIn(Buffer.concat(left.map(([, bytes]) => bytes)), secrets), [])
  })
}
