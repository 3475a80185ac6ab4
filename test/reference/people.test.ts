// Directories as the export of their own people: the account of every record, whoever else has its names and addresses.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import test from 'ava'
import fc from 'fast-check'
import { newFolder } from '../command-line.ts'
import { chooser, numbers } from './chooser.ts'
import { planOf, runEngine, runReference } from './engine.ts'
import { exportText, formats } from './exports.ts'
import { directoryKnown, personOf } from './inputs.ts'
import { pipeline } from './pipelines.ts'
import { report } from './report.ts'

const runs = Number(process.env['NP_RUNS'] ?? 300)

test('generated pipelines over generated directories', async t => {
  const folder = newFolder(t)
  const file = join(folder, 'people')
  const seen = { checked: 0, refused: 0, stopped: 0, own: 0, written: 0 }
  const drawn = fc.record({ rules: numbers(250), format: fc.constantFrom(...formats), people: fc.array(numbers(20), { maxLength: 12, size: 'max' }) })
  await fc.assert(fc.asyncProperty(drawn, async given => {
    const rules = pipeline(chooser(given.rules), { blind: false, ofPeople: true })
    const plan = planOf(rules)
    if (!('steps' in plan)) return void seen.refused++
    seen.checked++
    const records = given.people.map(one => personOf(chooser(one)))
    writeFileSync(file, exportText(records, [...directoryKnown.keys()], given.format))
    const got = await runEngine(rules, { people: file }, folder)
    const wanted = await runReference(plan, records, undefined)
    if (!isDeepStrictEqual(got, wanted)) throw new Error(report(rules, records, got, wanted))
    if ('stopped' in wanted) return void seen.stopped++
    if ([...plan.steps, ...plan.outputs.flatMap(output => output.steps)].some(({ options }) => options['into'] && !options['field'] && !options['of'])) seen.own++
    for (const { written } of Object.values(wanted.counts.went)) seen.written += written
  }), { numRuns: runs, interruptAfterTimeLimit: 100_000, includeErrorInReport: true })
  t.log(JSON.stringify(seen))
  t.true(seen.checked > 3 * seen.refused && seen.own > seen.checked / 5)
})
