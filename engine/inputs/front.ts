// From a path to records: opens, unpacks, decodes, tells the format and reads.
import { openBytes } from './bytes.ts'
import type { BytesOptions } from './bytes.ts'
import { headOf } from './bytes-head.ts'
import { readCalendarLog } from './calendar-log.ts'
import { readCalendarXml } from './calendar-xml.ts'
import { readCsv } from './csv.ts'
import { encodingHead, textOf } from './encoding.ts'
import { formatOf } from './format.ts'
import type { Format } from './format.ts'
import { refuseBinary } from './format-binary.ts'
import { withoutAddresses } from './column-name.ts'
import { readJson } from './json.ts'
import type { ReadRecords, RecordSink } from './records.ts'
import { readTrackingLog } from './tracking-log.ts'

export type ReadOptions = BytesOptions & {
  /** The declared encoding, for text that does not tell it itself. */
  readonly encoding?: string
  /** The name of the input, for messages that say what to write. */
  readonly input?: string
}

/** What was read, for the record of the run. */
export type FileRead = {
  /** Size and SHA-256 (hex) of the file as stored. */
  readonly bytes: number
  readonly sha256: string
  readonly format: Format
  readonly encoding: string
}

const readers: Record<Format, ReadRecords> = {
  'tracking-log': readTrackingLog,
  'calendar-log': readCalendarLog,
  'calendar-xml': readCalendarXml,
  csv: readCsv,
  json: readJson,
  // Only this format needs an XML parser.
  clixml: async (blocks, sink, file) => (await import('./clixml.ts')).readClixml(blocks, sink, file),
  empty: async blocks => { for await (const _ of blocks); },
}

/**
 * Reads a file, or standard input as `-`, record by record into the sink; a file without content gives none, nor a
 * header. Stops (2) when the file cannot be opened, (3) at whatever makes the rest of it doubtful.
 */
export const readFile = async (path: string, sink: RecordSink, options: ReadOptions): Promise<FileRead> => {
  const bytes = openBytes(path, options)
  try {
    const start = await headOf(bytes.blocks, encodingHead)
    refuseBinary(start.head, options.display)
    const text = textOf(start, options.display, options.encoding, options.input)
    const { format, blocks } = await formatOf(text.blocks, options.display)
    await readers[format](blocks, withoutAddresses(sink, options.display), options.display)
    return { ...bytes.receipt(), format, encoding: text.encoding }
  } finally {
    await bytes.close()
  }
}
