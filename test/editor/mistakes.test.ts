// What the editor underlines: nothing in sound rules, and one spot for one mistake.
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import test from 'ava'
import { globSync } from 'tinyglobby'
import { library, marked, overlay, pipeline } from './cases.ts'
import { type LanguageServer, type Settings, languageServer } from './language-server.ts'

const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as Settings
let editor: LanguageServer

test.before(async () => { editor = await languageServer(settings) })
test.after.always(async t => { t.is(await editor.close(), 0) })

const schema = 'schemas/pipeline.schema.json'
const modeline = /^# yaml-language-server: \$schema=(\S+)\n/

for (const file of globSync('rules/**/*.yaml').toSorted()) {
  const text = readFileSync(file, 'utf8')
  test(`${file} begins with the way to the schema`, t => {
    t.is(normalize(join(dirname(file), modeline.exec(text)?.[1] ?? '')), normalize(schema))
  })
  test(`${file} has no mistake, bound by its first line or by the settings`, async t => {
    t.deepEqual(await editor.open(file, text), [])
    t.deepEqual(await editor.open(file.replace('.yaml', '-of-the-settings.yaml'), text.replace(modeline, '')), [])
  })
}

test('the first line wins over the settings', async t => {
  const [finding] = await editor.open('rules/other.yaml', '# yaml-language-server: $schema=../schemas/nowhere.schema.json\nversion: 1\n')
  t.regex(finding?.message ?? '', /nowhere\.schema\.json/)
})

const mistakes: readonly { readonly title: string, readonly text: string, readonly says: RegExp }[] = [
  { title: 'a key that is none', text: pipeline({ rest: '▸outptus: {}' }), says: /outptus is not allowed/ },
  { title: 'another version', text: pipeline({}).replace('version: 1', 'version: ▸2'), says: /not accepted.*1/ },
  { title: 'no outputs', text: '▸version: 1\nname: mail\nfrom: tracking\n', says: /Missing property "outputs"/ },
  { title: 'a parameter of no type there is', text: pipeline({ params: 'params: { most: { type: ▸int } }' }), says: /"integer"/ },
  { title: 'a parameter without its type', text: pipeline({ params: 'params: { ▸most: { default: 5 } }' }), says: /Missing property "type"/ },
  { title: 'a mark that is none', text: pipeline({ inputs: 'inputs: { tracking: { fields: { sender: { privacy: ▸private } } } }' }), says: /"open", "sensitive", "identity"/ },
  { title: 'a field without a mark', text: pipeline({ inputs: 'inputs: { tracking: { fields: { ▸sender: { type: text } } } }' }), says: /Missing property "privacy"/ },
  { title: 'a misspelt parameter reference', text: pipeline({ inputs: 'inputs: { tracking: { zone: { ▸parm: zone, param: zone }, fields: { sender: { privacy: identity } } } }' }), says: /parm is not allowed/ },
  { title: 'a misspelt type of step', text: pipeline({ steps: 'steps: { pseudonyms: { ▸hsh: { fields: [sender] } } }' }), says: /hsh is not allowed/ },
  { title: 'two types in one step', text: pipeline({ steps: 'steps: { both: ▸{ explode: { field: sender }, hash: { fields: [sender] } } }' }), says: /more properties than limit of 1/ },
  { title: 'an option that a step does not have', text: pipeline({ steps: 'steps: { once: { unique: { by: [sender], ▸keep: first } } }' }), says: /keep is not allowed/ },
  { title: 'a required option that lacks', text: pipeline({ steps: `steps: { some: { ▸keep: { when: 'sender != ""' } } }` }), says: /Missing property "because"/ },
  { title: 'a word that an option cannot be', text: pipeline({ steps: 'steps: { pseudonyms: { hash: { fields: [sender], profile: ▸hex } } }' }), says: /"ascii-hex", "utf8-base64"/ },
  { title: 'a list for an expression', text: pipeline({ steps: 'steps: { some: { drop: { when: ▸[sender], because: none } } }' }), says: /Expected "string"/ },
  { title: 'rows that are no list', text: pipeline({ steps: `steps: { ends: { rows: ▸{ end: sender } } }` }), says: /Expected "array"/ },
  { title: 'a name with a blank', text: pipeline({ steps: 'steps: { ▸one row: { explode: { field: sender } } }' }), says: /pattern/ },
  { title: 'an output of no columns', text: pipeline({ outputs: 'outputs: { ▸mail: { csv: { file: mail.csv } } }' }), says: /Missing property "columns"/ },
  { title: 'a delimiter that is none', text: pipeline({ outputs: 'outputs: { mail: { csv: { file: mail.csv, delimiter: ▸tab }, columns: { from: sender } } }' }), says: /Valid values/ },
  { title: 'what a table rule cannot do', text: pipeline({ outputs: 'outputs: { mail: { csv: { file: mail.csv }, columns: { from: sender }, expect: { refers: { from: { to: id, otherwise: ▸ignore } } } } }' }), says: /"stop", "blank", "warn"/ },
  { title: 'a source with a key that is none', text: pipeline({ outputs: 'outputs: { mail: { from: { tracking: { ▸step: {} } }, csv: { file: mail.csv }, columns: { from: sender } } }' }), says: /step is not allowed/ },
  { title: 'a test that expects nothing', text: pipeline({ rest: 'tests: { ▸nothing: { given: [] } }' }), says: /Missing property "expect"/ },
  { title: 'a library with steps', text: library('▸steps: { all: { explode: { field: a } } }'), says: /steps is not allowed/ },
  { title: 'a lookup without its domains', text: library('lookups: { ▸people: { from: people, address: [mail] } }'), says: /Missing property "domains"/ },
  { title: 'a step turned off by another word', text: overlay('steps: { once: ▸of }'), says: /"off"/ },
  { title: 'an option that an overlay misspells', text: overlay('steps: { delivered: { keep: { ▸wen: sender } } }'), says: /wen is not allowed/ },
  { title: 'a new step of no type there is', text: overlay('after: { once: { again: { ▸uniqe: { by: [sender] } } } }'), says: /uniqe is not allowed/ },
  { title: 'a column of an overlay in other words', text: overlay('outputs: { emails: { columns: { from: { ▸heading: sender } } } }'), says: /heading is not allowed/ },
  { title: 'one key twice', text: overlay('params: { zone: UTC, ▸zone: UTC }'), says: /unique/ },
  { title: 'a brace that does not close', text: `${overlay('params: { zone: UTC')}▸`, says: /\}/ },
]

mistakes.forEach(({ title, text: written, says }, index) => {
  test(`one mistake is one finding: ${title}`, async t => {
    const { text, at } = marked(written)
    const findings = await editor.open(`rules/mistake-${index}.yaml`, text)
    t.is(findings.length, 1, JSON.stringify(findings))
    t.regex(findings[0]!.message, says)
    t.deepEqual(findings[0]!.range.start, at)
  })
})
