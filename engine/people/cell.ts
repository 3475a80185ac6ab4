// Cells of the directory as texts.
import type { Cell, Scalar } from '../spec/field.ts'
import { trimBlanks } from './characters.ts'

/** The members of a cell that are not blank, without blanks at their ends; a cell of one value has one member. */
export function texts(cell: Cell | undefined): readonly string[] {
  if (cell === undefined || cell === '') return []
  if (!isList(cell)) {
    const only = text(cell)
    return only === '' ? [] : [only]
  }
  return cell.map(text).filter(member => member !== '')
}

export const isList = (cell: Cell | undefined): cell is readonly Scalar[] => Array.isArray(cell)

const text = (value: Scalar): string => trimBlanks(typeof value === 'object' ? value.text : String(value))
