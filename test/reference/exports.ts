// Records as the files an administrator would bring: CSV of any delimiter and quoting, or JSON.
import type { ExportRecord } from './value.ts'

export type Format = { readonly kind: 'csv', readonly delimiter: string, readonly newline: string, readonly quoteAll: boolean } | { readonly kind: 'json' }

/** A file of records; all have the same columns. Lists are joined with `;` in CSV, and real in JSON. */
export function exportText(records: readonly ExportRecord[], columns: readonly string[], format: Format): string {
  if (format.kind === 'json') return JSON.stringify(records, undefined, 1)
  const { delimiter, newline, quoteAll } = format
  const quote = (text: string): string =>
    quoteAll || /["\r\n\ufeff]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
  // A number in front: no line is blank, or looks like a second header.
  const lines = records.map((record, index) => [String(index + 1), ...columns.map(column => [record[column] ?? ''].flat().join(';'))])
  return [['no', ...columns], ...lines].map(line => line.map(quote).join(delimiter) + newline).join('')
}

export const formats: readonly Format[] = [
  { kind: 'csv', delimiter: ',', newline: '\r\n', quoteAll: true }, { kind: 'json' }, { kind: 'csv', delimiter: ';', newline: '\n', quoteAll: false },
  { kind: 'csv', delimiter: '\t', newline: '\r\n', quoteAll: false },
]
