// All that writes a calendar log into files.
import { type Calendar } from '../organisation/calendar/calendar.ts'
import { isPlainInRawCsv, isPlainInXml } from '../organisation/calendar/raw-cells.ts'
import type { CalendarRow } from '../organisation/calendar/row.ts'
import { writeCalendarClixml, writeCalendarCsv, writeCalendarJson } from '../organisation/calendar/write-objects.ts'
import { writeRawCalendars, writeXmlCalendars } from '../organisation/calendar/write-raw.ts'
import { writeCalendarTables } from '../organisation/calendar/write-table.ts'

export type CalendarExport = {
  /** Writes files below a folder; gives their paths in input order. */
  readonly write: (calendar: Calendar, folder: string) => readonly string[]
  /** In a form that escapes nothing: the rows a reader can be sure of. Where this is missing, all of them. */
  readonly isPlain?: (row: CalendarRow) => boolean
  /** Whole numbers are written as fractions. */
  readonly fractions?: true
}

const raw = (options: Parameters<typeof writeRawCalendars>[2]): CalendarExport =>
  ({ write: (calendar, folder) => writeRawCalendars(calendar, folder, options), isPlain: isPlainInRawCsv })
const xml = (options: Parameters<typeof writeXmlCalendars>[2]): CalendarExport =>
  ({ write: (calendar, folder) => writeXmlCalendars(calendar, folder, options), isPlain: isPlainInXml })
const csv = (options: Parameters<typeof writeCalendarCsv>[2]): CalendarExport =>
  ({ write: (calendar, folder) => writeCalendarCsv(calendar, folder, options) })
const json = (options: Parameters<typeof writeCalendarJson>[2]): CalendarExport =>
  ({ write: (calendar, folder) => writeCalendarJson(calendar, folder, options) })
const clixml = (options: Parameters<typeof writeCalendarClixml>[2]): CalendarExport =>
  ({ write: (calendar, folder) => writeCalendarClixml(calendar, folder, options) })

export const printed = {
  'printed as CSV': raw({}),
  'printed as CSV with a byte order mark': raw({ encoding: 'utf8-bom', blankLines: true }),
  'printed as CSV and redirected': raw({ encoding: 'utf16le', oneHeader: true }),
  'printed as XML': xml({}),
  'printed as XML and redirected': xml({ encoding: 'utf16le' }),
} as const

export const objects = {
  'CSV of PowerShell 5.1': csv({ shell: '5.1' }),
  'CSV of PowerShell 5.1, with tabs, in UTF-16': csv({
    shell: '5.1', delimiter: '\t', encoding: 'utf16le', dates: 'vendor',
  }),
  'CSV of PowerShell 7 with few quotes': csv({ shell: '7', delimiter: ';', quotes: 'as-needed' }),
  'JSON of PowerShell 5.1': json({ shell: '5.1', dates: 'vendor' }),
  'JSON of PowerShell 7': json({ shell: '7' }),
  'JSON, an object a line': json({ shell: '7', lines: true }),
  'CLIXML of PowerShell 5.1': clixml({ shell: '5.1' }),
  'CLIXML of selected properties': clixml({ shell: '7', selected: true, dates: 'vendor' }),
} as const

/** What the vendor's own script makes of it. */
export const table: CalendarExport = { write: writeCalendarTables, fractions: true }
