// Raw message tracking logs: generations, quoting, lists, and what a log copied too early looks like.
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import fc from 'fast-check'
import { readFile } from '../../engine/inputs/front.ts'
import { readTrackingLog } from '../../engine/inputs/tracking-log.ts'
import { columnsOfGeneration } from '../../engine/inputs/tracking-log-columns.ts'
import { trackingLogMembers } from '../../engine/inputs/tracking-log-members.ts'
import { corpus } from '../corpus.ts'
import { blocksOf } from './reading.ts'
import { readTable, tableSink } from './table.ts'

const read = (text: string, size?: number, bytes = true) =>
  readTable(readTrackingLog, blocksOf(text, size, bytes), ['to'])
const head = '#Software: Microsoft Exchange Server\r\n#Version: 15.0\r\n#Fields: time,to,subject\r\n'

type Case = { title: string, text: string, rows?: string[][], lines?: number[], refused?: string[], stop?: string }

const logs: readonly Case[] = [
  { title: 'rows below the header', text: `${head}1,a,b\r\n2,c,d\r\n`, rows: [['1', 'a', 'b'], ['2', 'c', 'd']],
    lines: [4, 5] },
  { title: 'a last row without line end', text: `${head}1,a,b`, rows: [['1', 'a', 'b']] },
  { title: 'LF and CRLF mixed, and a blank line', text: `${head}1,a,b\n\r\n2,c,d\r\n`,
    rows: [['1', 'a', 'b'], ['2', 'c', 'd']], lines: [4, 6] },
  { title: 'blank cells', text: `${head},,\r\n`, rows: [['', '', '']] },
  { title: 'a quoted comma and a doubled quote', text: `${head}"1,5",a,"say ""hi"", ok"\r\n`,
    rows: [['1,5', 'a', 'say "hi", ok']] },
  { title: 'quoted and blank, only a quote', text: `${head}"",a,""""\r\n`, rows: [['', 'a', '"']] },
  { title: 'line breaks stay the two characters Exchange writes', text: `${head}1,a,x\\r\\ny\r\n`,
    rows: [['1', 'a', 'x\\r\\ny']] },
  { title: 'letters of any language', text: `${head}1,jürgen@x.de,Žluťoučký 東京 😀\r\n`,
    rows: [['1', 'jürgen@x.de', 'Žluťoučký 東京 😀']] },
  { title: 'members of a list', text: `${head}1,a@x;;'o''brien@x';'b;c',s\r\n2,"'d,e;f'",t\r\n`,
    rows: [['1', "a@x | o'brien@x | b;c", 's'], ['2', 'd,e;f', 't']] },
  { title: 'too few and too many cells are refused', text: `${head}1,a\r\n2,b,c\r\n3,d,e,f\r\n`,
    rows: [['2', 'b', 'c']], refused: ['cell-count 4', 'cell-count 6'] },
  { title: 'a last line cut within quotes is refused', text: `${head}1,a,b\r\n2,"MDB:1, Mail`,
    rows: [['1', 'a', 'b']], refused: ['broken-quotes 5'] },
  { title: 'a quote that is open swallows no other line', text: `${head}1,"a,b\r\n2,"c",d\r\n`,
    rows: [['2', 'c', 'd']], refused: ['broken-quotes 4'] },
  { title: 'text behind a closing quote', text: `${head}1,"a"x,b\r\n2,c,d\r\n`,
    rows: [['2', 'c', 'd']], refused: ['broken-quotes 4'] },
  { title: 'a quote inside an unquoted cell', text: `${head}1,a"b,c\r\n2,c,d\r\n`,
    rows: [['2', 'c', 'd']], refused: ['broken-quotes 4'] },
  { title: 'a mark before the first line of each log put together', text: `${head}1,a,b\r\n\uFEFF${head}2,c,d\r\n`,
    rows: [['1', 'a', 'b'], ['2', 'c', 'd']] },
  { title: 'no header and no known number of cells', text: '1,2,3\r\n', stop: 'unknown-format 1' },
  { title: 'only a header', text: head, rows: [] },
]

