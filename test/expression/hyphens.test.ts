// Names with a hyphen without backticks: one finding for each name, and nothing that follows from it.
import test from 'ava'
import { judge, parse } from '../../engine/expression/index.ts'
import type { Scope } from '../../engine/expression/scope.ts'
import type { Field } from '../../engine/spec/field.ts'

const field = (type: Field['type'] = 'text', more: Partial<Field> = {}): Field => ({ type, list: false, mark: 'open', trail: [], ...more })

const scope: Scope = {
  fields: new Map([
    ['size', field('integer')], ['before', field('integer')], ['size-before', field('integer')], ['sender', field()],
    ['sender-department', field()], ['recipient-list', field('text', { list: true })], ['extension-1', field()], ['a-b-c', field()],
  ]),
  params: new Map([['as-of', { type: 'date' }], ['most', { type: 'integer' }]]),
}

const cases: readonly { readonly source: string, readonly expect: readonly string[] }[] = [
  { source: 'sender-department = "x"', expect: ['sender-department → `sender-department`'] },
  { source: '$count(sender-department) > 0', expect: ['sender-department → `sender-department`'] },
  { source: '"x" in [sender-department, a-b-c]', expect: ['sender-department → `sender-department`', 'a-b-c → `a-b-c`'] },
  { source: '"a" & sender-department & "b"', expect: ['sender-department → `sender-department`'] },
  { source: '$filter(recipient-list, function($x){ $x = sender-department })', expect: ['recipient-list → `recipient-list`', 'sender-department → `sender-department`'] },
  { source: 'extension-1 = "x"', expect: ['extension-1 → `extension-1`'] },
  { source: 'sender < $params.as-of', expect: ['$params.as-of → $params.`as-of`'] },
  { source: 'sender - department = "x"', expect: ['sender - department → `sender-department`'] },
  { source: 'size-before > 1', expect: ['size-before → `size-before`'] },
  { source: 'sender-departmnt = "x"', expect: ['sender-departmnt → `sender-department`'] },
  { source: 'sender-team = "x"', expect: ['sender-team'] },
  { source: 'sender = $params.colour-of', expect: ['$params.colour-of'] },
  { source: 'size - before > 1 and size -before > 1', expect: [] },
  { source: 'size - $params.most > size * 2-1', expect: [] },
  { source: 'size - size-before > 1', expect: ['size-before → `size-before`'] },
  { source: 'size-before * 2 > 1', expect: ['size-before → `size-before`'] },
]

for (const { source, expect } of cases) {
  test(source, t => {
    const { problems } = judge(parse(source).expression!, scope)
    t.deepEqual(problems.map(({ offset, length, fix }) => `${source.slice(offset, offset + length)}${fix ? ` → ${fix.replace}` : ''}`), expect)
  })
}
