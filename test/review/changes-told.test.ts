// What a comparison says once and exactly, where much follows from little.
import test from 'ava'
import { changesBetween } from '../../engine/review/changes.ts'
import type { Review } from '../../engine/review/review.ts'
import { changed, review } from './reviewed.ts'

test('of a rule about accounts only what is new or gone is told', t => {
  const system = 'lookups: { people: { kinds: [{ service: { login: ["svc-*", "job-*"], address: ["noreply@*"] } }] } }'
  const other = system.replace('"job-*"', '"task-*"')
  const changes = changesBetween(changed(system), changed(other))
  t.deepEqual(changes.map(({ effect, text }) => [effect, text]), [
    ['more', 'These accounts are no longer told from people: service (login: job-*).'],
    ['less', 'Rows with further accounts are left out: service (login: task-*).'],
  ])
})

test('the order in which kinds are asked for may decide', t => {
  const rules = (kinds: string): Review => changed(`lookups: { people: { kinds: [${kinds}] } }`)
  const [one, other] = ['{ room: { ou: [Hall] } }', '{ service: { ou: [Machines] } }']
  const changes = changesBetween(rules(`${one}, ${other}`), rules(`${other}, ${one}`))
  t.deepEqual(changes.map(({ effect, where }) => [effect, where]), [['unsure', 'people']])
})

test('names of groups in clear make the pseudonyms of groups readable, and that is said once', t => {
  const hidden = `version: 1
extends: ./users.yaml
outputs: { employees_groups: { columns: { name: off, category: off }, allow: { name: off, category: off } } }
`
  const [before, now] = [review('rules/hidden.yaml', {}, hidden), review('rules/users.yaml')]
  const readable = (changes: ReturnType<typeof changesBetween>): readonly unknown[] =>
    changes.filter(({ text }) => text.startsWith('What it stands for')).map(({ effect, where }) => [effect, where])
  const places =
    'employees.team_id, employees.group_ids, employees_groups.id, employees_groups.parent_id, users.report_ids'
  t.deepEqual(readable(changesBetween(before, now)), [['more', places]])
  t.deepEqual(readable(changesBetween(now, before)), [['less', places]])
})
