// What the editor proposes while rules are written, and what it shows under the pointer.
import { readFileSync } from 'node:fs'
import test, { type ExecutionContext } from 'ava'
import { parse } from 'yaml'
import { steps } from '../../engine/steps/index.ts'
import { library, marked, overlay, pipeline } from './cases.ts'
import { type LanguageServer, type Proposal, type Settings, languageServer } from './language-server.ts'
import { expanded, taken } from './snippet.ts'

const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as Settings
let editor: LanguageServer
let opened = 0

test.before(async () => { editor = await languageServer(settings) })
test.after.always(async t => { t.is(await editor.close(), 0) })

async function proposalsAt(written: string): Promise<{ readonly text: string, readonly proposals: readonly Proposal[], take(label: string): string }> {
  const { text, at } = marked(written)
  const path = `rules/proposals-${++opened}.yaml`
  await editor.open(path, text)
  const proposals = await editor.complete(path, at)
  return { text, proposals, take: label => taken(text, at, proposals.find(one => one.label === label)!) }
}

const stepNames = steps.map(step => step.name).toSorted()
const labels = (proposals: readonly Proposal[]): readonly string[] => proposals.map(({ label }) => label)
const textOf = ({ documentation }: Proposal): string => typeof documentation === 'string' ? documentation : documentation?.value ?? ''

const soundness = async (t: ExecutionContext, text: string): Promise<void> => {
  t.deepEqual(await editor.open(`rules/taken-${++opened}.yaml`, text), [], text)
}

type Tree = Readonly<Record<'steps' | 'after' | 'outputs', Record<string, Record<string, Record<string, unknown>>>>>

const emptySteps: readonly { readonly where: string, readonly text: string, readonly read: (file: Tree) => unknown }[] = [
  { where: 'under the name of a step', text: pipeline({ steps: 'steps:\n  name:\n    ▸' }), read: ({ steps: all }) => all['name'] },
  { where: 'behind the name of a step', text: pipeline({ steps: 'steps:\n  name: ▸' }), read: ({ steps: all }) => all['name'] },
  { where: 'where names of steps stand', text: pipeline({ steps: 'steps:\n  ▸' }), read: ({ steps: all }) => all['name'] },
  { where: 'below other steps', text: pipeline({ steps: 'steps:\n  pseudonyms: { hash: { fields: [sender] } }\n  ▸' }), read: ({ steps: all }) => all['name'] },
  { where: 'below a step of the base', text: overlay('after:\n  once:\n    ▸'), read: ({ after }) => after['once']!['name'] },
  { where: 'in steps of an output', text: pipeline({ outputs: 'outputs:\n  mail:\n    csv: { file: mail.csv }\n    columns: { from: sender }\n    steps:\n      ▸' }), read: ({ outputs }) => outputs['mail']!['steps']!['name'] },
]

for (const { where, text, read } of emptySteps) {
  test(`${where}, every step is proposed, with the options of its first example`, async t => {
    const { proposals, take } = await proposalsAt(text)
    t.deepEqual(labels(proposals).filter(label => stepNames.includes(label)).toSorted(), stepNames)
    for (const { name, summary, examples } of steps) {
      t.true(textOf(proposals.find(({ label }) => label === name)!).startsWith(summary), name)
      t.deepEqual(read(parse(take(name)) as Tree), { [name]: examples[0]!.options }, name)
      await soundness(t, take(name))
    }
  })
}

test('a step of the base can be turned off, or get another option', async t => {
  const { proposals, take } = await proposalsAt(overlay('steps:\n  delivered:\n    ▸'))
  t.deepEqual(labels(proposals).toSorted(), [...stepNames, 'off'].toSorted())
  t.deepEqual((parse(take('off')) as Tree).steps, { delivered: 'off' })
  t.deepEqual((parse(take('keep')) as Tree).steps, { delivered: { keep: { when: 'event = "DELIVER"' } } })
  for (const name of ['off', ...stepNames]) await soundness(t, take(name))
})

