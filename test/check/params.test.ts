// Parameters of type date: a day of the calendar, or the day of the run, which only the run knows.
import test from 'ava'
import { checkRules } from '../../engine/check/rules.ts'
import type { Settings } from '../../engine/check/params.ts'
import { load } from '../load/show.ts'

const rules = (param: string): string => `version: 1
name: people
params: { row-date: ${param} }
inputs: { people: { fields: { number: { privacy: identity, type: id } } } }
from: people
steps: { dated: { set: { day: '$params.\`row-date\`' } }, hidden: { hash: { fields: [number] } } }
outputs: { people: { csv: { file: people.csv }, columns: { row_date: day, id: number } } }
`

const checked = (param: string, settings: Settings = new Map(), today?: string) => checkRules(load({ 'people.yaml': rules(param) }).loaded!, settings, true, today)
const valueOf = (...given: Parameters<typeof checked>): unknown => checked(...given).plan?.params.get('row-date')?.value

const values: readonly { readonly title: string, readonly param: string, readonly set?: string, readonly today?: string, readonly expect: string | undefined }[] = [
  { title: 'a date as it is written', param: '{ type: date, default: 2023-06-30 }', expect: '2023-06-30' },
  { title: 'today is the day that the run gives', param: '{ type: date, default: today }', today: '2026-11-22', expect: '2026-11-22' },
  { title: 'without a run it is always the same day', param: '{ type: date, default: today }', expect: '2024-01-01' },
  { title: 'a setting wins', param: '{ type: date, default: today }', set: '2024-02-29', today: '2026-11-22', expect: '2024-02-29' },
  { title: 'a setting may be today too', param: '{ type: date, default: 2023-06-30 }', set: 'today', today: '2026-11-22', expect: '2026-11-22' },
  { title: 'a sample where there is nothing else', param: '{ type: date, sample: 2024-05-31 }', expect: '2024-05-31' },
  { title: 'a setting that is no day has no value', param: '{ type: date }', set: '2023-02-29', expect: undefined },
]

for (const { title, param, set, today, expect } of values) {
  test(title, t => {
    const settings = new Map(set === undefined ? [] : [['row-date', set]])
    t.is(valueOf(param, settings, today), expect)
    t.deepEqual(checked(param, settings, today).diagnostics, [])
  })
}

for (const text of ['2023-02-30', '2023-13-01', '30.06.2023', '2023-6-1', 'tomorrow', '""', '20230630', '"2023-06-30 "']) {
  test(`no date: ${text}`, t => {
    const [one, ...more] = checked(`{ type: date, default: ${text} }`).diagnostics
    t.is(one?.code, 'wrong-value')
    t.is(one?.message, `"${text.replaceAll('"', '')}" is no date`)
    t.deepEqual(more, [])
  })
}

test('a date bounds its column', t => {
  const column = checked('{ type: date, default: today }').plan!.outputs[0]!.columns[0]!
  t.is(column.field.type, 'date')
  t.is(column.field.mark, 'open')
})

test('a test that sets a date sets a day of the calendar', t => {
  const tests = 'tests: { dated: { params: { row-date: 2023-02-30 }, given: [{}], expect: [{}] } }\n'
  const { diagnostics } = checkRules(load({ 'people.yaml': rules('{ type: date }') + tests }).loaded!, new Map(), true)
  t.deepEqual(diagnostics.map(({ code, message }) => [code, message]), [['wrong-type', '"row-date" takes a value of type date']])
})

test('the name with a hyphen and without backticks is explained', t => {
  const text = rules('{ type: date, default: today }').replace('`row-date`', 'row-date')
  const [one] = checkRules(load({ 'people.yaml': text }).loaded!, new Map(), true).diagnostics
  t.is(one?.code, 'unknown-param')
  t.is(one?.hint, 'write $params.`row-date` with the backticks')
})

test('an overlay changes one part of a declaration, and the value stays', t => {
  const files = { 'mine.yaml': 'version: 1\nextends: people.yaml\nparams: { row-date: { per-run: true } }\n', 'people.yaml': rules('{ type: date, default: 2023-06-30 }') }
  const { plan, diagnostics } = checkRules(load(files).loaded!, new Map(), true)
  t.deepEqual(diagnostics, [])
  const { perRun, value } = plan!.params.get('row-date')!
  t.deepEqual({ perRun, value }, { perRun: true, value: '2023-06-30' })
})
