// What a comparison with the signed page says: in which way what leaves has changed.
import test from 'ava'
import type { Effect } from '../../engine/review/change.ts'
import { changesBetween, grows } from '../../engine/review/changes.ts'
import type { Review } from '../../engine/review/review.ts'
import { reviewIn, reviewJson } from '../../engine/review/written.ts'
import { changed, exports, review } from './reviewed.ts'

const signed = changed('')

type Case = {
  readonly title: string
  readonly overlay?: string
  readonly settings?: Readonly<Record<string, string>>
  readonly before?: Review
  readonly expect: readonly (readonly [Effect, string])[]
}

const columns: readonly Case[] = [
  {
    title: 'a new column in one of two words',
    overlay: `after: { who: { side: { set: { side: '$inside(sender) ? "in" : "out"' } } } }
outputs: { emails: { columns: { side: side } } }`,
    expect: [['more', 'emails.side']],
  },
  {
    title: 'a new column in clear, by exception',
    overlay: `inputs: { tracking: { fields: { server: { from: ServerHostname, privacy: sensitive, optional: true } } } }
outputs: { emails: { columns: { server: server }, allow: { server: no person } } }`,
    expect: [['more', 'emails.server'], ['none', 'tracking.server']],
  },
  {
    title: 'a column that is no longer hashed, but allowed',
    overlay: `steps: { pseudonyms: { hash: { fields: [message, sender] } } }
outputs: { emails: { allow: { to: agreed } } }`,
    expect: [['more', 'emails.to']],
  },
  {
    title: 'a column less',
    overlay: 'outputs: { emails: { columns: { when: off } } }',
    expect: [['less', 'emails.when']],
  },
  {
    title: 'what was taken away and comes back', before: changed('outputs: { emails: { columns: { when: off } } }'),
    expect: [['more', 'emails.when']],
  },
  {
    title: 'a column under another name', overlay: 'outputs: { emails: { columns: { from: { header: sender } } } }',
    expect: [['none', 'emails.from']],
  },
  {
    title: 'a time that is cut to its day', expect: [['less', 'emails.when']],
    overlay: 'before: { who: { coarse: { redact: { fields: [time], to: day } } } }',
  },
  {
    title: 'a time that was cut to its day, and now to its hour', expect: [['more', 'emails.when']],
    before: changed('before: { who: { coarse: { redact: { fields: [time], to: day } } } }'),
    overlay: 'before: { who: { coarse: { redact: { fields: [time], to: hour } } } }',
  },
  {
    title: 'another file name',
    overlay: 'outputs: { emails: { csv: { file: mails.csv } } }',
    expect: [['none', 'emails']],
  },
]

const rows: readonly Case[] = [
  { title: 'a drop that is gone', overlay: 'steps: { journal: off }', expect: [['more', 'journal']] },
  {
    title: 'a drop with another condition', expect: [['unsure', 'machine-mail']],
    overlay: `steps: { machine-mail: { drop: { when: 'envelope = "<>" or $contains(envelope, "bounce")' } } }`,
  },
  {
    title: 'a drop with another reason', overlay: 'steps: { journal: { drop: { because: copies } } }',
    expect: [['none', 'journal']],
  },
  {
    title: 'a new drop by what is open', expect: [['less', 'late']],
    overlay: `before: { who: { late: { drop: { when: 'time > "2024"', because: later } } } }`,
  },
  {
    title: 'a new drop by who it is', expect: [['unsure', 'some']],
    overlay: `before: { who: { some: { keep: { when: '$substring(sender, 0, 1) = "a"', because: fewer rows } } } }`,
  },
  {
    title: 'a kind of account that stays', expect: [['more', 'people-only']],
    overlay: `steps: { people-only: { drop: { accounts: [
      room, equipment, shared, service, system, attendant, probe, group, unknown] } } }`,
  },
  {
    title: 'another account that is no person', expect: [['less', 'people']],
    overlay: 'lookups: { people: { kinds: [{ room: { ou: [Hall] } }] } }',
  },
  {
    title: 'accounts of a kind that nothing leaves out', expect: [['unsure', 'people']],
    overlay: 'lookups: { people: { kinds: [{ outside: { ou: [Partners] } }] } }',
  },
]

const fields: readonly Case[] = [
  {
    title: 'a field from another column', expect: [['unsure', 'tracking.sender']],
    overlay: 'inputs: { tracking: { fields: { sender: { from: [sender-address, Sender, From] } } } }',
  },
  {
    title: 'a mark that is lower', overlay: 'inputs: { tracking: { fields: { message: { privacy: open } } } }',
    expect: [['more', 'tracking.message']],
  },
  {
    title: 'a mark that is higher', overlay: 'inputs: { tracking: { fields: { traffic: { privacy: sensitive } } } }',
    expect: [['less', 'tracking.traffic']],
  },
  {
    title: 'an input that a run may leave out', overlay: 'inputs: { tracking: { optional: true } }',
    expect: [['unsure', 'tracking']],
  },
]

const settings: readonly Case[] = [
  {
    title: 'another hash profile', settings: { 'hash-profile': 'utf8-base64' },
    expect: [['unsure', 'hash-profile'], ['none', 'row-id, pseudonyms']],
  },
  {
    title: 'letters that count as question marks', expect: [['none', 'pseudonyms']],
    overlay: 'steps: { pseudonyms: { hash: { non-ascii: question-mark } } }',
  },
  {
    title: 'other header names', settings: { headers: 'np-sync' },
    expect: [['more', 'emails.interaction_id'], ['unsure', 'headers']],
  },
  {
    title: 'another own domain', settings: { domains: 'contoso.com,fabrikam.com,northwind.com' },
    expect: [['more', 'people']],
  },
  { title: 'an own domain less', settings: { domains: 'contoso.com' }, expect: [['unsure', 'people']] },
  {
    title: 'a parameter that each run may set', expect: [['unsure', 'zone']],
    overlay: 'params: { zone: { type: text, default: "", per-run: true } }',
  },
  { title: 'a prefix of this run', settings: { prefix: '2024-05_' }, expect: [] },
  { title: 'more refused records', overlay: 'quarantine: { limit: 1% }', expect: [['none', 'quarantine']] },
  {
    title: 'another engine', before: { ...signed, engine: '0.0.1', digest: '0'.repeat(64) },
    expect: [['unsure', 'engine']],
  },
  {
    title: 'what the comparison has no words for', before: { ...signed, digest: '0'.repeat(64) },
    expect: [['unsure', 'rules']],
  },
]

for (const { title, overlay = '', settings: set = {}, before = signed, expect } of [
  columns,
  rows,
  fields,
  settings,
].flat()) {
  test(`${title}: ${[...new Set(expect.map(([effect]) => effect))].join(', ') || 'no change'}`, t => {
    const changes = changesBetween(before, changed(overlay, set))
    const found = changes.map(({ effect, where }) => [effect, where])
    t.deepEqual(found, expect.map(one => [...one]), changes.map(({ text }) => text).join('\n'))
    t.is(grows(changes), expect.some(([effect]) => effect === 'more' || effect === 'unsure'))
  })
}

test('no change without a change of the digest shows anything, and with one there is always one', t => {
  t.deepEqual(changesBetween(signed, changed('about: Other words.\ntests: {}')), [])
})

for (const file of exports) {
  test(`${file}: the same rules have not changed, after a way through a file`, t => {
    const now = review(file)
    t.deepEqual(changesBetween(reviewIn(reviewJson(now), 'a.json'), now), [])
  })
}
