// The digest: the same wherever and however the same rules are written, and another as soon as anything decides
// otherwise.
import test from 'ava'
import { rulesDigest, shortDigest } from '../../engine/run/rules-digest.ts'
import { loaded } from './reviewed.ts'

const rules = `version: 1
name: mail
about: Mails.
params:
  domains: { type: list, about: Own domains. }
  prefix: { type: text, default: "", per-run: true }
  day: { type: date, default: today }
  profile: { type: text, default: ascii-hex, values: [ascii-hex, utf8-base64] }
inputs:
  log:
    about: A log.
    files: logs/*.csv
    fields:
      id:   { privacy: sensitive }
      time: { privacy: open, type: time }
      kind: { privacy: open, type: word, optional: true }
from: log
steps:
  some: { drop: { when: 'kind = "x"', because: not counted } }
  once: { unique: { by: [id] } }
  ids: { hash: { fields: [id], profile: { param: profile } } }
outputs:
  mail:
    csv: { file: mail.csv, prefix: { param: prefix }, delimiter: ";" }
    columns: { id: id, when: time }
quarantine: { limit: 0 }
`

const digestOf = (text: string, settings: Readonly<Record<string, string>> = {}, engine = '1'): string =>
  rulesDigest(loaded('mail.yaml', text), new Map(Object.entries(settings)), engine)
const first = digestOf(rules)

const change = (from: string, to: string): string => {
  if (!rules.includes(from)) throw new Error(`the rules have no ${from}`)
  return rules.replace(from, to)
}

const same: readonly {
  readonly title: string
  readonly text?: string
  readonly settings?: Readonly<Record<string, string>>
}[] = [
  { title: 'comments and blank lines', text: change('steps:\n', '# what is done\n\nsteps:   # in order\n') },
  { title: 'line ends of Windows', text: rules.replaceAll('\n', '\r\n') },
  {
    title: 'block style in place of flow style',
    text: change(
      'ids: { hash: { fields: [id], profile: { param: profile } } }',
      'ids:\n    hash:\n      profile:\n        param: profile\n      fields:\n        - id',
    ),
  },
  {
    title: 'the order of options',
    text: change(
      'file: mail.csv, prefix: { param: prefix }, delimiter: ";"',
      'delimiter: ";", file: mail.csv, prefix: { param: prefix }',
    ),
  },
  {
    title: 'the order of fields',
    text: change(
      '      id:   { privacy: sensitive }\n      time: { privacy: open, type: time }\n',
      '      time: { privacy: open, type: time }\n      id:   { privacy: sensitive }\n',
    ),
  },
  {
    title: 'descriptions',
    text: change('about: Mails.', 'about: All mails.')
      .replace('about: A log.', 'about: Logs.')
      .replace('about: Own domains.', 'about: Domains.'),
  },
  { title: 'tests', text: `${rules}tests: { nothing: { given: [], expect: [] } }\n` },
  { title: 'names of input files', text: change('logs/*.csv', '/elsewhere/*.csv') },
  { title: 'a parameter of each run', settings: { prefix: '2023-06_' } },
  { title: 'a default of a parameter of each run', text: change('default: "", per-run', 'default: "x_", per-run') },
  { title: 'a value that is the default anyway', settings: { profile: 'ascii-hex' } },
]

for (const { title, text = rules, settings = {} } of same)
  test(`not in it: ${title}`, t => {
    t.is(digestOf(text, settings), first)
  })

test('a value is the same from the command line as from a file', t => {
  t.is(
    digestOf(rules, { domains: 'a.com,b.com' }),
    digestOf(change('{ type: list, about', '{ type: list, default: [a.com, b.com], about')),
  )
})

test('a value of the samples counts for nothing', t => {
  t.is(digestOf(change('{ type: list, about', '{ type: list, sample: [a.com], about')), first)
})

const other: readonly {
  readonly title: string
  readonly text?: string
  readonly settings?: Readonly<Record<string, string>>
  readonly engine?: string
}[] = [
  { title: 'the version of the engine', engine: '2' },
  { title: 'a value from the command line', settings: { domains: 'a.com' } },
  { title: 'a value that lacks and one that is empty', settings: { domains: '' } },
  { title: 'a default', text: change('default: ascii-hex', 'default: utf8-base64') },
  { title: 'that a parameter is of each run', text: change(', per-run: true', '') },
  {
    title: 'what values a parameter can have',
    text: change('values: [ascii-hex, utf8-base64]', 'values: [ascii-hex]'),
  },
  { title: 'a mark', text: change('id:   { privacy: sensitive }', 'id:   { privacy: identity }') },
  { title: 'a column that is read', text: change('kind: { privacy: open', 'kind: { from: [Art], privacy: open') },
  { title: 'a condition', text: change('kind = "x"', 'kind = "y"') },
  { title: 'a reason', text: change('not counted', 'never counted') },
  { title: 'the name of a step', text: change('once:', 'only-once:') },
  {
    title: 'the order of steps',
    text: change(
      '  some: { drop: { when: \'kind = "x"\', because: not counted } }\n  once: { unique: { by: [id] } }\n',
      '  once: { unique: { by: [id] } }\n  some: { drop: { when: \'kind = "x"\', because: not counted } }\n',
    ),
  },
  { title: 'the order of columns', text: change('{ id: id, when: time }', '{ when: time, id: id }') },
  {
    title: 'the order of columns with names like numbers',
    text: change('{ id: id, when: time }', '{ "2": id, "1": time }'),
  },
  {
    title: 'an exception',
    text: change('columns: { id: id, when: time }', 'columns: { id: id, when: time }\n    allow: { id: known }'),
  },
  { title: 'the limit of refused records', text: change('limit: 0', 'limit: 1%') },
]

for (const { title, text = rules, settings = {}, engine } of other)
  test(`in it: ${title}`, t => {
    t.not(digestOf(text, settings, engine), first)
  })

test('each of these is a digest of its own', t => {
  const all = other.map(({ text = rules, settings = {}, engine }) => digestOf(text, settings, engine))
  t.is(new Set(all).size, all.length)
  t.not(
    digestOf(change('{ id: id, when: time }', '{ "2": id, "1": time }')),
    digestOf(change('{ id: id, when: time }', '{ "1": time, "2": id }')),
  )
})

test('today is a word, so that the digest is the same on every day', t => {
  t.is(digestOf(rules, { day: 'today' }), first)
  t.not(digestOf(rules, { day: '2024-01-01' }), first)
})

test('the short form is for the eye', t => {
  t.regex(first, /^[0-9a-f]{64}$/)
  t.is(shortDigest('0123456789abcdef'.repeat(4)), '0123 4567 89ab cdef')
})
