// How lines of Get-CalendarDiagnosticAnalysis -OutputAs CSV begin.
import { markLength } from './byte-order-mark.ts'

const header = /local log time,/iy

/**
 * The log time of a record: `"MMM dd, yyyy HH:mm:ss:ffff",` with the month in the server's language and its own sign for
 * `:`, or without quotes as it stands in figures (calendar-domain.md (c)). Letters may be several characters each.
 */
const record = new RegExp([
  '"[^ \\t\\r\\n",]{1,24} \\d{1,2}, \\d{4} \\d{2}([:.])\\d{2}\\1\\d{2}\\1\\d{4}",',
  '\\d{4} \\d\\d \\d\\d \\d\\d \\d\\d \\d\\d \\d{4},',
  '\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,7})?Z?,',
].join('|'), 'y')

export type LineKind = 'header' | 'record' | 'other'

/** What begins in the line at `from`, where a byte order mark may stand. */
export const lineKind = (text: string, from: number): LineKind => {
  const start = from + markLength(text, from)
  header.lastIndex = start
  if (header.test(text)) return 'header'
  record.lastIndex = start
  return record.test(text) ? 'record' : 'other'
}

/** The names of a header line; blank ones at its end are none, since the ALERTS cell has no name. */
export const namesOf = (line: string): readonly string[] => line.replace(/[\s,]+$/, '').split(',')

/** Whether a header stands behind other text in its line, as where a file without a last line end was put before it. */
export const holdsHeader = (text: string): boolean => /.local log time,/i.test(text)

/** How many lines end in the text. */
export const countLines = (text: string): number => {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
