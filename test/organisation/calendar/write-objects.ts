// Calendar logs as objects, after ConvertFrom-Csv: all properties are texts. Through Export-Csv, ConvertTo-Json and
// Export-Clixml (exchange-domain.md §5).
import type { Records } from '../record.ts'
import { clixml } from '../write-clixml.ts'
import type { ClixmlOptions } from '../write-clixml.ts'
import { csv } from '../write-csv.ts'
import type { CsvOptions } from '../write-csv.ts'
import { json } from '../write-json.ts'
import type { JsonOptions } from '../write-json.ts'
import type { Calendar, Mailbox } from './calendar.ts'
import { logTime, properties } from './columns.ts'
import { rawLogTime, valueText, vendorTime } from './forms.ts'
import type { DateForm } from './forms.ts'
import { writeMailboxes } from './write-raw.ts'

/** `dates`: as printed (default), or as a script has turned them. */
export type ObjectOptions = { readonly dates?: DateForm }

/** Writes `folder/mailbox-NN.csv` for each mailbox, sound CSV; gives the paths in input order. */
export const writeCalendarCsv = (
  calendar: Calendar, folder: string, options: Omit<CsvOptions, 'times' | 'zone'> & ObjectOptions,
): readonly string[] => writeMailboxes(calendar, folder, 'csv', mailbox =>
  csv(records(mailbox, options), { ...options, times: 'exact' }, []))

export const writeCalendarJson = (calendar: Calendar, folder: string, options: JsonOptions & ObjectOptions): readonly string[] =>
  writeMailboxes(calendar, folder, 'json', mailbox => json(records(mailbox, options), options))

export const writeCalendarClixml = (calendar: Calendar, folder: string, options: ClixmlOptions & ObjectOptions): readonly string[] =>
  writeMailboxes(calendar, folder, 'xml', mailbox => clixml(records(mailbox, options), options))

const records = ({ calls }: Mailbox, { dates = 'raw' }: ObjectOptions): Records => ({
  type: 'System.Management.Automation.PSCustomObject',
  listType: 'System.Object[]',
  notes: [],
  objects: calls.flatMap(({ rows }) => rows.map(({ properties: cells }) => {
    const time = cells.OriginalLastModifiedTime
    return [
      [logTime, typeof time === 'object' ? dates === 'raw' ? rawLogTime(time) : vendorTime(time, false) : ''] as const,
      ...properties.map(name => [name, valueText(name, cells[name], dates)] as const),
    ]
  })),
})
