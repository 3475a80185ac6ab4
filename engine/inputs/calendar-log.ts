// Calendar logs as Get-CalendarDiagnosticAnalysis -OutputAs CSV writes them, which is no CSV.
import { Stop } from '../diagnostics/diagnostic.ts'
import { markLength } from './byte-order-mark.ts'
import { countLines, holdsHeader, lineKind, namesOf } from './calendar-log-lines.ts'
import { CalendarLogRecord } from './calendar-log-record.ts'
import { columnNames } from './csv-header.ts'
import { longestRecord } from './limits.ts'
import { atLine } from './place.ts'
import type { ReadRecords, TextBlock } from './records.ts'
import { readStretches } from './stretches.ts'

const tooLong = (file: string, line: number): Stop => new Stop(3, {
  code: 'too-long',
  message: 'a record is longer than 4 MiB; no calendar log has such records',
  place: atLine(file, line),
  hint: 'check that the file is what Get-CalendarDiagnosticAnalysis wrote, and export it again',
})

/**
 * Reads the text of Get-CalendarDiagnosticAnalysis (calendar-domain.md (c)), also that of many calls in one file, each
 * with a header of its own: `,` between cells, quotes as `CalendarLogRecord` says, raw line breaks inside cells, and
 * behind the last column a cell with the alerts. A record goes from a line that begins with a log time to the next such
 * line or header. One with another number of cells, or that can be cut into its cells in several ways, is refused
 * (`cell-count`); so is the last one of a file cut before its line ended, and each line that belongs to no record.
 * Stops (3) at records above 4 MiB and at two columns of one name.
 *
 * What nothing in the text can tell: a subject with a line break and then a whole log time begins a record.
 */
export const readCalendarLog: ReadRecords = (blocks, sink, file) => {
  const record = new CalendarLogRecord(file)
  let names: readonly string[] = []
  /** False where a header was lost in the middle of a line: then nothing tells the columns until the next one. */
  let bound = false
  let line = 1

  const readHeader = (text: string): void => {
    const columns = columnNames(namesOf(text), { file, line })
    bound = true
    if (columns.join() === names.join()) return
    names = record.columns = columns
    sink.header(columns, line)
  }

  const readRecord = (text: string, ended: boolean, decode: TextBlock['decode']): void => {
    const whole = bound && record.cut(text, decode, line) && (ended || record.alerts < text.length)
    if (whole) sink.record(record, line)
    else sink.refuse('cell-count', line, () => decode(text))
    if (holdsHeader(whole ? text.slice(record.alerts) : text)) bound = false
  }

  const readLines = (text: string, decode: TextBlock['decode']): void => {
    const start = markLength(text, 0)
    const content = text.slice(start).replace(/[\r\n]+$/, '')
    switch (lineKind(text, 0)) {
      case 'header': return readHeader(decode(content))
      case 'record': return readRecord(content, text.endsWith('\n'), decode)
      case 'other': if (content.trim() !== '') sink.refuse('cell-count', line, () => decode(content))
    }
  }

  return readStretches(blocks, (text, decode, last) => {
    let from = 0
    while (from < text.length) {
      const end = endOf(text, from)
      if (end < 0 && text.length - from > longestRecord || end - from > longestRecord) throw tooLong(file, line)
      if (end < 0 && !last) break
      const lines = text.slice(from, end < 0 ? text.length : end)
      readLines(lines, decode)
      line += countLines(lines)
      from += lines.length
    }
    return from
  })
}

/** Where the lines end that belong together from `from` on; -1 when the text to come may belong to them. */
const endOf = (text: string, from: number): number => {
  const next = text.indexOf('\n', from) + 1
  if (next === 0) return -1
  if (lineKind(text, from) !== 'record') return next
  for (let at = next; at > 0; at = text.indexOf('\n', at) + 1) if (lineKind(text, at) !== 'other') return at
  return -1
}
