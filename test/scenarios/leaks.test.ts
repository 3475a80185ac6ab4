// Nothing that a run prints or writes holds a personal value of what it read: addresses, names and subjects of a whole
// organisation, whether the run ends well or stops. The scenarios are scanned for addresses as well; spellings.test.ts tries the scanner.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { newFolder, npPipeline } from '../command-line.ts'
import { subjects } from '../organisation/names.ts'
import { generateOrganisation } from '../organisation/organisation.ts'
import { writeUsersCsv } from '../organisation/write-csv.ts'
import { writeRawLogs } from '../organisation/write-raw-logs.ts'
import { filesBelow, leaksIn, personalValues } from './leaks.ts'

const organisation = generateOrganisation({ seed: 21, version: '2016', edge: true, servers: 2, hybrid: true })

const spoilt: readonly { readonly title: string, readonly code: number, readonly spoil?: (log: string, users: string) => void, readonly options?: readonly string[] }[] = [
  { title: 'a run that ends well', code: 0 },
  { title: 'the summary for a machine', code: 0, options: ['--json'] },
  { title: 'records in quarantine', code: 1, spoil: log => { appendFileSync(log, 'Anna Hansen,"anna@contoso.com\n') } },
  { title: 'records in quarantine, delivered', code: 0, spoil: log => { appendFileSync(log, 'Anna Hansen,"anna@contoso.com\n') }, options: ['--max-quarantine', '1%'] },
  { title: 'a time that nobody can read', code: 3, spoil: log => { writeFileSync(log, readFileSync(log, 'utf8').replaceAll(/\d\d-\d\dT/g, 'anna@contoso.com ')) } },
  { title: 'a directory without its header', code: 3, spoil: (_, users) => { writeFileSync(users, readFileSync(users, 'utf8').split('\n').slice(1).join('\n')) } },
  { title: 'a directory with a quote that never ends', code: 3, spoil: (_, users) => { appendFileSync(users, '"CN=Anna Hansen') } },
  { title: 'a directory in an unknown encoding', code: 3, spoil: (_, users) => { appendFileSync(users, Buffer.from([0x41, 0xb3, 0xe6, 0x40, 0x0a])) } },
]

for (const { title, code, spoil, options = [] } of spoilt) {
  test.serial(title, t => {
    const folder = newFolder(t)
    const users = join(folder, 'in/users.csv')
    const logs = writeRawLogs(organisation, join(folder, 'in'))
    writeUsersCsv(organisation, users, { shell: '7', times: 'exact' })
    const read = [...logs, users].map(file => readFileSync(file, 'utf8')).join('\n')
    spoil?.(logs.find(file => file.includes('MSGTRKMD'))!, users)
    const { code: exit, out, err } = npPipeline([
      'run', 'rules/emails.yaml', ...logs.flatMap(file => ['--input', `tracking=${file}`]), '--input', `people=${users}`,
      '--set', `domains=${organisation.domains.join(',')}`, '--set', `cloud-domains=${organisation.cloudDomains.join(',')}`,
      '--out', join(folder, 'out'), ...options,
    ])
    t.is(exit, code, err)
    const values = [...personalValues(read), ...organisation.accounts.flatMap(({ name, legacyDn }) => [name, legacyDn]), ...subjects]
      .filter(value => value.length > 4)
    t.true(values.length > 200)
    const left = [...filesBelow(folder)].filter(([name]) => !name.startsWith('in/'))
    t.deepEqual(leaksIn(Buffer.from(out + err), values), [])
    for (const [name, bytes] of left) t.deepEqual(leaksIn(bytes, values), [], name)
  })
}
