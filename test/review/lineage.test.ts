// Where columns come from: field by field, not step by step.
import test from 'ava'
import { reaching } from '../../engine/review/lineage.ts'
import { exports, review } from './reviewed.ts'

const account = 'people.proxies, people.mail, people.upn by account'

const origins = [
  { file: 'rules/emails.yaml', column: 'emails.email_id', expect: ['tracking.message'], steps: ['pseudonyms'] },
  {
    file: 'rules/emails.yaml',
    column: 'emails.from',
    expect: ['tracking.sender', account],
    steps: ['who', 'pseudonyms'],
  },
  {
    file: 'rules/emails.yaml',
    column: 'emails.to',
    expect: ['tracking.recipient', account],
    steps: ['one-recipient', 'who', 'pseudonyms'],
  },
  { file: 'rules/emails.yaml', column: 'emails.when', expect: ['tracking.time'], steps: [] },
  { file: 'rules/meetings.yaml', column: 'meetings.normalizedsubject', expect: [], steps: ['no-subject'] },
  { file: 'rules/meetings.yaml', column: 'meetings.timezone', expect: ['calendar.zone'], steps: ['known-zone'] },
  { file: 'rules/users.yaml', column: 'employees.row_date', expect: [], steps: ['names'] },
  {
    file: 'rules/users.yaml',
    column: 'employees.supervisor_id',
    expect: ['people.manager', 'people.employee-id, people.proxies, people.mail, people.upn, people.guid by id'],
    steps: ['boss', 'pseudonyms'],
  },
  {
    file: 'rules/users.yaml',
    column: 'employees.team_id',
    expect: ['people.department'],
    steps: ['names', 'group-ids', 'pseudonyms'],
  },
  { file: 'rules/users.yaml', column: 'users.email', expect: ['access.email'], steps: ['trimmed'] },
] as const

for (const { file, column, expect, steps } of origins) {
  test(`${file}: ${column} is made of ${expect.length === 0 ? 'nothing that is read' : expect.join(' and ')}`, t => {
    const found = review(file)
      .outputs.flatMap(output => output.columns.map(one => ({ ...one, path: `${output.name}.${one.name}` })))
      .find(({ path }) => path === column)!
    const texts = found.origins.map(
      ({ input, fields, take }) =>
        `${fields.map(field => `${input}.${field}`).join(', ')}${take === undefined ? '' : ` by ${take}`}`,
    )
    t.deepEqual(texts.toSorted(), [...expect].toSorted())
    t.deepEqual(found.steps.map(({ step }) => step), [...steps])
  })
}

test('a column of two inputs is made of both', t => {
  const { columns } = review('rules/users.yaml').outputs.find(({ name }) => name === 'employees_groups')!
  t.deepEqual(
    [...new Set(columns.find(({ name }) => name === 'id')!.origins.map(({ input }) => input))],
    ['people', 'groups'],
  )
})

for (const file of exports) {
  test(`${file}: what a column is made of is private at most as its way says`, t => {
    for (const { lineage } of review(file).outputs) {
      for (const [at, node] of lineage.nodes.entries()) {
        const before = lineage.edges.filter(({ to }) => to === at).map(({ from }) => lineage.nodes[from]!)
        if (node.kind === 'column')
          t.deepEqual(
            before.map(({ mark }) => mark).filter(mark => mark !== node.mark),
            [],
            `${node.column} is what its last steps made`,
          )
        if (node.kind === 'field' || node.kind === 'account') t.is(before.length, 0)
      }
      const columns = lineage.nodes.flatMap(({ kind }, at) => kind === 'column' ? [at] : [])
      t.is(reaching(columns, lineage.edges).length, lineage.nodes.length, 'nothing is drawn that leads nowhere')
    }
  })
}
