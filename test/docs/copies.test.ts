// What a page repeats of other files is what they say.
import { readFileSync } from 'node:fs'
import test from 'ava'
import { codes } from '../../engine/diagnostics/codes.ts'
import { readRules } from '../../engine/commands/load.ts'
import { checkRules } from '../../engine/check/rules.ts'
import { blocksOf } from './blocks.ts'

const read = (file: string): string => readFileSync(file, 'utf8')

const copies = [
  { page: 'docs/contributing.md', info: 'ts', file: 'engine/steps/explode.ts' },
  { page: 'README.md', info: 'yaml', file: 'rules/customers/fabrikam/emails.yaml' },
] as const

/** Tests stand behind the rules that a page shows, and are left out. */
const withoutTests = (text: string): string => text.replace(/\n\ntests:[^]*/, '\n')

for (const { page, info, file } of copies) {
  test(`${page} shows ${file}`, t => {
    t.is(blocksOf(read(page)).find(block => block.info === info)?.text, withoutTests(read(file)))
  })
}

for (const page of ['docs/collect.md', 'docs/privacy.md']) {
  test(`${page} names codes that exist`, t => {
    const named = columnsCalled('code', read(page)).flatMap(cell => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!))
    t.true(named.length > 0)
    t.deepEqual(named.filter(code => !Object.hasOwn(codes, code)), [])
  })
}

test('the lines of docs/collect.md export a column for every field of the e-mail export', t => {
  const { loaded } = readRules('rules/emails.yaml')
  const { plan } = checkRules(loaded!, new Map(), true)
  const lines = blocksOf(read('docs/collect.md')).filter(({ info }) => info === 'powershell').map(({ text }) => text).join('')
  const exported = new Set([...lines.matchAll(/'(\w+)'/g)].map(([, name]) => name))
  const fields = [...plan!.inputs.values()].flatMap(input => input.fields)
  t.deepEqual(fields.filter(({ from }) => !from.some(name => exported.has(name))).map(({ name }) => name), [])
})

/** The cells below `header` in all tables of a page. */
function columnsCalled(header: string, page: string): readonly string[] {
  let place = -1
  return page.split('\n').flatMap(line => {
    const cells = line.startsWith('|') ? line.split(/(?<!\\)\|/).map(cell => cell.trim()) : []
    if (cells.length === 0) place = -1
    else if (cells.includes(header)) place = cells.indexOf(header)
    else if (place > 0) return [cells[place] ?? '']
    return []
  })
}
