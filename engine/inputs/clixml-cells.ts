// The properties of one CLIXML object as cells.
import { Stop } from '../diagnostics/diagnostic.ts'
import { listLost, lostList, lostListFix, members } from './lists.ts'
import { atLine } from './place.ts'
import type { Where } from './lists.ts'
import type { Cells } from './records.ts'

/** What a property holds: text, a list, or undefined where the file has neither. Escapes are not decoded yet. */
export type ClixmlValue = string | readonly (string | undefined)[] | undefined

/** Cells that are told which object they stand at; `columns` are the decoded names. */
export type ClixmlCells = Cells & {
  stand(values: readonly ClixmlValue[], columns: readonly string[], line: number): void
}

/**
 * Cells over the properties of objects. A list as text is joined with `;`. Stops the run when a value that is asked for
 * is not in the file (`list-lost`) or is an object without text (`bad-xml`).
 */
export const clixmlCells = (file: string): ClixmlCells => {
  const where = { file, line: 0, column: '' }
  let values: readonly ClixmlValue[] = []
  let columns: readonly string[] = []
  const value = (column: number): string | readonly (string | undefined)[] => {
    where.column = columns[column] ?? ''
    return values[column] ?? fail(where)
  }
  return {
    stand(nextValues, nextColumns, line) {
      values = nextValues
      columns = nextColumns
      where.line = line
    },
    text(column) {
      const held = value(column)
      return typeof held === 'string' ? valueText(held, where) : memberTexts(held, where).join(';')
    },
    list(column) {
      const held = value(column)
      return typeof held === 'string' ? members(unescaped(held), where) : memberTexts(held, where)
    },
  }
}

const memberTexts = (all: readonly (string | undefined)[], where: Where): readonly string[] =>
  all.map(member => valueText(member ?? fail(where), where)).filter(text => text !== '')

const valueText = (value: string, where: Where): string => {
  if (lostList(value)) throw listLost(where)
  return unescaped(value)
}

const fail = (where: Where): never => {
  throw new Stop(3, {
    code: 'bad-xml',
    message: `column ${where.column} holds an object, not a value`,
    place: atLine(where.file, where.line),
    hint: lostListFix(where.column),
  })
}

/** Decodes `_x000D_`, which stands for a UTF-16 unit ([MS-PSRP] 2.2.5.3.2), in the text of a value or a name. */
export const unescaped = (text: string): string => text.includes('_x')
  ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, unit: string) => String.fromCharCode(parseInt(unit, 16)))
  : text
