// How delivered files are cut into cells, and how many texts are searched for at once: both against a plain way to do it.
import test from 'ava'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { csvWriter } from '../../engine/outputs/csv.ts'
import { cellCutter } from '../../engine/verify/output-cells.ts'
import { windowSearch } from '../../engine/verify/windows.ts'

/** Rows with the line each begins in, however the text comes. */
function cellsOf(text: string, delimiter: string, sizes: readonly number[]): { readonly rows: string[][], readonly lines: number[] } {
  const rows: string[][] = []
  const lines: number[] = []
  let row: string[] = []
  const cut = cellCutter(delimiter, {
    cell(cell, column, line) {
      if (column === 0) lines.push(line)
      row.push(cell)
    },
    row(_, __, blank) {
      if (!blank) rows.push(row)
      row = []
    },
  })
  let at = 0
  for (let piece = 0; at < text.length; piece++) {
    const size = sizes[piece % sizes.length] ?? text.length
    cut(text.slice(at, at + size), false)
    at += size
  }
  cut('', true)
  return { rows, lines }
}

const cell = fc.string({ unit: fc.constantFrom('a', 'b', ';', ',', '"', '\r', '\n', ' ', '7'), maxLength: 6 })
const table = fc.integer({ min: 1, max: 4 }).chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))

test('what a run writes is cut into its cells, in pieces of any size', t => {
  fc.assert(fc.property(table, fc.constantFrom('crlf', 'lf'), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), (rows, newline, sizes) => {
    let text = ''
    const [header = [], ...rest] = rows
    const writer = csvWriter({ delimiter: ';', newline: newline as 'crlf' | 'lf', header, safe: header.map(() => false) }, { write: part => { text += part } })
    for (const row of rest) writer.row(row)
    writer.end()
    // csv-parse is another reader; a header of one blank cell is written as an empty line, which both pass over.
    const expected = parse(text, { delimiter: ';', relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n'] }) as string[][]
    const read = cellsOf(text, ';', sizes)
    t.deepEqual(read.rows, expected)
    t.deepEqual(read.lines, read.lines.toSorted((one, other) => one - other))
  }))
})

const broken: readonly { readonly title: string, readonly text: string, readonly rows: readonly (readonly string[])[], readonly lines: readonly number[] }[] = [
  { title: 'a quote that never ends', text: 'a;"b\nc;d\n', rows: [['a', '"b'], ['c', 'd']], lines: [1, 2] },
  { title: 'text behind a closing quote', text: 'a;"b"c\nd;e', rows: [['a', '"b"c'], ['d', 'e']], lines: [1, 2] },
  { title: 'no line end at the end, and empty lines', text: '\na;\n\nb;c', rows: [['a', ''], ['b', 'c']], lines: [2, 4] },
  { title: 'a cell of several lines', text: 'a;"b\r\nb"\r\nc;d\r\n', rows: [['a', 'b\r\nb'], ['c', 'd']], lines: [1, 3] },
]

for (const { title, text, rows, lines } of broken) {
  test(`whatever state a file is in, all of it is read: ${title}`, t => {
    t.deepEqual(cellsOf(text, ';', [3]), { rows, lines } as unknown as ReturnType<typeof cellsOf>)
  })
}

test('the search for many texts finds what a search for each of them finds', t => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ł', '.'), minLength: 4, maxLength: 12 })
  fc.assert(fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 40 }), fc.string({ unit: fc.constantFrom('a', 'b', 'ł', '.'), maxLength: 200 }), (texts, searched) => {
    const numbers = texts.map((_, number) => number)
    const found = new Set<number>()
    windowSearch(texts, numbers, 4)(searched, (number, at) => {
      t.true(searched.startsWith(texts[number]!, at))
      found.add(number)
    })
    t.deepEqual([...found].toSorted((one, other) => one - other), numbers.filter(number => searched.includes(texts[number]!)))
  }))
})
