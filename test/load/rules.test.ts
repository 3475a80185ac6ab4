// Libraries that are included, bases that are extended, and paths that lead nowhere.
import test from 'ava'
import { nodeAt } from '../../engine/load/plain.ts'
import { loadRules } from '../../engine/load/rules.ts'
import { type Files, load, merged, show } from './show.ts'

const organisation = `version: 1
about: Not of the pipeline.
params:
  domains: { type: list }
inputs:
  people: { files: samples/ad-users.csv }
lookups:
  people: { from: people }
`

const emails = `version: 1
name: emails
include: [./organisation.yaml]
inputs:
  tracking: { files: samples/*.LOG }
from: tracking
outputs: { emails: { columns: { from: sender } } }
tests:
  a test: { given: [], expect: [] }
`

test('a pipeline with its library', t => {
  t.deepEqual(merged({ 'rules/emails.yaml': emails, 'rules/organisation.yaml': organisation }), {
    version: 1, name: 'emails',
    params: { domains: { type: 'list' } },
    lookups: { people: { from: 'people' } },
    inputs: { people: { files: 'samples/ad-users.csv' }, tracking: { files: 'samples/*.LOG' } },
    from: 'tracking', outputs: { emails: { columns: { from: 'sender' } } },
    tests: { 'a test': { given: [], expect: [] } },
  })
})

test('each node keeps the file it came from; each file is there to be checked by itself', t => {
  const { loaded } = load({ 'rules/emails.yaml': emails, 'rules/organisation.yaml': organisation })
  const place = (...path: readonly string[]): string => {
    const { keyAt } = nodeAt(loaded!.merged, path)
    return `${keyAt?.file}:${keyAt?.range.start.line}`
  }
  t.is(place('inputs', 'people'), 'rules/organisation.yaml:6')
  t.is(place('inputs', 'tracking'), 'rules/emails.yaml:5')
  t.deepEqual(loaded?.own.map(({ file, kind }) => `${file} ${kind}`), ['rules/emails.yaml pipeline', 'rules/organisation.yaml library'])
  t.deepEqual([...loaded?.texts.keys() ?? []], ['rules/emails.yaml', 'rules/organisation.yaml'])
  t.deepEqual(loaded?.tests.map(({ key, keyAt }) => [key, keyAt.range.start.line]), [['a test', 9]])
  t.true(loaded?.complete)
})

test('a library may be the top file, and include others; one that is reached twice counts once', t => {
  t.deepEqual(merged({
    'a.yaml': 'include: [b.yaml, c.yaml]\nparams: { a: { type: text } }',
    'b.yaml': 'include: [d.yaml]\nparams: { b: { type: text } }',
    'c.yaml': 'include: [./d.yaml]\nparams: { c: { type: text } }',
    'd.yaml': 'params: { d: { type: text } }',
  }), { params: { d: { type: 'text' }, b: { type: 'text' }, c: { type: 'text' }, a: { type: 'text' } } })
})

const company = 'extends: ../organisation.yaml\nparams: { domains: [acme.com] }\nlookups: { people: { kinds: [{ service: {} }] } }\nabout: Acme.\n'

const shared: readonly { title: string, files: Files }[] = [
  { title: 'an overlay of a library', files: { 'acme/organisation.yaml': company } },
  { title: 'a pipeline with an overlay of its library', files: { 'acme/emails.yaml': 'from: x\ninclude: [./organisation.yaml]', 'acme/organisation.yaml': company } },
  { title: 'an overlay of a pipeline with an overlay of its library', files: { 'acme/emails.yaml': 'extends: ../emails.yaml\ninclude: [./organisation.yaml]', 'acme/organisation.yaml': company } },
  {
    title: 'an overlay of that, which includes the same again',
    files: { 'acme/labs.yaml': 'extends: emails.yaml\ninclude: [organisation.yaml]', 'acme/emails.yaml': 'extends: ../emails.yaml\ninclude: [./organisation.yaml]', 'acme/organisation.yaml': company },
  },
  {
    title: 'an overlay of an overlay of a library, in two steps',
    files: { 'acme/labs.yaml': 'extends: ../emails.yaml\ninclude: [domains.yaml]', 'acme/domains.yaml': 'extends: organisation.yaml\nparams: { domains: [acme.com] }', 'acme/organisation.yaml': company.replace('acme.com', 'another.com') },
  },
]

