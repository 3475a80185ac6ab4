// Coverage: which cases the tests beside rules show, and that those of our own rules show all.
import { globSync } from 'tinyglobby'
import test from 'ava'
import { checkRules } from '../../engine/check/rules.ts'
import { coverageWatch } from '../../engine/rule-tests/coverage.ts'
import { runTest } from '../../engine/run/rule-test.ts'
import { readRules } from '../../engine/commands/load.ts'
import { load } from '../load/show.ts'

for (const file of globSync('rules/*.yaml').filter(one => one !== 'rules/organisation.yaml').toSorted()) {
  test(`${file}: its tests show every case`, t => {
    const { loaded } = readRules(file)
    t.deepEqual(gapsOf(loaded!), [])
  })
}

const rules = (steps: string, given: string, kinds = '[]'): string => `version: 1
name: mails
from: log
inputs:
  log: { fields: { event: { privacy: open, type: word }, bytes: { privacy: open, type: integer }, to: { privacy: identity } } }
  people: { optional: true, fields: { mail: { privacy: identity } } }
lookups: { people: { from: people, domains: contoso.com, address: mail, kinds: ${kinds} } }
steps:
  ${steps}
outputs: { mails: { csv: { file: mails.csv }, columns: { bytes: bytes } } }
tests:
  one: { given: [${given}], expect: [] }
`

const cases: readonly { readonly title: string, readonly steps: string, readonly given: string, readonly kinds?: string, readonly gaps: readonly string[] }[] = [
  {
    title: 'a filter drops rows, and lets rows through',
    steps: `kept: { keep: { when: 'event = "SEND"', because: the others } }`, given: '{ event: SEND }',
    gaps: ['step kept drops no row'],
  },
  {
    title: 'an operand is told of when it is asked, not when another decides',
    steps: `gone: { drop: { when: 'event = "SEND" and $not(bytes > 10 or bytes = 0)', because: small } }`, given: '{ event: RECEIVE, bytes: 5 }, { event: SEND, bytes: 20 }',
    gaps: ['step gone drops no row', 'step gone never finds `bytes > 10` false', 'step gone never finds `bytes = 0` true', 'step gone never finds `bytes = 0` false'],
  },
  {
    title: 'a condition inside a value has two sides, one in an inline function has none',
    steps: `size: { set: { bytes: 'bytes > 10 ? (event = "A" ? 1 : 2) : $count($filter(["a"], function($x) { $x = "a" }))' } }`,
    given: '{ event: A, bytes: 20 }',
    gaps: ['step size never finds `bytes > 10` false', 'step size never finds `event = "A"` false'],
  },
  {
    title: 'kinds that a step names, or the file defines, are met; of a step that no row reaches nothing more is said',
    steps: `none: { keep: { when: 'event = ""', because: nothing at all } }
  who: { identify: { fields: [to], in: people } }
  people: { drop: { accounts: [room, unknown], in: [to], because: not a person } }`,
    given: '{ event: SEND, to: room-1@contoso.com }', kinds: '[{ room: { address: "room-*" } }]',
    gaps: ['step none lets no row through', 'step who is reached by no row', 'step people is reached by no row', 'output mails has no row', 'kind room is not met'],
  },
  {
    title: 'unique meets a row twice',
    steps: `once: { unique: { by: [event] } }`, given: '{ event: A }, { event: B }', gaps: ['step once meets no row twice'],
  },
]

for (const { title, steps, given, kinds, gaps } of cases) {
  test(title, t => {
    const { loaded } = load({ 'mails.yaml': rules(steps, given, kinds) })
    t.deepEqual(gapsOf(loaded!), gaps)
  })
}

function gapsOf(loaded: NonNullable<ReturnType<typeof load>['loaded']>): readonly string[] {
  const { plan, tests, diagnostics } = checkRules(loaded, new Map(), true)
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  if (!plan || errors.length > 0) return errors
  const coverage = coverageWatch(loaded, plan)
  for (const one of tests) runTest(loaded, one, { observe: coverage.test })
  return coverage.coverage().gaps.map(({ about, lacks }) => `${about} ${lacks}`)
}
