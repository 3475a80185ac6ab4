// What must not matter: how many distinct values there are, in how many files records come, and where blocks are cut.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import test from 'ava'
import fc from 'fast-check'
import { newFolder } from '../command-line.ts'
import { chooser, numbers } from './chooser.ts'
import { type Result, planOf, runEngine, runReference } from './engine.ts'
import { exportText, formats } from './exports.ts'
import { columns, recordOf } from './inputs.ts'
import { report } from './report.ts'
import { pipeline } from './pipelines.ts'
import { people } from './texts.ts'

const rules = `
version: 1
name: large
about: More distinct values than any table of the engine remembers.
params: { domains: { type: list, default: [contoso.example] } }
inputs:
  rows: { files: rows.csv, fields: { sender: { privacy: identity }, subject: { privacy: sensitive }, room: { privacy: sensitive } } }
  people: { files: people.json, optional: true, fields: { mail: { privacy: identity } } }
lookups: { people: { from: people, domains: { param: domains }, address: [mail] } }
from: rows
steps:
  who: { identify: { fields: [sender], in: people } }
  once: { unique: { by: [sender, subject] } }
  no-digits: { redact: { fields: [room], pattern: "[0-4]+", with: "#" } }
  row: { hash: { of: [sender, subject], into: id } }
  pseudonyms: { hash: { fields: [sender] } }
outputs:
  large: { csv: { file: large.csv }, columns: { id: id, sender: sender, subject: subject, room: room }, allow: { subject: a test, room: a test } }
`

test('more distinct values than the tables of the engine remember', async t => {
  const folder = newFolder(t)
  // Every value comes again after the table was full: some as the same row, some beside another subject.
  const distinct = Array.from({ length: 70_000 }, (_, index) => ({ sender: `user-${index}@contoso.example`, subject: `say "${index}"; and`, room: `Room ${index}, ${index % 7}` }))
  const again = distinct.map(record => ({ ...record, sender: record.sender.toUpperCase() })).filter((_, index) => index % 3 === 0)
  const others = again.map(record => ({ ...record, subject: 'other' }))
  const records = [...distinct, ...again, ...others]
  const rows = join(folder, 'rows.csv')
  writeFileSync(rows, exportText(records, ['sender', 'subject', 'room'], formats[0]!))
  const plan = planOf(rules)
  if (!('steps' in plan)) return t.fail(plan.join('\n'))
  const [got, wanted] = [await runEngine(rules, { rows: [rows] }, folder), await runReference(plan, records, undefined)]
  if ('stopped' in got || 'stopped' in wanted) return t.fail('a run stopped')
  t.deepEqual(got.counts, wanted.counts)
  t.is(got.counts.went['large']?.written, distinct.length + others.length)
  t.true(got.outputs.get('large') === wanted.outputs.get('large'))
})

test('an account stands once among $distinct, however it is spelt', async t => {
  const folder = newFolder(t)
  const rows = join(folder, 'rows.json')
  const records = [{ to: ['John@partner.example', 'john@partner.example', 'Some Name', 'some  name', 'x@contoso.example', 'X@contoso.example', 'broken@@x', 'broken@@x'] }]
  writeFileSync(rows, JSON.stringify(records))
  const distinct = `
version: 1
name: distinct
about: All recipients, each once.
params: { domains: { type: list, default: [contoso.example] } }
inputs:
  rows: { files: rows.json, fields: { to: { privacy: identity, type: list } } }
  people: { files: people.json, optional: true, fields: { mail: { privacy: identity } } }
lookups: { people: { from: people, domains: { param: domains }, address: [mail] } }
from: rows
steps:
  who: { identify: { fields: [to], in: people } }
  once: { set: { to: $distinct(to) } }
outputs:
  distinct: { csv: { file: distinct.csv }, columns: { to: to }, allow: { to: a test } }
`
  const plan = planOf(distinct)
  if (!('steps' in plan)) return t.fail(plan.join('\n'))
  t.deepEqual(await runEngine(distinct, { rows: [rows] }, folder), await runReference(plan, records, undefined))
})

/** A stream that gives the bytes in blocks of these sizes, over and over. */
async function* inBlocks(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let from = 0, turn = 0; from < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!
    yield bytes.subarray(from, from + size)
    from += size
  }
}

test('the same bytes from one file, from several of several formats, and from blocks cut anywhere', async t => {
  const folder = newFolder(t)
  const at = (name: string): string => join(folder, name)
  writeFileSync(at('people.json'), JSON.stringify(people))
  const names = [...columns.map(({ column }) => column), 'fallback']
  const drawn = fc.record({
    rules: numbers(200), records: fc.array(numbers(40), { minLength: 1, maxLength: 20, size: 'max' }), cuts: numbers(8),
    sizes: fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3_000 })), { minLength: 1, maxLength: 6 }),
  })
  await fc.assert(fc.asyncProperty(drawn, async given => {
    const choose = chooser(given.cuts)
    const rules = pipeline(chooser(given.rules), { blind: false })
    fc.pre('steps' in planOf(rules))
    const records = given.records.map(one => recordOf(chooser(one), new Set(), false))
    const format = choose.one(formats)
    const whole = exportText(records, names, format)
    writeFileSync(at('whole'), whole)
    const cut = choose.one(records.map((_, index) => index))
    writeFileSync(at('part-1'), exportText(records.slice(0, cut), names, choose.one(formats)))
    writeFileSync(at('part-2'), exportText(records.slice(cut), names, choose.one(formats)))
    const run = (rows: readonly string[], stdin?: AsyncIterable<Buffer>): Promise<Result> =>
      runEngine(rules, { rows, people: at('people.json'), ...(stdin ? { stdin } : {}) }, folder)
    const one = await run([at('whole')])
    const runs = { files: await run([at('part-2'), at('part-1')]), blocks: await run(['-'], inBlocks(Buffer.from(whole), given.sizes)) }
    for (const [way, other] of Object.entries(runs)) {
      if (!isDeepStrictEqual(other, one)) throw new Error(`${way}:\n${report(rules, records, other, one)}`)
    }
  }), { includeErrorInReport: true, numRuns: Number(process.env['NP_RUNS'] ?? 150), interruptAfterTimeLimit: 60_000 })
  t.pass()
})
