// The engine against the reference interpreter: the same bytes in every output, the same counts at every step.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import test from 'ava'
import fc from 'fast-check'
import { newFolder } from '../command-line.ts'
import { chooser, numbers } from './chooser.ts'
import { planOf, runEngine, runReference } from './engine.ts'
import { exportText, formats } from './exports.ts'
import { columns, recordOf } from './inputs.ts'
import { pipeline } from './pipelines.ts'
import { report } from './report.ts'
import { people as directory } from './texts.ts'
import type { ExportRecord } from './value.ts'

const runs = Number(process.env['NP_RUNS'] ?? 400)

const drawn = fc.record({ rules: numbers(250), shape: numbers(8), records: fc.array(numbers(40), { maxLength: 20, size: 'max' }) })

type Case = { readonly rules: string, readonly records: readonly ExportRecord[], readonly names: readonly string[], readonly format: typeof formats[number], readonly people: readonly ExportRecord[] | undefined }

function caseOf({ rules, shape, records }: { rules: readonly number[], shape: readonly number[], records: readonly (readonly number[])[] }): Case {
  const choose = chooser(shape)
  const format = choose.one(formats)
  const absent = new Set(choose.some(['day', 'note', 'tags', 'number', 'start', 'state'], 0, 2))
  const all = records.map(one => recordOf(chooser(one), absent, format.kind === 'json'))
  const names = [...columns.filter(({ field }) => !absent.has(field)).map(({ column }) => column), 'fallback', 'never declared']
  return { rules: pipeline(chooser(rules), { blind: false }), records: all, names, format, people: choose.rarely(4) ? undefined : directory }
}

test('generated pipelines over generated records', async t => {
  const folder = newFolder(t)
  const rows = join(folder, 'rows')
  const directoryFile = join(folder, 'people.json')
  writeFileSync(directoryFile, JSON.stringify(directory))
  const seen = { checked: 0, refused: 0, joined: 0, stopped: 0, written: 0, quarantined: 0, dropped: 0, added: 0 }
  const mistakes = new Map<string, number>()
  await fc.assert(fc.asyncProperty(drawn, async numbers => {
    const { rules, records, names, format, people: given } = caseOf(numbers)
    const plan = planOf(rules)
    if (!('steps' in plan)) {
      seen.refused++
      for (const mistake of plan) mistakes.set(mistake, (mistakes.get(mistake) ?? 0) + 1)
      return
    }
    seen.checked++
    const joins = plan.outputs.some(({ sources }) => sources.some(({ input }) => input !== plan.from))
    if (joins) seen.joined++
    // What becomes rows cannot be left out.
    const people = joins ? directory : given
    writeFileSync(rows, exportText(records, names, format))
    const got = await runEngine(rules, { rows: [rows], ...(people ? { people: directoryFile } : {}) }, folder)
    const wanted = await runReference(plan, records, people)
    if (!isDeepStrictEqual(got, wanted)) throw new Error(report(rules, records, got, wanted))
    if ('stopped' in wanted) seen.stopped++
    else {
      for (const { written, quarantined, added, dropped } of Object.values(wanted.counts.went)) {
        seen.written += written
        seen.quarantined += quarantined
        seen.added += added
        seen.dropped += Object.values(dropped).flatMap(reasons => Object.values(reasons)).reduce((sum, one) => sum + one, 0)
      }
    }
  }), { numRuns: runs, interruptAfterTimeLimit: 100_000,  includeErrorInReport: true })
  t.log(JSON.stringify(seen))
  if (process.env['NP_MISTAKES']) t.log([...mistakes].toSorted((a, b) => b[1] - a[1]).slice(0, 20))
  t.true(seen.checked > 3 * seen.refused && seen.joined > 0.6 * seen.checked)
})
