// A delivery of a generated organisation: mails, meetings, and people, from one directory and under one key.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { generateCalendar } from '../organisation/calendar/calendar.ts'
import { writeCalendarJson } from '../organisation/calendar/write-objects.ts'
import { generateOrganisation } from '../organisation/organisation.ts'
import { accessOf, writeAccess, writeGroups } from '../organisation/write-people.ts'
import { writeUsersCsv } from '../organisation/write-csv.ts'
import { writeRawLogs } from '../organisation/write-raw-logs.ts'
import { runRules } from '../run-rules.ts'
import { settingsOf } from '../truth/settings.ts'

export type Delivery = { readonly folder: string, readonly people: string, readonly domains: readonly string[] }

export async function deliver(base: string, seed: number, settings: Readonly<Record<string, string>> = {}): Promise<Delivery> {
  const organisation = generateOrganisation({ seed, version: '2016', edge: true, hybrid: true, messages: 60 })
  const at = (name: string): string => join(base, name)
  mkdirSync(base, { recursive: true })
  const people = at('people.csv')
  writeUsersCsv(organisation, people, { shell: '7', times: 'exact' })
  writeGroups(at('groups.csv'))
  writeAccess(at('access.csv'), accessOf(organisation))
  const folder = at('delivery')
  const run = (rules: string, inputs: Readonly<Record<string, readonly string[]>>) =>
    runRules({ rules: `rules/${rules}.yaml`, inputs: { ...inputs, people: [people] }, settings: { ...settingsOf(organisation), ...settings }, out: folder })
  await run('emails', { tracking: writeRawLogs(organisation, at('logs')) })
  await run('meetings', { calendar: writeCalendarJson(generateCalendar(organisation, { seed: seed + 1000, meetings: 0 }), at('calendar'), { shell: '7' }) })
  await run('users', { groups: [at('groups.csv')], access: [at('access.csv')] })
  return { folder, people, domains: organisation.domains }
}

export const directoryOf = ({ people }: Delivery) => [{ path: people, options: { display: 'people.csv', input: 'people' } }]