for (const { title, text, rows = [], lines, refused = [], stop } of logs) {
  for (const size of [1, 2, 7, Infinity]) {
    test(`${title}, in blocks of ${size}`, async t => {
      for (const bytes of [true, false]) {
        const log = await read(text, size, bytes)
        t.deepEqual(log.rows, rows)
        if (lines) t.deepEqual(log.lines, lines)
        t.deepEqual(log.refused, refused)
        t.is(log.stop, stop)
      }
    })
  }
}

const lists: readonly { title: string, cell: string, gives: string[] }[] = [
  { title: 'a blank cell', cell: '', gives: [] },
  { title: 'one member', cell: 'a@x', gives: ['a@x'] },
  { title: 'members', cell: 'a@x;b@x', gives: ['a@x', 'b@x'] },
  { title: 'two blank members', cell: ';', gives: [] },
  { title: 'a wrapped apostrophe', cell: "'o''brien@x';b@x", gives: ["o'brien@x", 'b@x'] },
  { title: 'a wrapped semicolon', cell: "a;'b;c;d';e", gives: ['a', 'b;c;d', 'e'] },
  { title: 'one wrapped member', cell: "'250 2.1.5 Expanded; list expanded'",
    gives: ['250 2.1.5 Expanded; list expanded'] },
  { title: 'a wrapped blank member', cell: "'';a", gives: ['a'] },
  { title: 'an apostrophe that wraps nothing', cell: "'a;b", gives: ["'a", 'b'] },
  { title: 'text behind a wrapped member', cell: "'a'b;c", gives: ["'a'b", 'c'] },
  { title: 'commas separate nothing', cell: 'a,b;c', gives: ['a,b', 'c'] },
]

for (const { title, cell, gives } of lists) test(`list: ${title}`, t => t.deepEqual(trackingLogMembers(cell), gives))

