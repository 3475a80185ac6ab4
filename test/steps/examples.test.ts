// Every example of every step runs: documentation that cannot go stale.
import { createHmac } from 'node:crypto'
import test from 'ava'
import { digester } from '../../engine/hash/digest.ts'
import { keyOf, SAMPLE_KEY } from '../../engine/hash/key.ts'
import { parse } from '../../engine/expression/parse.ts'
import { judge } from '../../engine/expression/judge.ts'
import { newCounts } from '../../engine/run/counts.ts'
import { compileRows } from '../../engine/run/rows.ts'
import { ownDomains } from '../../engine/people/domains.ts'
import { buildDirectory } from '../../engine/people/directory.ts'
import type { Plan } from '../../engine/plan/plan.ts'
import type { Account, Cell, Field, Shape } from '../../engine/spec/field.ts'
import type { Example, Flow, Step } from '../../engine/spec/step.ts'
import { each, listed } from '../../engine/spec/option.ts'
import { steps } from '../../engine/steps/index.ts'

const place = { file: 'example', range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } }
const people = buildDirectory({ address: ['mail'], also: [], id: ['mail'], kinds: [], remote: [] }, ownDomains(['contoso.example'], []))
people.add(new Map([['mail', 'anna@contoso.example']]))
const directory = people.finish()

for (const step of steps) {
  test(`${step.name} has an example for every way of writing it`, t => {
    t.true(step.examples.length >= (step.either?.length ?? 1))
  })
  for (const example of step.examples) {
    test(`${step.name}: ${example.title}`, t => {
      t.deepEqual(runExample(step, example), example.expect.map(row => plain(row)))
    })
  }
}

/** Rows after the step, with accounts as their text; only the fields that the example expects. */
function runExample(step: Step, example: Example): unknown[] {
  const names = [...new Set(example.given.flatMap(row => Object.keys(row)))]
  const shape: Shape = new Map(names.map((name): [string, Field] => [name, { type: 'text', list: false, mark: 'open', trail: [], ...example.fields?.[name] }]))
  const options = optionsOf(step, example)
  const problems: string[] = []
  const after = step.flow(options as never, flowOf(shape, problems))
  if (problems.length > 0) throw new Error(problems.join('; '))
  const fields = [...after.keys()]
  const plan = {
    name: 'example', about: '', params: new Map(), lookups: new Map(), from: 'rows', quarantineLimit: { records: 0 },
    inputs: new Map([['rows', { name: 'rows', files: [], base: '', sample: false, optional: false, fields: names.map(name => ({ name, from: [name], or: [], optional: false, field: shape.get(name)! })) }]]),
    steps: [{ id: 'example', type: step.name, options, reads: names, writes: fields, before: shape, place }],
    outputs: [{ name: 'out', sources: [{ input: 'rows', steps: [] }], expect: [], steps: [], file: 'out.csv', delimiter: ',', newline: 'lf', columns: fields.map(name => ({ name, header: name, fieldName: name, field: { ...after.get(name)!, type: after.get(name)!.type === 'account' ? 'text' : after.get(name)!.type }, allow: 'an example' })) }],
  } as unknown as Plan
  const rows: string[][] = []
  const key = keyOf(SAMPLE_KEY)
  const pipeline = compileRows(plan, {
    counts: newCounts(plan), directory: () => directory, digest: profile => digester(key, profile),
    write: () => cells => { rows.push([...cells]) }, refuse: ({ code }) => { throw new Error(code) },
    stop: code => { throw new Error(code) }, warn: () => {}, meet: () => {},
    mac: bytes => createHmac('sha256', key.secret).update(bytes).digest(), place: () => place, here: () => () => {},
  })
  const source = pipeline.sources.get('rows')!
  for (const given of example.given) {
    source.bind(new Map(names.map(name => [name, () => cellOf(given[name])])))
    source.record({ text: () => '', list: () => [] })
  }
  pipeline.end()
  const expected = [...new Set(example.expect.flatMap(row => Object.keys(row)))]
  return rows.map(cells => Object.fromEntries(expected.map(name => [name, cells[fields.indexOf(name)]])))
}

function optionsOf(step: Step, { options }: Example): Record<string, unknown> {
  const expressions = (sources: object): unknown => Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, parse(String(source)).expression]))
  if (Array.isArray(options)) return { [listed]: options.map(expressions) }
  const written = options as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(step.options).map(([name, option]) => name === each ? [each, expressions(written)]
    : [name, option.role === 'expression' && written[name] !== undefined ? parse(String(written[name])).expression : written[name] ?? option.otherwise]))
}

function flowOf(shape: Shape, problems: string[]): Flow {
  return {
    shape, place: () => place,
    field: name => shape.get(name),
    judge: expression => judge(expression, { fields: shape, params: new Map() }).field,
    kinds: () => ['person', 'room', 'outside', 'unknown', 'none'],
    entries: () => shape,
    source: () => ({ input: 'rows', fields: directory.fields }),
    unknown: (_code, name) => { problems.push(name) },
    problem: (_code, message) => { problems.push(message) },
    refuse: (_code, _field, message) => { problems.push(message) },
  }
}

function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) return value.map(String)
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : value as Cell
  return { inside: true, remote: false, ...value } as Account
}

const plain = (row: Readonly<Record<string, unknown>>): unknown => Object.fromEntries(Object.entries(row).map(([name, value]) =>
  [name, typeof value === 'object' && value !== null && 'hash' in value ? digester(keyOf(SAMPLE_KEY), 'ascii-hex')(String(value.hash), 'utf8') : value]))