for (const { title, files } of shared) {
  test(`what the exports of a customer share: ${title}`, t => {
    const whole = merged({ ...files, 'emails.yaml': emails, 'organisation.yaml': `${organisation.replace('from: people', 'from: people, kinds: [{ room: {} }]')}` })
    const { params, lookups } = whole as Record<string, unknown>
    t.deepEqual(params, { domains: { type: 'list', default: ['acme.com'] } })
    t.deepEqual(lookups, { people: { from: 'people', kinds: [{ service: {} }, { room: {} }] } })
  })
}

test('an overlay has the last word over what it includes; of a library comes what it defines', t => {
  const whole = merged({
    'acme/emails.yaml': 'extends: ../emails.yaml\ninclude: [./organisation.yaml, more.yaml]\nparams: { domains: [labs.com] }',
    'acme/organisation.yaml': company, 'acme/more.yaml': 'about: More.\nparams: { more: { type: text } }', 'emails.yaml': `${emails}about: Mails.\n`, 'organisation.yaml': organisation,
  }) as Record<string, unknown>
  t.is(whole['about'], 'Mails.')
  t.deepEqual(whole['params'], { domains: { type: 'list', default: ['labs.com'] }, more: { type: 'text' } })
})

const six = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`${index}.yaml`, `extends: ${index + 1}.yaml`]))

const cases: readonly { title: string, files: Files, expect: readonly string[], complete?: boolean }[] = [
  { title: 'a file that is not there', files: { 'rules/a.yaml': 'from: x\ninclude: [b.yaml, other/c.yaml]', 'rules/b.yaml': 'version: 1' }, expect: ['rules/a.yaml:2:19 bad-include'], complete: false },
  { title: 'a name that two files define', files: { 'a.yaml': 'include: [b.yaml]\nparams:\n  zone: { type: text }\noutputs: {}', 'b.yaml': 'params: { zone: { type: text } }' }, expect: ['a.yaml:3:3 bad-include (b.yaml:1:11)'] },
  { title: 'a name that two libraries define', files: { 'a.yaml': 'include: [b.yaml, c.yaml]', 'b.yaml': 'lookups: { people: {} }', 'c.yaml': 'lookups: { people: {} }' }, expect: ['c.yaml:1:12 bad-include (b.yaml:1:12)'] },
  { title: 'a pipeline is not included', files: { 'a.yaml': 'from: x\ninclude: [b.yaml]', 'b.yaml': 'from: y' }, expect: ['a.yaml:2:11 bad-include'], complete: false },
  { title: 'an overlay of a pipeline is not included', files: { 'a.yaml': 'from: x\ninclude: [b.yaml]', 'b.yaml': 'extends: c.yaml', 'c.yaml': 'extends: d.yaml', 'd.yaml': 'from: y' }, expect: ['a.yaml:2:11 bad-include'], complete: false },
  { title: 'an overlay of nothing is included', files: { 'a.yaml': 'from: x\ninclude: [b.yaml]', 'b.yaml': 'extends: c.yaml' }, expect: ['b.yaml:1:10 bad-include'], complete: false },
  { title: 'an overlay of a library has nothing that a library has not', files: { 'a.yaml': 'extends: b.yaml\nsteps: { c: off }\nparams: { d: e }', 'b.yaml': 'params: { d: { type: text } }' }, expect: ['a.yaml:2:1 unknown-key'] },
  { title: 'an overlay that includes what its base defines', files: { 'a.yaml': 'extends: b.yaml\ninclude: [c.yaml]', 'b.yaml': 'from: x\nparams: { d: { type: text } }', 'c.yaml': 'params: { d: { type: text } }' }, expect: ['c.yaml:1:11 bad-include (b.yaml:2:11)'] },
  { title: 'a file that extends itself', files: { 'a.yaml': 'extends: ./a.yaml' }, expect: ['a.yaml:1:10 bad-include'], complete: false },
  { title: 'a circle, with each place on it', files: { './x/a.yaml': 'extends: y/b.yaml', 'x/y/b.yaml': 'extends: ../c.yaml', 'x/c.yaml': 'name: c\nextends: a.yaml' }, expect: ['x/c.yaml:2:10 bad-include (./x/a.yaml:1:10) (x/y/b.yaml:1:10)'], complete: false },
  { title: 'a circle further down', files: { 'a.yaml': 'extends: b.yaml', 'b.yaml': 'extends: c.yaml', 'c.yaml': 'extends: b.yaml' }, expect: ['c.yaml:1:10 bad-include (b.yaml:1:10)'], complete: false },
  { title: 'a circle of libraries', files: { 'a.yaml': 'include: [b.yaml]', 'b.yaml': 'include: [a.yaml]' }, expect: ['b.yaml:1:11 bad-include (a.yaml:1:11)'], complete: false },
  { title: 'six files after each other', files: six, expect: ['5.yaml:1:10 bad-include'], complete: false },
  { title: 'a library with a mistake of its own', files: { 'a.yaml': 'from: x\ninclude: [b.yaml]', 'b.yaml': 'a: *b' }, expect: ['b.yaml:1:4 yaml-syntax'], complete: false },
  { title: 'a library that is a list', files: { 'a.yaml': 'from: x\ninclude: [b.yaml]', 'b.yaml': '- a' }, expect: ['b.yaml:1:1 wrong-type'], complete: false },
  { title: 'every mistake at once', files: { 'a.yaml': 'from: x\nfrom: y\ninclude: [b.yaml, c.yaml]', 'b.yaml': 'a: 01' }, expect: ['a.yaml:2:1 duplicate-key (a.yaml:1:1)', 'b.yaml:1:4 wrong-value', 'a.yaml:3:19 bad-include'], complete: false },
]

