// What a rule file may look like as text. Each row: the text, and every finding as line:column code.
import test from 'ava'
import fc from 'fast-check'
import type { Diagnostic } from '../../engine/diagnostics/diagnostic.ts'
import { readDocument } from '../../engine/load/document.ts'
import { toPlain } from '../../engine/load/plain.ts'

const read = (text: string): { readonly tree: unknown, readonly findings: readonly Diagnostic[] } => {
  const findings: Diagnostic[] = []
  const tree = readDocument(text, 'a.yaml', finding => { findings.push(finding) })
  return { tree: tree && toPlain(tree), findings }
}

const range = ({ place, code }: Diagnostic): string => {
  const { start, end } = place!.range
  return `${start.line}:${start.column}-${end.line === start.line ? '' : `${end.line}:`}${end.column} ${code}`
}

const values: readonly { title: string, text: string, expect: unknown }[] = [
  { title: 'off, no, on and yes are text', text: '[off, no, on, yes, y]', expect: ['off', 'no', 'on', 'yes', 'y'] },
  { title: 'true and null are not', text: '[true, False, null, ~, ]', expect: [true, false, null, null] },
  { title: 'the kinds of Exchange recipients are whole numbers', text: '[16, 2147483648, 8589934592, -1, 1.5]', expect: [16, 2147483648, 8589934592, -1, 1.5] },
  { title: 'times and dates are text', text: '{ t: 2023-06-01T08:45:12.876Z, d: 2023-06-01, h: 12:30:00 }', expect: { t: '2023-06-01T08:45:12.876Z', d: '2023-06-01', h: '12:30:00' } },
  { title: 'keys are text', text: '{ 1: a, true: b, null: c }', expect: { 1: 'a', true: 'b', null: 'c' } },
  { title: 'a message id needs no quotes', text: '{ message: <1@x>, to: "<>" }', expect: { message: '<1@x>', to: '<>' } },
  { title: 'a value may be left out', text: 'a:\nb: { c }', expect: { a: null, b: { c: null } } },
  { title: 'an empty file is null', text: '# nothing\n', expect: null },
  { title: 'one document may have its marks', text: '---\na: 1\n...\n', expect: { a: 1 } },
  { title: 'a byte-order mark and Windows line ends', text: '\uFEFFa: 1\r\nb: |\r\n  x\r\n', expect: { a: 1, b: 'x\n' } },
  { title: 'a merge key is a key like any other', text: '<<: { a: 1 }', expect: { '<<': { a: 1 } } },
  { title: 'names of what every object has', text: '{ toString: 1, hasOwnProperty: 2 }', expect: { toString: 1, hasOwnProperty: 2 } },
]

for (const { title, text, expect } of values) {
  test(`values: ${title}`, t => { t.deepEqual(read(text), { tree: expect, findings: [] }) })
}

