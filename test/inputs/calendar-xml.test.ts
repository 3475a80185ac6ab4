// What Get-CalendarDiagnosticAnalysis -OutputAs XML writes: tags around texts that nobody escaped.
import test from 'ava'
import fc from 'fast-check'
import { readCalendarXml } from '../../engine/inputs/calendar-xml.ts'
import { type Meeting, advanced, basic, cellsOf, xmlOf } from './calendar-writer.ts'
import { blocksOf } from './reading.ts'
import { readTable, stopIn } from './table.ts'

const read = (text: string, size?: number, list?: readonly string[]) => readTable(readCalendarXml, blocksOf(text, size, true), list)

const document = (...items: readonly string[]): string => `<CalendarLogAnalysisItems>\n${items.map(item => `${item}\n`).join('')}</CalendarLogAnalysisItems>\n`
const item = (properties: string, behind = ''): string =>
  `<CalendarLogAnalysis logtime="Jun 01, 2023 11:41:45:4060"><Properties>${properties}</Properties>${behind}</CalendarLogAnalysis>`
const property = (name: string, value: string): string => `<${name} Type="String">${value}</${name}>`
const t1 = 'Jun 01, 2023 11:41:45:4060'

type Case = {
  title: string, text: string, columns?: string[][], rows?: string[][], lines?: number[], refused?: string[], stop?: string
}

