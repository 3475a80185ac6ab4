// What the runs write holds nobody of the directory: three organisations, all files, both forms of pseudonyms.
import test from 'ava'
import { verify } from '../../engine/verify/verify.ts'
import { newFolder } from '../command-line.ts'
import { deliver, directoryOf } from './delivery.ts'

for (const [seed, profile] of [[31, 'ascii-hex'], [32, 'utf8-base64'], [33, 'ascii-hex']] as const) {
  test(`organisation ${seed}, ${profile}: nothing is found, and all files join`, async t => {
    const delivery = await deliver(newFolder(t), seed, { 'hash-profile': profile })
    const { checks, accounts } = await verify(delivery.folder, { directory: directoryOf(delivery), approved: [], smallestGroup: 5 })
    t.true(accounts > 40)
    t.deepEqual(checks.filter(({ result }) => result === 'finding'), [])
    const of = (name: string) => checks.find(({ check }) => check === name)
    t.true((of('identities')?.count ?? 0) > 500)
    t.is(of('joins')?.result, 'fine')
    t.deepEqual(of('joins')?.spots.map(({ file, column }) => `${file} ${column}`), [
      'emails.csv from', 'emails.csv to', 'meetings.csv sentrepresentingemailaddress', 'meetings.csv senderemailaddress', 'meetings.csv responsibleusername',
    ])
    t.true((of('groups')?.spots ?? []).every(({ file }) => file === 'employees_groups.csv'))
    // Logins stand in users.csv in clear, since the rules say so; nowhere else.
    t.true((of('exceptions')?.count ?? 0) > 0)
    t.true((of('exceptions')?.spots ?? []).every(({ file, column }) => ['users.csv email', 'employees_groups.csv name', 'employees_groups.csv category'].includes(`${file} ${column}`)),
      JSON.stringify(of('exceptions')))
  })
}
