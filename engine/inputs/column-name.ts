// Names of columns that are none: messages show names, so nobody's address may be one.
import { Stop } from '../diagnostics/diagnostic.ts'
import { atLine } from './place.ts'
import type { RecordSink } from './records.ts'

export const holdsAddress = (name: string): boolean => /[^\s@]@[^\s@]+\.[^\s@]/.test(name)

/** The sink, before which a header with an address stops the run (3): a table by person, as of `Group-Object -AsHashTable`. */
export const withoutAddresses = (sink: RecordSink, file: string): RecordSink => ({
  ...sink,
  header(columns, line) {
    if (columns.some(holdsAddress)) throw new Stop(3, {
      code: 'unknown-format',
      message: 'an address stands where the name of a column should stand',
      place: atLine(file, line),
      hint: 'export one record per row, with the address in a column of its own',
    })
    sink.header(columns, line)
  },
})
