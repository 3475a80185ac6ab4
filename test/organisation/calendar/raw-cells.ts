// The cells of a row as the cmdlet prints them, before they are joined.
import { alertColumns, properties } from './columns.ts'
import type { Property } from './columns.ts'
import { rawLogTime, valueText } from './forms.ts'
import type { CalendarRow } from './row.ts'

/** The time of the log first. */
export const rawCells = ({ properties: cells }: CalendarRow, columns: readonly Property[]): readonly string[] => [
  typeof cells.OriginalLastModifiedTime === 'object' ? rawLogTime(cells.OriginalLastModifiedTime) : '',
  ...columns.map(name => valueText(name, cells[name], 'raw')),
]

/**
 * Can a reader of the raw CSV be sure of the row? Not where a cell breaks its line, begins with a quote, or holds a quote
 * beside a comma: such a row must come out right or be refused, and never take another row with it.
 */
export const isPlainInRawCsv = (row: CalendarRow): boolean =>
  rawCells(row, [...properties, ...alertColumns]).every(cell =>
    !/[\r\n]/.test(cell) && !cell.startsWith('"') && !(cell.includes(',') && cell.includes('"')))

/** The same of the XML, whose values are not escaped: not where a text closes an element. */
export const isPlainInXml = (row: CalendarRow): boolean => !rawCells(row, properties).some(cell => cell.includes('</'))
