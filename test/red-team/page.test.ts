// The page that a privacy officer reads names every step, and every function that lowers a mark.
import { readFileSync } from 'node:fs'
import test from 'ava'
import { functions } from '../../engine/expression/functions/index.ts'
import { steps } from '../../engine/steps/index.ts'

const page = readFileSync('docs/privacy.md', 'utf8')
const marks = page.slice(page.indexOf('## Marks'), page.indexOf('### allow'))

for (const { name } of steps) test(`the rules of the flow say what ${name} does`, t => { t.true(marks.includes(`[${name}](steps.md#${name})`)) })

for (const { name, lowers } of functions.values()) {
  test(`the rules of the flow ${lowers ? '' : 'do not '}name $${name} as one that lowers marks`, t => { t.is(marks.includes(`functions.md#${name})`), lowers !== undefined) })
}
