// What Get-CalendarDiagnosticAnalysis prints, appended to one file a mailbox, as CSV and as XML (calendar-domain.md (c)).
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encoded } from '../encoding.ts'
import type { Encoding } from '../encoding.ts'
import type { Calendar, Call, Mailbox } from './calendar.ts'
import { alertColumns, logTime, properties } from './columns.ts'
import type { Property } from './columns.ts'
import { valueText } from './forms.ts'
import { rawCells } from './raw-cells.ts'
import type { CalendarRow } from './row.ts'

export type RawOptions = {
  readonly encoding?: Encoding
  /** One header a file, before calls that all have the plain columns; default false: each call has its own. */
  readonly oneHeader?: boolean
  /** A blank line behind each call, as cmdlets that write texts to a file leave it; default false. */
  readonly blankLines?: boolean
}

/** Writes `folder/mailbox-NN.csv` for each mailbox; gives the paths in input order. */
export const writeRawCalendars = (calendar: Calendar, folder: string, options: RawOptions = {}): readonly string[] =>
  writeMailboxes(calendar, folder, 'csv', mailbox => encoded(rawCsv(mailbox, options), options.encoding ?? 'utf8'))

/** The same as `folder/mailbox-NN.xml`: a document for each call, one after the other, none of them well-formed for sure. */
export const writeXmlCalendars = (
  calendar: Calendar, folder: string, options: { readonly encoding?: Encoding } = {},
): readonly string[] =>
  writeMailboxes(calendar, folder, 'xml', ({ calls }) => encoded(calls.map(xmlDocument).join(''), options.encoding ?? 'utf8'))

export const writeMailboxes = (
  { mailboxes }: Calendar, folder: string, extension: string, bytesOf: (mailbox: Mailbox) => Buffer,
): readonly string[] => {
  mkdirSync(folder, { recursive: true })
  return mailboxes.map((mailbox, place) => {
    const path = join(folder, `mailbox-${String(place + 1).padStart(2, '0')}.${extension}`)
    writeFileSync(path, bytesOf(mailbox))
    return path
  })
}

export const columnsOf = ({ header }: Pick<Call, 'header'>): readonly Property[] =>
  header === 'alerts' ? [...properties, ...alertColumns]
    : header === 'short' ? properties.filter(name => !missing.has(name)) : properties

/** Columns that a call may lack, where nothing in them changes. */
const missing: ReadonlySet<Property> = new Set(['ClientIntent', 'ChangeHighlight', 'Location', 'RecurrencePattern'])

const rawCsv = ({ calls }: Mailbox, { oneHeader = false, blankLines = false }: RawOptions): string =>
  calls.map((call, place) => {
    const columns = columnsOf(oneHeader ? { header: 'plain' } : call)
    const lines = call.rows.map((row, number) => rawLine(row, columns, place + number))
    const header = oneHeader && place > 0 ? [] : [[logTime, ...columns].join(',')]
    return [...header, ...lines, ...blankLines ? [''] : []].map(line => `${line}\r\n`).join('')
  }).join('')

/** A cell is quoted where it holds a comma; quotes and line breaks inside stay as they are. Then come the alerts. */
const rawLine = (row: CalendarRow, columns: readonly Property[], number: number): string => {
  const cells = rawCells(row, columns).map(cell => cell.includes(',') ? `"${cell}"` : cell)
  return [...cells, alerts[number % alerts.length]].join(',')
}

/** One more cell than the header has, without quotes: names of people stand here, too. */
const alerts = [
  '0 ALERTS:', '1 ALERTS:[Warning-OrganizerChanged:Organizer is not Anna Hansen]', '0 ALERTS:',
  '2 ALERTS:[Error-Moved:Item was moved, then deleted][Info-Delegate:Łukasz Müller acted]',
]

/** Names and types are sound; values stand as they are, with `&`, `<` and all. A missing property has no element. */
const xmlDocument = (call: Call): string => [
  '<?xml version="1.0"?>',
  '<CalendarLogAnalysisItems>',
  ...call.rows.flatMap(row => [
    `  <CalendarLogAnalysis logtime="${rawCells(row, [])[0]}">`,
    '    <Properties>',
    ...columnsOf(call).flatMap(name => {
      const value = row.properties[name]
      return value === undefined ? [] : [`      <${name} Type="${typeName(value)}">${valueText(name, value, 'raw')}</${name}>`]
    }),
    '    </Properties>',
    '  </CalendarLogAnalysis>',
  ]),
  '</CalendarLogAnalysisItems>',
].map(line => `${line}\r\n`).join('')

const typeName = (value: unknown): string =>
  ({ string: 'System.String', number: 'System.Int32', boolean: 'System.Boolean' })[typeof value as string] ?? 'ExDateTime'
