// Generated organisations: the rows of emails.csv are those the generator knows to be true, no row more or less.
// The generator shares no code with the engine; the hash here is Node's own.
import { join } from 'node:path'
import test from 'ava'
import { newFolder } from '../command-line.ts'
import { type Organisation, generateOrganisation } from '../organisation/organisation.ts'
import { writeTrackingClixml, writeUsersClixml } from '../organisation/write-clixml.ts'
import { writeTrackingCsv, writeUsersCsv } from '../organisation/write-csv.ts'
import { writeTrackingJson, writeUsersJson } from '../organisation/write-json.ts'
import { writeRawLogs } from '../organisation/write-raw-logs.ts'
import { runRules } from '../run-rules.ts'
import { pseudonym } from './pseudonym.ts'
import { settingsOf } from './settings.ts'

/** The lines the receiver must get, from the truth alone. */
function expected({ truth, accounts }: Organisation): readonly string[] {
  const persons = new Set(accounts.filter(account => account.kind === 'person').map(account => account.address))
  const end = (address: string): string => persons.has(address) ? pseudonym(address) : 'external'
  return truth.map(({ message, from, to, when }) => `${pseudonym(message)};${end(from)};${end(to)};${when}`)
}

const linesOf = (text: string): readonly string[] => text.split('\r\n').slice(1, -1)

const organisations = [
  { seed: 1, version: '2016', edge: true, servers: 3, hybrid: true },
  { seed: 2, version: '2016', edge: false, servers: 2 },
  { seed: 3, version: '2016', edge: true, edgeCollected: false, servers: 3 },
  { seed: 4, version: '2013', edge: true, servers: 2, hybrid: true },
  { seed: 5, version: '2010', edge: false, servers: 2 },
  { seed: 6, version: '2010', edge: true, servers: 3 },
  { seed: 7, version: '2007', edge: true, servers: 2 },
] as const

for (const options of organisations) {
  test(`raw logs of ${JSON.stringify(options)}`, async t => {
    const organisation = generateOrganisation({ messages: 250, ...options })
    const folder = newFolder(t)
    const logs = writeRawLogs(organisation, join(folder, 'logs'), { bom: options.seed % 2 === 0, repeatHeader: options.seed % 3 === 0 })
    writeUsersCsv(organisation, join(folder, 'users.csv'), { shell: '7', times: 'exact' })
    const { text } = await runRules({ rules: 'rules/emails.yaml', inputs: { tracking: logs, people: [join(folder, 'users.csv')] }, settings: settingsOf(organisation), out: join(folder, 'out') })
    t.true(organisation.truth.length > 100)
    t.deepEqual(linesOf(text('emails.csv')), expected(organisation))
  })
}

test('one organisation as raw log, CSV, JSON and CLIXML: the same rows in the same order', async t => {
  const organisation = generateOrganisation({ seed: 11, version: '2016', edge: true, servers: 3, hybrid: true, messages: 200 })
  const folder = newFolder(t)
  const at = (...names: string[]): string => join(folder, ...names)
  writeUsersCsv(organisation, at('users.csv'), { shell: '5.1', delimiter: ';', times: 'de-DE' })
  writeUsersJson(organisation, at('users.json'), { shell: '5.1' })
  writeUsersClixml(organisation, at('users.xml'), { shell: '5.1' })
  const run = async (name: string, tracking: readonly string[], people: string, settings: Record<string, string> = {}): Promise<string> =>
    (await runRules({ rules: 'rules/emails.yaml', inputs: { tracking, people: [at(people)] }, settings: { ...settingsOf(organisation), ...settings }, out: at(`out-${name}`) })).text('emails.csv')

  const raw = await run('raw', writeRawLogs(organisation, at('raw'), { header: false }), 'users.csv')
  t.deepEqual(linesOf(raw), expected(organisation))

  const withMilliseconds = {
    'csv of PowerShell 7': await run('csv7', writeTrackingCsv(organisation, at('csv7'), { shell: '7', times: 'exact' }), 'users.json'),
    'json of 5.1': await run('json5', writeTrackingJson(organisation, at('json5'), { shell: '5.1' }), 'users.xml'),
    'json of 7': await run('json7', writeTrackingJson(organisation, at('json7'), { shell: '7', zone: 'Europe/Warsaw' }), 'users.csv'),
    'clixml': await run('clixml', writeTrackingClixml(organisation, at('clixml'), { shell: '5.1', zone: 'America/New_York' }), 'users.csv'),
  }
  for (const [name, text] of Object.entries(withMilliseconds)) t.is(text, raw, name)

  const toTheSecond = raw.replace(/\.\d{3}\r\n/g, '.000\r\n')
  const german = await run('german', writeTrackingCsv(organisation, at('german'), { shell: '5.1', delimiter: ';', times: 'de-DE', zone: 'Europe/Berlin', encoding: 'utf16le' }), 'users.csv', { zone: 'Europe/Berlin', dates: 'dd.MM.yyyy HH:mm:ss' })
  t.is(german, toTheSecond)
  const american = await run('american', writeTrackingCsv(organisation, at('american'), { shell: '5.1', delimiter: '\t', times: 'en-US', zone: 'UTC' }), 'users.csv', { zone: 'UTC', dates: 'M/d/yyyy h:mm:ss tt' })
  t.is(american, toTheSecond)
})
