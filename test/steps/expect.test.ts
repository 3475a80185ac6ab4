// expect: silent where one row is as expected or none came by, a remark with the counts otherwise.
import test from 'ava'
import { parse } from '../../engine/expression/parse.ts'
import type { Row } from '../../engine/spec/field.ts'
import type { Remark, Work } from '../../engine/spec/step.ts'
import expect from '../../engine/steps/expect.ts'

const cases: readonly { readonly title: string, readonly events: readonly string[], readonly message?: string }[] = [
  { title: 'one of many rows is enough', events: ['SEND', 'DELIVER', 'SEND'] },
  { title: 'without rows there is nothing to miss', events: [] },
  { title: 'no row is as expected', events: ['SEND', 'RECEIVE'], message: 'step "deliveries": its condition holds for none of the 2 rows that came by' },
  { title: 'nor is the only one', events: ['SEND'], message: 'step "deliveries": its condition holds for none of the 1 row that came by' },
]

for (const { title, events, message } of cases) {
  test(title, t => {
    const passed: Row[] = []
    const remarks: (() => Remark | undefined)[] = []
    const work: Partial<Work> = { id: 'deliveries', condition: () => row => row[0] === 'DELIVER', atEnd: remark => { remarks.push(remark) } }
    const action = expect.run({ some: parse('event = "DELIVER"').expression, otherwise: 'copy the other logs' }, work as Work)
    if (!('rows' in action)) return t.fail()
    const next = action.rows(row => { passed.push(row) })
    const rows = events.map((event): Row => [event])
    if (typeof next !== 'function') return t.fail()
    for (const row of rows) next(row)
    t.deepEqual(passed, rows)
    t.deepEqual(remarks.map(remark => remark()), [
      message === undefined ? undefined : { code: 'expected-missing', count: events.length, message, hint: 'copy the other logs' },
    ])
  })
}
