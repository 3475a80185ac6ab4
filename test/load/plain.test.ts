import test from 'ava'
import { readDocument } from '../../engine/load/document.ts'
import { nodeAt, toPlain } from '../../engine/load/plain.ts'
import type { Tree } from '../../engine/load/tree.ts'

const text = `steps:
  who: { identify: { fields: [sender, recipient] } }
  once:
    unique:
      by: [message]
`

const tree = readDocument(text, 'a.yaml', () => { throw new Error('a finding') })!

const cases: readonly { path: readonly (string | number)[], node: boolean, at: string, keyAt: string | undefined }[] = [
  { path: [], node: true, at: '1:1', keyAt: undefined },
  { path: ['steps'], node: true, at: '2:3', keyAt: '1:1' },
  { path: ['steps', 'who', 'identify'], node: true, at: '2:20', keyAt: '2:10' },
  { path: ['steps', 'who', 'identify', 'fields', 1], node: true, at: '2:39', keyAt: undefined },
  { path: ['steps', 'who', 'identify', 'fields', '1'], node: true, at: '2:39', keyAt: undefined },
  { path: ['steps', 'who', 'identify', 'in'], node: false, at: '2:20', keyAt: '2:10' },
  { path: ['steps', 'once', 'unique', 'by', 3], node: false, at: '5:11', keyAt: '5:7' },
  { path: ['steps', 'once', 'unique', 'by', 0, 'deeper'], node: false, at: '5:12', keyAt: undefined },
  { path: ['outputs', 'emails'], node: false, at: '1:1', keyAt: undefined },
]

for (const { path, node, at, keyAt } of cases) {
  test(`the place of /${path.join('/')}${typeof path.at(-1) === 'string' ? '' : ' by index'}`, t => {
    const found = nodeAt(tree, path)
    const show = (place: typeof found.at | undefined): string | undefined =>
      place && `${place.range.start.line}:${place.range.start.column}`
    t.deepEqual({ node: found.node !== undefined, at: show(found.at), keyAt: show(found.keyAt) }, { node, at, keyAt })
  })
}

test('plain values', t => {
  t.deepEqual(toPlain(tree), {
    steps: { who: { identify: { fields: ['sender', 'recipient'] } }, once: { unique: { by: ['message'] } } },
  })
})

test('a dangerous key is a property and nothing else', t => {
  const { at } = tree
  const value: Tree = { kind: 'map', at, entries: [{ key: 'polluted', keyAt: at, value: { kind: 'scalar', value: true, at, locate: () => at } }] }
  const plain = toPlain({ kind: 'map', at, entries: [{ key: '__proto__', keyAt: at, value }] }) as object
  t.is(Object.getPrototypeOf(plain), Object.prototype)
  t.deepEqual(Object.keys(plain), ['__proto__'])
  t.false('polluted' in plain)
})
