// Findings for machines: one record for all, and annotations of a pull request.
import test from 'ava'
import type { Diagnostic } from '../../engine/diagnostics/diagnostic.ts'
import { toGithub } from '../../engine/diagnostics/github.ts'
import { toJson } from '../../engine/diagnostics/json.ts'
import { offsetsOf } from '../../engine/diagnostics/offsets.ts'
import { inOrder } from '../../engine/diagnostics/order.ts'
import { readDocument } from '../../engine/load/document.ts'
import { pathAt } from '../../engine/load/path.ts'

const place = (line: number, column: number, file = 'rules/a.yaml') => ({ file, range: { start: { line, column }, end: { line, column: column + 4 } } })
const finding: Diagnostic = {
  code: 'unknown-key', severity: 'error', place: place(6, 35), message: 'step "explode" has no "splt"', path: ['steps'],
  hint: 'did you mean "split"?', fix: { replace: 'split' }, trail: [{ place: place(2, 1), text: 'the first one' }, { text: 'and more' }],
}

test('a record has all that a finding has, flat and in one order', t => {
  const [record] = JSON.parse(toJson([finding], () => ['steps', 'one', 'explode', 'splt'])) as object[]
  t.deepEqual(Object.keys(record!), ['code', 'severity', 'file', 'range', 'path', 'message', 'hint', 'trail', 'fix'])
  t.deepEqual(record, {
    code: 'unknown-key', severity: 'error', ...place(6, 35), path: ['steps', 'one', 'explode', 'splt'], message: 'step "explode" has no "splt"',
    hint: 'did you mean "split"?', trail: [{ ...place(2, 1), text: 'the first one' }, { text: 'and more' }], fix: { replace: 'split' },
  })
})

test('what a finding does not have is left out; no findings are an empty list', t => {
  t.deepEqual(JSON.parse(toJson([{ code: 'usage', severity: 'warning', message: 'm' }], () => undefined)), [{ code: 'usage', severity: 'warning', message: 'm' }])
  t.is(toJson([], () => undefined), '[]\n')
})

const annotations: readonly { readonly title: string, readonly diagnostic: Diagnostic, readonly expect: string }[] = [
  { title: 'place, code and hint', diagnostic: finding, expect: '::error file=rules/a.yaml,line=6,col=35,endLine=6,endColumn=39,title=unknown-key::step "explode" has no "splt"%0Ahint: did you mean "split"?' },
  { title: 'a warning without a place', diagnostic: { code: 'usage', severity: 'warning', message: 'm' }, expect: '::warning title=usage::m' },
  { title: 'signs of the command in a message', diagnostic: { code: 'usage', severity: 'error', message: '50 %\r\n::error::x' }, expect: '::error title=usage::50 %25%0D%0A::error::x' },
  { title: 'signs of the command in a file name', diagnostic: { code: 'usage', severity: 'error', message: 'm', place: place(1, 1, 'a,b:c%.yaml') }, expect: '::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,endLine=1,endColumn=5,title=usage::m' },
]

for (const { title, diagnostic, expect } of annotations) {
  test(`an annotation: ${title}`, t => { t.is(toGithub([diagnostic]), `${expect}\n`) })
}

test('findings come by file, line and column, those without a place first, and once', t => {
  const at = (line: number, column: number, file?: string): Diagnostic => ({ code: 'usage', severity: 'error', message: 'm', place: place(line, column, file) })
  const none: Diagnostic = { code: 'usage', severity: 'error', message: 'm' }
  t.deepEqual(inOrder([at(2, 1, 'b'), at(10, 1, 'a'), at(2, 5, 'a'), none, at(2, 1, 'a'), at(2, 5, 'a')]), [none, at(2, 1, 'a'), at(2, 5, 'a'), at(10, 1, 'a'), at(2, 1, 'b')])
})

test('a range is a piece of the text: with Windows line ends, a byte order mark, and beyond the end', t => {
  const range = (line: number, from: number, to: number) => ({ start: { line, column: from }, end: { line, column: to } })
  for (const text of ['ab\ncd', 'ab\r\ncd', '\uFEFFab\ncd']) {
    for (const [at, expect] of [[range(1, 1, 3), 'ab'], [range(2, 2, 3), 'd'], [range(2, 2, 9), 'd'], [range(9, 1, 2), '']] as const) {
      const { from, to } = offsetsOf(text, at)
      t.is(text.slice(from, to), expect, JSON.stringify([text, at]))
    }
  }
})

test('the keys that lead to a place', t => {
  const tree = readDocument('a:\n  b: [x, { c: yes it is }]\n  d: 1\ne: 2\n', 'a.yaml', () => {})!
  for (const [line, column, path] of [
    [1, 1, ['a']], [2, 3, ['a', 'b']], [2, 7, ['a', 'b', '0']], [2, 12, ['a', 'b', '1', 'c']], [2, 18, ['a', 'b', '1', 'c']], [3, 6, ['a', 'd']], [4, 1, ['e']], [9, 1, []],
  ] as const) t.deepEqual(pathAt(tree, { line, column }), path, `${line}:${column}`)
})
