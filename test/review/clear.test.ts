// Pseudonyms that hide little, since what they stand for leaves in clear beside them.
import test from 'ava'
import type { Review } from '../../engine/review/review.ts'
import { changed, review } from './reviewed.ts'

const clearOf = ({ outputs }: Review): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    outputs.flatMap(output =>
      output.columns.flatMap(({ name, clear }) => (clear ? [[`${output.name}.${name}`, clear]] : [])),
    ),
  )

test('names of groups leave in clear, so that their pseudonyms can be read wherever they stand', t => {
  const groups = ['employees_groups.name', 'employees_groups.category']
  t.deepEqual(clearOf(review('rules/users.yaml')), {
    'employees.team_id': groups, 'employees.group_ids': groups, 'employees_groups.id': groups,
    'employees_groups.parent_id': groups, 'users.report_ids': groups,
  })
})

test('nothing in clear, nothing to read', t => {
  t.deepEqual(clearOf(changed('')), {})
  t.deepEqual(clearOf(review('rules/meetings.yaml')), {})
})

test('whoever leaves by name is known under the other pseudonyms of the row, too', t => {
  const open = `version: 1
extends: ./users.yaml
outputs:
  employees:
    steps: { pseudonyms: { hash: { fields: [employee, supervisor, team, ids] } } }
    allow: { email: agreed }
`
  const found = clearOf(review('rules/open.yaml', {}, open))
  t.deepEqual(found['employees.employee_id'], ['employees.email'])
  t.deepEqual(found['employees.supervisor_id'], ['employees.email'], 'the same pseudonym, by the row it names')
})

test('that a recipient is named tells nobody who the sender is', t => {
  const now = changed(`steps: { pseudonyms: { hash: { fields: [message, sender] } } }
outputs: { emails: { allow: { to: agreed } } }`)
  t.deepEqual(clearOf(now), {})
})
