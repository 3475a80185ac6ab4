// Real tracking logs through the real binary: rows and reasons counted by hand from the files.
import { readFileSync, writeFileSync } from 'node:fs'
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import test from 'ava'
import { newFolder, npPipeline, testKey } from './command-line.ts'
import { corpus } from './corpus.ts'

const logs = corpus === undefined ? undefined : join(corpus, 'tracking-logs')
const hash = (text: string): string => createHmac('sha256', testKey).update(text).digest('hex')

type Summary = { readonly counts: { readonly read: number, readonly common: { readonly added: number, readonly dropped: Record<string, Record<string, number>> } } }

if (logs === undefined) test('real tracking logs', t => { t.log('not run: the corpus is missing (NP_CORPUS)'); t.pass() })
else {
  // 15 events of one mail: a colleague writes to two outsiders and, by blind copy, twice to herself.
  const message = hash('a69839e5e47044febf6c34a84250918c@test.com')
  const colleague = hash('email1@test.com')
  const oneMail = [
    'email_id;from;to;when',
    `${message};${colleague};${colleague};2023-04-02 14:45:55.230`,
    `${message};${colleague};external;2023-04-02 14:45:55.334`,
    `${message};${colleague};external;2023-04-02 14:45:55.334`,
  ]
  const directory = 'DistinguishedName,mail,proxyAddresses\n"CN=One,DC=test,DC=com",email1@test.com,SMTP:Email1@test.com\n'

  for (const { title, people } of [{ title: 'with a directory that holds the one colleague', people: true }, { title: 'without any directory', people: false }]) {
    test(`one mail is three rows: to two outsiders, and to the sender; ${title}`, t => {
      const folder = newFolder(t)
      writeFileSync(join(folder, 'users.csv'), directory)
      const { code, err } = npPipeline([
        'run', 'rules/emails.yaml', '--input', `tracking=${join(logs, 'exchange2016-one-mail-flow.log')}`,
        ...people ? ['--input', `people=${join(folder, 'users.csv')}`] : ['--without', 'people'],
        '--set', 'domains=test.com', '--out', join(folder, 'out'), '--quiet',
      ])
      t.is(code, 0)
      t.is(/warning aliases-not-joined/.test(err), !people, err)
      t.deepEqual(readFileSync(join(folder, 'out/emails.csv'), 'utf8').split('\r\n'), [...oneMail, ''])
    })
  }

  const others = [
    // Two SENDEXTERNAL and two SEND, all from the null sender: bounces. The other eleven are hops, copies and reports.
    { log: 'exchange2016-mixed-events.log', domains: 'test.com', read: 15, dropped: { delivered: 11, 'machine-mail': 4 } },
    // A SEND between two addresses of example.com and a SENDEXTERNAL of a report, whose envelope is blank.
    { log: 'exchange2019-no-header.log', domains: 'my.domain.com', read: 6, dropped: { delivered: 4, 'machine-mail': 1, 'nobody-inside': 1 } },
    { log: 'exchange2019-no-header.log', domains: 'example.com', read: 6, dropped: { delivered: 4, 'machine-mail': 1, 'inner-hops': 1 } },
    // Items seen in an outbox, and one submission: nothing is delivered yet.
    { log: 'exchange2010-bom-header.log', domains: 'domain.com', read: 2, dropped: { delivered: 2 } },
    { log: 'MSGTRKMS2022091915-1.LOG', domains: 'domain.com', read: 2, dropped: { delivered: 2 } },
  ]
  for (const { log, domains, read, dropped } of others) {
    test(`${log} as ${domains} has no delivery, and says why of each event`, t => {
      const folder = newFolder(t)
      const { code, out } = npPipeline([
        'run', 'rules/emails.yaml', '--input', `tracking=${join(logs, log)}`, '--without', 'people',
        '--set', `domains=${domains}`, '--out', join(folder, 'out'), '--json',
      ])
      t.is(code, 0)
      const { counts } = JSON.parse(out) as Summary
      t.is(counts.read, read)
      t.is(counts.common.added, 0)
      const sums = Object.entries(counts.common.dropped).map(([step, reasons]) => [step, Object.values(reasons).reduce((sum, count) => sum + count)])
      t.deepEqual(Object.fromEntries(sums), dropped)
      t.is(readFileSync(join(folder, 'out/emails.csv'), 'utf8'), 'email_id;from;to;when\r\n')
    })
  }
}
