// Message tracking logs as Exchange writes them.
import { Stop } from '../diagnostics/diagnostic.ts'
import { markLength } from './byte-order-mark.ts'
import { longestRecord } from './limits.ts'
import { atLine } from './place.ts'
import type { ReadRecords, TextBlock } from './records.ts'
import { readStretches } from './stretches.ts'
import { columnsOfGeneration } from './tracking-log-columns.ts'
import { TrackingLogLine } from './tracking-log-line.ts'

const hash = 35
const carriageReturn = 13
const fieldsLine = '#Fields:'

const tooLong = (file: string, line: number): Stop => new Stop(3, {
  code: 'too-long',
  message: 'a line is longer than 4 MiB; no tracking log has such lines',
  place: atLine(file, line),
  hint: 'check that the file is a whole tracking log, and copy it again',
})

const noColumns = (file: string, line: number, count: number): Stop => new Stop(3, {
  code: 'unknown-format',
  message: `the log has no #Fields: line, and its first row has ${count} cells; known are 21, 26, 27 and 30`,
  place: atLine(file, line),
  hint: 'copy the log again with its head, or add the #Fields: line of another log of the same server',
})

/**
 * Reads raw message tracking logs (exchange-domain.md §1), also several in one file: comma-separated lines below a
 * `#Fields:` line. Lists are joined by `;`. A line whose quotes do not pair, such as the last one of a log copied while
 * Exchange wrote to it, is refused and the next one read. Stops (3) at lines above 4 MiB and at unknown columns.
 */
export const readTrackingLog: ReadRecords = (blocks, sink, file) => {
  const cells = new TrackingLogLine()
  let columns: readonly string[] | undefined
  let line = 0

  const enterColumns = (names: readonly string[]): readonly string[] => {
    if (names.join() !== columns?.join()) sink.header(names, line)
    return names
  }

  const readLine = (text: string, begin: number, end: number, decode: TextBlock['decode']): void => {
    line++
    if (end - begin > longestRecord) throw tooLong(file, line)
    const from = begin + markLength(text, begin)
    const to = text.charCodeAt(end - 1) === carriageReturn && end > from ? end - 1 : end
    if (to === from) return
    if (text.charCodeAt(from) === hash) {
      if (!text.startsWith(fieldsLine, from)) return
      columns = enterColumns(text.slice(from + fieldsLine.length, to).split(',').map(name => name.trim()))
    } else if (!cells.cut(from, to)) {
      sink.refuse('broken-quotes', line, () => decode(text.slice(from, to)))
    } else {
      columns ??= enterColumns(generation(cells.count))
      if (cells.count === columns.length) sink.record(cells, line)
      else sink.refuse('cell-count', line, () => decode(text.slice(from, to)))
    }
  }

  const generation = (count: number): readonly string[] => {
    const names = columnsOfGeneration(count)
    if (!names) throw noColumns(file, line, count)
    return names
  }

  return readStretches(blocks, (text, decode, last) => {
    cells.enter(text, decode)
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      readLine(text, from, end, decode)
      from = end + 1
    }
    if (text.length - from > longestRecord) throw tooLong(file, line + 1)
    if (last && from < text.length) readLine(text, from, text.length, decode)
    return from
  })
}
