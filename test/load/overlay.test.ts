// What an overlay can change in its base. Each row: the base, the overlay, and the whole that comes of them.
import test from 'ava'
import { nodeAt, toPlain } from '../../engine/load/plain.ts'
import { load, merged, show } from './show.ts'

const base = `version: 1
name: emails
params:
  domains: { type: list, about: Own domains. }
  zone: { type: text, default: UTC }
inputs:
  tracking:
    files: "*.LOG"
    fields:
      event: { from: [event-id], privacy: open }
      sender: { from: [sender-address], privacy: identity }
lookups:
  people: { from: people, kinds: [{ room: { type: [16] } }] }
from: tracking
steps:
  delivered: { keep: { when: 'event = "DELIVER"', because: counted once } }
  who: { identify: { fields: [sender, recipient], in: people } }
  once: { unique: { by: [message] } }
quarantine: { limit: 0 }
outputs:
  emails:
    csv: { file: emails.csv, delimiter: ";" }
    columns: { id: message, from: sender, when: { field: time, header: sent } }
    allow: { when: a reason }
    steps:
      lower: { lower: { fields: [sender] } }
  users: { csv: { file: users.csv } }
tests: { of the base: { given: [] } }
`

const files = (overlay: string): Readonly<Record<string, string>> =>
  ({ 'acme/emails.yaml': `extends: ../emails.yaml\n${overlay}`, 'emails.yaml': base })

type Plain = { readonly [key: string]: Plain }
const at = (tree: unknown, ...path: readonly string[]): unknown => path.reduce((node, key) => (node as Plain)[key]!, tree)

const untouched = merged({ 'emails.yaml': base.replace(/^tests.*\n/m, '') })

test('an overlay that changes nothing gives the base without its tests', t => {
  t.deepEqual(merged(files('')), untouched)
})

test('names and texts are replaced, tests are the overlay\'s own', t => {
  const whole = merged(files('name: acme\nabout: For Acme.\ntests: { own: { given: [] } }'))
  t.deepEqual(whole, { ...untouched as object, name: 'acme', about: 'For Acme.', tests: { own: { given: [] } } })
})

