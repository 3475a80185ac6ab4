// The cell of a field in a row that is followed.
import type { Cell, Row, Scalar } from '../spec/field.ts'
import type { Point } from './points.ts'
import type { Trace } from './trace.ts'

/**
 * The cell of a field behind a point. A field that no step has asked for yet is not in the row: then it is what the record
 * has, undefined where that cannot be read.
 */
export function valueAt(field: string, row: Row, slot: number | undefined, made: Point['made'], trace: Trace): Cell | undefined {
  const cell = slot === undefined ? '' : row[slot] ?? ''
  return cell === '' && !made.has(field) ? trace.cells.get(field) : cell
}

/** Whether two cells are the same to whoever looks at them: an address is not yet the account it belongs to. */
export const sameCell = (one: Cell | undefined, other: Cell | undefined): boolean => typed(one) === typed(other)

const typed = (cell: Cell | undefined): string => JSON.stringify([isAccount(Array.isArray(cell) ? cell[0] as Scalar : cell as Scalar), textOf(cell)])
const isAccount = (value: Scalar | undefined): boolean => typeof value === 'object'

/** A cell as one text: equal for two rows exactly where `unique` and `merge` take them for equal. */
export const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : Array.isArray(cell) ? JSON.stringify((cell as readonly Scalar[]).map(plain)) : plain(cell as Scalar)

const plain = (value: Scalar): string => typeof value === 'object' ? value.text : String(value)
