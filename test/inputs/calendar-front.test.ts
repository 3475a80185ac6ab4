// Calendar logs from file to records, in the encodings that PowerShell writes; and the table of the vendor's page.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { type ReadOptions, readFile } from '../../engine/inputs/front.ts'
import { logOf, xmlOf } from './calendar-writer.ts'
import { tableSink } from './table.ts'

const folder = mkdtempSync(join(tmpdir(), 'np-calendar-'))
test.after.always(() => rmSync(folder, { recursive: true }))

let files = 0
const readContent = async (content: Buffer, options: Partial<ReadOptions> = {}) => {
  const path = join(folder, `${files++}.csv`)
  writeFileSync(path, content)
  const { table, sink } = tableSink()
  return { ...await readFile(path, sink, { display: 'calendar', ...options }), ...table }
}

const columns = ['NormalizedSubject', 'StartTime', 'TimeZone'] as const
const meetings = [{ 'Local Log Time': 'paź 01, 2023 11:41:45:4060', NormalizedSubject: 'Łódź, ó', TimeZone: '(UTC+01:00) Praha & Łódź' }, {}]
const expected = [
  ['paź 01, 2023 11:41:45:4060', 'Łódź, ó', '2023 06 01 12 30 00 0000', '(UTC+01:00) Praha & Łódź'],
  ['Jun 01, 2023 11:41:45:4060', 'Planning', '2023 06 01 12 30 00 0000', '(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb'],
]
const windows1250 = (text: string): Buffer => Buffer.from(text.replace(/[Łóź]/g, letter => ({ Ł: '\xa3', ó: '\xf3', ź: '\x9f' })[letter]!), 'latin1')

const writings: readonly { title: string, bytes: (text: string) => Buffer, options?: Partial<ReadOptions> }[] = [
  { title: 'UTF-8', bytes: text => Buffer.from(text) },
  { title: 'UTF-8 with a mark', bytes: text => Buffer.from(`\uFEFF${text}`) },
  { title: 'UTF-16LE with a mark, as > writes it', bytes: text => Buffer.from(`\uFEFF${text}`, 'utf16le') },
  { title: 'windows-1250, as Set-Content writes it, declared', bytes: windows1250, options: { encoding: 'windows-1250' } },
]
const shapes = [['calendar-log', logOf(meetings, { columns }), 'Local Log Time'], ['calendar-xml', xmlOf(meetings, columns), 'logtime']] as const

for (const [format, text, first] of shapes) {
  for (const { title, bytes, options } of writings) {
    test(`${format} in ${title}, and a second one behind it`, async t => {
      for (const blockSize of [1, 7, 65_536]) {
        const read = await readContent(Buffer.concat([bytes(text), bytes(text)]), { ...options, blockSize })
        t.is(read.format, format)
        t.deepEqual(read.headers, [[first, ...columns]])
        t.deepEqual(read.rows, [...expected, ...expected])
        t.deepEqual(read.refused, [])
      }
    })
  }
}

test('no message and no refusal holds what a file holds', async t => {
  const secret = 'secretname'
  const contents = [
    `Local Log Time,${secret},${secret}\n`, `Local Log Time,a\n"Jun 01, 2023 11:41:45:4060",${'x'.repeat(5 << 20)}${secret}`,
    `<CalendarLogAnalysisItems>${secret}`, `<CalendarLogAnalysisItems><CalendarLogAnalysis logtime="${secret}">${'x'.repeat(5 << 20)}`,
  ]
  for (const content of contents) {
    const error = await t.throwsAsync(() => readContent(Buffer.from(content)))
    const { diagnostic } = error as unknown as { diagnostic: { message: string, hint?: string, code: string } }
    // Names of columns may be told; that two are the same is the only message that does.
    if (diagnostic.code !== 'duplicate-column') t.false(JSON.stringify(diagnostic).includes(secret), content.slice(0, 60))
    t.truthy(diagnostic.hint)
  }
})

test('the table of the vendor\'s page is CSV', async t => {
  const table = 'logtime;starttime;normalizedsubject;timezone;appointmentstate\n' +
    '2023-06-01 11:41:45.406;2023-06-01 12:30:00;;(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb;1.0\n'
  const read = await readContent(Buffer.from(table))
  t.is(read.format, 'csv')
  t.deepEqual(read.rows, [['2023-06-01 11:41:45.406', '2023-06-01 12:30:00', '', '(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb', '1.0']])
})
