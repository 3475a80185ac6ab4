// Calendar logs as Get-CalendarDiagnosticAnalysis -OutputAs XML writes them, which is no XML.
import { Stop } from '../diagnostics/diagnostic.ts'
import { countLines } from './calendar-log-lines.ts'
import { CalendarItem } from './calendar-xml-item.ts'
import { longestRecord } from './limits.ts'
import { atLine } from './place.ts'
import type { ReadRecords, TextBlock } from './records.ts'
import { readStretches } from './stretches.ts'

const itemStart = /<CalendarLogAnalysis[\s>]/y
const itemEnd = '</CalendarLogAnalysis>'
/** What stands around items: white space, byte order marks, declarations, the beginning and the end of documents. */
const mark = /(?:\s|\u00EF\u00BB\u00BF)+|<\?xml[^<>]*\?>|<(\/?)CalendarLogAnalysisItems(?:\s[^<>]*)?\/?>/y
const beginning = /<\?xml\s|<CalendarLogAnalysis(?:Items)?[\s/>]/g
const markOrItem = new RegExp(`${beginning.source}|<\\/CalendarLogAnalysisItems[\\s>]`, 'g')
const documentEnd = '</CalendarLogAnalysisItems'
/** Longer than any such mark. */
const longestMark = 1024

/**
 * Reads the items of one or more documents (calendar-domain.md (c)); the attribute `logtime` becomes a column beside the
 * properties, and a property that an item lacks is no column of it. An item that can be read in more than one way, that
 * stray text follows or that does not end, is refused (`broken-item`), and a document that does not end counts as one
 * more. Stops (3) with `bad-xml` where anything but items stands in a document, with `too-long` at items above 4 MiB.
 *
 * What nothing in the text can tell: a subject that holds the whole end of its item and the beginning of another.
 */
export const readCalendarXml: ReadRecords = (blocks, sink, file) => {
  const item = new CalendarItem(file)
  let names = ''
  let line = 1
  let open = false

  const stop = (code: 'bad-xml' | 'too-long', message: string): Stop => new Stop(3, {
    code, message, place: atLine(file, line), hint: 'export again with Get-CalendarDiagnosticAnalysis, as CSV or XML',
  })

  const refuse = (text: string, decode: TextBlock['decode']): void =>
    sink.refuse('broken-item', line, () => decode(text))

  const take = (): void => {
    if (item.names.join() !== names) {
      names = item.names.join()
      sink.header(item.names, line)
    }
    sink.record(item, line)
  }

  /** Reads the item at `from`; gives the place behind it, and behind stray text that follows, or -1 to wait for more. */
  const readAt = (text: string, from: number, decode: TextBlock['decode'], last: boolean): number => {
    const end = text.indexOf(itemEnd, from)
    const behind = end < 0 ? text.length : end + itemEnd.length
    const next = placeOf(markOrItem, text, behind)
    const alone = end >= 0 && (next >= 0 || last) && text.slice(behind, next < 0 ? undefined : next).trim() === ''
    const sound = alone && item.read(text.slice(from, end), decode, line)
    // Behind a broken item the end of a document may be part of a text.
    const resumed = sound || end < 0 ? next : placeOf(beginning, text, behind)
    const until = resumed < 0 ? text.length : resumed
    if (until - from > longestRecord) {
      throw stop('too-long', 'an item is longer than 4 MiB; no calendar log has such items')
    }
    if (resumed < 0 && !last) return -1
    if (sound) take()
    else {
      refuse(text.slice(from, end < 0 ? undefined : end), decode)
      open = end >= 0 && !text.slice(behind, until).includes(documentEnd)
    }
    return until
  }

  return readStretches(blocks, (text, decode, last) => {
    let from = 0
    while (from < text.length) {
      mark.lastIndex = itemStart.lastIndex = from
      const around = mark.exec(text)
      let end = from + (around?.[0].length ?? 0)
      if (around) open = around[1] === undefined ? open : around[1] === '' && !around[0].endsWith('/>')
      else if (itemStart.test(text)) end = readAt(text, from, decode, last)
      else if (last || text.length - from > longestMark) {
        throw stop('bad-xml', 'something else than items stands in the analysis')
      }
      if (end <= from) break
      line += countLines(text.slice(from, end))
      from = end
    }
    if (last && open) refuse('', decode)
    return from
  })
}

/** Where a pattern first matches from `from` on; -1 when nowhere in the text. */
const placeOf = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}