const cases: readonly { title: string, overlay: string, path: readonly string[], expect: unknown }[] = [
  { title: 'a value for a parameter', overlay: 'params: { domains: [acme.com] }', path: ['params', 'domains'], expect: { type: 'list', about: 'Own domains.', default: ['acme.com'] } },
  { title: 'another value for a parameter', overlay: 'params: { zone: Europe/Warsaw }', path: ['params', 'zone', 'default'], expect: 'Europe/Warsaw' },
  { title: 'part of a declaration', overlay: 'params: { zone: { about: Where. } }', path: ['params', 'zone'], expect: { type: 'text', default: 'UTC', about: 'Where.' } },
  { title: 'a new parameter', overlay: 'params: { site: { type: text } }', path: ['params', 'site'], expect: { type: 'text' } },
  { title: 'the files of an input', overlay: 'inputs: { tracking: { files: [a.csv], encoding: utf-16le } }', path: ['inputs', 'tracking', 'files'], expect: ['a.csv'] },
  { title: 'one option of a field', overlay: 'inputs: { tracking: { fields: { event: { from: [Ereignis] } } } }', path: ['inputs', 'tracking', 'fields', 'event'], expect: { from: ['Ereignis'], privacy: 'open' } },
  { title: 'a new field', overlay: 'inputs: { tracking: { fields: { server: { privacy: open } } } }', path: ['inputs', 'tracking', 'fields', 'server'], expect: { privacy: 'open' } },
  { title: 'a new input', overlay: 'inputs: { rooms: { files: rooms.csv, fields: {} } }', path: ['inputs', 'rooms'], expect: { files: 'rooms.csv', fields: {} } },
  { title: 'the kinds of the overlay come first, since the first match wins', overlay: 'lookups: { people: { kinds: [{ system: { ou: [X] } }] } }', path: ['lookups', 'people', 'kinds'], expect: [{ system: { ou: ['X'] } }, { room: { type: [16] } }] },
  { title: 'another option of a lookup', overlay: 'lookups: { people: { id: [guid] } }', path: ['lookups', 'people', 'id'], expect: ['guid'] },
  { title: 'one option of a step', overlay: 'steps: { who: { identify: { fields: [sender] } } }', path: ['steps', 'who'], expect: { identify: { fields: ['sender'], in: 'people' } } },
  { title: 'one option of the quarantine', overlay: 'quarantine: { limit: 1% }', path: ['quarantine'], expect: { limit: '1%' } },
  { title: 'one option of a CSV file', overlay: 'outputs: { emails: { csv: { delimiter: "," } } }', path: ['outputs', 'emails', 'csv'], expect: { file: 'emails.csv', delimiter: ',' } },
  { title: 'columns: another field, one less, one more', overlay: 'outputs: { emails: { columns: { from: boss, id: off, site: place } } }', path: ['outputs', 'emails', 'columns'], expect: { from: 'boss', when: { field: 'time', header: 'sent' }, site: 'place' } },
  { title: 'a column given as a field takes on a header', overlay: 'outputs: { emails: { columns: { from: { header: sender } } } }', path: ['outputs', 'emails', 'columns', 'from'], expect: { field: 'sender', header: 'sender' } },
  { title: 'a column with a header takes on another field', overlay: 'outputs: { emails: { columns: { when: day } } }', path: ['outputs', 'emails', 'columns', 'when'], expect: { field: 'day', header: 'sent' } },
  { title: 'an exception is withdrawn, never allowed because of "off"', overlay: 'outputs: { emails: { allow: { when: off, id: because } } }', path: ['outputs', 'emails', 'allow'], expect: { id: 'because' } },
  { title: 'a step of an output', overlay: 'outputs: { emails: { steps: { lower: { lower: { fields: [to] } } } } }', path: ['outputs', 'emails', 'steps'], expect: { lower: { lower: { fields: ['to'] } } } },
  { title: 'the first steps of an output that has none', overlay: 'outputs: { users: { steps: { a: { drop: {} }, b: { drop: {} } } } }', path: ['outputs', 'users'], expect: { csv: { file: 'users.csv' }, steps: { a: { drop: {} }, b: { drop: {} } } } },
  { title: 'a new output', overlay: 'outputs: { more: { csv: {}, columns: {}, steps: { a: { drop: {} } } } }', path: ['outputs', 'more'], expect: { csv: {}, columns: {}, steps: { a: { drop: {} } } } },
]

for (const { title, overlay, path, expect } of cases) {
  test(title, t => {
    const whole = merged(files(overlay))
    t.deepEqual(at(whole, ...path), expect)
    t.false(['extends', 'after', 'before'].some(key => key in (whole as object)))
  })
}

test('an output is taken out', t => {
  t.deepEqual(Object.keys(at(merged(files('outputs: { users: off }')), 'outputs') as object), ['emails'])
})

const orders: readonly { title: string, overlay: string, expect: readonly string[] }[] = [
  { title: 'a step is taken out', overlay: 'steps: { who: off }', expect: ['delivered', 'once'] },
  { title: 'steps go in after another, in their order', overlay: 'after: { who: { a: { drop: {} }, b: { drop: {} } } }', expect: ['delivered', 'who', 'a', 'b', 'once'] },
  { title: 'steps go in before another, in their order', overlay: 'before: { who: { a: { drop: {} }, b: { drop: {} } } }', expect: ['delivered', 'a', 'b', 'who', 'once'] },
  { title: 'a new step can be named by a later one', overlay: 'after: { once: { a: { drop: {} } }, a: { c: { drop: {} } } }\nbefore: { c: { b: { drop: {} } } }', expect: ['delivered', 'who', 'once', 'a', 'b', 'c'] },
  { title: 'a step is replaced by one of another type', overlay: 'steps: { who: off }\nafter: { who: { a: { lookup: {} } } }', expect: ['delivered', 'a', 'once'] },
]

