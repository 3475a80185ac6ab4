// Values that need quotes: YAML gives up in the middle of them, and the author is shown what to write.
import test from 'ava'
import { readDocument } from '../../engine/load/document.ts'
import type { Diagnostic } from '../../engine/diagnostics/diagnostic.ts'
import { offsetsOf } from '../../engine/diagnostics/offsets.ts'

const findingsIn = (text: string): readonly Diagnostic[] => {
  const findings: Diagnostic[] = []
  readDocument(text, 'a.yaml', finding => { findings.push(finding) })
  return findings
}

const unquoted: readonly { readonly value: string, readonly says: string, readonly write?: string }[] = [
  { value: '@ = "x"', says: 'begins with @' },
  { value: '%x = 1', says: 'begins with %' },
  { value: '`total-bytes` > 5', says: 'begins with `' },
  { value: '* = "x"', says: 'begins with *' },
  { value: '!x and y', says: 'begins with !' },
  { value: '"SEND" = event', says: 'in single quotes as a whole' },
  { value: '"SEND" in [event]', says: 'in single quotes as a whole' },
  { value: 'size > 5 ? true : false', says: 'a colon and a blank' },
  { value: 'a: b', says: 'a colon and a blank' },
  { value: "x = 'it' ? 1 : 2", says: 'a colon and a blank', write: "'x = ''it'' ? 1 : 2'" },
  { value: "'event = 'SEND''", says: 'other texts stand in double quotes', write: `'event = "SEND"'` },
]

for (const { value, says, write = `'${value}'` } of unquoted) {
  for (const [style, before, after] of [['block', 'a:\n  when: ', '\n  because: x\n'], ['flow', 'a: { when: ', ', because: x }\n']] as const) {
    test(`${style}: ${value}`, t => {
      const [finding, ...others] = findingsIn(before + value + after)
      t.deepEqual(others, [])
      t.true(finding!.message.includes(says), finding!.message)
      t.is(finding!.fix?.replace, write)
      t.is(finding!.hint, `write when: ${write}`)
      const { from, to } = offsetsOf(before + value + after, finding!.place!.range)
      t.is((before + value + after).slice(from, to), value)
      t.deepEqual(findingsIn(before + write + after), [])
    })
  }
}

const otherwise: readonly { readonly title: string, readonly text: string, readonly says: string }[] = [
  { title: 'an anchor is no text', text: 'a: &x { b: 1 }', says: 'an anchor' },
  { title: 'an alias is no text', text: 'a: *x', says: 'an alias' },
  { title: 'a tag is no text', text: 'a: !!str 1', says: 'a tag' },
  { title: 'a comma left out', text: 'a: { privacy: open type: word }', says: 'a comma is missing before this key' },
  { title: 'a comma left out behind a list', text: 'a: { from: [x] privacy: open }', says: 'a comma is missing before this key' },
  { title: 'a bracket left out', text: 'a:\n  b:  from: [x], privacy: open }\n', says: 'a key cannot stand here' },
  { title: 'a comment within a text', text: 'a: { when: b = "x #y", because: z }', says: 'a comment begins here' },
  { title: 'a bracket that is never closed', text: 'a: { when: b\n', says: 'this bracket is never closed' },
  { title: 'a line without end', text: `a: ${'x'.repeat(600)}: y`, says: 'a key cannot stand here' },
]

for (const { title, text, says } of otherwise) {
  test(title, t => {
    const [finding, ...others] = findingsIn(text)
    t.deepEqual(others, [])
    t.true(finding!.message.includes(says), finding!.message)
    t.is(finding!.fix, undefined)
  })
}

test('what YAML says of lines behind a mistake is a consequence', t => {
  t.deepEqual(findingsIn('a:\n   b: 1\n  c: 2\nd:\n  e: 1\n f: 2\n').map(({ place }) => place!.range.start), [{ line: 3, column: 3 }])
})