test('list: what Exchange joins comes apart again', t => {
  const wrap = (member: string): string => /[;']/.test(member) ? `'${member.replaceAll("'", "''")}'` : member
  const member = fc.string({ unit: fc.constantFrom('a', ';', "'", ',', '"'), minLength: 1 })
  fc.assert(fc.property(fc.array(member), members => {
    t.deepEqual(trackingLogMembers(members.map(wrap).join(';')), members)
  }))
})

const generations = [[2007, 21, undefined], [2010, 26, undefined], [2013, 27, 11], [2016, 30, 11]] as const

for (const [year, count, where] of generations) {
  test(`a log of Exchange ${year} without header has its ${count} columns`, async t => {
    const cells = Array.from({ length: count }, (_, index) => `c${index}`)
    const log = await read(`${cells.join()}\r\n`)
    t.deepEqual(log.headers, [columnsOfGeneration(count)!])
    t.deepEqual(log.rows, [cells])
    t.is(log.headers[0]!.length, count)
    t.is(log.headers[0]!.indexOf('network-message-id'), where ?? -1)
    t.is(log.headers[0]!.indexOf('recipient-address'), where === undefined ? 11 : 12)
  })
}

test('a first row that is cut does not decide the columns', async t => {
  const log = await read(`"cut\r\n${','.repeat(20)}\r\n`)
  t.deepEqual(log.refused, ['broken-quotes 1'])
  t.is(log.rows.length, 1)
})

test('columns are told again only where they change', async t => {
  const log = await read(`#Fields: a,b\r\n1,2\r\n#Fields: a,b\r\n3,4\r\n#Fields: b, a ,c\r\n5,6,7\r\n`)
  t.deepEqual(log.headers, [['a', 'b'], ['b', 'a', 'c']])
  t.deepEqual(log.rows, [['1', '2'], ['3', '4'], ['5', '6', '7']])
})

test('a line of 4 MiB is read in time, a longer one stops the run', async t => {
  const long = 'x'.repeat((4 << 20) - 5)
  const fine = await read(`${head}1,a,${long}\r\n`, 65_536)
  t.is(fine.rows[0]![2]!.length, long.length)
  t.is((await read(`${head}1,a,${long}xxxxx\r\n`, 65_536)).stop, 'too-long 4')
  t.is((await read(`${head}1,a,${long}${long}${long}`, 65_536)).stop, 'too-long 4')
})

const cellText = fc.string({ unit: fc.constantFrom('a', 'ž', ',', '"', ';', "'", ' ', '\\', '😀'), maxLength: 6 })

test('what Exchange writes comes back, whatever the blocks', async t => {
  const written = (cell: string): string => /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const tables = fc.array(fc.tuple(cellText, cellText, cellText).map(cells => ['1', ...cells]), { maxLength: 6 })
  const sizes = fc.integer({ min: 1, max: 40 })
  await fc.assert(fc.asyncProperty(tables, sizes, fc.constantFrom('\n', '\r\n'), async (rows, size, end) => {
    const text = `#Fields: n,a,b,c${end}${rows.map(row => row.map(written).join() + end).join('')}`
    const log = await read(text, size)
    t.deepEqual(log.rows, rows)
    t.deepEqual(log.refused, [])
  }), { numRuns: 300 })
})

test('whatever stands in a log, every line is a record or refused, and the blocks make no difference', async t => {
  const anyLog = fc.string({ unit: fc.constantFrom('a', 'ž', ',', '"', '\n', '\r', '#', '\uFEFF'), maxLength: 60 })
  await fc.assert(fc.asyncProperty(anyLog, fc.integer({ min: 1, max: 9 }), async (text, size) => {
    const whole = await read(`#Fields: a,b\n${text}`)
    t.deepEqual(await read(`#Fields: a,b\n${text}`, size), whole)
    const lines = text.split('\n').map(line => line.replace(/^\uFEFF/, '').replace(/\r$/, ''))
    t.is(whole.rows.length + whole.refused.length, lines.filter(line => line !== '' && !line.startsWith('#')).length)
  }), { numRuns: 1000 })
})

const samples = [
  { name: 'exchange2016-one-mail-flow.log', rows: 15, columns: 30 },
  { name: 'exchange2016-mixed-events.log', rows: 15, columns: 30 },
  { name: 'exchange2019-no-header.log', rows: 6, columns: 30 },
  { name: 'MSGTRKMS2022091915-1.LOG', rows: 2, columns: 30 },
  { name: 'exchange2010-bom-header.log', rows: 2, columns: 26 },
]

for (const { name, rows, columns } of samples) {
  test(`sample ${name}`, async t => {
    if (!corpus) { t.log('did not run: no samples'); t.pass(); return }
    const path = join(corpus, 'tracking-logs', name)
    const { table, sink } = tableSink()
    const seen = await readFile(path, sink, { display: name })
    t.is(seen.format, 'tracking-log')
    t.is(seen.encoding, 'utf-8')
    t.deepEqual(table.headers, [columnsOfGeneration(columns)!])
    t.is(table.rows.length, rows)
    t.deepEqual(table.refused, [])
    t.true(table.rows.every(row => /^20\d\d-\d\d-\d\dT[\d:.]+Z$/.test(row[0]!)))
    const packed = tableSink()
    await readFile('-', packed.sink, { display: '-', stdin: createReadStream(path, { highWaterMark: 100 }) })
    t.deepEqual(packed.table, table)
  })
}

test('sample: one mail has 33 pairs of row and recipient, 3 of them delivered', async t => {
  if (!corpus) { t.log('did not run: no samples'); t.pass(); return }
  const pairs: string[] = []
  const members: (readonly string[])[] = []
  const columns = columnsOfGeneration(30)!
  await readFile(join(corpus, 'tracking-logs', 'exchange2016-one-mail-flow.log'), {
    header: () => undefined,
    record: cells => {
      const event = cells.text(columns.indexOf('event-id'))
      for (const _ of cells.list(columns.indexOf('recipient-address'))) pairs.push(event)
      members.push(cells.list(columns.indexOf('custom-data')))
    },
    refuse: () => t.fail(),
  }, { display: 'log' })
  t.is(pairs.length, 33)
  t.is(pairs.filter(event => event === 'DELIVER' || event === 'SENDEXTERNAL').length, 3)
  // A wrapped member holds a `;` of its own; each names its type first.
  t.true(members.flat().some(member => member.includes(';')))
  t.true(members.flat().every(member => /^(?:S|I32|F|Dbl|Dt):/.test(member)))
})