// No tree is given for `yaml-syntax`; the other findings leave one to go on with.
const flaws: readonly { title: string, text: string, expect: readonly string[] }[] = [
  { title: 'an anchor and its alias', text: 'a: &x 1\nb: *x', expect: ['1:4-6 yaml-syntax', '2:4-6 yaml-syntax'] },
  { title: 'a pattern that looks like an alias', text: 'files: *.csv', expect: ['1:8-13 yaml-syntax'] },
  { title: 'a merge key with an alias', text: 'a: { <<: *x }', expect: ['1:10-12 yaml-syntax'] },
  { title: 'tags, known and unknown', text: 'a: !!str 1\nb: !key x\nc: ! y', expect: ['1:4-9 yaml-syntax', '2:4-8 yaml-syntax', '3:4-5 yaml-syntax'] },
  { title: 'a directive', text: '%YAML 1.1\n---\na: no', expect: ['1:1-10 yaml-syntax'] },
  { title: 'a second document', text: 'a: 1\n---\nb: 2', expect: ['2:1-4 yaml-syntax'] },
  { title: 'the same key three times', text: 'a: 1\nb: 2\na: 3\na: 4', expect: ['3:1-2 duplicate-key'] },
  { title: 'of the keys of two maps that a lost line joined, the first', text: 'a: 1\nb: { x: 1 }\na: 1\nb: { x: 2 }', expect: ['3:1-2 duplicate-key'] },
  { title: 'the same key in other quotes', text: '{ a: 1, "a": 2 }', expect: ['1:9-12 duplicate-key'] },
  { title: '1 and "1" are one key', text: '{ 1: a, "1": b }', expect: ['1:9-12 duplicate-key'] },
  { title: 'keys that mean something to JavaScript', text: '__proto__: 1\na: { constructor: 2 }\nb: [prototype: 3]', expect: ['1:1-10 bad-name', '2:6-17 bad-name', '3:5-14 bad-name'] },
  { title: 'an empty key', text: '"": 1', expect: ['1:1-3 bad-name'] },
  { title: 'a map as a key', text: 'a: {{ x }}', expect: ['1:5-6 yaml-syntax'] },
  { title: 'a character without a shape', text: 'a: 1\nb: x\u200By', expect: ['2:5-6 yaml-syntax'] },
  { title: 'NUL, escape, change of direction, a lone carriage return', text: 'a: \0\nb: \x1B[31m\nc: \u202Ex\nd: 1\re: 2', expect: ['1:4-5 yaml-syntax', '2:4-5 yaml-syntax', '3:4-5 yaml-syntax', '4:5-6 yaml-syntax'] },
  { title: 'a file in another encoding, read as UTF-8', text: 'about: Zespo\uFFFD', expect: ['1:13-14 yaml-syntax'] },
  { title: 'half a character', text: 'a: \uD800', expect: ['1:4-5 yaml-syntax'] },
  { title: 'an escape that makes such a character', text: String.raw`a: "x\u202ey"`, expect: ['1:6-12 yaml-syntax'] },
  { title: 'the same in a key', text: String.raw`"a\0": 1`, expect: ['1:1-6 bad-name'] },
  { title: 'numbers that are texts', text: 'a: 00123\nb: 1.10\nc: 12345678901234567890\nd: 0x10\ne: .inf', expect: ['1:4-9 wrong-value', '2:4-8 wrong-value', '3:4-24 wrong-value', '4:4-8 wrong-value', '5:4-8 wrong-value'] },
  { title: 'a quote never closed is shown where it opens', text: "a: 1\nb: 'x\nc: 2\n", expect: ['2:4-5 yaml-syntax'] },
  { title: 'a quote closed by an escaped quote only', text: String.raw`a: "x\"`, expect: ['1:4-5 yaml-syntax'] },
  { title: 'a quote closed by half of a doubled one', text: "a: 'x''", expect: ['1:4-5 yaml-syntax'] },
  { title: 'a bracket never closed is shown where it opens', text: 'a: { b: [1, 2 }\nc: 3', expect: ['1:9-10 yaml-syntax'] },
  { title: 'a comma left out', text: 'a: { b: [1] c: 2 }', expect: ['1:13-14 yaml-syntax'] },
  { title: 'text with a colon and a blank', text: 'when: a: b', expect: ['1:7-11 yaml-syntax'] },
  { title: 'text that begins with a reserved character', text: 'a: @x\nb: `y`', expect: ['1:4-6 yaml-syntax', '2:4-7 yaml-syntax'] },
  { title: 'a pattern in double quotes', text: String.raw`a: "\d+"`, expect: ['1:5-6 yaml-syntax'] },
  { title: 'a tab as indentation', text: 'a:\n\tb: 1', expect: ['2:1-2 yaml-syntax'] },
  { title: 'one mistake a line, and all lines', text: 'a: b: c: d\ne: 1\nf: [x] y', expect: ['1:4-11 yaml-syntax', '3:8-9 yaml-syntax'] },
  { title: 'twenty-one levels', text: `a: ${'['.repeat(20)}${']'.repeat(20)}`, expect: ['1:23-24 yaml-syntax'] },
]

