// Which format an input is in, told by its content; names of files prove nothing.
import { Stop } from '../diagnostics/diagnostic.ts'
import { lineKind } from './calendar-log-lines.ts'
import { atLine } from './place.ts'
import type { TextBlock } from './records.ts'
import { asIs } from './stretches.ts'
import { columnsOfGeneration, startsWithTime } from './tracking-log-columns.ts'
import { TrackingLogLine } from './tracking-log-line.ts'

/** `empty`: no content but perhaps a byte order mark or blank lines, as Export-Csv writes for no object. */
export type Format = 'tracking-log' | 'calendar-log' | 'calendar-xml' | 'csv' | 'json' | 'clixml' | 'empty'

/** A first line that goes on beyond this is not looked at further. */
const longestStart = 64 * 1024

/** Tells the format by the first line that is not blank, and gives the whole text again. Stops (3) at other content. */
export const formatOf = async (
  blocks: AsyncIterable<TextBlock>, display: string,
): Promise<{ readonly format: Format, readonly blocks: AsyncIterable<TextBlock> }> => {
  const iterator = blocks[Symbol.asyncIterator]()
  const seen: TextBlock[] = []
  let start = ''
  while (!decided(start)) {
    const block = await iterator.next()
    if (block.done) break
    seen.push(block.value)
    start = (start + block.value.text).trimStart()
  }
  const all = async function* (): AsyncGenerator<TextBlock, void> {
    yield* seen
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { format: told(start, display), blocks: all() }
}

const calendarRoot = '<CalendarLogAnalysisItems'

const decided = (start: string): boolean =>
  start.startsWith('{') || start.startsWith('[') || start.includes('<Objs') || start.includes(calendarRoot) || start.length > longestStart ||
  (!start.startsWith('<') && start.includes('\n'))

const told = (start: string, display: string): Format => {
  if (start === '') return 'empty'
  if (start.startsWith('{') || start.startsWith('[')) return 'json'
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<Objs\b/.test(start)) return 'clixml'
  if (/^(?:<\?xml[^>]*>\s*)?<CalendarLogAnalysisItems\b/.test(start)) return 'calendar-xml'
  if (start.startsWith('<')) throw unknown(display, 'it is XML or HTML, but no export of a cmdlet')
  if (/^#(?:Software|Version|Log-type|Date|Fields):/i.test(start)) return 'tracking-log'
  if (lineKind(start, 0) === 'header') return 'calendar-log'
  const line = start.split(/\r?\n/, 1)[0] ?? ''
  if (!startsWithTime(line)) return 'csv'
  if (columnsOfGeneration(cellsOf(line))) return 'tracking-log'
  // Read as CSV, the first row would pass for names of columns, which messages show.
  throw unknown(display, 'it begins like a row of a tracking log, but has none of the known numbers of cells')
}

const cellsOf = (line: string): number => {
  const cells = new TrackingLogLine()
  cells.enter(line, asIs)
  return cells.cut(0, line.length) ? cells.count : 0
}

const unknown = (display: string, message: string): Stop => new Stop(3, {
  code: 'unknown-format',
  message,
  place: atLine(display, 1),
  hint: 'give a raw tracking log, a calendar analysis as CSV or XML, or what Export-Csv, ConvertTo-Json or Export-Clixml writes',
})