for (const { name, options } of steps.filter(step => Object.keys(step.options).some(option => /^[a-z]/.test(option)))) {
  test(`inside ${name}, each option is proposed with what it means`, async t => {
    const { proposals } = await proposalsAt(pipeline({ steps: `steps:\n  name:\n    ${name}:\n      ▸` }))
    for (const [option, { about }] of Object.entries(options).filter(([key]) => /^[a-z]/.test(key))) {
      const proposal = proposals.find(({ label }) => label === option)
      t.true(textOf(proposal!).startsWith(about), option)
      t.regex(expanded(proposal!.insertText!), new RegExp(`^${option}: ?`), option)
    }
  })
}

const words: readonly { readonly of: string, readonly text: string, readonly are: readonly string[] }[] = [
  { of: 'a mark', text: pipeline({ inputs: 'inputs:\n  tracking:\n    fields:\n      sender:\n        privacy: ▸' }), are: ['open', 'sensitive', 'identity'] },
  { of: 'a type', text: pipeline({ inputs: 'inputs:\n  tracking:\n    fields:\n      sender:\n        privacy: identity\n        type: ▸' }), are: ['time', 'local-time', 'date', 'number', 'list'] },
  { of: 'a profile', text: pipeline({ steps: 'steps:\n  pseudonyms:\n    hash:\n      fields: [sender]\n      profile: ▸' }), are: ['ascii-hex', 'utf8-base64', '{ param: name }'] },
  { of: 'a flag', text: pipeline({ steps: 'steps:\n  pseudonyms:\n    hash:\n      fields: [sender]\n      lower: ▸' }), are: ['true', 'false', '{ param: name }'] },
  { of: 'a type of parameter', text: pipeline({ params: 'params:\n  as-of:\n    type: ▸' }), are: ['text', 'list', 'integer', 'boolean', 'date'] },
  { of: 'a table rule', text: pipeline({ outputs: 'outputs:\n  mail:\n    csv: { file: mail.csv }\n    columns: { from: sender }\n    expect:\n      refers:\n        from:\n          to: id\n          otherwise: ▸' }), are: ['stop', 'blank', 'warn'] },
  { of: 'a pattern of times', text: pipeline({ inputs: 'inputs:\n  tracking:\n    fields: { sender: { privacy: identity } }\n    dates: ▸' }), are: ['dd.MM.yyyy HH:mm:ss'] },
]

for (const { of, text, are } of words) {
  test(`the words of ${of} are proposed`, async t => {
    const { proposals, take } = await proposalsAt(text)
    for (const word of are) {
      t.true(labels(proposals).includes(word), `${word} in ${labels(proposals).join(', ')}`)
      t.is(take(word), text.replace('▸', word))
    }
  })
}

const places: readonly { readonly where: string, readonly text: string, readonly are: readonly string[] }[] = [
  { where: 'in an empty file', text: '▸\n', are: ['new customer', 'new pipeline', 'new library'] },
  { where: 'under inputs', text: pipeline({ inputs: 'inputs:\n  ▸' }), are: ['log', 'directory'] },
  { where: 'under fields', text: pipeline({ inputs: 'inputs:\n  tracking:\n    fields:\n      ▸' }), are: ['address', 'addresses', 'free text', 'time', 'local time', 'closed list'] },
  { where: 'under params', text: pipeline({ params: 'params:\n  ▸' }), are: ['text', 'list', 'choice', 'date'] },
  { where: 'under lookups', text: library('lookups:\n  ▸'), are: ['lookup'] },
  { where: 'under outputs', text: pipeline({ outputs: 'outputs:\n  ▸' }), are: ['output', 'output of an input'] },
  { where: 'under columns', text: pipeline({ outputs: 'outputs:\n  mail:\n    csv: { file: mail.csv }\n    columns:\n      ▸' }), are: ['column', 'column in detail'] },
  { where: 'under tests', text: pipeline({ rest: 'tests:\n  ▸' }), are: ['test'] },
  { where: 'under inputs of an overlay', text: overlay('inputs:\n  ▸'), are: ['files of an input', 'column of an input'] },
  { where: 'under params of an overlay', text: overlay('params:\n  ▸'), are: ['domains', 'value'] },
  { where: 'under lookups of an overlay', text: overlay('lookups:\n  ▸'), are: ['kinds'] },
  { where: 'under steps of an overlay', text: overlay('steps:\n  ▸'), are: ['off', 'change'] },
  { where: 'under after of an overlay', text: overlay('after:\n  ▸'), are: ['new step'] },
  { where: 'under outputs of an overlay', text: overlay('outputs:\n  ▸'), are: ['column', 'off'] },
]

