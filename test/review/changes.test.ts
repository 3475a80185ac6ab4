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

const cases: readonly Case[] = [
  { title: 'a new column in one of two words', overlay: 'after: { who: { side: { set: { side: \'$inside(sender) ? "in" : "out"\' } } } }\noutputs: { emails: { columns: { side: side } } }', expect: [['more', 'emails.side']] },
  {
    title: 'a new column in clear, by exception',
    overlay: 'inputs: { tracking: { fields: { server: { from: server-hostname, privacy: sensitive, optional: true } } } }\noutputs: { emails: { columns: { server: server }, allow: { server: no person } } }',
    expect: [['more', 'emails.server'], ['none', 'tracking.server']],
  },
  {
    title: 'a column that is no longer hashed', overlay: 'steps: { pseudonyms: { hash: { fields: [message, sender] } } }\noutputs: { emails: { allow: { to: agreed } } }',
    expect: [['more', 'emails.to'], ['more', 'emails.to'], ['more', 'emails.to']],
  },
  { title: 'a column less', overlay: 'outputs: { emails: { columns: { when: off } } }', expect: [['less', 'emails.when']] },
  { title: 'a column under another name', overlay: 'outputs: { emails: { columns: { from: { header: sender } } } }', expect: [['none', 'emails.from']] },
  { title: 'a time that is cut to its day', overlay: 'before: { who: { coarse: { redact: { fields: [time], to: day } } } }', expect: [['unsure', 'emails.when']] },
  { title: 'a drop that is gone', overlay: 'steps: { journal: off }', expect: [['more', 'journal']] },
  { title: 'a drop with another condition', overlay: 'steps: { machine-mail: { drop: { when: \'envelope = "<>" or $contains(envelope, "bounce")\' } } }', expect: [['unsure', 'machine-mail']] },
  { title: 'a drop with another reason', overlay: 'steps: { journal: { drop: { because: copies } } }', expect: [['none', 'journal']] },
  { title: 'a new drop', overlay: 'before: { who: { late: { drop: { when: \'time > "2024"\', because: later } } } }', expect: [['less', 'late']] },
  { title: 'a kind of account that stays', overlay: 'steps: { people-only: { drop: { accounts: [room, equipment, shared, service, system, attendant, probe, group, unknown] } } }', expect: [['more', 'people-only']] },
  { title: 'another account that is no person', overlay: 'lookups: { people: { kinds: [{ room: { ou: [Hall] } }] } }', expect: [['less', 'people']] },
  { title: 'accounts of a kind that nothing leaves out', overlay: 'lookups: { people: { kinds: [{ outside: { ou: [Partners] } }] } }', expect: [['unsure', 'people']] },
  { title: 'a field from another column', overlay: 'inputs: { tracking: { fields: { sender: { from: [sender-address, Sender, From] } } } }', expect: [['unsure', 'tracking.sender']] },
  { title: 'a mark that is lower', overlay: 'inputs: { tracking: { fields: { message: { privacy: open } } } }', expect: [['more', 'tracking.message']] },
  { title: 'a mark that is higher', overlay: 'inputs: { tracking: { fields: { traffic: { privacy: sensitive } } } }', expect: [['less', 'tracking.traffic']] },
  { title: 'an input that a run may leave out', overlay: 'inputs: { tracking: { optional: true } }', expect: [['unsure', 'tracking']] },
  { title: 'another hash profile', settings: { 'hash-profile': 'utf8-base64' }, expect: [['unsure', 'hash-profile'], ['none', 'row-id'], ['none', 'pseudonyms']] },
  { title: 'letters that count as question marks', overlay: 'steps: { pseudonyms: { hash: { non-ascii: question-mark } } }', expect: [['none', 'pseudonyms']] },
  { title: 'other header names', settings: { headers: 'np-sync' }, expect: [['more', 'emails.interaction_id'], ['unsure', 'headers']] },
  { title: 'another own domain', settings: { domains: 'contoso.com,fabrikam.com,northwind.com' }, expect: [['more', 'people']] },
  { title: 'an own domain less', settings: { domains: 'contoso.com' }, expect: [['unsure', 'people']] },
  { title: 'a parameter that each run may set', overlay: 'params: { zone: { type: text, default: "", per-run: true } }', expect: [['unsure', 'zone']] },
  { title: 'a prefix of this run', settings: { prefix: '2024-05_' }, expect: [] },
  { title: 'another file name', overlay: 'outputs: { emails: { csv: { file: mails.csv } } }', expect: [['none', 'emails']] },
  { title: 'more refused records', overlay: 'quarantine: { limit: 1% }', expect: [['none', 'quarantine']] },
  { title: 'another engine', before: { ...signed, engine: '0.0.1', digest: '0'.repeat(64) }, expect: [['unsure', 'engine']] },
  { title: 'what the comparison has no words for', before: { ...signed, digest: '0'.repeat(64) }, expect: [['unsure', 'rules']] },
]

for (const { title, overlay = '', settings = {}, before = signed, expect } of cases) {
  test(`${title}: ${[...new Set(expect.map(([effect]) => effect))].join(', ') || 'no change'}`, t => {
    const changes = changesBetween(before, changed(overlay, settings))
    t.deepEqual(changes.map(({ effect, where }) => [effect, where]), expect.map(one => [...one]), changes.map(({ text }) => text).join('\n'))
    t.is(grows(changes), expect.some(([effect]) => effect === 'more' || effect === 'unsure'))
  })
}

test('what was taken away and comes back is more', t => {
  const before = changed('outputs: { emails: { columns: { when: off } } }')
  t.deepEqual(changesBetween(before, signed).map(({ effect, where }) => [effect, where]), [['more', 'emails.when']])
})

test('no change without a change of the digest shows anything, and with one there is always one', t => {
  t.deepEqual(changesBetween(signed, changed('about: Other words.\ntests: {}')), [])
})

for (const file of exports) {
  test(`${file}: the same rules have not changed, after a way through a file`, t => {
    const now = review(file)
    t.deepEqual(changesBetween(reviewIn(reviewJson(now), 'a.json'), now), [])
  })
}
