// Whether the first record of a file holds the names of its columns. If not, it holds people, and must not be shown.
import type { Format } from '../inputs/format.ts'

/** Letters first, and what names of columns are written with: no address, number, date or value of a flag. */
const name = /^(?!(?:true|false|yes|no|null|none)$)[\p{L}_$#][\p{L}\p{M}\p{N} _.:()/$#+-]{0,59}$/iu

/**
 * In JSON, CLIXML and logs names are told from values. In CSV each must look like a name, none may stand again as a cell
 * of its own column, and they may not all be written like the cells below them, as words and figures go.
 */
export function isHeader(format: Format, columns: readonly string[], cells: (column: string) => ReadonlySet<string>): boolean {
  if (format !== 'csv') return true
  return columns.every(column => name.test(column) && !cells(column).has(column))
    && !columns.every(column => [...cells(column)].some(cell => shape(cell) === shape(column)))
}

/** `Anna Hansen` and `Bo Berg` have one shape. */
const shape = (text: string): string => text.replace(/\p{Lu}+/gu, 'A').replace(/\p{Ll}+/gu, 'a').replace(/\p{N}+/gu, '9')
