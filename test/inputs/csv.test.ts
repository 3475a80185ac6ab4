// CSV: what PowerShell and spreadsheets write, and the broken files that other readers take in silence.
import { join } from 'node:path'
import test from 'ava'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { readCsv } from '../../engine/inputs/csv.ts'
import { readFile } from '../../engine/inputs/front.ts'
import { corpus } from '../corpus.ts'
import { blocksOf } from './reading.ts'
import { readTable, stopIn, tableSink } from './table.ts'

const read = (text: string, size?: number, list?: readonly string[], bytes = true) =>
  readTable(readCsv, blocksOf(text, size, bytes), list)

/** `header` is `a,b` unless said otherwise; `[]` is none. */
type Case = {
  title: string, text: string, header?: string[], rows?: string[][], lines?: number[], refused?: string[], stop?: string
}

const files: readonly Case[] = [
  { title: 'Export-Csv: all quoted, null without quotes', text: '"a","b"\r\n"1",\r\n,"2"\r\n',
    rows: [['1', ''], ['', '2']], lines: [2, 3] },
  { title: '-UseQuotes AsNeeded', text: 'a,b\n1,"2,5"\n', rows: [['1', '2,5']] },
  { title: 'a #TYPE line first', text: '#TYPE Selected.System.Collections.Generic.List`1[[a, b]]\r\na,b\r\n1,2\r\n', rows: [['1', '2']], lines: [3] },
  { title: 'a declared delimiter', text: 'sep=;\r\na;b\r\n1;2,5\r\n', rows: [['1', '2,5']], lines: [3] },
  { title: 'a declared delimiter wins', text: 'sep=|\na;x;y|b\n1|2\n', header: ['a;x;y', 'b'], rows: [['1', '2']] },
  { title: '-UseCulture: semicolon', text: '"a";"b"\r\n"1,5";"2"\r\n', rows: [['1,5', '2']] },
  { title: 'tab', text: 'a\tb\n1\t2\n', rows: [['1', '2']] },
  { title: 'bar', text: 'a|b\n1|2\n', rows: [['1', '2']] },
  { title: 'delimiters inside quotes of the header do not count', text: '"a,b,c";"d"\n1;2\n', header: ['a,b,c', 'd'],
    rows: [['1', '2']] },
  { title: 'one column', text: 'mail\nx@y.z\n', header: ['mail'], rows: [['x@y.z']] },
  { title: 'names are trimmed', text: ' a ;" b"\n1;2\n', rows: [['1', '2']] },
  { title: 'blank names may repeat', text: 'a,,\n1,2,3\n', header: ['a', '', ''], rows: [['1', '2', '3']] },
  { title: 'a name that is an expression', text: '"$_.Recipients","@($_.To)"\n1,2\n',
    header: ['$_.Recipients', '@($_.To)'], rows: [['1', '2']] },
  { title: 'line breaks inside quotes', text: '"a","b"\r\n"1\r\n\n2","x\ry"\r\n"3","4"\r\n',
    rows: [['1\r\n\n2', 'x\ry'], ['3', '4']], lines: [2, 5] },
  { title: 'a line break inside a name', text: '"a\r\nx","b"\r\n"1","2"\r\n', header: ['a\r\nx', 'b'],
    rows: [['1', '2']], lines: [3] },
  { title: 'doubled quotes', text: 'a,b\n"say ""hi""",""""\n"",""""""\n', rows: [['say "hi"', '"'], ['', '""']] },
  { title: 'CRLF and LF mixed, and a last line without end', text: 'a,b\r\n1,2\n3,4\r\n5,6',
    rows: [['1', '2'], ['3', '4'], ['5', '6']] },
  { title: 'a last cell that is quoted without line end', text: 'a,b\n1,"2"', rows: [['1', '2']] },
  { title: 'a last cell that is blank without line end', text: 'a,b\n1,', rows: [['1', '']] },
  { title: 'blank lines are skipped, a blank cell is not', text: '\r\na\n\n1\r\n\r\n""\n2\n\n', header: ['a'],
    rows: [['1'], [''], ['2']], lines: [4, 6, 7] },
  { title: 'letters of any language', text: 'a,b\nŽluťoučký,"東京 😀"\n', rows: [['Žluťoučký', '東京 😀']] },
  { title: 'the header again, as -Append of another shell or cat makes it',
    text: '"a","b"\r\n"1","2"\r\n"a","b"\r\n"3","4"\r\n', rows: [['1', '2'], ['3', '4']], lines: [2, 4] },
  { title: 'the header again behind #TYPE and a mark', text: '#TYPE X\na,b\n1,2\n\uFEFF#TYPE X\na,b\n3,4\n',
    rows: [['1', '2'], ['3', '4']], lines: [3, 6] },
  { title: 'the header again at the very end', text: 'a,b\n1,2\na,b', rows: [['1', '2']] },
  { title: 'names of columns and more, which is a record', text: 'a,b\nb,x\na,\n', rows: [['b', 'x'], ['a', '']] },
  { title: 'a record that begins like the header', text: 'a,b\na,bb\na,c\n', rows: [['a', 'bb'], ['a', 'c']] },
  { title: 'no record', text: 'a,b\r\n', rows: [] },
  { title: 'only #TYPE', text: '#TYPE X', header: [], rows: [] },
  { title: 'other numbers of cells are refused', text: 'a,b\n1\n2,3\n4,5,6\n"7\n\n",8,9\n0,0\n',
    rows: [['2', '3'], ['0', '0']], lines: [3, 8], refused: ['cell-count 2', 'cell-count 4', 'cell-count 5'] },
  { title: 'a quote that is never closed: where it opens', text: 'a,b\n1,2\n"x\ny",\n3,"4\n5,6\n7,8\n',
    rows: [['1', '2'], ['x\ny', '']], stop: 'quote-not-closed 5' },
  { title: 'a quote that the next one closes by chance', text: 'a,b\n1,"2\n3,"4\n5,6\n',
    rows: [], stop: 'text-after-quote 2' },
  { title: 'text behind a closing quote', text: 'a,b\n"1"x,2\n', rows: [], stop: 'text-after-quote 2' },
  { title: 'a blank behind a closing quote', text: 'a,b\n"1" ,2\n', rows: [], stop: 'text-after-quote 2' },
  { title: 'a quote inside an unquoted cell', text: 'a,b\n1,2"\n', rows: [], stop: 'bare-quote 2' },
  { title: 'a blank before a quote', text: 'a,b\n1, "2"\n', rows: [], stop: 'bare-quote 2' },
  { title: 'a bare quote behind a cell of several lines', text: 'a,b\n"1\n\n",2"\n', rows: [], stop: 'bare-quote 4' },
  { title: 'a lone CR', text: 'a,b\n1,2\n3\r,4\n', rows: [['1', '2']], stop: 'forbidden-character 3' },
  { title: 'a lone CR behind a quote', text: 'a,b\n1,"2"\r3,4\n', rows: [], stop: 'forbidden-character 2' },
  { title: 'lines that end with CR alone', text: 'a,b\r1,2\r', header: [], rows: [], stop: 'forbidden-character 1' },
  { title: 'CR at the end of the file', text: 'a,b\n1,2\r', rows: [], stop: 'forbidden-character 2' },
  { title: 'two columns of one name', text: 'mail,Name,MAIL\n1,2,3\n', header: [], stop: 'duplicate-column 1' },
  { title: 'no header but data', text: 'Ann,ann@x.com\nBob,bob@x.com\n', header: [], stop: 'unknown-format 1' },
  { title: 'a list that lost its members', text: 'a,b\n1,2\n3,System.String[]\n',
    rows: [['1', '2']], stop: 'list-lost 3' },
  { title: 'another collection, quoted',
    text: '"a","b"\n"Microsoft.ActiveDirectory.Management.ADPropertyValueCollection","2"\n', rows: [], stop: 'list-lost 2' },
]

