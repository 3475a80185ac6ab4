// What leaves tells nothing but what the rules say: where nothing is allowed by name, two inputs that differ only in who
// people are and in what sensitive texts say give outputs that differ in pseudonyms only.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { Plan } from '../../engine/plan/plan.ts'
import { allSteps } from '../../engine/plan/steps.ts'
import { newFolder } from '../command-line.ts'
import { chooser, numbers } from './chooser.ts'
import { type Result, planOf, runEngine } from './engine.ts'
import { exportText, formats } from './exports.ts'
import { columns, recordOf } from './inputs.ts'
import { pipeline } from './pipelines.ts'
import { otherPeople, otherText, people } from './other-world.ts'
import type { ExportRecord } from './value.ts'

const runs = Number(process.env['NP_RUNS'] ?? 300)
const names = [...columns.map(({ column }) => column), 'fallback']
const hidden = new Set([...columns.filter(({ known }) => known.mark !== 'open').map(({ column }) => column), 'fallback'])

/** The same record in the other world: identities and sensitive texts are others, all else is as it was. */
const otherRecord = (record: ExportRecord): ExportRecord => Object.fromEntries(Object.entries(record).map(([column, cell]) =>
  [column, !hidden.has(column) ? cell : typeof cell === 'string' ? otherText(cell) : cell.map(otherText)]))

test('people and sensitive texts show in pseudonyms only', async t => {
  const folder = newFolder(t)
  const [rows, directory] = [join(folder, 'rows'), join(folder, 'people.json')]
  const seen = { checked: 0, refused: 0, stopped: 0, cells: 0, changed: 0, wider: 0 }
  const parts = new Map<string, number>()
  const drawn = fc.record({ rules: numbers(200), records: fc.array(numbers(40), { maxLength: 12, size: 'max' }) })
  await fc.assert(fc.asyncProperty(drawn, async given => {
    const rules = pipeline(chooser(given.rules), { blind: true })
    const plan = planOf(rules)
    if (!('steps' in plan)) return void seen.refused++
    seen.checked++
    const wider = partsOf(plan)
    if (wider.length > 0) seen.wider++
    for (const part of wider) parts.set(part, (parts.get(part) ?? 0) + 1)
    const records = given.records.map(one => recordOf(chooser(one), new Set(), true))
    const run = async (all: readonly ExportRecord[], who: readonly ExportRecord[]): Promise<Result> => {
      writeFileSync(rows, exportText(all, names, formats[1]!))
      writeFileSync(directory, JSON.stringify(who))
      return runEngine(rules, { rows: [rows], people: directory }, folder)
    }
    const [one, other] = [await run(records, people), await run(records.map(otherRecord), otherPeople)]
    const [shown, shownToo] = [visible(one, plan), visible(other, plan)]
    if (JSON.stringify(shown) !== JSON.stringify(shownToo)) {
      throw new Error(`${rules.slice(rules.indexOf('\nfrom: rows'))}${JSON.stringify(records)}\n${JSON.stringify(shown)}\n${JSON.stringify(shownToo)}`)
    }
    if ('stopped' in one || 'stopped' in other) return void seen.stopped++
    seen.cells += [...one.outputs.values()].join('').length
    if ([...one.outputs].some(([name, text]) => text !== other.outputs.get(name))) seen.changed++
  }), { numRuns: runs, includeErrorInReport: true, interruptAfterTimeLimit: 100_000 })
  t.log(JSON.stringify({ ...seen, ...Object.fromEntries(parts) }))
  t.true(seen.checked > seen.refused && seen.wider > 0.6 * seen.checked && seen.changed > (seen.checked + seen.refused) / 20)
})

/** What a plan has beyond one input, one output and single values. */
function partsOf(plan: Plan): readonly string[] {
  const steps = allSteps(plan)
  const has = (type: string): boolean => steps.some(step => step.type === type)
  return [
    ...['rows', 'merge', 'conform', 'lookup', 'explode'].filter(has),
    ...plan.outputs.length > 1 ? ['outputs'] : [],
    ...plan.outputs.some(({ sources }) => sources.length > 1) ? ['sources'] : [],
    ...plan.outputs.some(({ sources }) => sources.length === 1 && sources[0]!.input !== plan.from) ? ['another input'] : [],
    ...plan.outputs.some(({ columns }) => columns.some(({ field }) => field.list && field.type === 'pseudonym')) ? ['hashed lists'] : [],
    ...steps.some(({ options }) => options['words']) ? ['words'] : [],
  ]
}

/** The counts, and the outputs with every pseudonym as one word. */
function visible(result: Result, plan: Plan): unknown {
  if ('stopped' in result) return result
  return {
    counts: result.counts,
    outputs: plan.outputs.map(({ name, columns, delimiter }) => parse(result.outputs.get(name)!, { delimiter, relax_column_count: false }).slice(1)
      .map((cells: readonly string[]) => cells.map((cell, index) => columns[index]!.field.type === 'pseudonym' ? cell.replaceAll(/[0-9a-f]{64}|[A-Za-z0-9+/]{43}=/g, 'pseudonym') : cell))),
  }
}
