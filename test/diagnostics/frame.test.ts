import test from 'ava'
import fc from 'fast-check'
import { frame } from '../../engine/diagnostics/frame.ts'

const mark = (text: string, line: number, column: number, endColumn: number, endLine = line): string =>
  frame(text, { start: { line, column }, end: { line: endLine, column: endColumn } })

const rules = `steps:
  delivered: { keep: { when: 'event = "DELIVER"' } }
  who: { identfy: { fields: [sender] } }
`

const long = `${'a'.repeat(120)}WRONG${'b'.repeat(120)}`

const cases: readonly { title: string, actual: string, expect: string }[] = [
  { title: 'the line before, the line, the mark', actual: mark(rules, 3, 10, 17), expect: `
  2 |   delivered: { keep: { when: 'event = "DELIVER"' } }
> 3 |   who: { identfy: { fields: [sender] } }
    |          ^^^^^^^` },
  { title: 'the first line has none before it', actual: mark(rules, 1, 1, 6), expect: `
> 1 | steps:
    | ^^^^^` },
  { title: 'an empty range is one mark', actual: mark(rules, 1, 7, 7), expect: `
> 1 | steps:
    |       ^` },
  { title: 'several lines are marked on the first', actual: mark(rules, 2, 14, 5, 3), expect: `
  1 | steps:
> 2 |   delivered: { keep: { when: 'event = "DELIVER"' } }
    |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^` },
  { title: 'numbers are aligned', actual: mark('x\n'.repeat(9) + 'y: 1', 10, 4, 5), expect: `
   9 | x
> 10 | y: 1
     |    ^` },
  { title: 'tabs', actual: mark('\ta:\tb', 1, 5, 6), expect: `
> 1 |     a:  b
    |         ^` },
  { title: 'wide characters take two columns', actual: mark('名前: 値 x', 1, 5, 6), expect: `
> 1 | 名前: 値 x
    |       ^^` },
  { title: 'what joins a letter takes none', actual: mark('e\u0301e\u0301 x', 1, 6, 7), expect: `
> 1 | e\u0301e\u0301 x
    |    ^` },
  { title: 'emoji', actual: mark('😀 x', 1, 4, 5), expect: `
> 1 | 😀 x
    |    ^` },
  { title: 'no control reaches the terminal', actual: mark('a: \x1B[31m\u202Ex', 1, 4, 5), expect: `
> 1 | a: \uFFFD[31m\uFFFDx
    |    ^` },
  { title: 'a long line is cut around the spot', actual: mark(long, 1, 121, 126), expect: `
> 1 | …${'a'.repeat(49)}WRONG${'b'.repeat(44)}…
    | ${' '.repeat(50)}^^^^^` },
  { title: 'a long line with the spot in front', actual: mark(`WRONG${long}`, 1, 1, 6), expect: `
> 1 | WRONG${'a'.repeat(94)}…
    | ^^^^^` },
  { title: 'a long mark ends with the line', actual: mark(long, 1, 1, 200), expect: `
> 1 | ${'a'.repeat(99)}…
    | ${'^'.repeat(100)}` },
  { title: 'a line is cut so that the mark fits', actual: mark(`${'a'.repeat(69)}${'W'.repeat(40)}`, 1, 70, 110), expect: `
> 1 | …${'a'.repeat(49)}${'W'.repeat(40)}
    | ${' '.repeat(50)}${'^'.repeat(40)}` },
  { title: 'a byte-order mark is no column', actual: mark('\uFEFFa: b', 1, 4, 5), expect: `
> 1 | a: b
    |    ^` },
  { title: 'Windows line ends', actual: mark('a: 1\r\nb: 2\r\n', 2, 4, 5), expect: `
  1 | a: 1
> 2 | b: 2
    |    ^` },
]

for (const { title, actual, expect } of cases) test(title, t => { t.is(actual, expect.slice(1)) })

test('a place outside the text has no frame', t => { t.is(mark('a', 5, 1, 1), '') })

test('a frame is never wider than a terminal and always has a mark', t => {
  const text = fc.string({ maxLength: 400, unit: fc.constantFrom('a', '\t', '名', '\n', ' ', '\u0301') })
  fc.assert(fc.property(text, fc.nat(400), fc.nat(400), (source, offset, length) => {
    const before = source.slice(0, offset).split('\n')
    const column = before.at(-1)!.length + 1
    const picture = mark(source, before.length, column, column + length)
    for (const row of picture.split('\n')) t.true(row.replaceAll('\u0301', '').length <= 100 + '> 400 | '.length)
    t.regex(picture, /\^$/)
  }))
})
