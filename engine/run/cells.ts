// From the text of an export to the cell of a row, by the type its field declares.
import type { Code } from '../diagnostics/codes.ts'
import { compileWhole } from '../expression/pattern.ts'
import type { FieldPlan } from '../plan/plan.ts'
import type { Cell, Field } from '../spec/field.ts'
import { remember } from './remember.ts'

/** The cell is not what its field declares; the record goes to quarantine. */
export type Refused = { readonly refused: Code }
/** Reads the text of a time or date to the form of a cell; see `engine/time`. */
export type ReadTime = (text: string) => string | Refused
export type ReadTimes = Readonly<Record<'instant' | 'local' | 'date', ReadTime>>

export const isRefused = (cell: Cell | Refused): cell is Refused => typeof cell === 'object' && 'refused' in cell

export const bad: Refused = { refused: 'bad-cell' }

/**
 * A function from text to cell for a field; blank text is a blank cell whatever the type, save for message ids. So is,
 * for local times, numbers and booleans, what Get-CalendarDiagnosticObjects writes for none (calendar-domain.md (c)).
 */
export function converter({ field, pattern }: Pick<FieldPlan, 'field' | 'pattern'>, times: ReadTimes): (text: string) => Cell | Refused {
  const convert = ofType(field, times)
  const { values } = field
  if (!values && pattern === undefined) return convert
  const allowed = values && new Set(values)
  const fits = pattern === undefined ? undefined : patternTest(pattern)
  return text => {
    const cell = convert(text)
    if (isRefused(cell) || cell === '') return cell
    return allowed?.has(String(cell)) === false || fits?.(String(cell)) === false ? bad : cell
  }
}

/** Whether the whole of a text matches; asked once per distinct text. The pattern has passed `patternProblem`. */
export function patternTest(pattern: string): (text: string) => boolean {
  const fits = compileWhole(pattern)
  return remember(text => fits(text as string))
}

function ofType({ type }: Field, times: ReadTimes): (text: string) => Cell | Refused {
  switch (type) {
    case 'text': return text => text
    case 'id': return text => text.trim()
    case 'word': return text => isWord(text) ? text : bad
    case 'message-id': return readMessageId
    case 'time': return text => text === '' ? '' : times.instant(text)
    case 'local-time': return text => times.local(orNone(text.trim()))
    case 'date': return text => times.date(text)
    case 'integer': return readInteger
    case 'number': return readNumber
    case 'boolean': return readBoolean
    case 'account': case 'pseudonym': case 'recurrence': case 'event-id': throw new Error(`an input field cannot be of type ${type}`)
  }
}

/** Words for a property that an item lacks. */
const none = new Set(['NotFound', 'N/A', 'InvalidSchemaPropertyName'])

/** Blank instead of a word for none. */
const orNone = (text: string): string => none.has(text) ? '' : text

/** A word of a protocol: letters, digits, and . _ - between them, at most 64. */
function isWord(text: string): boolean {
  if (text.length > 64) return false
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const letter = unit | 32
    if (!(letter >= 97 && letter <= 122) && !(unit >= 48 && unit <= 57) && unit !== 46 && unit !== 45 && unit !== 95) return false
  }
  return true
}

/** Without blanks around it and without its one pair of angle brackets, which some rows lack (exchange-domain.md §3). */
function readMessageId(text: string): Cell | Refused {
  let id = text.trim()
  if (id.startsWith('<') && id.endsWith('>')) id = id.slice(1, -1)
  return id.trim() === '' ? { refused: 'blank-message-id' } : id
}

function readInteger(text: string): Cell | Refused {
  const digits = text.trim()
  if (digits === '') return ''
  const value = /^-?\d{1,19}(?:\.0)?$/.test(digits) ? Number(digits) : NaN
  return Number.isFinite(value) ? value : bad
}

/** Digits as they stand: a receiver that knows `1.0` gets `1.0`. */
function readNumber(text: string): Cell | Refused {
  const number = orNone(text.trim())
  return number === '' || isNumber(number) ? number : bad
}

/** At most 15 digits, and 6 behind the point. */
export const isNumber = (text: string): boolean => /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text)

function readBoolean(text: string): Cell | Refused {
  switch (orNone(text.trim()).toLowerCase()) {
    case '': return ''
    case 'true': case '1': return true
    case 'false': case '0': return false
    default: return bad
  }
}
