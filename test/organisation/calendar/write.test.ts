// The files that the calendar writers leave: each decodes by the rules of its own shape to the same rows in the same order.
import { parse } from 'csv-parse/sync'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { SaxesParser } from 'saxes'
import test from 'ava'
import { generateOrganisation } from '../organisation.ts'
import { generateCalendar, rowsOf } from './calendar.ts'
import { properties, propertyOf, vendorColumns } from './columns.ts'
import { rawLogTime, valueText, vendorTime } from './forms.ts'
import { readRawCsv, readXml } from './reading.ts'
import { isPlainInRawCsv, isPlainInXml } from './raw-cells.ts'
import { writeCalendarClixml, writeCalendarCsv, writeCalendarJson } from './write-objects.ts'
import { writeRawCalendars, writeXmlCalendars } from './write-raw.ts'
import { writeCalendarTables } from './write-table.ts'

const organisation = generateOrganisation({ seed: 9, version: '2016', edge: false })
const calendar = generateCalendar(organisation, { seed: 9, mailboxes: 3 })
const plain = generateCalendar(organisation, { seed: 9, mailboxes: 3, plain: true })
const rows = rowsOf(calendar.mailboxes)
const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
test.after.always(() => rmSync(folder, { recursive: true }))

/** Text of a file, by its byte order mark. */
const decoded = (path: string): string => {
  const bytes = readFileSync(path)
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8')
  return text.replace(/^\ufeff/, '')
}

const rawText = (form: 'raw' | 'vendor') =>
  ({ properties: cells }: typeof rows[number], name: typeof properties[number]): string => valueText(name, cells[name], form)

for (const [form, expected] of [
  ['raw', ['May 13, 2024 08:30:05:1234', '2024 05 13 08 30 05 1234', '2024 05 13 08 30 05 1234']],
  ['vendor', ['2024-05-13 08:30:05.123', '2024-05-13 08:30:05', '2024-05-13 08:30:05.123']],
] as const) {
  test(`a time in the ${form} form: of the log, of a begin, of a change`, t => {
    const moment = { ticks: Date.UTC(2024, 4, 13, 8, 30, 5, 123) * 10 + 4 }
    t.deepEqual([
      form === 'raw' ? rawLogTime(moment) : vendorTime(moment, false),
      valueText('StartTime', moment, form), valueText('CreationTime', moment, form),
    ], [...expected])
  })
}

for (const encoding of ['utf8', 'utf16le'] as const) {
  test(`raw CSV in ${encoding}: a header for each call, with columns of its own, and one cell more in each row`, t => {
    const paths = writeRawCalendars(plain, join(folder, `raw-${encoding}`), { encoding })
    t.deepEqual(paths.map(path => basename(path)), ['mailbox-01.csv', 'mailbox-02.csv', 'mailbox-03.csv'])
    const text = paths.map(decoded).join('')
    const headers = text.split('\r\n').filter(line => line.startsWith('Local Log Time,'))
    t.is(headers.length, plain.mailboxes.flatMap(({ calls }) => calls).length)
    t.is(new Set(headers).size, 3)
    const back = readRawCsv(text)
    const given = rowsOf(plain.mailboxes)
    t.is(back.length, given.length)
    t.true(back.every(({ alerts }) => /^\d ALERTS:/.test(alerts)) && back.some(({ alerts }) => alerts.includes(',')))
    for (const [place, row] of given.entries()) {
      for (const column of vendorColumns.slice(1)) {
        t.is(back[place]?.cells.get(propertyOf(column)), rawText('raw')(row, propertyOf(column)), column)
      }
    }
  })
}

test('raw CSV: quotes stand around cells with commas only, and are never doubled', t => {
  const mailboxes = [{ ...calendar.mailboxes[0]!, calls: [{ rows, header: 'plain' as const }] }]
  const [path = ''] = writeRawCalendars({ ...calendar, mailboxes }, join(folder, 'quotes'))
  const text = decoded(path)
  t.true(text.includes(',"Say "hi", Bob",') && text.includes(',"Quoted" from the start,'))
  t.true(text.includes(',"first line\r\nsecond line, with a comma",') && text.includes(',folded\r\n header,'))
  t.true(text.includes('(US & Canada),'))
  t.true(text.includes(',"Room 1, "Łódź"",'))
})

