// One organisation as tracking logs, calendar logs and directory: what the three rule files write of it joins.
import { join } from 'node:path'
import test from 'ava'
import { newFolder } from '../command-line.ts'
import { generateCalendar } from '../organisation/calendar/calendar.ts'
import { writeCalendarJson } from '../organisation/calendar/write-objects.ts'
import { generateOrganisation } from '../organisation/organisation.ts'
import { peopleTruth } from '../organisation/people-truth.ts'
import { writeUsersCsv } from '../organisation/write-csv.ts'
import { writeRawLogs } from '../organisation/write-raw-logs.ts'
import { readLikeReceiver } from '../outputs/receiver.ts'
import { runRules } from '../run-rules.ts'
import { settingsOf } from './settings.ts'

type Table = readonly Readonly<Record<string, string>>[]

const tableOf = (text: string): Table => {
  const [header = [], ...rows] = readLikeReceiver(text, ';')
  return rows.map(cells => Object.fromEntries(header.map((name, place) => [name, cells[place]!])))
}

const organisation = generateOrganisation({ seed: 12, version: '2016', edge: true, hybrid: true, messages: 120 })
const calendar = generateCalendar(organisation, { seed: 12, meetings: 0 })
const { employees } = peopleTruth(organisation)

/** All that may stand in a column of addresses and is no pseudonym. */
const words = new Set(['', 'external', 'internal', 'Microsoft System Attendant', 'Microsoft Exchange'])

for (const profile of ['ascii-hex', 'utf8-base64']) {
  test(`${profile}: a person has one pseudonym in all files, and is an employee`, async t => {
    const folder = newFolder(t)
    const at = (name: string): string => join(folder, name)
    const people = [at('users.csv')]
    writeUsersCsv(organisation, people[0]!, { shell: '7', times: 'exact' })
    const settings = { ...settingsOf(organisation), 'hash-profile': profile }
    const run = async (name: string, given: Readonly<Record<string, readonly string[]>>, without: readonly string[] = []) =>
      (await runRules({ rules: `rules/${name}.yaml`, inputs: { ...given, people }, without, settings, out: at('out') })).text
    const tracking = writeRawLogs(organisation, at('logs'))
    const mails = tableOf((await run('emails', { tracking }))('emails.csv'))
    const calendars = writeCalendarJson(calendar, at('calendar'), { shell: '7' })
    const meetings = tableOf((await run('meetings', { calendar: calendars }))('meetings.csv'))
    const staff = tableOf((await run('users', {}, ['groups', 'access']))('employees.csv'))
    t.is(mails.length, organisation.truth.length)
    t.is(meetings.length, calendar.truth.length)
    t.is(staff.length, employees.length)

    // Who is meant is known from the generator, row by row; so nothing here computes a pseudonym.
    const seen = {
      employees: staff.map((row, place) => [employees[place]!.email, row['email']!] as const),
      mails: mails.flatMap((row, place) => {
        const { from, to } = organisation.truth[place]!
        return [[from, row['from']!], [to, row['to']!]] as const
      }),
      meetings: meetings.flatMap((row, place) => {
        const { organiser, sender, responsible } = calendar.truth[place]!
        return [
          [organiser.address, row['sentrepresentingemailaddress']!], [sender.address, row['senderemailaddress']!],
          [responsible.address, row['responsibleusername']!],
        ] as const
      }),
    }
    const pseudonyms = new Map(seen.employees.filter(([address]) => address !== ''))
    t.is(new Set(pseudonyms.values()).size, pseudonyms.size, 'no two persons have one')
    for (const file of ['mails', 'meetings'] as const) {
      const known = new Set<string>()
      for (const [address, cell] of seen[file]) {
        const own = pseudonyms.get(address)
        if (own === undefined) t.true(words.has(cell), `${file}: something stands for somebody who is no employee`)
        else t.is(cell, own, `${file}: another pseudonym than among the employees`)
        if (own !== undefined) known.add(address)
      }
      t.true(known.size > 20, file)
    }
  })
}