for (const { title, text, header = ['a', 'b'], rows = [], lines, refused = [], stop } of files) {
  for (const size of [1, 2, 3, 7, Infinity]) {
    test(`${title}, in blocks of ${size}`, async t => {
      for (const bytes of [true, false]) {
        const csv = await read(text, size, [], bytes)
        t.deepEqual(csv.headers, header.length > 0 ? [header] : [])
        t.deepEqual(csv.rows, rows)
        t.deepEqual(csv.refused, refused)
        t.is(csv.stop, stop)
        if (lines) t.deepEqual(csv.lines, lines)
      }
    })
  }
}

test('behind #TYPE another export may follow, with columns of its own', async t => {
  const csv = await read('#TYPE X\na,b\n1,2\n#TYPE Y\nb,a,c\n3,4,5\n')
  t.deepEqual(csv.headers, [['a', 'b'], ['b', 'a', 'c']])
  t.deepEqual(csv.rows, [['1', '2'], ['3', '4', '5']])
  t.deepEqual(csv.refused, [])
})

test('nothing but names of columns is the header in another order', async t => {
  for (const size of [1, 5, Infinity]) {
    const csv = await read('Name,City,Land\n1,2,3\n"CITY"," name "\n4,5\nName,City,Land\n6,7,8\n', size)
    t.deepEqual(csv.headers, [['Name', 'City', 'Land'], ['CITY', 'name']])
    t.deepEqual(csv.rows, [['1', '2', '3'], ['4', '5']])
    t.deepEqual(csv.refused, ['cell-count 5', 'cell-count 6'])
  }
})

