// JSON as ConvertTo-Json of Windows PowerShell 5.1 and PowerShell 7 writes it.
import test from 'ava'
import fc from 'fast-check'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import { readJson } from '../../engine/inputs/json.ts'
import { blocksOf, readAll } from './reading.ts'

const read = (text: string, size?: number, bytes?: boolean, only?: readonly string[]) =>
  readAll(readJson, blocksOf(text, size, bytes), only)

// 5.1 indents like this and escapes < > and '.
const windows = `[\r
    {\r
        "Timestamp":  "\\/Date(1670344068257)\\/",\r
        "MessageId":  "\\u003c1@x\\u003e",\r
        "Recipients":  [\r
                           "a@x.com",\r
                           "b@x.com"\r
                       ]\r
    },\r
    {\r
        "Timestamp":  {\r
                          "value":  "\\/Date(1670344068257)\\/",\r
                          "DisplayHint":  2,\r
                          "DateTime":  "6. prosince 2022 16:27:48"\r
                      },\r
        "MessageId":  "žluťoučký",\r
        "Recipients":  {\r
                           "value":  [\r
                                         "a@x.com"\r
                                     ],\r
                           "Count":  1\r
                       }\r
    }\r
]\r
`

for (const size of [1, 2, 3, 7, 64, Infinity]) {
  for (const bytes of [false, true]) {
    test(`an array of 5.1, in blocks of ${size}, ${bytes ? 'one character per byte' : 'decoded'}`, async t => {
      const { records, headers } = await read(windows, size, bytes)
      t.deepEqual(headers, [{ columns: ['Timestamp', 'MessageId', 'Recipients'], line: 2 }])
      t.deepEqual(records.map(({ line }) => line), [2, 10])
      t.deepEqual(records.map(({ text }) => text), [
        { Timestamp: '2022-12-06T16:27:48.257Z', MessageId: '<1@x>', Recipients: 'a@x.com;b@x.com' },
        { Timestamp: '2022-12-06T16:27:48.257Z', MessageId: 'žluťoučký', Recipients: 'a@x.com' },
      ])
      t.deepEqual(records.map(({ list }) => list['Recipients']), [['a@x.com', 'b@x.com'], ['a@x.com']])
    })
  }
}

const shapes: readonly { title: string, json: string, ids: readonly string[] }[] = [
  { title: 'nothing', json: '', ids: [] },
  { title: 'blanks', json: ' \r\n', ids: [] },
  { title: 'an empty array', json: '[ ]', ids: [] },
  { title: 'one object, as ConvertTo-Json of one', json: '{"id":1}', ids: ['1'] },
  { title: 'an array', json: '[{"id":1},{"id":2}]', ids: ['1', '2'] },
  { title: 'JSON lines', json: '{"id":1}\n{"id":2}\n', ids: ['1', '2'] },
  { title: 'objects without a break', json: '{"id":1}{"id":2}', ids: ['1', '2'] },
  { title: 'arrays one after another, as appended', json: '[{"id":1}]\r\n[{"id":2},{"id":3}]', ids: ['1', '2', '3'] },
  { title: 'an array of arrays, one per server', json: '[[{"id":1}],[],[{"id":2}]]', ids: ['1', '2'] },
  {
    title: 'an array wrapped by 5.1', json: '{\r\n "value":  [ {"id":1}, {"id":2} ],\r\n "Count":  2\r\n}\r\n',
    ids: ['1', '2'],
  },
  {
    title: 'wrapped arrays in an array',
    json: '[{"value":[{"id":1}],"Count":1},{"value":[],"Count":0},{"value":[{"id":2}]}]', ids: ['1', '2'],
  },
  {
    title: 'objects inside objects are not records', json: '[{"id":1,"more":{"id":{"id":7}},"list":[{"id":8}]}]',
    ids: ['1'],
  },
  { title: 'brackets and quotes inside text', json: '[{"x":"}]\\"{[","id":"a\\\\"},{"id":2}]', ids: ['a\\', '2'] },
  { title: 'a record whose key is value', json: '[{"value":"x","id":1}]', ids: ['1'] },
]
for (const { title, json, ids } of shapes) {
  for (const size of [1, 5, Infinity]) {
    test(`shape: ${title}, in blocks of ${size}`, async t => {
      const { records } = await read(json, size, false, ['id'])
      t.deepEqual(records.map(({ text }) => text['id']), ids)
    })
  }
}