for (const { title, overlay, expect } of orders) {
  test(title, t => { t.deepEqual(Object.keys(at(merged(files(overlay)), 'steps') as object), expect) })
}

test('a step that is a list is replaced as a whole', t => {
  const base = "steps: { groups: { rows: [{ id: department, name: department }, { id: division, name: division }] } }"
  const whole = merged({ 'acme.yaml': "extends: ./base.yaml\nsteps: { groups: { rows: [{ id: office, name: office }] } }", 'base.yaml': `version: 1\nname: groups\nfrom: people\n${base}\n` })
  t.deepEqual(at(whole, 'steps', 'groups'), { rows: [{ id: 'office', name: 'office' }] })
})

test('steps of an output have an after and before of their own', t => {
  const whole = merged(files('outputs: { emails: { before: { lower: { a: { drop: {} } } }, after: { lower: { b: { drop: {} } } } } }'))
  t.deepEqual(Object.keys(at(whole, 'outputs', 'emails', 'steps') as object), ['a', 'lower', 'b'])
  t.deepEqual(Object.keys(at(whole, 'outputs', 'emails') as object), ['csv', 'columns', 'allow', 'steps'])
})

// Line 1 of an overlay is its `extends`.
const mistakes: readonly { title: string, overlay: string, expect: string }[] = [
  { title: 'a parameter', overlay: 'params: { domans: [a] }', expect: '2:11 overlay-names-nothing → domains' },
  { title: 'a parameter with options but no type', overlay: 'params: { site: { default: x } }', expect: '2:11 overlay-names-nothing' },
  { title: 'a step', overlay: 'steps: { dilivered: off }', expect: '2:10 overlay-names-nothing → delivered' },
  { title: 'a step with options', overlay: 'steps: { whom: { identify: { in: x } } }', expect: '2:10 overlay-names-nothing → who' },
  { title: 'an input', overlay: 'inputs: { traking: { files: x.csv } }', expect: '2:11 overlay-names-nothing → tracking' },
  { title: 'a field', overlay: 'inputs: { tracking: { fields: { sendr: { from: From } } } }', expect: '2:33 overlay-names-nothing → sender' },
  { title: 'a lookup', overlay: 'lookups: { peple: { id: [guid] } }', expect: '2:12 overlay-names-nothing → people' },
  { title: 'an output with options', overlay: 'outputs: { emials: { csv: { delimiter: ";" } } }', expect: '2:12 overlay-names-nothing → emails' },
  { title: 'a column with details', overlay: 'outputs: { emails: { columns: { frm: { header: x } } } }', expect: '2:33 overlay-names-nothing → from' },
  { title: 'a step of another type', overlay: 'steps: { who: { hash: { in: x } } }', expect: '2:17 overlay-names-nothing (emails.yaml:17:10)' },
  { title: 'where a step goes in', overlay: 'after: { onec: { a: { drop: {} } } }', expect: '2:10 overlay-names-nothing → once' },
  { title: 'a new step with a name that is taken', overlay: 'after: { once: { who: { drop: {} } } }', expect: '2:18 duplicate-key (emails.yaml:17:3)' },
  { title: 'a column', overlay: 'outputs: { emails: { columns: { frm: off } } }', expect: '2:33 overlay-names-nothing → from' },
  { title: 'an exception', overlay: 'outputs: { emails: { allow: { wen: off } } }', expect: '2:31 overlay-names-nothing → when' },
  { title: 'an output', overlay: 'outputs: { mails: off }', expect: '2:12 overlay-names-nothing → emails' },
  { title: 'a step of an output is none of the pipeline', overlay: 'outputs: { emails: { steps: { who: off } } }', expect: '2:31 overlay-names-nothing' },
  { title: 'a step of an output that has none', overlay: 'outputs: { users: { steps: { who: off } } }', expect: '2:30 overlay-names-nothing' },
]

