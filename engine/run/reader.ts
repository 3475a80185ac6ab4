// The record in hand of one input, whose cells become fields of a row when a step asks for them.
import type { Code } from '../diagnostics/codes.ts'
import type { Cells } from '../inputs/records.ts'
import type { Cell } from '../spec/field.ts'
import type { Next } from '../spec/step.ts'
import type { ReadField } from './binding.ts'
import { isRefused } from './cells.ts'

export type Reader = {
  /** The fields that are read from the input. */
  readonly fields: ReadonlySet<string>
  bind(fields: ReadonlyMap<string, ReadField>): void
  take(cells: Cells): void
  /** Reads fields of the record in hand into the row; several rows of one record read it once. */
  load(names: readonly string[], slot: (field: string) => number, refuse: (field: string, code: Code) => void, next: Next): Next
}

export function reader(names: readonly string[]): Reader {
  let bound: ReadonlyMap<string, ReadField> = new Map()
  let record: Cells
  let serial = 0
  return {
    fields: new Set(names),
    bind(fields) { bound = fields },
    take(cells) {
      record = cells
      serial++
    },
    load(wanted, slot, refuse, next) {
      if (wanted.length === 0) return next
      const loads = wanted.map(name => ({ name, slot: slot(name), serial: -1, cell: '' as Cell }))
      return row => {
        for (const one of loads) {
          if (one.serial !== serial) {
            const cell = bound.get(one.name)!(record)
            if (isRefused(cell)) return refuse(one.name, cell.refused)
            one.cell = cell
            one.serial = serial
          }
          row[one.slot] = one.cell
        }
        next(row)
      }
    },
  }
}

/** Behind the rows of several inputs nothing more is read. */
export const nothingToRead: Reader = reader([])