const cells: readonly { title: string, json: string, text: string, list?: readonly string[] }[] = [
  { title: 'text', json: '"Ann"', text: 'Ann' },
  { title: 'null', json: 'null', text: '', list: [] },
  { title: 'true, as Export-Csv writes it', json: 'true', text: 'True' },
  { title: 'false', json: 'false', text: 'False' },
  { title: 'a number', json: '2147483648', text: '2147483648' },
  { title: 'never, as FILETIME', json: '9223372036854775807', text: '9223372036854775807' },
  { title: 'more than 64 bits with sign', json: '18446744073709551615', text: '18446744073709551615' },
  { title: 'a negative number', json: '-9007199254740993', text: '-9007199254740993' },
  { title: 'a fraction with its zeros', json: '1.10', text: '1.10' },
  { title: 'an exponent', json: '1E5', text: '1E5' },
  { title: 'digits in text stay text', json: '"18446744073709551615 \\" 1.10"', text: '18446744073709551615 " 1.10' },
  { title: 'a date of 5.1', json: '"\\/Date(1670344068257)\\/"', text: '2022-12-06T16:27:48.257Z' },
  {
    title: 'a date with the zone of its writer', json: '"/Date(1670344068257+0100)/"', text: '2022-12-06T16:27:48.257Z',
  },
  { title: 'a date before 1970', json: '"/Date(-62135596800000)/"', text: '0001-01-01T00:00:00.000Z' },
  { title: 'a date of 7', json: '"2022-12-06T17:27:48.2570000+01:00"', text: '2022-12-06T17:27:48.2570000+01:00' },
  { title: 'a list', json: '["a@x","b@x"]', text: 'a@x;b@x', list: ['a@x', 'b@x'] },
  { title: 'an empty list', json: '[]', text: '', list: [] },
  { title: 'a list with blank members', json: '[null,"",  "a@x"]', text: 'a@x', list: ['a@x'] },
  { title: 'members of a real list stay whole', json: '["a, b; c"]', text: 'a, b; c', list: ['a, b; c'] },
  { title: 'a wrapped list', json: '{"value":["a@x","b@x"],"Count":2}', text: 'a@x;b@x', list: ['a@x', 'b@x'] },
  { title: 'a joined list', json: '"a@x; b@x"', text: 'a@x; b@x', list: ['a@x', 'b@x'] },
  { title: 'an enumeration through remoting', json: '{"value":4,"Value":"Deliver"}', text: 'Deliver' },
  { title: 'a value with notes', json: '{"value":"Ann","PSPath":"x"}', text: 'Ann' },
  { title: 'nothing, as an empty object', json: '{}', text: '', list: [] },
]
for (const { title, json, text, list = text === '' ? [] : [text] } of cells) {
  test(`cell: ${title}`, async t => {
    const { records } = await read(`[{"cell":${json}}]`, 5, true)
    t.is(records[0]?.text['cell'], text)
    t.deepEqual(records[0]?.list['cell'], list)
  })
}

test('keys that change give a new header; the keys of JavaScript itself are harmless', async t => {
  const { records, headers } = await read('[{"a":1},{"a":2},\n{"__proto__":3,"constructor":4},{"a":5}]')
  t.deepEqual(headers, [
    { columns: ['a'], line: 1 }, { columns: ['__proto__', 'constructor'], line: 2 }, { columns: ['a'], line: 2 },
  ])
  t.is(records.length, 4)
  t.deepEqual(Object.entries(records[2]?.text ?? {}), [['__proto__', '3'], ['constructor', '4']])
})