for (const { title, text, expect } of flaws) {
  test(`flaws: ${title}`, t => {
    const { tree, findings } = read(text)
    t.deepEqual(findings.map(range), expect)
    t.is(tree === undefined, findings.some(({ code }) => code === 'yaml-syntax'))
    for (const { hint } of findings) t.truthy(hint, 'a finding says what to do')
  })
}

test('twenty levels are enough for anyone', t => {
  t.deepEqual(read(`a: ${'['.repeat(19)}${']'.repeat(19)}`).findings, [])
})

test('of a key that stands several times the first counts, and the second tells where it is', t => {
  const { tree, findings } = read('a: 1\na: 2\na: 3')
  t.deepEqual(tree, { a: 1 })
  t.deepEqual(findings.map(({ trail }) => trail?.[0]?.place?.range.start.line), [1])
})

test('nothing is said of two maps under one key, which a lost line may have joined', t => {
  t.is(read('a: { x: 1 }\na: { y: 2 }').tree, undefined)
})

test('64 KiB is read, one byte more is not, in bytes', t => {
  const filler = (bytes: number): string => `a: ${'ł'.repeat((bytes - 4) / 2)}\n`
  t.deepEqual(read(filler(64 * 1024)).findings, [])
  t.deepEqual(read(`${filler(64 * 1024)} `).findings.map(range), ['1:1-1 yaml-syntax'])
})

test('values end with their last character, not with the lines and comments after it', t => {
  const tree = readDocument('a:\n  b: 1\n\n  # why\n\nc: [1,\n  2]\nd: |\n  x\n\n\n', 'a.yaml', ({ message }) => { t.fail(message) })
  const places = tree?.kind === 'map' ? tree.entries.map(({ value }) => value.at.range) : []
  t.deepEqual(places, [
    { start: { line: 2, column: 3 }, end: { line: 2, column: 7 } },
    { start: { line: 6, column: 4 }, end: { line: 7, column: 5 } },
    { start: { line: 8, column: 4 }, end: { line: 9, column: 4 } },
  ])
})

const hostile: Readonly<Record<string, string>> = {
  'open lists': '['.repeat(65_000), 'open maps': '{a: '.repeat(16_000), dashes: '- '.repeat(32_000), 'question marks': '? '.repeat(32_000),
  keys: Array.from({ length: 13_000 }, (_, index) => `${index.toString(36)}:`).join('\n').slice(0, 65_000),
  'the same key': 'a:\n'.repeat(21_000), quotes: "'".repeat(65_001), backslashes: `"${'\\'.repeat(64_000)}x"`,
  blanks: `a: 'x${' '.repeat(64_000)}y'`, 'line ends': `a: "${'\n'.repeat(64_000)}"`, anchors: '&a '.repeat(21_000), commas: `[${','.repeat(60_000)}]`,
  'deeper each line': Array.from({ length: 350 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
}

for (const [title, text] of Object.entries(hostile)) {
  test(`a hostile file is judged at once: ${title}`, t => {
    const begun = performance.now()
    read(text)
    t.true(performance.now() - begun < 5000)
  })
}

test('whatever the text, it is read or refused with a place inside it', t => {
  const piece = fc.constantFrom('a', 'b:', ': ', '- ', '\n', '  ', '{', '}', '[', ']', ',', '"', "'", '|', '>', '#', '&x', '*x', '!t', '%', '\t', '\\', '1', '? ', '---', '\r\n', '\u200B', 'ł')
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
    const text = pieces.join('')
    const lines = text.split('\n')
    const { tree, findings } = read(text)
    t.true(tree !== undefined || findings.length > 0)
    for (const { place } of findings) {
      const { line, column } = place!.range.start
      t.true(line <= lines.length && column <= lines[line - 1]!.length + 1)
    }
  }), { numRuns: 5000 })
})
