// Aligned columns of text, no wider than the line.
import { shown } from '../diagnostics/frame.ts'

export type Column = {
  readonly name: string
  readonly cells: readonly string[]
  readonly paint?: (text: string, row: number) => string
  /** Its cells are sentences, which are not cut. */
  readonly whole?: true
}

/** A cell is cut behind so many columns. */
const widestCell = 34
const between = '  '

/** Columns that a terminal needs for a text. */
export const widthOf = (text: string): number => shown(text, 0).length

/** The text with blanks behind it, up to a width. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

export function cut(text: string, width: number): string {
  const columns = shown(text, 0)
  return columns.length <= width ? columns.join('') : `${columns.slice(0, width - 1).join('')}…`
}

/** The width that a column takes. */
export const columnWidth = ({ name, cells, whole }: Column): number => Math.min(whole ? Infinity : widestCell, Math.max(...[name, ...cells].map(widthOf)))

/** How many of the columns, from the first on, fit on a line. */
export function fitting(columns: readonly Column[], width: number): number {
  let used = 0
  for (const [index, column] of columns.entries()) {
    used += columnWidth(column) + (index === 0 ? 0 : between.length)
    if (used > width && index > 0) return index
  }
  return columns.length
}

/** A line of names, then one per row. */
export function tableLines(columns: readonly Column[], paintName: (name: string) => string = name => name): readonly string[] {
  const widths = columns.map(columnWidth)
  const line = (text: (column: Column) => string, paint: (column: Column, text: string) => string): string =>
    columns.map((column, index) => paint(column, padded(cut(text(column), widths[index]!), widths[index]!))).join(between).trimEnd()
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length))
  return [
    line(({ name }) => name, (_, text) => paintName(text)),
    ...Array.from({ length: rows }, (_, row) => line(({ cells }) => cells[row] ?? '', ({ paint }, text) => paint ? paint(text, row) : text)),
  ]
}
