// What a change of the rules means for privacy, in the words of the comparison. Each row: a piece of the rules, before and after.
import test from 'ava'
import { checkRules } from '../../engine/check/rules.ts'
import { effectsBetween } from '../../engine/compare/privacy.ts'
import type { Version } from '../../engine/compare/version.ts'
import { load } from '../load/show.ts'

const rules = `version: 1
name: mails
inputs:
  people: { optional: true, fields: { mail: { privacy: identity }, login: { privacy: identity, optional: true } } }
  mails:
    fields:
      event: { privacy: open, type: word }
      time: { privacy: open, type: time }
      bytes: { privacy: open, type: integer }
      subject: { privacy: sensitive }
      sender: { privacy: identity }
lookups:
  people:
    from: people
    domains: [a.com]
    address: [mail]
    kinds: [{ room: { address: room-* } }, { service: { login: svc-* } }]
from: mails
steps:
  delivered: { keep: { when: 'event = "DELIVER"', because: other events } }
  who: { identify: { fields: [sender], in: people } }
  people-only: { drop: { accounts: [room, service, unknown], in: [sender], because: not a person } }
  once: { unique: { by: [time, sender] } }
  no-subject: { redact: { fields: [subject] } }
  pseudonyms: { hash: { fields: [sender] } }
outputs:
  mails:
    csv: { file: mails.csv }
    columns: { from: sender, when: time, subject: subject }
`

function version(text: string): Version {
  const { loaded, findings } = load({ 'rules.yaml': text })
  const { plan, diagnostics } = checkRules(loaded!, new Map(), true)
  const [error] = [...findings, ...diagnostics].filter(({ severity }) => severity === 'error')
  if (error) throw new Error(error.message)
  return { plan: plan!, merged: loaded!.merged }
}

const cases: readonly { title: string, from: string, to: string, expect: readonly string[], back: readonly string[] }[] = [
  {
    title: 'a column more', from: 'when: time,', to: 'when: time, size: bytes,',
    expect: ['more column size of mails is written: integer, open'], back: ['less column size of mails is not written any more'],
  },
  {
    title: 'an exception, where nothing needs one', from: 'subject: subject }', to: 'subject: subject }\n    allow: { subject: wanted }',
    expect: ['more column subject of mails holds subject, text in clear (wanted); it was subject, a word of a closed list'],
    back: ['less column subject of mails holds subject, a word of a closed list; it was subject, text in clear (wanted)'],
  },
  {
    title: 'another field in a column', from: 'subject: subject }', to: 'subject: sender }',
    expect: ['less column subject of mails holds sender, a pseudonym; it was subject, a word of a closed list'],
    back: ['more column subject of mails holds subject, a word of a closed list; it was sender, a pseudonym'],
  },
  {
    title: 'a step less that drops', from: "  delivered: { keep: { when: 'event = \"DELIVER\"', because: other events } }\n", to: '',
    expect: ['more no longer dropped: other events (step delivered)'], back: ['less dropped as well: other events (step delivered)'],
  },
  {
    title: 'rows that come again', from: '  once: { unique: { by: [time, sender] } }\n', to: '',
    expect: ['more no longer dropped: rows that come again (step once)'], back: ['less dropped as well: rows that come again (step once)'],
  },
  {
    title: 'another condition', from: 'event = "DELIVER"', to: 'event in ["DELIVER", "SEND"]',
    expect: ['other other rows are kept: other events (step delivered)'], back: ['other other rows are kept: other events (step delivered)'],
  },
  { title: 'the same condition, with other blanks', from: 'event = "DELIVER"', to: 'event="DELIVER"', expect: [], back: [] },
  { title: 'another reason', from: 'because: other events', to: 'because: no deliveries', expect: [], back: [] },
  {
    title: 'a kind of account that stays', from: 'accounts: [room, service, unknown]', to: 'accounts: [room, service]',
    expect: ['more no longer dropped: accounts of the kind unknown (step people-only)'], back: ['less dropped as well: accounts of the kind unknown (step people-only)'],
  },
  {
    title: 'rows that are the same by less', from: 'by: [time, sender]', to: 'by: [sender]',
    expect: ['other rows are the same by other fields (step once)'], back: ['other rows are the same by other fields (step once)'],
  },
  {
    title: 'another way to hash', from: 'hash: { fields: [sender] }', to: 'hash: { fields: [sender], profile: utf8-base64 }',
    expect: ['other sender is otherwise hashed: files of the two do not join (step pseudonyms)'], back: ['other sender is otherwise hashed: files of the two do not join (step pseudonyms)'],
  },
  {
    title: 'a rule for a kind less', from: '{ room: { address: room-* } }, ', to: '{ room: { address: [room-1@*, room-2@*] } }, ',
    expect: ['more accounts are no longer told as room by address room-*', 'less accounts are told as room by address room-1@* or room-2@*'],
    back: ['more accounts are no longer told as room by address room-1@* or room-2@*', 'less accounts are told as room by address room-*'],
  },
  {
    title: 'somebody who is a person after all', from: 'kinds: [', to: 'kinds: [{ person: { login: svc-anna } }, ',
    expect: ['more accounts are told as person by login svc-anna'], back: ['less accounts are no longer told as person by login svc-anna'],
  },
  {
    title: 'an own domain more', from: 'domains: [a.com]', to: 'domains: [a.com, b.com]',
    expect: ['other addresses at b.com are own'], back: ['other addresses at b.com are no longer own'],
  },
  {
    title: 'a personal field that is read', from: '      sender: {', to: '      helper: { privacy: identity }\n      sender: {',
    expect: ['more mails.helper is read (identity)'], back: ['less mails.helper is not read any more (identity)'],
  },
  { title: 'an open field that is read', from: '      sender: {', to: '      size: { privacy: open, type: integer }\n      sender: {', expect: [], back: [] },
  {
    title: 'a declaration of privacy', from: 'subject: { privacy: sensitive }', to: 'subject: { privacy: open }',
    expect: ['more mails.subject is declared open, it was sensitive'], back: ['less mails.subject is declared sensitive, it was open'],
  },
]

for (const { title, from, to, expect, back } of cases) {
  test(`privacy: ${title}`, t => {
    if (!rules.includes(from)) throw new Error(`the rules lack ${from}`)
    const [before, after] = [version(rules), version(rules.replace(from, to))]
    const texts = (one: Version, other: Version) => effectsBetween(one, other).map(({ effect, text }) => `${effect} ${text}`)
    t.deepEqual(texts(before, after), expect)
    t.deepEqual(texts(after, before), back, 'the other way round')
    t.deepEqual(texts(after, after), [])
  })
}

test('what leaves more stands first: a subject in clear that nothing redacts any more', t => {
  const bare = rules.replace('  no-subject: { redact: { fields: [subject] } }\n', '').replace('subject: subject }', 'subject: subject }\n    allow: { subject: wanted }')
  const effects = effectsBetween(version(rules), version(bare.replace('when: time, ', '')))
  t.deepEqual(effects.map(({ effect, text, place }) => `${effect} ${text} ${place?.range.start.line}`), [
    'more column subject of mails holds subject, in clear, though sensitive (wanted); it was subject, a word of a closed list 28',
    'more subject is no longer redacted (step no-subject) 24',
    'less column when of mails is not written any more 29',
  ])
})
