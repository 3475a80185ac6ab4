// From the text of an export to a cell, and from the cell to the output: what each type takes, and what it refuses.
import test from 'ava'
import fc from 'fast-check'
import type { FieldPlan, InputPlan } from '../../engine/plan/plan.ts'
import { bind } from '../../engine/run/binding.ts'
import { converter } from '../../engine/run/cells.ts'
import { cellWriter, isSafe } from '../../engine/run/column.ts'
import { inputTimes } from '../../engine/run/times.ts'
import type { Cell, FieldType } from '../../engine/spec/field.ts'

const input: InputPlan = { name: 'calendar', files: [], base: '', sample: false, optional: false, fields: [] }
const times = inputTimes(input, fault => ({ refused: fault.code })).read
const field = (type: FieldType, list = false): FieldPlan['field'] => ({ type, list, mark: 'open', trail: [] })

type Case = { type: FieldType, text: string, cell?: Cell, code?: string, out?: string, pattern?: string, values?: readonly string[] }

const cases: readonly Case[] = [
  // numbers stay as they are written
  { type: 'number', text: '1.0', cell: '1.0', out: '1.0' },
  { type: 'number', text: ' -12.500 ', cell: '-12.500' },
  { type: 'number', text: '007', cell: '007' },
  { type: 'number', text: '123456789012345.123456', cell: '123456789012345.123456' },
  { type: 'number', text: '1234567890123456', code: 'bad-cell' },
  { type: 'number', text: '1.1234567', code: 'bad-cell' },
  { type: 'number', text: '1,5', code: 'bad-cell' },
  { type: 'number', text: '1e3', code: 'bad-cell' },
  { type: 'number', text: '.5', code: 'bad-cell' },
  { type: 'number', text: '1.', code: 'bad-cell' },
  { type: 'number', text: 'Anna', code: 'bad-cell' },
  { type: 'local-time', text: '2023-06-01 12:30:00', cell: '2023-06-01 12:30:00', out: '2023-06-01 12:30:00' },
  { type: 'local-time', text: '2023 06 01 12 30 00 4060', cell: '2023-06-01 12:30:00.406', out: '2023-06-01 12:30:00.406' },
  { type: 'local-time', text: '2023-02-30 12:30:00', code: 'bad-time' },
  { type: 'local-time', text: 'Planning', code: 'bad-time' },
  { type: 'local-time', text: '06/09/2015 01:02:44', code: 'ambiguous-time' },
  { type: 'time', text: '2023-06-01 12:30:00', code: 'missing-zone' },
  { type: 'date', text: '2023-06-01 12:30:00', cell: '2023-06-01' },
  // what Get-CalendarDiagnosticObjects writes for none
  ...['NotFound', ' N/A ', 'InvalidSchemaPropertyName', '', ' '].flatMap((text): Case[] => [
    { type: 'number', text, cell: '', out: '' }, { type: 'local-time', text, cell: '', out: '' }, { type: 'boolean', text, cell: '', out: '' },
  ]),
  { type: 'integer', text: 'NotFound', code: 'bad-cell' },
  { type: 'number', text: 'notfound', code: 'bad-cell' },
  // a pattern is held against the whole cell; blanks pass
  { type: 'text', text: '(UTC+01:00) Warsaw', pattern: '\\(UTC([+-]\\d\\d:\\d\\d)?\\) .{1,80}', cell: '(UTC+01:00) Warsaw' },
  { type: 'text', text: '(UTC+01:00) Warsaw\nand more', pattern: '\\(UTC([+-]\\d\\d:\\d\\d)?\\) .{1,80}', code: 'bad-cell' },
  { type: 'text', text: 'ab', pattern: 'a|ab|b', cell: 'ab' },
  { type: 'text', text: 'abb', pattern: 'a|ab|b', code: 'bad-cell' },
  { type: 'text', text: '', pattern: 'a', cell: '' },
  { type: 'text', text: ' ', pattern: 'a', code: 'bad-cell' },
  { type: 'number', text: ' 12 ', pattern: '1\\d', cell: '12' },
  { type: 'boolean', text: 'TRUE', pattern: 'true', cell: true },
  { type: 'number', text: 'x', pattern: '.*', code: 'bad-cell' },
  { type: 'word', text: 'Create', pattern: '[A-Z][a-z]+', values: ['Create', 'Update'], cell: 'Create' },
  { type: 'word', text: 'Move', pattern: '[A-Z][a-z]+', values: ['Create', 'Update'], code: 'bad-cell' },
  { type: 'word', text: 'create', pattern: '[A-Z][a-z]+', values: ['create', 'Update'], code: 'bad-cell' },
]

for (const { type, text, cell, code, out, pattern, values } of cases) {
  test(`${type} ${JSON.stringify(text)}${pattern === undefined ? '' : ` by ${pattern}`}${values ? ` of ${values.join()}` : ''}`, t => {
    const convert = converter({ field: { ...field(type), ...(values ? { values } : {}) }, ...(pattern === undefined ? {} : { pattern }) }, times)
    for (let again = 0; again < 2; again++) t.deepEqual(convert(text), code === undefined ? cell! : { refused: code as never })
    if (out !== undefined) t.is(cellWriter({ name: 'x', header: 'x', fieldName: 'x', field: field(type) })(cell!), out)
  })
}

test('a list is refused when one of its members does not match', t => {
  const plan: InputPlan = { ...input, fields: [{ name: 'to', from: ['to'], or: [], optional: false, pattern: '[a-c]+', field: field('text', true) }] }
  const read = bind(plan, ['to'], 'file', times).get('to')!
  const cellsOf = (members: readonly string[]) => ({ text: () => '', list: () => members })
  t.deepEqual(read(cellsOf(['a', 'bc'])), ['a', 'bc'])
  t.deepEqual(read(cellsOf([])), [])
  t.deepEqual(read(cellsOf(['a', 'x'])), { refused: 'bad-cell' })
})

test('columns are found whatever the case, blanks, underscores and marks of their names', t => {
  const plan: InputPlan = { ...input, fields: [{ name: 'at', from: ['LogTimestamp', 'Local Log Time'], or: [], optional: false, field: field('local-time') }] }
  for (const name of ['Local Log Time', 'locallogtime', 'LOCAL_LOG_TIME', '\uFEFFLocal Log Time', ' local\u00a0log time ']) {
    const read = bind(plan, ['x', name], 'file', times).get('at')!
    t.is(read({ text: column => column === 1 ? '2023-06-01 12:30:00' : '', list: () => [] }), '2023-06-01 12:30:00')
  }
})

test('what is written of numbers and local times needs no quotes, and nothing else is written', t => {
  for (const type of ['number', 'local-time'] as const) {
    const column = { name: 'x', header: 'x', fieldName: 'x', field: field(type) }
    const write = cellWriter(column)
    t.true(isSafe(column))
    for (const cell of ['Anna', '1,5', '2023-06-01T12:30:00', '2023-06-01 12:30', '"', '1\n']) t.is(write(cell), undefined)
    const convert = converter(column, times)
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-.: ,"\n'), maxLength: 24 }), text => {
      const cell = convert(text)
      if (typeof cell !== 'string') return
      t.is(write(cell), cell)
      t.false(/[",;\r\n]/.test(cell))
    }))
  }
})