for (const { title, files, expect, complete = true } of cases) {
  test(title, t => {
    const { loaded, findings } = load(files)
    t.deepEqual(findings.map(show), expect)
    t.is(loaded?.complete, complete)
    t.is(findings.find(({ hint }) => !hint), undefined, 'a finding says what to do')
  })
}

test('five files after each other', t => {
  t.deepEqual(load({ ...six, '5.yaml': 'from: x' }).findings, [])
})

const nothing: readonly { title: string, files: Files, expect: readonly string[] }[] = [
  { title: 'a text that is not YAML', files: { 'a.yaml': 'a: {' }, expect: ['a.yaml:1:4 yaml-syntax'] },
  { title: 'an empty file', files: { 'a.yaml': '' }, expect: ['a.yaml:1:1 wrong-type'] },
]

for (const { title, files, expect } of nothing) {
  test(`nothing is loaded: ${title}`, t => {
    const { loaded, findings } = load(files)
    t.deepEqual([loaded, findings.map(show)], [undefined, expect])
  })
}

test('nothing is loaded: a file that cannot be read', t => {
  const findings: string[] = []
  const loaded = loadRules('a.yaml', () => undefined, finding => { findings.push(show(finding)) })
  t.deepEqual([loaded, findings], [undefined, ['a.yaml:1:1 unreadable-file']])
})

test('a path one folder off is put right', t => {
  const hint = (path: string): string | undefined =>
    load({ 'rules/customers/acme/emails.yaml': `extends: ${path}`, 'rules/emails.yaml': emails }).findings[0]?.hint
  t.is(hint('../emails.yaml'), 'did you mean "../../emails.yaml"?')
  t.is(hint('../../../emails.yaml'), 'did you mean "../../emails.yaml"?')
  t.is(hint('../../emails.yml'), 'did you mean "../../emails.yaml"?')
  t.is(hint('mails.yaml'), 'the path is relative to the file it stands in')
})

const paths: readonly string[] = [
  '/etc/rules.yaml', '//server/share/a.yaml', '\\\\server\\a.yaml', 'C:/a.yaml', 'C:a.yaml', 'file:///a.yaml', 'https://example.com/a.yaml',
  '~/a.yaml', '-a.yaml', 'a/../../b.yaml', '../../../../../../a.yaml', 'a//b.yaml', '.../b.yaml', 'a./b.yaml', 'a /b.yaml', 'nul/a.yaml', 'com1.yaml',
  'anna@example.com.yaml', '*.yaml', '../../../proc/self/environ', 'passwd', '..', '.', '',
]

for (const path of paths) {
  test(`a path that is not followed: ${JSON.stringify(path)}`, t => {
    const read: string[] = []
    const { findings } = load(new Proxy({ 'a.yaml': `extends: '${path}'` }, {
      getOwnPropertyDescriptor: (files, name) => (read.push(String(name)), Reflect.getOwnPropertyDescriptor(files, name)),
    }))
    t.deepEqual(findings.map(show), ['a.yaml:1:10 bad-path'])
    t.deepEqual(read.filter(name => name !== 'a.yaml'), [], 'no file is even opened')
  })
}
