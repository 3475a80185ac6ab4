// A mistake in an expression is shown where it stands in the file, however the expression is written.
import test from 'ava'
import fc from 'fast-check'
import type { Position } from '../../engine/diagnostics/diagnostic.ts'
import { readDocument } from '../../engine/load/document.ts'
import type { Scalar, Tree } from '../../engine/load/tree.ts'

const read = (text: string): Tree => {
  const tree = readDocument(text, 'a.yaml', ({ message, place }) => {
    throw new Error(`${message} at ${place?.range.start.line}:${place?.range.start.column} of ${JSON.stringify(text)}`)
  })
  if (!tree) throw new Error('no tree')
  return tree
}

const scalarAt = (tree: Tree): Scalar => {
  if (tree.kind === 'scalar') return tree
  const last = tree.kind === 'list' ? tree.items.at(-1) : tree.entries.at(-1)?.value
  if (!last) throw new Error('nothing in it')
  return scalarAt(last)
}

const offsetOf = (text: string, { line, column }: Position): number =>
  text.split('\n').slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0) + column - 1

const slice = (text: string, scalar: Scalar, offset: number, length: number): string => {
  const { start, end } = scalar.locate(offset, length).range
  return text.slice(offsetOf(text, start), offsetOf(text, end))
}

const table: readonly { title: string, text: string, word: string, expect: string, at: string }[] = [
  { title: 'plain', text: 'when: a = bcd', word: 'bcd', expect: 'bcd', at: '1:11' },
  { title: 'plain over two lines', text: 'when: a\n  = bcd', word: 'bcd', expect: 'bcd', at: '2:5' },
  { title: 'plain with lines between', text: 'when: a\n\n\n  = bcd', word: 'bcd', expect: 'bcd', at: '4:5' },
  { title: 'single quotes', text: "when: 'a = bcd'", word: 'bcd', expect: 'bcd', at: '1:12' },
  { title: 'single quotes with a quote in them', text: "when: 'it''s bcd'", word: 'bcd', expect: 'bcd', at: '1:14' },
  { title: 'a doubled quote is one character', text: "when: 'it''s bcd'", word: "'", expect: "''", at: '1:10' },
  { title: 'double quotes', text: 'when: "a = bcd"', word: 'bcd', expect: 'bcd', at: '1:12' },
  { title: 'double quotes with escapes', text: String.raw`when: "\"a\" = \u0062cd"`, word: 'bcd', expect: String.raw`\u0062cd`, at: '1:16' },
  { title: 'an escape for two units', text: String.raw`when: "\U0001F600 bcd"`, word: 'bcd', expect: 'bcd', at: '1:19' },
  { title: 'double quotes over lines', text: 'when: "a  \n\n   = bcd"', word: 'bcd', expect: 'bcd', at: '3:6' },
  { title: 'double quotes with an escaped line end', text: 'when: "a \\\n   = bcd"', word: 'bcd', expect: 'bcd', at: '2:6' },
  { title: 'literal', text: 'when: |\n  a =\n    bcd\n', word: 'bcd', expect: 'bcd', at: '3:5' },
  { title: 'literal with a comment and given indentation', text: 'when: |2- # why\n    a =\n  bcd\n', word: 'bcd', expect: 'bcd', at: '3:3' },
  { title: 'folded', text: 'when: >-\n  a =\n  bcd\n', word: 'bcd', expect: 'bcd', at: '3:3' },
  { title: 'folded with empty and deeper lines', text: 'when: >\n\n  a =\n\n   b\n  bcd\n', word: 'bcd', expect: 'bcd', at: '6:3' },
  { title: 'folded with Windows line ends', text: 'when: >\r\n  a =\r\n  bcd\r\n', word: 'bcd', expect: 'bcd', at: '3:3' },
  { title: 'in a list of maps', text: '- x: 1\n- { y: 2, z: "bcd" }', word: 'bcd', expect: 'bcd', at: '2:15' },
]

