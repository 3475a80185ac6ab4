// The format of an input is told by its content, whatever its name.
import { gzipSync } from 'node:zlib'
import test from 'ava'
import { formatOf } from '../../engine/inputs/format.ts'
import { refuseBinary } from '../../engine/inputs/format-binary.ts'
import { blocksOf } from './reading.ts'
import { stopOf } from './table.ts'

const row = (cells: number): string => `2023-03-28T21:33:57.324Z${','.repeat(cells - 1)}\r\n`

const formats: readonly { title: string, text: string, format: string }[] = [
  { title: 'a tracking log', text: '#Software: Microsoft Exchange Server\r\n#Version: 15.01.2375.007\r\n',
    format: 'tracking-log' },
  { title: 'a tracking log that begins with its columns', text: '#Fields: date-time,source\n', format: 'tracking-log' },
  ...[21, 26, 27, 30].map(cells => ({
    title: `a row of ${cells} cells without header`, text: row(cells), format: 'tracking-log',
  })),
  { title: 'a row with a quoted comma', text: `2023-03-28T21:33:57.324Z,"a,b"${','.repeat(28)}`,
    format: 'tracking-log' },
  { title: 'Export-Csv of 5.1', text: '#TYPE System.Management.Automation.PSCustomObject\r\n"a","b"\r\n',
    format: 'csv' },
  { title: 'Export-Csv', text: '"a","b"\r\n"1","2"\r\n', format: 'csv' },
  { title: 'CSV for spreadsheets', text: 'sep=;\na;b\n', format: 'csv' },
  { title: 'one column without line end', text: 'mail', format: 'csv' },
  { title: 'ConvertTo-Json of several objects', text: '[\r\n  {"a": 1}\r\n]', format: 'json' },
  { title: 'ConvertTo-Json of one object', text: '\n{"a": 1}', format: 'json' },
  { title: 'Export-Clixml', text: '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">',
    format: 'clixml' },
  { title: 'Export-Clixml behind a declaration', text: '<?xml version="1.0"?>\n<Objs Version="1.1.0.1">',
    format: 'clixml' },
  { title: 'a calendar analysis as CSV', text: 'Local Log Time,ItemId,StartTime\r\n', format: 'calendar-log' },
  { title: 'the same table of another writer, quoted as CSV should be', text: '"Local Log Time","ItemId"\r\n', format: 'csv' },
  { title: 'a calendar analysis as XML', text: '<?xml version="1.0"?>\r\n<CalendarLogAnalysisItems>\r\n', format: 'calendar-xml' },
  { title: 'nothing', text: '', format: 'empty' },
  { title: 'blank lines', text: '\r\n \n', format: 'empty' },
]

const joined = async (text: string, size: number) => {
  const { format, blocks } = await formatOf(blocksOf(text, size), 'export')
  let all = ''
  for await (const block of blocks) all += block.text
  return { format, all }
}

for (const { title, text, format } of formats) {
  for (const size of [1, 5, Infinity]) {
    test(`${title} is ${format}, in blocks of ${size}, and no block is lost`, async t => {
      t.deepEqual(await joined(text, size), { format, all: text })
    })
  }
}

test('content of no known format is refused; so is a row that would pass for a header', async t => {
  t.is(await stopOf(() => joined('<!DOCTYPE html><html>', 7)), 'unknown-format 1')
  t.is(await stopOf(() => joined('<?xml version="1.0"?><feed/>', 7)), 'unknown-format 1')
  t.is(await stopOf(() => joined(row(28), 7)), 'unknown-format 1')
})

const binaries: readonly { title: string, head: Buffer }[] = [
  { title: 'a workbook', head: Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1') },
  { title: 'an old workbook', head: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
  { title: 'a PDF', head: Buffer.from('%PDF-1.7') },
  { title: 'packed by something else than gzip', head: Buffer.from('28b52ffd', 'hex') },
  { title: 'gzip within gzip', head: gzipSync('text') },
]

for (const { title, head } of binaries) {
  test(`${title} is refused`, async t => t.is(await stopOf(async () => refuseBinary(head, 'x')), 'unknown-format'))
}

test('text is not refused, nor is a lone control character', t => {
  for (const head of ['', 'a,b\r\n', 'a\tb\fc', `${'a'.repeat(40)}\x01`, 'a\0b']) {
    t.notThrows(() => refuseBinary(Buffer.from(head), 'x'))
  }
  t.notThrows(() => refuseBinary(Buffer.from('\uFEFFname', 'utf16le'), 'x'))
})
