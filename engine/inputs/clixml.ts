// Records from CLIXML, as Export-Clixml of any PowerShell writes it.
import { SaxesParser } from 'saxes'
import { Stop } from '../diagnostics/diagnostic.ts'
import { clixmlCells, unescaped } from './clixml-cells.ts'
import { clixmlObjects } from './clixml-objects.ts'
import { atLine } from './place.ts'
import { asIs, decodeOf } from './stretches.ts'
import type { ReadRecords } from './records.ts'

/** Longer than any object of an export; what is longer is not one. */
const longestRecord = 16 * 1024 * 1024

/**
 * Reads the objects of an export; see `clixmlObjects` for what becomes a column and `clixmlCells` for the cells
 * (exchange-domain.md §5, [MS-PSRP] 2.2.5). Memory holds one object, however long the file. Stops the run with
 * `bad-xml` or `too-long`; a document type, and with it any entity of its own, is refused.
 */
export const readClixml: ReadRecords = async (blocks, sink, file) => {
  const fail = (message: string, code: 'bad-xml' | 'too-long' = 'bad-xml') =>
    new Stop(3, { code, message, hint: exportAgain, place: atLine(file, parser.line) })
  const parser = new SaxesParser()
  const cells = clixmlCells(file)
  let names: readonly string[] | undefined
  let columns: readonly string[] = []
  let recordEnd = 0
  const objects = clixmlObjects(record => {
    if (names === undefined || !same(names, record.names)) {
      names = record.names
      columns = names.map(unescaped)
      sink.header(columns, record.line)
    }
    cells.stand(record.values, columns, record.line)
    sink.record(cells, record.line)
    recordEnd = parser.position
  }, fail)

  let ended = false
  // The parser's own message quotes the text, so it is dropped.
  parser.on('error', () => {
    throw fail(ended ? 'the file ends inside an element, or holds none' : 'the text is not well-formed XML')
  })
  parser.on('doctype', () => { throw fail('a document type stands in the file; no export writes one') })
  parser.on('opentag', ({ name, attributes }) => objects.open(name, attributes['N'], attributes['RefId'], parser.line))
  parser.on('text', text => objects.text(text))
  parser.on('cdata', text => objects.text(text))
  parser.on('closetag', () => objects.close())

  const write = (text: string) => {
    parser.write(text)
    if (parser.position - recordEnd <= longestRecord) return
    throw fail('the object that stands around this line is longer than 16 MiB', 'too-long')
  }
  let rest = ''
  let decode = asIs
  for await (const block of blocks) {
    const text = rest + block.text
    const length = wholeLength(text)
    rest = text.slice(length)
    decode = decodeOf(decode, block)
    write(decode(text.slice(0, length)))
  }
  write(decode(rest))
  ended = true
  parser.close()
}

const exportAgain = 'export it again: ... | Export-Clixml FILE.xml'

/** How much of `text` can be decoded by itself when each character is a byte: all but an unfinished UTF-8 sequence. */
const wholeLength = (text: string): number => {
  for (let back = 1; back <= 3 && back <= text.length; back++) {
    const code = text.charCodeAt(text.length - back)
    if (code >= 0xC0) return text.length - back
    if (code < 0x80) break
  }
  return text.length
}

const same = (before: readonly string[], now: readonly string[]): boolean => {
  if (before.length !== now.length) return false
  for (let index = 0; index < now.length; index++) if (before[index] !== now[index]) return false
  return true
}
