// Rows of a list in a rule file: some go, some come, and comments and layout of the others stay.
import test from 'ava'
import { readDocument } from '../../engine/load/document.ts'
import { pick } from '../../engine/load/pick.ts'
import type { List } from '../../engine/load/tree.ts'
import { offsetsIn, withEdits } from '../../engine/rule-tests/edits.ts'
import { type ListItem, listEdit } from '../../engine/rule-tests/list-edit.ts'

const kept = (index: number): ListItem => ({ index, edits: [] })

const block = `expect:
  # both
  - { a: 1 }   # one
  # above two
  - { a: 2 }   # two
dropped: {}
`

const cases: readonly { readonly title: string, readonly text: string, readonly items: readonly ListItem[], readonly after: string }[] = [
  { title: 'all stay', text: block, items: [kept(0), kept(1)], after: block },
  { title: 'a row at the end goes, with the comments about it', text: block, items: [kept(0)], after: 'expect:\n  # both\n  - { a: 1 }   # one\ndropped: {}\n' },
  { title: 'a row at the beginning goes', text: block, items: [kept(1)], after: 'expect:\n  # both\n  - { a: 2 }   # two\ndropped: {}\n' },
  { title: 'a row comes between two', text: block, items: [kept(0), { text: '{ a: 3 }' }, kept(1)], after: 'expect:\n  # both\n  - { a: 1 }   # one\n  - { a: 3 }\n  # above two\n  - { a: 2 }   # two\ndropped: {}\n' },
  { title: 'a row comes at the end', text: block, items: [kept(0), kept(1), { text: '{ a: 3 }' }], after: block.replace('# two\n', '# two\n  - { a: 3 }\n') },
  { title: 'none are left', text: block, items: [], after: 'expect:\n  # both\n  []\ndropped: {}\n' },
  { title: 'one in brackets goes', text: 'expect: [{ a: 1 }, { a: 2 }, { a: 3 }]\n', items: [kept(0), kept(2)], after: 'expect: [{ a: 1 }, { a: 3 }]\n' },
  { title: 'the first in brackets goes, and one comes', text: 'expect: [{ a: 1 }, { a: 2 }]\n', items: [kept(1), { text: '{ a: 3 }' }], after: 'expect: [{ a: 2 }, { a: 3 }]\n' },
  { title: 'brackets over several lines', text: 'expect: [\n  { a: 1 },\n  { a: 2 } # two\n]\n', items: [kept(0), { text: '{ a: 3 }' }, kept(1)], after: 'expect: [\n  { a: 1 },\n  { a: 3 },\n  { a: 2 } # two\n]\n' },
]

for (const { title, text, items, after } of cases) {
  test(title, t => {
    const list = pick(readDocument(text, 'rules.yaml', () => {}), 'expect') as List
    const edited = withEdits(text, [listEdit(list, items, text, offsetsIn(text))])
    t.is(edited, after)
    const findings: unknown[] = []
    const again = pick(readDocument(edited, 'rules.yaml', finding => { findings.push(finding) }), 'expect') as List
    t.deepEqual(findings, [])
    t.is(again.items.length, items.length)
  })
}