for (const { where, text, are } of places) {
  test(`${where}, what is proposed is sound when it is taken as it is`, async t => {
    const { proposals, take } = await proposalsAt(text)
    for (const label of are) {
      t.true(labels(proposals).includes(label), `${label} in ${labels(proposals).join(', ')}`)
      await soundness(t, take(label))
    }
  })
}

const literally = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))

const pointers: readonly { readonly at: string, readonly text: string, readonly shows: readonly RegExp[] }[] = [
  ...steps.map(({ name, summary, privacy, examples }) => ({
    at: `the step ${name}`, text: pipeline({ steps: `steps:\n  name:\n    ▸${name}: ${JSON.stringify(examples[0]!.options)}` }),
    shows: [summary, `Privacy.* ${privacy}`, '```yaml', `${name}:`].map(literally),
  })),
  { at: 'an option', text: pipeline({ steps: `steps: { some: { keep: { ▸when: 'sender != ""', because: none } } }` }), shows: [/^The condition\./, /```yaml\nwhen: 'event = "DELIVER"'\n```/] },
  { at: 'a mark', text: pipeline({ inputs: 'inputs: { tracking: { fields: { sender: { ▸privacy: identity } } } }' }), shows: [/`identity`: Points to a person/, /`open`: Tells nothing about anyone/] },
  { at: 'a type', text: pipeline({ inputs: 'inputs: { tracking: { fields: { start: { ▸type: local-time, privacy: open } } } }' }), shows: [/`local-time`: A time as the clock of the export shows it/] },
  { at: 'a pattern of a field', text: pipeline({ inputs: 'inputs: { tracking: { fields: { start: { ▸pattern: "I.*", privacy: open } } } }' }), shows: [/every cell must match/, /pattern: 'IPM/] },
  { at: 'a pattern of times', text: pipeline({ inputs: 'inputs: { tracking: { ▸dates: dd.MM.yyyy, fields: { sender: { privacy: identity } } } }' }), shows: [/dates: 'dd\.MM\.yyyy HH:mm:ss'|dates: dd\.MM\.yyyy HH:mm:ss/] },
  { at: 'a date', text: pipeline({ params: 'params: { as-of: { ▸type: date } }' }), shows: [/`date`: A day such as `2024-01-31`, or `today`/] },
  { at: 'the sources of an output', text: pipeline({ outputs: 'outputs: { mail: { ▸from: { tracking: {} }, csv: { file: mail.csv }, columns: { from: sender } } }' }), shows: [/or several, each with its steps/, /```yaml\nfrom: access\nfrom: \{ people:/] },
  { at: 'what holds for a file', text: pipeline({ outputs: 'outputs: { mail: { csv: { file: mail.csv }, columns: { from: sender }, expect: { ▸refers: { from: id } } } }' }), shows: [/refers: \{ parent_id: \{ to: id, otherwise: blank \} \}/] },
  { at: 'words of kinds', text: pipeline({ steps: 'steps: { all: { hash: { fields: [sender], ▸words: { room: A room } } } }' }), shows: [/Kinds of account that become a fixed word/, /words: \{ room: Meeting room \}/] },
  { at: 'the limit of refused records', text: pipeline({ rest: 'quarantine: { ▸limit: 3 }' }), shows: [/limit: 3\nlimit: 1%|limit: '1%'/] },
]

pointers.forEach(({ at, text: written, shows }) => {
  test(`the pointer at ${at} shows what it is, with an example`, async t => {
    const { text, at: position } = marked(written)
    const path = `rules/pointers-${++opened}.yaml`
    await editor.open(path, text)
    const shown = await editor.hover(path, { line: position.line, character: position.character + 1 })
    for (const part of shows) t.regex(shown, part)
  })
})
