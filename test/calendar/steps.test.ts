// The scrub steps: what they count, what they refuse, and that no cell leaves which they could not have made.
import test from 'ava'
import { createHmac } from 'node:crypto'
import type { ColumnPlan } from '../../engine/plan/plan.ts'
import { cellWriter } from '../../engine/run/column.ts'
import type { Field, Row } from '../../engine/spec/field.ts'
import type { Flow, Remark, Step, Work } from '../../engine/spec/step.ts'
import scrubEventId from '../../engine/steps/scrub-event-id.ts'
import scrubRecurrence from '../../engine/steps/scrub-recurrence.ts'
import { testKey } from '../command-line.ts'

const id = '040000008200E00074C5B7101A82E00800000000B0225ABF0710C80100000000000000001000000005B27C05AA7C4646B0835D5EB4E41C55'

/** The first cells of the rows after the step, and what it says at the end. */
function run(step: Step, cells: readonly string[]): { readonly after: readonly unknown[], readonly remarks: readonly (Remark | undefined)[] } {
  const remarks: (() => Remark | undefined)[] = []
  const work: Partial<Work> = {
    id: 'scrub', slot: () => 0, atEnd: remark => { remarks.push(remark) }, mac: bytes => createHmac('sha256', testKey).update(bytes).digest(),
  }
  const action = step.run({ fields: ['cell'] } as never, work as Work)
  const after: unknown[] = []
  const next = 'rows' in action ? action.rows(row => { after.push(row[0]) }) : undefined
  if (typeof next !== 'function') throw new Error('the step does not take rows')
  for (const cell of cells) next([cell] as Row)
  return { after, remarks: remarks.map(remark => remark()) }
}

test('every cell that is no blob counts, also the same one twice; blank does not', t => {
  const { after, remarks } = run(scrubRecurrence, ['', 'no blob', 'no blob', '0430', '00232000000A...'])
  t.deepEqual(after, ['', '', '', '', '00232000000A...'])
  t.like(remarks, [{ code: 'recurrence-unparsed', count: 3, message: 'step "scrub": 3 recurrences could not be read and are blank' }])
})

test('every odd id counts, also the same one twice; blank does not', t => {
  const { after, remarks } = run(scrubEventId, ['', 'anna@contoso.example', 'anna@contoso.example', id])
  t.is(after[1], after[2])
  t.is(after[3], id)
  t.like(remarks, [{ code: 'event-id-odd', count: 2, message: 'step "scrub": 2 event ids are of no known form and became pseudonyms' }])
})

for (const [step, cells] of [[scrubRecurrence, ['', '00232000000A...']], [scrubEventId, ['', id, '060000008...']]] as const) {
  test(`${step.name} says nothing where all is well`, t => { t.deepEqual(run(step, cells).remarks, [undefined]) })
}

const place = { file: 'rules.yaml', range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } }

/** The field after the step, and the mistakes it reports. */
function flow(step: Step, field: Partial<Field>): { readonly after: Field | undefined, readonly problems: readonly string[] } {
  const shape = new Map([['cell', { type: 'text', list: false, mark: 'sensitive', trail: [], ...field } as Field]])
  const problems: string[] = []
  const surroundings: Partial<Flow> = { shape, place: () => place, field: name => shape.get(name), problem: (_, message) => { problems.push(message) } }
  return { after: step.flow({ fields: ['cell'] } as never, surroundings as Flow).get('cell'), problems }
}

test('a blob becomes open, an id a pseudonym', t => {
  t.like(flow(scrubRecurrence, {}).after, { type: 'recurrence', mark: 'open', list: false })
  t.like(flow(scrubEventId, {}).after, { type: 'event-id', mark: 'pseudonym', list: false })
})

for (const [field, problem] of [[{ list: true }, '"cell" is a list, not a single text'], [{ type: 'time' }, '"cell" is time, not a single text']] as const) {
  test(`refused: ${problem}`, t => {
    t.deepEqual(flow(scrubRecurrence, field).problems, [problem])
    t.deepEqual(flow(scrubEventId, field).problems, [problem])
  })
}

// The trail of a field is what a message shows; the guard stands on the type alone.
const written = (type: Field['type'], cell: string): string | undefined =>
  cellWriter({ name: 'c', header: 'c', fieldName: 'c', field: { type, list: false, mark: 'open', trail: [] } } satisfies ColumnPlan)(cell)

const blob = '043004300A2000000000A0050000E010000000000000212000000A0000000000000002000000A0C1DC0C80D2DC0C00000000207EDC0C0016DD0C0630000009300000E0010000FE01000000000000000000000000'
const leaves: readonly { type: Field['type'], title: string, cell: string, may: boolean }[] = [
  { type: 'recurrence', title: 'a blob without text', cell: blob, may: true },
  { type: 'recurrence', title: 'a blob in lower case', cell: blob.toLowerCase(), may: false },
  { type: 'recurrence', title: 'a blob with a byte behind its end', cell: `${blob}00`, may: false },
  { type: 'recurrence', title: 'blank', cell: '', may: true },
  { type: 'recurrence', title: 'a text', cell: 'Lunch', may: false },
  { type: 'event-id', title: 'an id of Outlook', cell: id, may: true },
  { type: 'event-id', title: 'an id in lower case', cell: id.toLowerCase(), may: false },
  { type: 'event-id', title: 'blank', cell: '', may: true },
  { type: 'event-id', title: 'an address', cell: 'anna@contoso.example', may: false },
]
for (const { type, title, cell, may } of leaves) {
  test(`${title} ${may ? 'leaves' : 'does not leave'} as ${type}`, t => { t.is(written(type, cell), may ? cell : undefined) })
}