test('a list gives its members; the type name of one stops the run and names column and line', async t => {
  t.deepEqual((await read('to,b\n"x@y.z; v@w.z",1\n', 7, ['to'])).rows, [['x@y.z | v@w.z', '1']])
  const stop = await stopIn(() => readCsv(blocksOf('to\nx@y.z\nSystem.String[]\n'), {
    header: () => undefined, record: cells => void cells.list(0), refuse: () => t.fail(),
  }, 'mails.csv'))
  t.is(stop?.exit, 3)
  t.is(stop?.diagnostic.place?.file, 'mails.csv')
  t.is(stop?.diagnostic.place?.range.start.line, 3)
  t.regex(stop?.diagnostic.message ?? '', /column to /)
})

const cell = (length: number): string => 'x'.repeat(length)
const MiB = 1 << 20

const sizes: readonly { title: string, text: string, stop?: string }[] = [
  { title: 'a cell of 1 MiB', text: `a,b\n1,${cell(MiB)}\n` },
  { title: 'a quoted cell of 1 MiB', text: `a,b\n1,"${cell(MiB - 2)}"\n` },
  { title: 'a longer cell', text: `a,b\n1,2\n1,${cell(MiB + 1)}\n`, stop: 'too-long 3' },
  { title: 'a longer quoted cell', text: `a,b\n1,2\n"3\n4","${cell(MiB)}"\n`, stop: 'too-long 4' },
  { title: 'a quote open for 64 MiB', text: `a,b\n1,"${'2,3\n'.repeat(16 * MiB)}`, stop: 'too-long 2' },
  { title: 'a longer record', text: `a,b,c,d,e\n${Array.from({ length: 5 }, () => cell(MiB)).join()}\n`,
    stop: 'too-long 2' },
  { title: '1,000 columns',
    text: `${Array.from({ length: 1000 }, (_, index) => `c${index}`).join()}\n${','.repeat(999)}\n` },
  { title: '1,001 columns', text: `${Array.from({ length: 1001 }, (_, index) => `c${index}`).join()}\n`,
    stop: 'too-long 1' },
  { title: 'a header that never ends', text: cell(8 * MiB), stop: 'too-long 1' },
]

