// Cells of the directory as texts.
import type { Cell, Scalar } from '../spec/field.ts'
import { trimBlanks } from './characters.ts'

/** The first member of a cell that is not blank, without blanks at its ends; a cell of one value has one member. */
export function firstText(cell: Cell | undefined): string | undefined {
  if (!isList(cell)) return textOf(cell) || undefined
  for (const member of cell) {
    const text = textOf(member)
    if (text !== '') return text
  }
  return undefined
}

export const isList = (cell: Cell | undefined): cell is readonly Scalar[] => Array.isArray(cell)

/** A value as text, without blanks at its ends; `''` where there is none. */
export function textOf(value: Scalar | undefined): string {
  if (typeof value === 'string') return trimBlanks(value)
  if (value === undefined) return ''
  return trimBlanks(typeof value === 'object' ? value.text : String(value))
}
