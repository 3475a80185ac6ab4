// Every kind of export with canaries in all cells: a run that ends well.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { type Kind, formats } from './exports.ts'
import { pipelines, place, runArgs } from './place.ts'

for (const [kind, all] of Object.entries(formats) as [Kind, typeof formats[Kind]][]) {
  for (const format of all) {
    const [pipeline] = Object.entries(pipelines).findLast(([, kinds]) => kinds.includes(kind))!
    test.serial(`${pipeline}, ${kind} as ${format}: written in full, and no canary appears`, async t => {
      const { folder, run, leaks } = place(t, pipeline, { [kind]: { format } })
      const printed = await run(runArgs(pipeline))
      t.is(printed.code, 0, printed.err + printed.out)
      t.deepEqual(leaks(printed), [])
      const output = { tracking: 'emails.csv', calendar: 'meetings.csv', people: 'employees.csv', groups: 'employees_groups.csv', access: 'users.csv' }[kind]
      t.true(readFileSync(join(folder, 'out', output), 'utf8').split('\r\n').length >= (kind === 'people' || kind === 'access' || kind === 'calendar' ? 4 : 3), printed.out)
    })
  }
}
