// What a cell looks like in the output, and whether it may: each is held against the type its column promises.
import type { ColumnPlan } from '../plan/plan.ts'
import type { Account, Cell, Field, Scalar } from '../spec/field.ts'

/** Text for the output, or undefined where the cell is not what the column promises. */
export type WriteCell = (cell: Cell) => string | undefined

/** Cells of these columns never hold a delimiter, quote or line end. */
export const isSafe = ({ field, allow }: ColumnPlan): boolean =>
  allow === undefined && !field.list && (field.type === 'pseudonym' || ['integer', 'boolean', 'time', 'date'].includes(field.type))

/** The words that may stand for a pseudonym of an address. */
const words = new Set(['', 'external', 'internal', 'error'])

export function cellWriter({ field, allow }: ColumnPlan): WriteCell {
  if (field.list) {
    const write = scalarWriter({ ...field, list: false }, allow)
    return cell => {
      const members = (cell as readonly Scalar[]).map(write)
      return members.includes(undefined) ? undefined : members.length === 0 ? '' : JSON.stringify(members)
    }
  }
  return scalarWriter(field, allow)
}

function scalarWriter({ type, values }: Field, allow: string | undefined): WriteCell {
  if (type === 'time') return cell => writeTime(cell as string)
  if (type === 'pseudonym') return cell => isPseudonymText(cell as string) ? cell as string : undefined
  if (type === 'date') return cell => cell === '' || /^\d{4}-\d{2}-\d{2}$/.test(cell as string) ? cell as string : undefined
  if (type === 'integer') return cell => cell === '' || typeof cell === 'number' ? String(cell) : undefined
  if (type === 'boolean') return cell => cell === '' ? '' : typeof cell === 'boolean' ? (cell ? 'True' : 'False') : undefined
  const allowed = values && allow === undefined ? new Set([...values, '']) : undefined
  return cell => {
    const text = typeof cell === 'object' ? (cell as Account).text : String(cell)
    return allowed && !allowed.has(text) ? undefined : text
  }
}

const timeShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** `yyyy-MM-dd HH:mm:ss.fff`, the receiver's form (receiver-contract.md §0). */
const writeTime = (time: string): string | undefined =>
  time === '' ? '' : timeShape.test(time) ? `${time.slice(0, 10)} ${time.slice(11, 23)}` : undefined

const base64Shape = /^[A-Za-z0-9+/]{43}=$/
const isPseudonymText = (text: string): boolean =>
  text.length === 64 ? isHex(text) : text.length < 9 ? words.has(text) : base64Shape.test(text)

/** Lower-case hex digits only; asked of nearly every cell that is written, and a loop takes a quarter of a pattern's time. */
function isHex(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (!(unit >= 48 && unit <= 57) && !(unit >= 97 && unit <= 102)) return false
  }
  return true
}
