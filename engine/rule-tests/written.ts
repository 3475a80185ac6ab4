// Cells and rows of tests as text of a rule file.
import { compound } from '../check/test-rows.ts'
import type { ExpectedCell } from '../plan/plan.ts'

/** A scalar inside `{ }` or `[ ]`, plain where YAML reads the same text again. */
export const flowText = (text: string): string => isPlain(text) ? text : JSON.stringify(text)

const isPlain = (text: string): boolean =>
  /^[A-Za-z<(][\w@.<>()+/ -]*$/.test(text) && !/ $|^(?:true|false|null)$/i.test(text) || /^[1-9]\d{0,14}$|^0$/.test(text)

export function flowCell(cell: ExpectedCell): string {
  if ('list' in cell) return `[${cell.list.map(flowCell).join(', ')}]`
  if (!('hash' in cell)) return flowText(cell.value)
  const parts = cell.hash.split(compound).map(flowText)
  return `{ hash: ${parts.length === 1 ? parts[0] : `[${parts.join(', ')}]`} }`
}

export const flowRow = (cells: readonly (readonly [string, string])[]): string =>
  cells.length === 0 ? '{}' : `{ ${cells.map(([name, cell]) => `${name}: ${cell}`).join(', ')} }`

/** A cell of a text table, before bars in it are escaped. */
export function tableCell(cell: ExpectedCell): string {
  if ('list' in cell) return cell.list.map(tableCell).join('; ')
  return 'hash' in cell ? `hash(${cell.hash.split(compound).join('; ')})` : cell.value
}
