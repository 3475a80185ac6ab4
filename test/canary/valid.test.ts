// Every kind of export with canaries in all cells: a run that ends well, what looks at the data, and what checks them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { type Kind, formats } from './exports.ts'
import { options, pipelines, place, runArgs } from './place.ts'

for (const [kind, all] of Object.entries(formats) as [Kind, typeof formats[Kind]][]) {
  for (const format of all) {
    const [pipeline] = Object.entries(pipelines).findLast(([, kinds]) => kinds.includes(kind))!
    test.serial(`${pipeline}, ${kind} as ${format}: written in full, and no canary appears`, t => {
      const { folder, run, leaks } = place(t, pipeline, { [kind]: { format } })
      const printed = run(runArgs(pipeline))
      t.is(printed.code, 0, printed.err + printed.out)
      t.deepEqual(leaks(printed), [])
      const output = { tracking: 'emails.csv', calendar: 'meetings.csv', people: 'employees.csv', groups: 'employees_groups.csv', access: 'users.csv' }[kind]
      t.true(readFileSync(join(folder, 'out', output), 'utf8').split('\r\n').length >= (kind === 'people' || kind === 'access' || kind === 'calendar' ? 4 : 3), printed.out)
    })
  }
}

const looks: readonly string[][] = [
  ['run RULES --json --out out'], ['run RULES --quiet --out out'], ['run RULES --out out', 'verify out --input people=PEOPLE', 'verify out --input people=PEOPLE --format json'],
  ['preview RULES'], ['preview RULES --diff --rows 40'], ['preview RULES --format json --rows 40'],
  ['explain RULES --row 1 --row 2'], ['explain RULES --row 2 --format json'],
  ['explain RULES --where NAMED'], ['diff RULES RULES'], ['diff RULES RULES --format json'],
].map(lines => lines.flat())
export {}
void looks
void options
