// What the page says of a field is all that it is read for.
import test from 'ava'
import { usesOf } from '../../engine/review/words-fields.ts'
import { changed, exports, review } from './reviewed.ts'

const told = [
  { field: 'dn', expect: ['spelling', 'kind'], why: 'units and common name are tested' },
  { field: 'mail', expect: ['address', 'spelling', 'kind'], why: 'addresses are tested' },
  { field: 'login', expect: ['kind'], why: 'it is tested itself' },
  { field: 'type', expect: ['kind', 'remote'], why: 'a number tells a mailbox in the cloud' },
  { field: 'guid', expect: ['id'], why: 'it is an id, and tested nowhere' },
] as const

for (const { field, expect, why } of told) {
  test(`${field} tells ${expect.join(', ')}: ${why}`, t => {
    const { fields } = review('rules/emails.yaml').inputs.find(({ name }) => name === 'people')!
    t.deepEqual(fields.find(({ name }) => name === field)!.tells, [...expect])
  })
}

test('without tests of addresses and units, a name tells no kind', t => {
  const text = `version: 1
name: mail
inputs:
  log: { fields: { sender: { privacy: identity } } }
  people: { fields: { dn: { privacy: identity }, mail: { privacy: identity }, login: { privacy: identity } } }
lookups:
  people:
    { from: people, domains: [x.com], address: [mail], also: [dn], kinds: [{ service: { login: "svc*" } }] }
from: log
steps:
  who: { identify: { fields: [sender], in: people } }
  people-only: { drop: { accounts: [service], in: [sender], because: no person } }
  pseudonyms: { hash: { fields: [sender] } }
outputs: { mail: { csv: { file: mail.csv }, columns: { from: sender } } }
`
  const { fields } = review('rules/mail.yaml', {}, text).inputs.find(({ name }) => name === 'people')!
  t.deepEqual(fields.map(({ tells }) => tells), [['spelling'], ['address'], ['kind']])
})

const uses = [
  { input: 'tracking', field: 'envelope', said: [], expect: ['decides which rows stay: machine-mail'] },
  { input: 'tracking', field: 'envelope', said: ['machine-mail'], expect: [] },
  { input: 'tracking', field: 'time', said: [], expect: ['becomes when'] },
  { input: 'people', field: 'login', said: [], expect: ['tells what kind of account it is'] },
] as const

for (const { input, field, said, expect } of uses) {
  const rest = said.length > 0 ? ', beside what is said elsewhere' : ''
  test(`${input}.${field}${rest}: ${expect.join() || 'nothing'}`, t => {
    const now = review('rules/emails.yaml')
    const { fields } = now.inputs.find(({ name }) => name === input)!
    t.deepEqual(usesOf(fields.find(({ name }) => name === field)!, now, said), [...expect])
  })
}

for (const file of exports) {
  test(`${file}: no field is read for nothing`, t => {
    const idle = review(file).inputs.flatMap(input => input.fields.filter(({ becomes, decides, tells }) =>
      becomes.length + decides.length + tells.length === 0).map(({ name }) => `${input.name}.${name}`))
    t.deepEqual(idle, [])
  })
}

test('the cmdlet and the log spell a column in two ways, and neither is passed over where one is read', t => {
  const now = changed(
    'inputs: { tracking: { fields: { size: { from: [TotalBytes], privacy: open, type: integer, optional: true } } } }',
  )
  const { known } = now.inputs.find(({ name }) => name === 'tracking')!
  t.false(known!.passedOver.includes('total-bytes'))
  t.true(known!.passedOver.includes('message-subject'))
})
