// A resolved rule file is a rule file: it says the same as the files it was made of, and passes the check by itself.
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { globSync } from 'tinyglobby'
import test from 'ava'
import { readRules } from '../../engine/commands/load.ts'
import { readDocument } from '../../engine/load/document.ts'
import { toPlain } from '../../engine/load/plain.ts'
import { loadRules } from '../../engine/load/rules.ts'
import type { Tree } from '../../engine/load/tree.ts'
import { codesOfAlone } from '../../engine/report/resolve-alone.ts'
import { originsIn } from '../../engine/report/resolve-origin.ts'
import { flowText } from '../../engine/report/resolve-scalar.ts'
import { resolveText } from '../../engine/report/resolve-text.ts'
import { resolvedTree } from '../../engine/report/resolve-tree.ts'
import { load } from '../load/show.ts'

for (const file of globSync(['rules/*.yaml', 'rules/customers/*/*.yaml']).toSorted()) {
  test(`${file} is the same when it is resolved`, t => {
    const { loaded } = readRules(file)
    const tree = resolvedTree(loaded!, new Map())
    const text = resolveText(loaded!, tree, { color: false, keyed: true })
    t.deepEqual(codesOfAlone(loaded!, text), [])
    const alone = join(dirname(file), 'resolved.yaml')
    const again = loadRules(alone, path => path === alone ? text : undefined, finding => { t.fail(finding.message) })
    t.deepEqual(toPlain(again!.merged), toPlain(tree))
    const unmarked = text.split('\n').filter(line => / \S+: [^#]/.test(line) && !/^ *# | {2}#(?: {2}|> )\S+(?:\.yaml:\d+(?:-\d+)?|: \S+)$/.test(line))
    t.deepEqual(unmarked, [], 'values without their origin')
  })
}

test('an overlay that takes away what a library relies on is told', t => {
  const { loaded } = load({ 'acme/emails.yaml': 'version: 1\nextends: ../emails.yaml\nsteps: { no-rooms: off }', 'emails.yaml': mails, 'company.yaml': company })
  const text = resolveText(loaded!, resolvedTree(loaded!, new Map()), { color: false, keyed: false })
  t.deepEqual(codesOfAlone(loaded!, text), ['unknown-kind'])
})

const company = `version: 1
inputs: { people: { fields: { mail: { privacy: identity } } } }
lookups: { people: { from: people, domains: a.com, address: mail, kinds: [{ room: { address: room-* } }] } }
`
const mails = `version: 1
name: mails
include: [./company.yaml]
inputs: { mails: { fields: { sender: { privacy: identity }, time: { type: time, privacy: open } } } }
from: mails
steps:
  who: { identify: { fields: [sender], in: people } }
  no-rooms: { drop: { accounts: [room], in: [sender], because: a room } }
outputs: { mails: { csv: { file: mails.csv }, columns: { when: time } } }
`

// Texts that YAML could read as something else, or end early, beside ordinary ones.
const traps = ['', ' ', 'off', 'null', 'true', '~', '1', '1.0', '0x1F', '1e3', '.inf', '- a', '# a', 'a # b', 'a: b', 'a:', ': a', '{a}', '[a]', 'a, b', '*a', '&a', '!a', '%a', '@a', '`a`', '|', '>', '?', '? a', "it's", '"a"', "'a'", '\\', 'a\nb', 'a\n', '\ta', 'ä ö', '---', '...', '<<', '2024-01-01', '=', 'a\\nb', '$_.Recipients', '"\'']
const text = fc.oneof(fc.constantFrom(...traps), fc.stringMatching(/^[ -~äß€]*$/))
const value = fc.letrec<{ tree: unknown }>(tie => ({
  tree: fc.oneof({ maxDepth: 3 },
    text, fc.integer(), fc.boolean(), fc.constant(null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...traps.filter(key => key !== '')), fc.stringMatching(/^[a-z]{1,8}$/)), tie('tree'), { maxKeys: 4 })),
})).tree

test('whatever the values, they are read again as they were', t => {
  fc.assert(fc.property(value, whole => {
    const written = `a: ${flowText(treeOf(whole))}   # emails.yaml:1\n`
    const read = readDocument(written, 'a.yaml', finding => { throw new Error(`${finding.message} in ${written}`) })
    t.deepEqual(toPlain(read!), { a: whole })
  }), { numRuns: 500 })
  t.pass()
})

function treeOf(plain: unknown): Tree {
  const place = { file: 'a.yaml', range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } }
  if (Array.isArray(plain)) return { kind: 'list', at: place, items: plain.map(treeOf) }
  if (typeof plain === 'object' && plain !== null) return { kind: 'map', at: place, entries: Object.entries(plain).map(([key, one]) => ({ key, keyAt: place, value: treeOf(one) })) }
  return { kind: 'scalar', at: place, locate: () => place, value: plain as string | number | boolean | null }
}

const labels: readonly { title: string, files: readonly string[], expect: readonly string[] }[] = [
  { title: 'names that differ', files: ['rules/emails.yaml', 'rules/organisation.yaml'], expect: ['emails.yaml:1', 'organisation.yaml:1'] },
  { title: 'one name in two folders', files: ['rules/customers/acme/emails.yaml', 'rules/emails.yaml'], expect: ['acme/emails.yaml:1', 'rules/emails.yaml:1'] },
  { title: 'a path that ends another', files: ['emails.yaml', 'acme/emails.yaml'], expect: ['emails.yaml:1', 'acme/emails.yaml:1'] },
  { title: 'a name that ends another', files: ['my-emails.yaml', 'emails.yaml'], expect: ['my-emails.yaml:1', 'emails.yaml:1'] },
]

for (const { title, files, expect } of labels) {
  test(`files are called as short as can be told apart: ${title}`, t => {
    const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
    const origins = originsIn({ own: files.map(file => ({ file, kind: 'pipeline' as const, tree: treeOf({}), laid: treeOf({}) })) })
    t.deepEqual(files.map(file => origins.of({ file, range }).text), expect)
  })
}
