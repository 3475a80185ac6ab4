// What counts as a difference between two rule files, and how it is said.
import test from 'ava'
import { changesBetween } from '../../engine/compare/trees.ts'
import { readDocument } from '../../engine/load/document.ts'
import { wordsFor } from '../../engine/report/diff-words.ts'

const tree = (text: string, file: string) => readDocument(text, file, finding => { throw new Error(finding.message) })!

const steps = (...names: readonly string[]): string => `steps: { ${names.map(name => `${name}: { keep: { when: ${name} } }`).join(', ')} }`

const cases: readonly { title: string, before: string, after: string, expect: readonly string[] }[] = [
  { title: 'nothing', before: 'from: a', after: 'from: "a"', expect: [] },
  { title: 'sentences, samples and tests', before: 'about: a\nparams: { x: { about: b, sample: c } }\ntests: { d: {} }', after: 'params: { x: {} }', expect: [] },
  { title: 'one value', before: 'from: a', after: 'from: b', expect: ['~ from: a → b'] },
  { title: 'a number and a text', before: 'params: { x: { default: 1 } }', after: 'params: { x: { default: "1" } }', expect: ["~ x.default: 1 → '1'"] },
  { title: 'one that was not there', before: 'params: {}', after: 'params: { x: { type: text } }', expect: ['+ x: { type: text }'] },
  { title: 'one that is gone', before: 'params: { x: { type: text } }', after: 'params: {}', expect: ['- x: { type: text }'] },
  { title: 'some members of a list', before: 'params: { x: { default: [a, b, c] } }', after: 'params: { x: { default: [a, c, d] } }', expect: ['~ x.default: + d  - b'] },
  { title: 'all members of a list', before: 'inputs: { x: { from: [a, b] } }', after: 'inputs: { x: { from: [c] } }', expect: ['~ x.from: [a, b] → [c]'] },
  { title: 'the order of a list', before: 'inputs: { x: { from: [a, b] } }', after: 'inputs: { x: { from: [b, a] } }', expect: ['> x.from: in another order'] },
  { title: 'a list of one, and its one member', before: 'inputs: { x: { from: a } }', after: 'inputs: { x: { from: [a] } }', expect: [] },
  { title: 'a column, short and in detail', before: 'outputs: { o: { columns: { a: b } } }', after: 'outputs: { o: { columns: { a: { field: b, header: c } } } }', expect: ['+ o.columns.a.header: c'] },
  { title: 'rules for kinds of account', before: 'lookups: { p: { kinds: [{ room: { type: 16 } }, { shared: { type: 4 } }] } }', after: 'lookups: { p: { kinds: [{ service: { login: svc-* } }, { room: { type: 16 } }] } }', expect: ['- p.kinds: { shared: { type: 4 } }', '+ p.kinds: { service: { login: svc-* } }'] },
  { title: 'the order of rules for kinds', before: 'lookups: { p: { kinds: [{ room: {} }, { shared: {} }] } }', after: 'lookups: { p: { kinds: [{ shared: {} }, { room: {} }] } }', expect: ['> p.kinds: in another order'] },
  { title: 'the order of parameters', before: 'params: { a: {}, b: {} }', after: 'params: { b: {}, a: {} }', expect: [] },
  { title: 'a step in between', before: steps('a', 'b'), after: steps('a', 'x', 'b'), expect: ['+ x: { keep: { when: x } }, after a'] },
  { title: 'a step at the beginning', before: steps('a'), after: steps('x', 'a'), expect: ['+ x: { keep: { when: x } }'] },
  { title: 'one step that goes up', before: steps('a', 'b', 'c', 'd'), after: steps('d', 'a', 'b', 'c'), expect: ['> d: stands first now'] },
  { title: 'one step that goes down', before: steps('a', 'b', 'c', 'd'), after: steps('b', 'c', 'a', 'd'), expect: ['> a: stands after c now'] },
  { title: 'columns in another order', before: 'outputs: { o: { columns: { a: a, b: b } } }', after: 'outputs: { o: { columns: { b: b, a: a } } }', expect: ['> o.columns.b: stands first now'] },
  { title: 'a column called steps is no list of steps', before: 'outputs: { o: { columns: { steps: { field: a, header: b } } } }', after: 'outputs: { o: { columns: { steps: { header: b, field: a } } } }', expect: [] },
  { title: 'a field called steps is none either', before: 'inputs: { i: { fields: { steps: { from: a, type: b } } } }', after: 'inputs: { i: { fields: { steps: { type: b, from: a } } } }', expect: [] },
  { title: 'steps of a source', before: 'outputs: { o: { from: { i: { steps: { a: {}, b: {} } } } } }', after: 'outputs: { o: { from: { i: { steps: { b: {}, a: {} } } } } }', expect: ['> o.from.i.steps.b: stands first now'] },
  { title: 'steps of an output', before: 'outputs: { o: { steps: { a: {}, b: {} } } }', after: 'outputs: { o: { steps: { b: {}, a: {} } } }', expect: ['> o.steps.b: stands first now'] },
]

for (const { title, before, after, expect } of cases) {
  test(`differs: ${title}`, t => {
    const changes = changesBetween(tree(before, 'a.yaml'), tree(after, 'b.yaml'), new Set(['about', 'sample', 'tests']))
    t.deepEqual(changes.flatMap(wordsFor).map(({ sign, name, text }) => `${sign} ${name}: ${text}`), expect)
  })
}

test('each difference has its places in both', t => {
  const changes = changesBetween(tree('from: a\nname: x\n', 'a.yaml'), tree('\nfrom: b\nsteps: {}\n', 'b.yaml'), new Set())
  t.deepEqual(changes.map(({ path, places }) => [path.join('.'), ...places.map(({ file, range }) => `${file}:${range.start.line}`)]), [
    ['name', 'a.yaml:2'], ['from', 'a.yaml:1', 'b.yaml:2'], ['steps', 'b.yaml:3'],
  ])
})
