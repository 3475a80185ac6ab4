// Cell functions are computed once per distinct value, as far as a bounded table remembers.
import type { Cell } from '../spec/field.ts'

/** How many values a table holds before it starts anew: a few megabytes, enough for the people of a large company. */
const capacity = 1 << 16

/**
 * The same function with a memory. `compute` must be pure. Texts have a table; an account, of which there are few objects,
 * carries the result itself; lists are not remembered, since each is an object of its own.
 */
export function remember<Result>(compute: (cell: Cell) => Result): (cell: Cell) => Result {
  const table = new Map<Cell, Result>()
  const note = Symbol('result')
  return cell => {
    if (typeof cell !== 'object') {
      const known = table.get(cell)
      if (known !== undefined) return known
      const key = typeof cell === 'string' ? detached(cell) : cell
      const result = compute(key)
      if (table.size >= capacity) table.clear()
      table.set(key, result)
      return result
    }
    if (Array.isArray(cell)) return compute(cell)
    const noted = cell as { [note]?: Result }
    return noted[note] ??= compute(cell)
  }
}

/**
 * The same function, asked again only when its argument changes: rows of one record follow each other. One per place
 * of use, since two places that take turns would always miss.
 */
export function withLast<Result>(compute: (cell: Cell) => Result): (cell: Cell) => Result {
  let last: Cell | undefined
  let result: Result
  return cell => {
    if (cell !== last) {
      result = compute(cell)
      last = cell
    }
    return result
  }
}

/** A copy that does not keep the block of the file alive from which a text was cut. */
export const detached = (text: string): string => text.length < 13 ? text : (' ' + text).slice(1)
