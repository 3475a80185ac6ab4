// From the text of an export to the cell of a row, by the type its field declares.
import type { Code } from '../diagnostics/codes.ts'
import type { Cell, Field } from '../spec/field.ts'

/** The cell is not what its field declares; the record goes to quarantine. */
export type Refused = { readonly refused: Code }
/** Reads the text of a time; see `engine/time`. */
export type ReadTime = (text: string) => string | Refused

export const isRefused = (cell: Cell | Refused): cell is Refused => typeof cell === 'object' && 'refused' in cell

const bad: Refused = { refused: 'bad-cell' }

/** A function from text to cell for a field; blank text is a blank cell whatever the type, save for message ids. */
export function converter(field: Field, readTime: ReadTime): (text: string) => Cell | Refused {
  const convert = ofType(field, readTime)
  const { values } = field
  if (!values) return convert
  const allowed = new Set(values)
  return text => {
    const cell = convert(text)
    return isRefused(cell) || cell === '' || allowed.has(String(cell)) ? cell : bad
  }
}

function ofType({ type }: Field, readTime: ReadTime): (text: string) => Cell | Refused {
  switch (type) {
    case 'text': return text => text
    case 'id': return text => text.trim()
    case 'word': return text => isWord(text) ? text : bad
    case 'message-id': return readMessageId
    case 'time': return text => text === '' ? '' : readTime(text)
    case 'date': return text => readDate(text, readTime)
    case 'integer': return readInteger
    case 'boolean': return readBoolean
    case 'account': case 'pseudonym': throw new Error(`an input field cannot be of type ${type}`)
  }
}

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

function readBoolean(text: string): Cell | Refused {
  switch (text.trim().toLowerCase()) {
    case '': return ''
    case 'true': case '1': return true
    case 'false': case '0': return false
    default: return bad
  }
}

/** A calendar date as it stands; a time gives the date of its instant in UTC. */
function readDate(text: string, readTime: ReadTime): Cell | Refused {
  const date = text.trim()
  if (date === '') return ''
  const read = readTime(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : date)
  return typeof read === 'string' ? read.slice(0, 10) : read
}
