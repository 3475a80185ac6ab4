// Kinds of account: each that a customer adds must be one that a step deals with, and a kind is a word that may leave.
import test from 'ava'
import { checkRules } from '../../engine/check/rules.ts'
import { load } from '../load/show.ts'

const library = `version: 1
inputs: { people: { fields: { mail: { privacy: identity }, login: { privacy: identity } } } }
lookups: { people: { from: people, domains: contoso.com, address: mail, kinds: [{ robot: { login: "r-*" } }] } }
`
const pipeline = `version: 1
name: mails
include: [./company.yaml]
params: { strangers: { type: list, default: [partner] } }
inputs: { log: { fields: { time: { privacy: open, type: time }, from: { privacy: identity } } } }
from: log
steps:
  who: { identify: { fields: [from], in: people } }
outputs: { mails: { csv: { file: mails.csv }, columns: { when: time } } }
`

/** What the check says of an overlay of the pipeline, or of the first file: code and hint. */
function findings(files: Readonly<Record<string, string>>): readonly string[] {
  const { loaded, findings } = load({ ...files, 'mails.yaml': pipeline, 'company.yaml': library })
  return [...findings, ...checkRules(loaded!, new Map(), true).diagnostics].filter(({ severity }) => severity === 'error').map(({ code, hint }) => `${code}: ${hint}`)
}

const partner = 'lookups: { people: { kinds: [{ partner: { login: "p-*" } }] } }'
const after = (step: string): string => `after: { who: { more: ${step} } }`
const unnamed = ['unknown-kind: name it under `accounts` of a drop step; kinds that are named: robot, person, outside, unknown, none']

const overlays: readonly { readonly title: string, readonly text: string, readonly expect: readonly string[] }[] = [
  { title: 'a kind that nothing names', text: partner, expect: unnamed },
  { title: 'a kind that only a broken step may name: one mistake, one finding', text: `${partner}\n${after('{ drop: { acounts: [partner], in: [from], because: x } }')}`, expect: ['unknown-key: did you mean "accounts"?'] },
  { title: 'a misspelt kind of the base', text: 'lookups: { people: { kinds: [{ robto: { login: "p-*" } }] } }', expect: ['unknown-kind: did you mean "robot"?'] },
  { title: 'a misspelt kind of a step', text: `lookups: { people: { kinds: [{ partmer: { login: "p-*" } }, { partner: { mail: "p*" } }] } }\n${after('{ drop: { accounts: [partner], in: [from], because: no colleague } }')}`, expect: ['unknown-kind: did you mean "partner"?'] },
  { title: 'more accounts of a kind of the base', text: 'lookups: { people: { kinds: [{ robot: { login: "p-*" } }] } }', expect: [] },
  { title: 'more accounts of a kind that is built in', text: 'lookups: { people: { kinds: [{ outside: { login: "p-*" } }] } }', expect: [] },
  { title: 'a kind under accounts', text: `${partner}\n${after('{ drop: { accounts: [partner], in: [from], because: no colleague } }')}`, expect: [] },
  { title: 'a kind in a parameter', text: `${partner}\n${after('{ drop: { accounts: { param: strangers }, in: [from], because: no colleague } }')}`, expect: [] },
  { title: 'a kind in a condition', text: `${partner}\n${after('{ keep: { when: \'$kind(from) != "partner"\', because: no colleague } }')}`, expect: [] },
  { title: 'a kind in a step of an output', text: `${partner}\noutputs: { mails: { steps: { own: { drop: { accounts: [partner], in: [from], because: no colleague } } } } }`, expect: [] },
  { title: 'a kind that becomes a word', text: `${partner}\n${after('{ hash: { fields: [from], words: { partner: a partner } } }')}`, expect: [] },
  { title: 'a kind in one row of several', text: `${partner}\n${after('{ rows: [{ end: \'"x"\' }, { end: \'$kind(from) = "partner" ? "partner" : ""\' }] }')}`, expect: [] },
  { title: 'a kind in no row', text: `${partner}\n${after('{ rows: [{ end: \'$kind(from) = "outside" ? "partner" : ""\' }] }')}`, expect: unnamed.map(text => text.replace('robot, person, outside', 'outside, robot, person')) },
  { title: 'any kind: taken from the directory', text: `${partner}\n${after('{ lookup: { field: from, in: people, take: kind, into: kind } }')}`, expect: [] },
  { title: 'any kind: written as it is, one of a closed list of words', text: `${partner}\n${after("{ set: { kind: '$kind(from)' } }")}\noutputs: { mails: { columns: { kind: kind } } }`, expect: [] },
]

for (const { title, text, expect } of overlays) {
  test(title, t => { t.deepEqual(findings({ 'customer.yaml': `version: 1\nextends: mails.yaml\n${text}` }), expect) })
}

test('a kind of the base whose step a customer turns off is not misspelt', t => {
  const base = pipeline.replace('  who:', '  no-bots: { drop: { accounts: [bot], in: [from], because: no person } }\n  who:')
    .replace('from: log', 'lookups: { more: { from: log, domains: contoso.com, address: from, kinds: [{ bot: { from: "b-*" } }] } }\nfrom: log')
  t.deepEqual(findings({ 'customer.yaml': 'version: 1\nextends: base.yaml\nsteps: { no-bots: off }', 'base.yaml': base }), [])
})

test('a library may have kinds that this pipeline does not name', t => {
  t.deepEqual(findings({ 'top.yaml': `version: 1\ninclude: [./company.yaml]` }), [])
  t.deepEqual(findings({ 'other.yaml': pipeline }), [])
})

test('a kind is written as one of the words the rules name', t => {
  const { loaded } = load({
    'customer.yaml': `version: 1\nextends: mails.yaml\n${after("{ set: { kind: '$kind(from)' } }")}\noutputs: { mails: { columns: { kind: kind } } }`,
    'mails.yaml': pipeline, 'company.yaml': library,
  })
  const column = checkRules(loaded!, new Map(), true).plan!.outputs[0]!.columns.find(({ name }) => name === 'kind')!
  t.deepEqual(column.field.values, ['robot', 'person', 'outside', 'unknown', 'none'])
})
