// The table of the vendor's page: what its own script hands to the step that hides addresses and subjects
// (exchange-integration.md, Exporting meetings).
import { encoded } from '../encoding.ts'
import type { Calendar, Mailbox } from './calendar.ts'
import { propertyOf, vendorColumns } from './columns.ts'
import { valueText } from './forms.ts'
import { writeMailboxes } from './write-raw.ts'

/** Writes `folder/mailbox-NN.csv`: 23 columns in the page's order, `;`, LF, quotes where they are needed. */
export const writeCalendarTables = (calendar: Calendar, folder: string): readonly string[] =>
  writeMailboxes(calendar, folder, 'csv', mailbox => encoded(table(mailbox), 'utf8'))

const table = ({ calls }: Mailbox): string => [
  vendorColumns,
  ...calls.flatMap(({ rows }) => rows.map(({ properties }) => vendorColumns.map(column => {
    const name = propertyOf(column)
    const text = valueText(name, properties[name], 'vendor')
    // A table with blanks in a column of whole numbers: they become fractions.
    return quoted(column === 'appointmentstate' && text !== '' ? `${text}.0` : text)
  }))),
].map(cells => `${cells.join(';')}\n`).join('')

const quoted = (cell: string): string => /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
