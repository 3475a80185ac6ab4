import test from 'ava'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { type CsvOptions, csvWriter } from '../../engine/outputs/csv.ts'
import { readLikeReceiver } from './receiver.ts'

const written = (options: Omit<CsvOptions, 'safe'> & { safe?: readonly boolean[] }, rows: readonly (readonly string[])[]): string => {
  let text = ''
  const writer = csvWriter({ safe: [], ...options }, { write(piece) { text += piece } })
  for (const row of rows) writer.row(row)
  writer.end()
  return text
}
const emails = { delimiter: ';', newline: 'crlf', header: ['email_id', 'from', 'to', 'when'] } as const

test('a file as the vendor documents it: no byte order mark, CRLF also at the end', t => {
  t.is(
    written({ ...emails, safe: [true, true, true, true] }, [['8fa8e7b2', 'external', 'a9f6b2c1', '2023-06-01 07:15:32.157']]),
    'email_id;from;to;when\r\n8fa8e7b2;external;a9f6b2c1;2023-06-01 07:15:32.157\r\n',
  )
})

test('without rows, the header alone', t => { t.is(written(emails, []), 'email_id;from;to;when\r\n') })

const cells: readonly { title: string, cell: string, as: string }[] = [
  { title: 'plain text', cell: 'Sales', as: 'Sales' },
  { title: 'blank', cell: '', as: '' },
  { title: 'the delimiter', cell: 'R;D', as: '"R;D"' },
  { title: 'another delimiter', cell: 'R,D', as: 'R,D' },
  { title: 'a quote, which is doubled', cell: 'O"Brien', as: '"O""Brien"' },
  { title: 'a JSON list', cell: '["a","b"]', as: '"[""a"",""b""]"' },
  { title: 'a lone LF', cell: 'a\nb', as: '"a\nb"' },
  { title: 'a lone CR', cell: 'a\rb', as: '"a\rb"' },
  { title: 'CRLF', cell: 'a\r\nb', as: '"a\r\nb"' },
  { title: 'blanks at the ends', cell: ' a ', as: ' a ' },
  { title: 'Base64 that begins with a plus, left as it is', cell: '+/8=', as: '+/8=' },
  { title: 'letters beyond ASCII', cell: 'Zażółć 😀', as: 'Zażółć 😀' },
]
for (const { title, cell, as } of cells) {
  for (const newline of ['crlf', 'lf'] as const) {
    test(`${title}, rows ending in ${newline}`, t => {
      const end = newline === 'crlf' ? '\r\n' : '\n'
      const row = [cell, 'x', cell]
      t.is(written({ delimiter: ';', newline, header: ['a', 'b', 'c'] }, [row, row]), `a;b;c${end}${`${as};x;${as}${end}`.repeat(2)}`)
    })
  }
}

test('a blank cell alone in its row is quoted, for readers skip empty lines', t => {
  t.is(written({ ...emails, header: ['id'], safe: [true] }, [[''], ['a']]), 'id\r\n""\r\na\r\n')
})

test('safe columns are taken at their word with a usual delimiter, and not with one a pseudonym or time can hold', t => {
  t.is(written({ delimiter: ';', newline: 'lf', header: ['a', 'b'], safe: [true, false] }, [['x;y', 'x;y']]), 'a;b\nx;y;"x;y"\n')
  t.is(written({ delimiter: ' ', newline: 'lf', header: ['a', 'b'], safe: [true, true] }, [['2023-06-01 07:15', 'x']]), 'a b\n"2023-06-01 07:15" x\n')
})

test('a row of another length than the header is a defect', t => {
  t.throws(() => written(emails, [['a', 'b', 'c']]), { instanceOf: RangeError })
})

test('text is handed on in large pieces of whole rows', t => {
  const pieces: string[] = []
  const writer = csvWriter({ ...emails, safe: [true, true, true, true] }, { write(piece) { pieces.push(piece) } })
  for (let row = 0; row < 10_000; row++) writer.row([String(row), 'a'.repeat(64), 'b'.repeat(64), '2023-06-01 07:15:32.157'])
  writer.end()
  writer.end()
  t.true(pieces.length > 10 && pieces.length < 30)
  t.true(pieces.every(piece => piece.endsWith('\r\n') && piece.length < 70_000))
  t.is(pieces.join('').split('\r\n').length, 10_002)
})

test('cells are right also when more distinct ones come than are remembered', t => {
  const rows = Array.from({ length: 70_000 }, (_, index) => [`${index};`, 'x;y'])
  t.deepEqual(parse(written({ delimiter: ';', newline: 'lf', header: ['a', 'b'] }, rows), { delimiter: ';', from: 2 }), rows)
})

const letter = fc.constantFrom('a', 'b', '0', '1', ';', ',', '\t', '|', '"', '\'', '\r', '\n', ' ', '#', '=', '+', '-', '@', 'ż', '\uFEFF', '\u2028', '\0')
const tables = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  newline: fc.constantFrom('crlf' as const, 'lf' as const),
  width: fc.integer({ min: 1, max: 5 }),
}).chain(({ delimiter, newline, width }) => fc.record({
  delimiter: fc.constant(delimiter),
  newline: fc.constant(newline),
  header: fc.constant(Array.from({ length: width }, (_, column) => `column ${column}`)),
  rows: fc.array(fc.array(fc.oneof(fc.string({ unit: letter, maxLength: 6 }), fc.string({ maxLength: 300 })), { minLength: width, maxLength: width })),
}))

test('any table reads back as it was: by csv-parse, and by the receiver\'s rules', t => {
  fc.assert(fc.property(tables, ({ delimiter, newline, header, rows }) => {
    const text = written({ delimiter, newline, header }, rows)
    const table = [header, ...rows]
    t.deepEqual(parse(text, { delimiter, record_delimiter: newline === 'crlf' ? '\r\n' : '\n' }), table)
    t.deepEqual(readLikeReceiver(text, delimiter), table)
  }), { numRuns: 2000 })
})
