// What a cell looks like in the output, and whether it may: each is held against the type its column promises.
import { isScrubbedEventId } from '../calendar/event-id.ts'
import { isScrubbedRecurrence } from '../calendar/recurrence.ts'
import { plainAddress } from '../people/address.ts'
import type { ColumnPlan } from '../plan/plan.ts'
import type { Account, Cell, Field, Scalar } from '../spec/field.ts'
import { isNumber } from './cells.ts'

/** Text for the output, or undefined where the cell is not what the column promises. */
export type WriteCell = (cell: Cell) => string | undefined

/** Cells of these columns never hold a delimiter, quote or line end. */
export const isSafe = ({ field, allow }: ColumnPlan): boolean =>
  allow === undefined && !field.list && (field.type === 'pseudonym' && !field.values || ['integer', 'number', 'boolean', 'time', 'local-time', 'date', 'recurrence', 'event-id'].includes(field.type))

/** The words that may stand for a pseudonym of an address. */
const words = new Set(['', 'external', 'internal', 'error'])

export function cellWriter({ field, allow }: ColumnPlan): WriteCell {
  if (field.list) {
    // JSON begins with a bracket, so none of its members is taken for a formula.
    const write = scalarWriter({ ...field, list: false }, allow)
    return cell => {
      const members = (cell as readonly Scalar[]).map(write)
      return members.includes(undefined) ? undefined : JSON.stringify(members)
    }
  }
  const write = scalarWriter(field, allow)
  return allow === undefined || isBounded(field) ? write : cell => {
    const text = write(cell)
    return text === undefined ? undefined : withoutFormula(text)
  }
}

function scalarWriter({ type, values }: Field, allow: string | undefined): WriteCell {
  if (type === 'time') return cell => writeTime(cell as string)
  if (type === 'pseudonym') {
    const beside = new Set(values)
    return cell => isPseudonymText(cell as string) || beside.has(cell as string) ? cell as string : undefined
  }
  if (type === 'recurrence') return cell => isScrubbedRecurrence(cell as string) ? cell as string : undefined
  if (type === 'event-id') return cell => isScrubbedEventId(cell as string) ? cell as string : undefined
  if (type === 'date') return cell => cell === '' || /^\d{4}-\d{2}-\d{2}$/.test(cell as string) ? cell as string : undefined
  if (type === 'integer') return cell => cell === '' || typeof cell === 'number' ? String(cell) : undefined
  if (type === 'number') return cell => cell === '' || isNumber(cell as string) ? cell as string : undefined
  if (type === 'local-time') return cell => cell === '' || localShape.test(cell as string) ? cell as string : undefined
  if (type === 'boolean') return cell => cell === '' ? '' : typeof cell === 'boolean' ? (cell ? 'True' : 'False') : undefined
  const allowed = values && allow === undefined ? new Set([...values, '']) : undefined
  return cell => {
    const text = typeof cell === 'object' ? (cell as Account).text : String(cell)
    return allowed && !allowed.has(text) ? undefined : text
  }
}

const isBounded = ({ type }: Field): boolean => !['text', 'word', 'id', 'message-id', 'account'].includes(type)

/**
 * Text that a spreadsheet does not compute: an apostrophe before what would make it a formula (security-reliability.md
 * §1.6, CWE-1236). Not before a plain address, which is a login and can begin with a sign.
 */
const withoutFormula = (text: string): string =>
  formulaStart.test(text) && !plainAddress(text) ? `'${text}` : text

/** Signs, their full-width forms, and what a spreadsheet skips before it looks for one. */
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

const localShape = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{3})?$/
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