test('one header a file, or a blank line between calls, where that is asked for', t => {
  const header = writeRawCalendars(plain, join(folder, 'one-header'), { oneHeader: true })
  t.true(header.every(path => decoded(path).split('Local Log Time,').length === 2))
  const [text = ''] = writeRawCalendars(plain, join(folder, 'blank-lines'), { blankLines: true }).map(decoded)
  t.is(text.split('\r\n\r\n').length - 1, plain.mailboxes[0]!.calls.length)
})

test('XML: a document for each call, values as they are, missing properties left out', t => {
  const text = writeXmlCalendars(calendar, join(folder, 'xml')).map(decoded).join('')
  const documents = text.split('<?xml version="1.0"?>\r\n<CalendarLogAnalysisItems>').length - 1
  t.is(documents, calendar.mailboxes.flatMap(({ calls }) => calls).length)
  t.true(text.includes('(UTC-08:00) Pacific Time (US & Canada)<') && text.includes('>R&D <weekly> sync<'))
  t.throws(() => new SaxesParser().write(text).close())
  const back = readXml(text)
  t.is(back.length, rows.length)
  for (const [place, row] of rows.entries()) {
    for (const column of vendorColumns.slice(1)) {
      t.is(back[place]?.get(propertyOf(column)) ?? '', rawText('raw')(row, propertyOf(column)), column)
    }
  }
  t.true(back.some(one => !one.has('SenderEmailAddress')))
})

for (const dates of ['raw', 'vendor'] as const) {
  test(`objects with ${dates} dates: CSV, JSON and CLIXML hold the same texts`, t => {
    const at = (name: string): string => join(folder, `${name}-${dates}`)
    const csv = writeCalendarCsv(calendar, at('csv'), { shell: '5.1', dates }).map(decoded)
      .flatMap(text => parse(text.replace(/^#TYPE.*\r\n/, ''), { columns: true }) as readonly Record<string, string>[])
    const json = writeCalendarJson(calendar, at('json'), { shell: '7', dates }).map(decoded)
      .flatMap(text => JSON.parse(text) as readonly Record<string, string>[])
    const expected = rows.map(row => Object.fromEntries([
      ['Local Log Time', dates === 'raw' ? rawLogTime(row.properties.OriginalLastModifiedTime as { ticks: number })
        : vendorTime(row.properties.OriginalLastModifiedTime as { ticks: number }, false)],
      ...properties.map(name => [name, rawText(dates)(row, name)]),
    ]))
    t.deepEqual(csv, expected)
    t.deepEqual(json, expected)
    const clixml = writeCalendarClixml(calendar, at('clixml'), { shell: '5.1', dates }).map(decoded).join('')
    const found = [...clixml.matchAll(/<S N="(?:CreationTime|GlobalObjectId)">([^<]*)<\/S>/g)].map(([, text]) => text)
    t.deepEqual(found, expected.flatMap(one => [one['GlobalObjectId'], one['CreationTime']]))
  })
}

test('the table of the vendor\'s page: its 23 columns, dates and fractions', t => {
  const back = writeCalendarTables(calendar, join(folder, 'table')).map(decoded)
    .flatMap(text => parse(text, { columns: true, delimiter: ';', record_delimiter: '\n' }) as readonly Record<string, string>[])
  t.deepEqual(Object.keys(back[0] ?? {}), [...vendorColumns])
  t.deepEqual(back.map(one => one['appointmentstate']), rows.map(({ properties: cells }) => `${String(cells.AppointmentState)}.0`))
  for (const [place, row] of rows.entries()) {
    t.is(back[place]?.['starttime'], rawText('vendor')(row, 'StartTime'))
    t.is(back[place]?.['logtime'], back[place]?.['originallastmodifiedtime'])
    t.is(back[place]?.['normalizedsubject'], rawText('vendor')(row, 'NormalizedSubject'))
  }
})

const spoilers = [
  ['a quote beside a comma', 'Say "hi", Bob', false, true],
  ['a quote at the beginning', '"Quoted" from the start', false, true],
  ['a line break', 'folded\r\n header', false, true],
  ['a quote inside', 'Say "hi"', true, true],
  ['a comma', 'Budget, Q3', true, true],
  ['the end of an element', '</Subject><StartTime Type="x">', true, false],
  ['other signs of XML', 'R&D <weekly> sync', true, true],
] as const
for (const [title, subject, inCsv, inXml] of spoilers) {
  test(`${title} ${inCsv ? 'leaves' : 'spoils'} a row of the raw CSV, ${inXml ? 'leaves' : 'spoils'} one of the XML`, t => {
    const row = { properties: { Subject: subject }, truth: undefined }
    t.deepEqual([isPlainInRawCsv(row), isPlainInXml(row)], [inCsv, inXml])
  })
}
