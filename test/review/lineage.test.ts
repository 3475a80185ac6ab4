// Where columns come from: field by field, not step by step.
import test from 'ava'
import fc from 'fast-check'
import { layout } from '../../engine/review/layers.ts'
import { reaching } from '../../engine/review/lineage.ts'
import { exports, review } from './reviewed.ts'

const account = 'people.proxies, people.mail, people.upn by account'

const origins = [
  { file: 'rules/emails.yaml', column: 'emails.email_id', expect: ['tracking.message'], steps: ['pseudonyms'] },
  { file: 'rules/emails.yaml', column: 'emails.from', expect: ['tracking.sender', account], steps: ['who', 'pseudonyms'] },
  { file: 'rules/emails.yaml', column: 'emails.to', expect: ['tracking.recipient', account], steps: ['one-recipient', 'who', 'pseudonyms'] },
  { file: 'rules/emails.yaml', column: 'emails.when', expect: ['tracking.time'], steps: [] },
  { file: 'rules/meetings.yaml', column: 'meetings.normalizedsubject', expect: [], steps: ['no-subject'] },
  { file: 'rules/meetings.yaml', column: 'meetings.timezone', expect: ['calendar.zone'], steps: ['known-zone'] },
  { file: 'rules/users.yaml', column: 'employees.row_date', expect: [], steps: ['names'] },
  { file: 'rules/users.yaml', column: 'employees.supervisor_id', expect: ['people.manager', 'people.employee-id, people.proxies, people.mail, people.upn, people.guid by id'], steps: ['boss', 'pseudonyms'] },
  { file: 'rules/users.yaml', column: 'employees.team_id', expect: ['people.department'], steps: ['names', 'group-ids', 'pseudonyms'] },
  { file: 'rules/users.yaml', column: 'users.email', expect: ['access.email'], steps: ['trimmed'] },
] as const

for (const { file, column, expect, steps } of origins) {
  test(`${file}: ${column} is made of ${expect.length === 0 ? 'nothing that is read' : expect.join(' and ')}`, t => {
    const found = review(file).outputs.flatMap(output => output.columns.map(one => ({ ...one, path: `${output.name}.${one.name}` }))).find(({ path }) => path === column)!
    const texts = found.origins.map(({ input, fields, take }) => `${fields.map(field => `${input}.${field}`).join(', ')}${take === undefined ? '' : ` by ${take}`}`)
    t.deepEqual(texts.toSorted(), [...expect].toSorted())
    t.deepEqual(found.steps.map(({ step }) => step), [...steps])
  })
}

test('a column of two inputs is made of both', t => {
  const { columns } = review('rules/users.yaml').outputs.find(({ name }) => name === 'employees_groups')!
  t.deepEqual([...new Set(columns.find(({ name }) => name === 'id')!.origins.map(({ input }) => input))], ['people', 'groups'])
})

for (const file of exports) {
  test(`${file}: what a column is made of is private at most as its way says`, t => {
    for (const { lineage } of review(file).outputs) {
      for (const [at, node] of lineage.nodes.entries()) {
        const before = lineage.edges.filter(({ to }) => to === at).map(({ from }) => lineage.nodes[from]!)
        if (node.kind === 'column') t.deepEqual(before.map(({ mark }) => mark).filter(mark => mark !== node.mark), [], `${node.column} is what its last steps made`)
        if (node.kind === 'field' || node.kind === 'account') t.is(before.length, 0)
      }
      const columns = lineage.nodes.flatMap(({ kind }, at) => kind === 'column' ? [at] : [])
      t.is(reaching(columns, lineage.edges).length, lineage.nodes.length, 'nothing is drawn that leads nowhere')
    }
  })
}

const graph = fc.integer({ min: 2, max: 5 }).chain(depth => fc.array(fc.integer({ min: 0, max: depth - 1 }), { minLength: 1, maxLength: 14 }).chain(inner => {
  const depths = [...inner, depth, depth]
  const pairs = depths.flatMap((from, one) => depths.flatMap((to, other) => from < to ? [{ from: one, to: other }] : []))
  return fc.record({ depths: fc.constant(depths), edges: fc.subarray(pairs) })
}))

test('boxes of a layer never overlap, and edges pass every layer between their ends', t => {
  fc.assert(fc.property(graph, ({ depths, edges }) => {
    const { layers, ways } = layout(depths, edges)
    for (const layer of layers) {
      const heights = layer.map(({ y }) => y).toSorted((one, other) => one - other)
      heights.forEach((y, at) => { if (at > 0 && y - heights[at - 1]! < 1 - 1e-9) throw new Error('two boxes overlap') })
      if (heights.some(y => y < -1e-9)) throw new Error('a box stands above the drawing')
    }
    ways.forEach((way, at) => {
      const { from, to } = edges[at]!
      if (way[0]!.node !== from || way.at(-1)!.node !== to) throw new Error('an edge ends elsewhere')
      way.forEach((spot, index) => { if (spot.layer !== depths[from]! + index) throw new Error('an edge skips a layer') })
    })
  }))
  t.pass()
})
