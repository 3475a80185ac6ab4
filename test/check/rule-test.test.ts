// Tests beside rules: pseudonyms are compared under the profile that made the column, and shown as the text they hide.
import test from 'ava'
import { checkRules } from '../../engine/check/rules.ts'
import { runTest } from '../../engine/run/rule-test.ts'
import { load } from '../load/show.ts'

const rules = (expect: string): string => `version: 1
name: mails
from: log
inputs:
  log: { fields: { id: { privacy: sensitive, type: message-id }, from: { privacy: identity }, row: { privacy: identity, type: id } } }
  people: { optional: true, fields: { mail: { privacy: identity } } }
lookups: { people: { from: people, domains: contoso.com, address: mail } }
steps:
  who:  { identify: { fields: [from], in: people } }
  ids:  { hash: { fields: [id] } }
  from: { hash: { fields: [from], profile: utf8-base64 } }
outputs:
  mails:
    steps:
      rows: { hash: { fields: [row], profile: utf8-base64 } }
      copy: { set: { again: id } }
    csv: { file: mails.csv }
    columns: { id: id, from: from, row: row }
tests:
  one:
    given:  [{ id: <1@X>, from: "SMTP:Anna@Contoso.com", row: R1 }]
    expect: [${expect}]
`

const cases: readonly { readonly title: string, readonly expect: string, readonly mismatches: readonly string[] }[] = [
  { title: 'each column has the profile of the step that made it', expect: '{ id: { hash: 1@X }, from: { hash: anna@contoso.com }, row: { hash: R1 } }', mismatches: [] },
  {
    title: 'what came is shown as the text of the test it is made of',
    expect: '{ id: { hash: 1@x }, from: { hash: ben@contoso.com }, row: R1 }',
    mismatches: ['id: hash(1@x), got hash(1@X)', 'from: hash(ben@contoso.com), got hash(anna@contoso.com)', 'row: R1, got hash(R1)'],
  },
]

for (const { title, expect, mismatches } of cases) {
  test(title, t => {
    const { loaded, findings } = load({ 'mails.yaml': rules(expect) })
    const { tests, diagnostics } = checkRules(loaded!, new Map(), true)
    t.deepEqual([...findings, ...diagnostics], [])
    const outcome = runTest(loaded!, tests[0]!)
    t.deepEqual(outcome.mismatches.map(one => one.kind === 'cell' ? `${one.column}: ${one.expected}, got ${one.got}` : one.kind), mismatches)
  })
}