for (const { title, overlay, expect } of mistakes) {
  test(`an overlay names nothing: ${title}`, t => {
    const { findings } = load(files(overlay))
    t.deepEqual(findings.map(show), [`acme/emails.yaml:${expect}`])
    t.truthy(findings[0]?.hint)
  })
}

test('a finding knows its path', t => {
  t.deepEqual(load(files('outputs: { emails: { columns: { frm: off } } }')).findings[0]?.path, ['outputs', 'emails', 'columns', 'frm'])
  t.deepEqual(load(files('after: { once: { who: { drop: {} } } }')).findings[0]?.path, ['after', 'once', 'who'])
})

test('what is no overlay at all is left to the schema check', t => {
  for (const overlay of ['steps: 1', 'steps: { who: 1 }', 'params: []', 'after: x', 'outputs: { emails: [] }', 'inputs:', 'lookups: { people: { kinds: 1 } }']) {
    t.deepEqual(load(files(overlay)).findings, [], overlay)
  }
})

test('three levels: the nearest wins, each value keeps its file and line', t => {
  const { loaded, findings } = load({
    'rules/customers/acme/emails.yaml': 'extends: ../group/emails.yaml\nparams: { domains: [acme.com] }\nsteps:\n  no-rooms: { drop: { because: acme } }\n  once: off',
    'rules/customers/group/emails.yaml': 'extends: ../../emails.yaml\ninclude: [./shared.yaml]\nparams: { domains: [group.com], zone: CET, site: { type: text } }\nafter:\n  who: { no-rooms: { drop: { accounts: [room], because: group } } }',
    'rules/emails.yaml': base,
    'rules/customers/group/shared.yaml': 'params: { more: { type: text } }',
  })
  t.deepEqual(findings, [])
  const origin = (...path: readonly string[]): unknown => {
    const { node, at: place } = nodeAt(loaded!.merged, path)
    return [node && toPlain(node), `${place.file}:${place.range.start.line}`]
  }
  t.deepEqual(origin('params', 'domains', 'default'), [['acme.com'], 'rules/customers/acme/emails.yaml:2'])
  t.deepEqual(origin('params', 'domains', 'type'), ['list', 'rules/emails.yaml:4'])
  t.deepEqual(origin('params', 'zone', 'default'), ['CET', 'rules/customers/group/emails.yaml:3'])
  t.deepEqual(origin('params', 'site', 'type'), ['text', 'rules/customers/group/emails.yaml:3'])
  t.deepEqual(origin('steps', 'no-rooms', 'drop', 'accounts'), [['room'], 'rules/customers/group/emails.yaml:5'])
  t.deepEqual(origin('steps', 'no-rooms', 'drop', 'because'), ['acme', 'rules/customers/acme/emails.yaml:4'])
  t.deepEqual(Object.keys(at(toPlain(loaded!.merged), 'steps') as object), ['delivered', 'who', 'no-rooms'])
  t.deepEqual(loaded?.own.map(({ kind }) => kind), ['overlay', 'overlay', 'pipeline', 'library'])
  t.is(loaded?.kind, 'overlay')
  t.deepEqual(origin('params', 'more', 'type'), ['text', 'rules/customers/group/shared.yaml:1'])
  t.deepEqual(loaded?.withdrawn.map(({ step, place, after }) => [step, `${place.file}:${place.range.start.line}`, after !== undefined]), [
    ['no-rooms', 'rules/customers/acme/emails.yaml:4', true], ['once', 'rules/customers/acme/emails.yaml:5', false],
  ])
})

test('steps taken from an output are known by its name', t => {
  t.deepEqual(load(files('outputs: { emails: { steps: { lower: off } } }')).loaded?.withdrawn.map(({ step, output }) => [step, output]), [['lower', 'emails']])
})

test('after and before under steps are taken as meant: the schema check says where they belong', t => {
  t.deepEqual(Object.keys(at(merged(files('steps: { after: { who: { a: { drop: {} } } }, before: { who: { b: { drop: {} } } } }')), 'steps') as object),
    ['delivered', 'b', 'who', 'a', 'once'])
})
