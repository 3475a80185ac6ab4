// The names of the columns of a CSV file.
import { Stop } from '../diagnostics/diagnostic.ts'
import { holdsAddress } from './column-name.ts'
import { mostColumns } from './limits.ts'
import { atLine } from './place.ts'

/**
 * The names, trimmed. Stops (3) when two are the same but for case (blank ones may repeat), when there are too many,
 * and when one is an address: then the file has no header, and its first row would be shown as names of columns. Which
 * name stands twice is not said: without a header, it is the name of a person.
 */
export const columnNames = (
  cells: readonly string[], { file, line }: { readonly file: string, readonly line: number },
): readonly string[] => {
  const names = cells.map(cell => cell.trim())
  const place = atLine(file, line)
  if (names.length > mostColumns) {
    throw new Stop(3, {
      code: 'too-long',
      message: `the header has ${names.length} columns; no export has more than ${mostColumns}`,
      place,
      hint: 'check that the file is a CSV export with its header in the first line',
    })
  }
  if (names.some(holdsAddress)) {
    throw new Stop(3, {
      code: 'unknown-format',
      message: 'the first line holds an address where the names of the columns should stand',
      place,
      hint: 'export again with the header line, or write it before the first record',
    })
  }
  const lower = names.map(name => name.toLowerCase())
  const second = lower.findIndex((name, index) => name !== '' && lower.indexOf(name) < index)
  if (second < 0) return names
  throw new Stop(3, {
    code: 'duplicate-column',
    message: `columns ${lower.indexOf(lower[second]!) + 1} and ${second + 1} have the same name`,
    place,
    hint: 'rename one of the two in the header line, or leave it out of the export',
  })
}