const files: readonly Case[] = [
  { title: 'an item', text: document(item(property('Subject', 'Planning'))), rows: [[t1, 'Planning']], lines: [2] },
  { title: 'a declaration and a mark first', text: `\uFEFF<?xml version="1.0" encoding="utf-16"?>\r\n${document(item(property('Subject', 'x')))}`, rows: [[t1, 'x']], lines: [3] },
  { title: 'signs that XML would not take', text: document(item(property('Subject', 'a < b & c > "d" <e> &nbsp;'))), rows: [[t1, 'a < b & c > "d" <e> &nbsp;']] },
  { title: 'signs that are escaped all the same', text: document(item(property('Subject', 'R&amp;D &lt;1&gt; &#8364;&#x20AC; &#0;'))), rows: [[t1, 'R&D <1> €€ &#0;']] },
  { title: 'white space between properties, and within', text: document(item(`\r\n  ${property('Subject', ' a\r\n b ')}\r\n\r\n`)), rows: [[t1, ' a\r\n b ']] },
  { title: 'a blank value in either form', text: document(item(property('Subject', '') + '<Location Type="String" />')), columns: [['logtime', 'Subject', 'Location']], rows: [[t1, '', '']] },
  { title: 'other elements behind the properties', text: document(item(property('Subject', 'x'), '<Alerts><Alert>late</Alert></Alerts>')), rows: [[t1, 'x']] },
  { title: 'items with properties of their own', text: document(item(property('Subject', 'x')), item(property('Subject', 'y')), item(property('Location', 'z'))),
    columns: [['logtime', 'Subject'], ['logtime', 'Location']], rows: [[t1, 'x'], [t1, 'y'], [t1, 'z']], lines: [2, 3, 4] },
  { title: 'several documents', text: document(item(property('Subject', 'x'))) + `\uFEFF<?xml version="1.0"?>${document(item(property('Subject', 'y')))}`, rows: [[t1, 'x'], [t1, 'y']] },
  { title: 'no item', text: '<CalendarLogAnalysisItems />\n', columns: [] },
  { title: 'a text that ends its own property', text: document(item(property('Subject', 'x</Subject> y')), item(property('Subject', 'z'))), rows: [[t1, 'z']], refused: ['broken-item 2'] },
  { title: 'a text that fakes another property', text: document(item(property('Subject', 'x</Subject><StartTime>1</StartTime><Subject>y') + property('Duration', '60'))), columns: [], refused: ['broken-item 2'] },
  { title: 'a text with the end of another property', text: document(item(property('Subject', 'x</StartTime>'))), columns: [], refused: ['broken-item 2'] },
  { title: 'a property that stands twice', text: document(item(property('Subject', 'x') + property('subject', 'y'))), columns: [], refused: ['broken-item 2'] },
  { title: 'a text that ends its item', text: document(item(property('Subject', 'x</Subject></Properties></CalendarLogAnalysis>')), item(property('Subject', 'z'))), rows: [[t1, 'z']], refused: ['broken-item 2'] },
  { title: 'a text that ends its properties', text: document(item(property('Subject', 'x</Subject></Properties>') + property('Duration', '60'))), columns: [], refused: ['broken-item 2'] },
  { title: 'a text that begins an item', text: document(item(property('Subject', '<CalendarLogAnalysis logtime="x"><Properties><Subject>'))), columns: [], refused: ['broken-item 2'] },
  { title: 'no log time', text: document(item(property('Subject', 'x')).replace(/ logtime="[^"]*"/, '')), columns: [], refused: ['broken-item 2'] },
  { title: 'a file that is cut inside an item', text: document(item(property('Subject', 'x')), item(property('Subject', 'y'))).slice(0, -60), rows: [[t1, 'x']], refused: ['broken-item 3'] },
  { title: 'a file that is cut between items', text: `${document(item(property('Subject', 'x'))).slice(0, -28)}\n`, rows: [[t1, 'x']], refused: ['broken-item 4'] },
  { title: 'a broken last item', text: document(item(property('Subject', '</CalendarLogAnalysisItems></CalendarLogAnalysis>'))), columns: [], refused: ['broken-item 2'] },
  { title: 'another kind of element', text: '<CalendarLogAnalysisItems>\n<Item logtime="x"/>\n</CalendarLogAnalysisItems>', columns: [], stop: 'bad-xml 2' },
  { title: 'text where items stand', text: `${document(item(property('Subject', 'x')))}done`, rows: [[t1, 'x']], stop: 'bad-xml 4' },
]

for (const { title, text, columns = [['logtime', 'Subject']], rows = [], lines, refused = [], stop } of files) {
  test(title, async t => {
    for (const size of [1, 2, 7, 64, Infinity]) {
      const log = await read(text, size)
      t.deepEqual(log.headers, columns)
      t.deepEqual(log.rows, rows)
      t.deepEqual(log.refused, refused)
      t.is(log.stop, stop)
      if (lines) t.deepEqual(log.lines, lines)
    }
  })
}

test('a list is read as elsewhere', async t => {
  t.deepEqual((await read(document(item(property('To', 'a@x.y; b@x.y'))), 7, ['To'])).rows, [[t1, 'a@x.y | b@x.y']])
})

test('what the cmdlet writes of ordinary meetings comes back, whatever the blocks', async t => {
  const meetings: readonly Meeting[] = [{ Subject: 'R&D, "Q3" <draft>' }, { TimeZone: '(UTC-08:00) Pacific Time (US & Canada)' }, { Subject: 'Łódź 東京 😀' }]
  for (const size of [1, 3, 64, 1000, Infinity]) {
    const log = await read(xmlOf(meetings, advanced), size)
    t.deepEqual(log.headers, [['logtime', ...advanced]])
    t.deepEqual(log.rows, meetings.map(meeting => cellsOf(meeting, advanced)))
    t.deepEqual(log.refused, [])
  }
})

test('an item of 4 MiB is read in time, a longer one stops the run', async t => {
  const long = 'x'.repeat(4 << 20)
  t.is((await read(document(item(property('Subject', long.slice(200)))), 65_536)).rows.length, 1)
  t.is((await read(document(item(property('Subject', long))), 65_536)).stop, 'too-long 2')
  t.is((await read(`<CalendarLogAnalysisItems>${item(property('Subject', `${long}${long}`)).slice(0, -10)}`, 65_536)).stop, 'too-long 1')
})

/** All but the end of an item with the beginning of another: whoever writes both writes an item. */
const hostile = fc.string({
  unit: fc.constantFrom('<', '</', '>', '&', '"', '/', ' ', 'x', 'ž', '\n', '<Subject>', '</Subject>', '</NormalizedSubject>', '<StartTime Type="x">', '</StartTime>',
    '<Foo>', '</Foo>', '<Foo/>', '</Properties>', '<Properties>', '</CalendarLogAnalysis>', '</CalendarLogAnalysisItems>'),
  maxLength: 12,
})

test('whatever texts hold, an item is exact or refused', async t => {
  const chosen = ['NormalizedSubject', 'Subject', 'Location', 'SentRepresentingDisplayName'] as const
  const alike = hostile.map((text): Meeting => ({ NormalizedSubject: text, Subject: text }))
  const apart = fc.tuple(hostile, hostile, hostile, hostile).map((texts): Meeting => Object.fromEntries(chosen.map((name, index) => [name, texts[index]!])))
  let exact = 0
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(alike, apart), { minLength: 1, maxLength: 3 }), fc.constantFrom(basic, advanced), async (meetings, columns) => {
    const found: Meeting[] = []
    let header: readonly string[] = []
    const stop = await stopIn(() => readCalendarXml(blocksOf(xmlOf(meetings, columns), Infinity, true), {
      header: names => { header = names },
      record: cells => { found.push(Object.fromEntries(header.map((name, index) => [name, cells.text(index)]))) },
      refuse: () => undefined,
    }, 'log'))
    // A text with the whole end of a document: nothing of such a run is delivered.
    if (stop) return t.is(stop.diagnostic.code, 'bad-xml')
    const names = ['logtime', ...columns]
    const expected = meetings.map(meeting => cellsOf(meeting, columns).join(' | '))
    for (const one of found) t.true(expected.includes(names.map(name => one[name] ?? '').join(' | ')), JSON.stringify(one))
    exact += found.length
  }), { numRuns: 1500 })
  t.true(exact > 100)
})

test('whatever stands in a file, it ends in items, refusals or a Stop, the same for any blocks', async t => {
  const unit = fc.constantFrom('a', 'ž', '<', '>', '\n', '</Subject>', '</Properties>', '</CalendarLogAnalysis>', '<CalendarLogAnalysis logtime="x">', '<Properties>', '<Subject>',
    '<CalendarLogAnalysisItems>', '</CalendarLogAnalysisItems>', '<?xml version="1.0"?>', item(property('Subject', 'x')))
  await fc.assert(fc.asyncProperty(fc.string({ unit, maxLength: 30 }), fc.integer({ min: 1, max: 30 }), async (text, size) => {
    const given = `<CalendarLogAnalysisItems>${text}`
    t.deepEqual(await read(given, size), await read(given))
  }), { numRuns: 1500 })
})
