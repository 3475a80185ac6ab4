// Which row of a calendar begins in a line of what the cmdlet prints.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Calendar } from '../organisation/calendar/calendar.ts'
import { rawCells } from '../organisation/calendar/raw-cells.ts'
import type { CalendarRow } from '../organisation/calendar/row.ts'

/**
 * From a file name and a line, counted from 1, to the row that begins there. The time of the log stands in quotes at
 * the beginning of each row, in CSV as in XML, and in no text.
 */
export function rowsAtLines(
  { mailboxes }: Calendar, files: readonly string[],
): (file: string, line: number) => CalendarRow | undefined {
  const byPlace = new Map<string, CalendarRow>()
  for (const [place, path] of files.entries()) {
    const bytes = readFileSync(path)
    const text = bytes.toString(bytes[0] === 0xff ? 'utf16le' : 'utf8')
    let [at, line] = [-1, 1]
    for (const row of mailboxes[place]!.calls.flatMap(({ rows }) => rows)) {
      const next = text.indexOf(`"${rawCells(row, [])[0]}"`, at + 1)
      line += text.slice(Math.max(at, 0), next).split('\n').length - 1
      at = next
      byPlace.set(`${basename(path)} ${line}`, row)
    }
  }
  return (file, line) => byPlace.get(`${basename(file)} ${line}`)
}