const failures: readonly { title: string, json: string, code: string, line: number }[] = [
  { title: 'an array that never ends', json: '\n[{"id":"personal"},\n', code: 'bad-json', line: 2 },
  { title: 'an object that never ends', json: '[\n{"id":"personal"', code: 'bad-json', line: 2 },
  { title: 'a text that never ends', json: '[\n{"id":"personal', code: 'bad-json', line: 2 },
  { title: 'an end right after a bracket', json: '[\n{', code: 'bad-json', line: 2 },
  { title: 'an end inside a wrapper', json: '\n{"value":[\n{"id":1}],', code: 'bad-json', line: 2 },
  { title: 'a comma before the end', json: '[{"id":"personal"},\n]', code: 'bad-json', line: 2 },
  { title: 'a comma too many', json: '[{"id":1},\n,{"id":2}]', code: 'bad-json', line: 2 },
  { title: 'a comma missing', json: '[{"id":1}\n{"id":2}]', code: 'bad-json', line: 2 },
  { title: 'a comma between lines of objects', json: '{"id":1},\n{"id":2}', code: 'bad-json', line: 1 },
  { title: 'a bracket too many', json: '[{"id":1}]\n]', code: 'bad-json', line: 2 },
  { title: 'text, not objects', json: '[\n"personal"]', code: 'bad-json', line: 2 },
  { title: 'a number, not objects', json: '5', code: 'bad-json', line: 1 },
  { title: 'no quotes', json: '[{"id":1},\n{id:personal}]', code: 'bad-json', line: 2 },
  { title: 'a number that is none', json: '[{"id":01.5}]', code: 'bad-json', line: 1 },
  { title: 'a number as key', json: '[{1.5 : 2}]', code: 'bad-json', line: 1 },
  { title: 'a line break in text', json: '[{"id":"a\nb"}]', code: 'bad-json', line: 1 },
  { title: 'brackets that do not pair', json: '[{"id":[1}]]', code: 'bad-json', line: 1 },
  { title: 'something else in a wrapper', json: '{"value":[{"id":1}],"id":2}', code: 'bad-json', line: 1 },
  { title: 'arrays without end', json: '['.repeat(40), code: 'bad-json', line: 1 },
  { title: 'a key that stands twice', json: '[\n{"id":"personal","id":2}]', code: 'duplicate-column', line: 2 },
  { title: 'an object nobody can read', json: '[\n{"id":{"name":"personal"}}]', code: 'bad-json', line: 2 },
  { title: 'an object in a list', json: '[{"id":[{"name":"personal"}]}]', code: 'bad-json', line: 1 },
  { title: 'a list written as its type', json: '[{"id":"System.String[]"}]', code: 'list-lost', line: 1 },
  { title: 'an object beyond the depth', json: '[{"id":"@{Name=personal; Id=1}"}]', code: 'list-lost', line: 1 },
  { title: 'an object longer than any', json: `[{"id":"${'x'.repeat(17 * 1024 * 1024)}"}]`, code: 'too-long', line: 1 },
]
for (const { title, json, code, line } of failures) {
  test(`stops at ${title}`, async t => {
    for (const size of [json.length > 1000 ? 65536 : 3, Infinity]) {
      const stop = await t.throwsAsync(read(json, size), { instanceOf: Stop })
      t.is(stop?.diagnostic.code, code as never)
      t.is(stop?.diagnostic.place?.range.start.line, line)
      t.false(JSON.stringify(stop?.diagnostic).includes('personal'), 'no value in a message')
    }
  })
}

test('a value that no rule asks for never stops a run', async t => {
  const { records } = await read('[{"id":1,"more":{"a":2},"lost":"System.String[]"}]', Infinity, false, ['id'])
  t.deepEqual(records.map(({ text }) => text), [{ id: '1' }])
})

const key = fc.string({ minLength: 1, unit: 'binary' })
// Text with brackets could mean more than itself: a date of 5.1, a lost list.
const text = fc.string({ unit: 'binary' }).filter(value => !/[@[{/]/.test(value))
const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))
const record = fc.dictionary(key, value, { noNullPrototype: true })

const cell = (value: string | number | boolean | null): string =>
  value === null ? '' : typeof value === 'boolean' ? value ? 'True' : 'False' : String(value)

test('any objects come back, however the text is cut and indented', async t => {
  const sizes = fc.integer({ min: 1, max: 40 })
  const shapes = fc.constantFrom('array', 'lines', 'wrapped')
  const indents = fc.constantFrom(0, 4)
  await fc.assert(fc.asyncProperty(fc.array(record), sizes, indents, shapes, async (all, size, indent, shape) => {
    const json = shape === 'lines' ? all.map(one => JSON.stringify(one)).join('\n')
      : JSON.stringify(shape === 'wrapped' ? { value: all, Count: all.length } : all, undefined, indent)
    const seen: [string, string][][] = []
    let columns: readonly string[] = []
    await readJson(blocksOf(json, size), {
      header: names => { columns = names },
      record: found => { seen.push(columns.map((name, index) => [name, found.text(index)])) },
      refuse: () => t.fail(),
    }, 'export')
    t.deepEqual(seen, all.map(one => Object.entries(one).map(([name, value]) => [name, cell(value)])))
  }))
})