for (const { title, text, stop } of sizes) {
  test(`limit: ${title}`, async t => {
    let given = 0
    const blocks = async function* () {
      for await (const block of blocksOf(text, 65_536)) {
        given += block.text.length
        yield block
      }
    }
    t.is((await readTable(readCsv, blocks())).stop, stop)
    // A file that is refused for its length is not read much further than the limit.
    if (stop) t.true(given <= 9 * MiB)
  })
}

test('limit: a cell that never ends is noticed within 2 MiB', async t => {
  let given = 0
  const blocks = async function* () {
    for await (const block of blocksOf(`a,b\n1,"${cell(8 * MiB)}`, 65_536)) {
      given += block.text.length
      yield block
    }
  }
  t.is((await readTable(readCsv, blocks())).stop, 'too-long 2')
  t.true(given <= 2.2 * MiB)
})

test('limit: a record of more cells than can be kept is counted right, and the next one read', async t => {
  const csv = await read(`a,b\n${','.repeat(5000)}\n1,2\n`)
  t.deepEqual(csv.refused, ['cell-count 2'])
  t.deepEqual(csv.rows, [['1', '2']])
})

const letters = ['a', 'ž', ',', ';', '\t', '|', '"', '\n', '\r', ' ', '#', '😀']
const cellText = fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 })

test('what csv-stringify writes comes back, whatever the blocks', async t => {
  const shape = fc.record({
    rows: fc.array(fc.tuple(cellText, cellText, cellText).map(cells => ['x', ...cells]), { maxLength: 6 }),
    size: fc.integer({ min: 1, max: 40 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n'),
    quoted: fc.boolean(),
  })
  await fc.assert(fc.asyncProperty(shape, async ({ rows, size, delimiter, end, quoted }) => {
    const text = stringify([['n', 'a', 'b', 'c'], ...rows], {
      delimiter, quoted, record_delimiter: end, quote_record_delimiter: true, quoted_match: /[\r\n]/,
    })
    const csv = await read(text, size)
    t.deepEqual(csv.rows, rows)
    t.is(csv.stop, undefined)
  }), { numRuns: 500 })
})

test('whatever stands in a file, the blocks make no difference, and csv-parse finds no other records', async t => {
  const anyCsv = fc.string({ unit: fc.constantFrom('a', 'ž', ',', '"', '\n', '\r\n', '\r', '#'), maxLength: 60 })
  await fc.assert(fc.asyncProperty(anyCsv, fc.integer({ min: 1, max: 9 }), async (text, size) => {
    const whole = await read(`x,y\n${text}`)
    t.deepEqual(await read(`x,y\n${text}`, size), whole)
    if (whole.stop) return
    const oracle: string[][] = parse(text, {
      relax_column_count: true, record_delimiter: ['\r\n', '\n'], skip_empty_lines: true,
    })
    t.deepEqual(whole.rows, oracle.filter(row => row.length === 2))
    t.is(whole.refused.length, oracle.filter(row => row.length !== 2).length)
  }), { numRuns: 1000 })
})

const samples = [
  { name: 'contoso-272-quoted.csv', rows: 272, columns: 16 },
  { name: 'full-dns.csv', rows: 17, columns: 4 },
  { name: 'remoting-columns-danish-dates.csv', rows: 3, columns: 7 },
  { name: 'windows-crlf.csv', rows: 7, columns: 3 },
]

for (const { name, rows, columns } of samples) {
  test(`sample ${name}`, async t => {
    if (!corpus) { t.log('did not run: no samples'); t.pass(); return }
    const { table, sink } = tableSink()
    const seen = await readFile(join(corpus, 'ad-users', name), sink, { display: name })
    t.is(seen.format, 'csv')
    t.is(table.headers[0]!.length, columns)
    t.is(table.rows.length, rows)
    t.deepEqual(table.refused, [])
  })
}
