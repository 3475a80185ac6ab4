// Nothing that preview and explain print holds a personal value: addresses, names, subjects, departments of a whole
// organisation, over all three rule files and in all forms of output.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { newFolder, npPipeline } from '../command-line.ts'
import { generateCalendar } from '../organisation/calendar/calendar.ts'
import { writeCalendarJson } from '../organisation/calendar/write-objects.ts'
import { departments, subjects } from '../organisation/names.ts'
import { generateOrganisation } from '../organisation/organisation.ts'
import { writeUsersCsv } from '../organisation/write-csv.ts'
import { writeRawLogs } from '../organisation/write-raw-logs.ts'
import { leaksIn, personalValues } from '../scenarios/leaks.ts'
import { settingsOf } from '../truth/settings.ts'

const organisation = generateOrganisation({ seed: 31, version: '2016', edge: true, hybrid: true, messages: 120 })
const calendar = generateCalendar(organisation, { seed: 31, meetings: 0 })
/** Words that stand in rule files or in the words of the tool as well. */
const common = new Set(['Sales', 'Finance'])
const values = [...organisation.accounts.flatMap(({ name, legacyDn }) => [name, legacyDn]), ...subjects, ...departments]
  .filter(value => value.length > 4 && !common.has(value))

const wholes = ['preview', 'preview --diff --rows 40', 'preview --format json --rows 40']
const pipelines = [
  { name: 'emails', commands: [...wholes, 'preview --at who --rows 40', 'explain --rows 80 --where event!=""', 'explain --format json --rows 40 --where event!=""', 'explain --row 70'] },
  { name: 'meetings', commands: [...wholes, 'preview --at event-ids --rows 40', 'explain --rows 40 --where action!=""', 'explain --format json --rows 20 --where action!=""'] },
  { name: 'users', commands: [...wholes, 'preview --at group-ids --rows 40', 'explain --rows 40 --where name!=""', 'explain --format json --rows 20 --where name!=""'] },
]

for (const { name, commands } of pipelines) {
  test.serial(`${name}: no personal value is printed`, t => {
    const folder = newFolder(t)
    const people = join(folder, 'users.csv')
    writeUsersCsv(organisation, people, { shell: '7', times: 'exact' })
    const files = name === 'emails' ? writeRawLogs(organisation, folder) : name === 'meetings' ? writeCalendarJson(calendar, join(folder, 'calendar'), { shell: '7' }) : []
    const from = name === 'emails' ? 'tracking' : 'calendar'
    const inputs = [...files.flatMap(file => ['--input', `${from}=${file}`]), '--input', `people=${people}`, ...name === 'users' ? ['--without', 'groups', '--without', 'access'] : []]
    const settings = Object.entries(settingsOf(organisation)).flatMap(([param, value]) => ['--set', `${param}=${value}`])
    const personal = [...new Set([...values, ...[...files, people].flatMap(file => personalValues(readFileSync(file, 'utf8')))])]
    t.true(personal.length > 150)
    for (const command of commands) {
      const [verb = '', ...options] = command.split(' ')
      const { code, out, err } = npPipeline([verb, `rules/${name}.yaml`, ...options, ...inputs, ...settings], { env: { NP_HMAC_KEY: '' } })
      t.is(code, 0, err)
      t.true(out.length > 500, command)
      t.deepEqual(leaksIn(Buffer.from(out + err), personal), [], command)
      if (!command.includes('json')) for (const line of out.split('\n')) t.true(line.length <= 100, `${command}: ${line}`)
    }
  })
}