for (const { title, text, word, expect, at } of table) {
  test(`a word is found: ${title}`, t => {
    const scalar = scalarAt(read(text))
    const offset = String(scalar.value).indexOf(word)
    t.is(slice(text, scalar, offset, word.length), expect)
    const { line, column } = scalar.locate(offset, word.length).range.start
    t.is(`${line}:${column}`, at)
  })
}

test('the whole scalar stands in where there is no text: a number, null, nothing', t => {
  for (const text of ['a: 12', 'a: true', 'a:']) {
    const scalar = scalarAt(read(text))
    t.deepEqual(scalar.locate(0, 1), scalar.at)
  }
})

test('behind the last character is the end of the text', t => {
  const scalar = scalarAt(read("a: 'bcd'"))
  t.deepEqual(scalar.locate(3, 0).range, { start: { line: 1, column: 8 }, end: { line: 1, column: 8 } })
  t.deepEqual(scalar.locate(9, 1).range.start, { line: 1, column: 8 })
})

// Every style, over texts made of what matters to it.
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ł', '😀', '"', "'", '\\', ' ', ':', '#', '-', ']') })
const line = fc.tuple(fc.constantFrom('', '', ' ', '   ', '\t'), fc.constantFrom('x', 'y'), word).map(parts => parts.join(''))
const lines = fc.array(fc.oneof({ weight: 4, arbitrary: line }, fc.constantFrom('', ' ', '     ')), { minLength: 1, maxLength: 6 })
const lineEnd = fc.constantFrom('\n', '\r\n')

const styles: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'single quotes': fc.tuple(lines, lineEnd).map(([rows, end]) => `a:\n - '${rows.map(row => row.replaceAll("'", "''")).join(`${end}    `)}'\n`),
  'double quotes': fc.tuple(lines, lineEnd).map(([rows, end]) =>
    `a: "${rows.map(row => row.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('b', '\\x62')).join(`${end}    `)}"\n`),
  'double quotes with escaped line ends': lines.map(rows => `a: "${rows.map(row => row.replace(/[\\"]/g, '_')).join('\\\n    ')}"\n`),
  literal: fc.tuple(lines, lineEnd, fc.constantFrom('', '+', '-'), fc.boolean()).map(([rows, end, chomp, given]) =>
    `a:\n  b: |${given ? '2' : ''}${chomp}${end}    ${['first', ...rows].join(`${end}    `)}${end}`),
  folded: fc.tuple(lines, lineEnd, fc.constantFrom('', '+', '-'), fc.boolean()).map(([rows, end, chomp, given]) =>
    `a:\n  b: >${given ? '2' : ''}${chomp}${end}    ${['first', ...rows].join(`${end}    `)}${end}`),
  plain: fc.array(fc.stringMatching(/^[a-z]{1,5}( [a-z'"]{1,5}){0,2}$/), { minLength: 1, maxLength: 5 })
    .chain(rows => lineEnd.map(end => `a: ${rows.join(`${end}${end === '\n' ? '  \n' : ''}   `)}\n`)),
}

for (const [style, texts] of Object.entries(styles)) {
  test(`each character is found where it stands: ${style}`, t => {
    fc.assert(fc.property(texts, text => {
      const scalar = scalarAt(read(text))
      const value = String(scalar.value)
      let before = -1
      for (let offset = 0; offset < value.length; offset++) {
        const start = offsetOf(text, scalar.locate(offset, 1).range.start)
        const written = slice(text, scalar, offset, 1)
        const unit = value[offset]!
        const fits = written === unit || written === '\n' && unit === ' '
          || written === `${unit}${unit}` && unit === "'" || written === `\\${unit}` || written === '\\x62' && unit === 'b'
        t.true(fits, `${JSON.stringify(unit)} of ${JSON.stringify(text)} is shown at ${JSON.stringify(written)}`)
        t.true(start > before, 'places follow each other')
        before = start
      }
    }), { numRuns: 500 })
  })
}
