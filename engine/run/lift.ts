// Most steps are a function of one value; here it meets rows and lists, and is computed once per distinct value.
import type { Cell, Scalar, Shape } from '../spec/field.ts'
import type { CellAction, Next } from '../spec/step.ts'
import { remember, withLast } from './remember.ts'

/** The action of a step as a function of rows. `before` are the fields as they are before the step. */
export function lift({ cells, change, observe }: CellAction, before: Shape, slot: (field: string) => number, next: Next): Next {
  const changed = (cell: Cell): Cell => Array.isArray(cell) ? (cell as readonly Scalar[]).map(change) : change(cell as Scalar)
  const remembered = remember(changed)
  const moves = cells.map(({ from, into }) => ({
    from: slot(from), into: slot(into),
    // Message ids do not come back often enough to be worth a place in the table.
    changed: withLast(before.get(from)?.type === 'message-id' ? changed : remembered),
  }))
  return row => {
    for (const { from, into, changed } of moves) {
      const cell = changed(row[from]!)
      row[into] = cell
      observe?.(cell)
    }
    next(row)
  }
}
