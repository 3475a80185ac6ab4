// From cells to the CSV of an output: every cell is held against the type of its column, csv-stringify writes the table.
import { stringify } from 'csv-stringify/sync'
import type { ColumnPlan, OutputPlan } from '../../engine/plan/plan.ts'
import type { Single, Value } from './value.ts'

/** The text of a cell; undefined where it is not what the column promises. What is allowed in clear is no formula. */
export function cellText({ field, allow }: ColumnPlan, cell: Value): string | undefined {
  if (!field.list) {
    const text = singleText(cell as Single, field, allow)
    const clear = allow !== undefined && !['time', 'local-time', 'date', 'integer', 'number', 'boolean', 'pseudonym'].includes(field.type)
    return clear && text && '=+-@\t\r\n＝＋－＠'.includes(text[0]!) && !login.test(text) ? `'${text}` : text
  }
  const texts = (cell as readonly Single[]).map(member => singleText(member, field, allow))
  if (texts.includes(undefined)) return undefined
  return JSON.stringify(texts)
}

/** Letters, digits, `.`, `_`, `'`, `+` and `-`, an `@`, and a domain of two parts or more. */
const login = /^[\w.'+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/

function singleText(cell: Single, { type, values }: ColumnPlan['field'], allow: string | undefined): string | undefined {
  const text = typeof cell === 'boolean' ? (cell ? 'True' : 'False') : String(cell)
  if (text === '') return ''
  switch (type) {
    case 'time': return /^[-\d]{10}T[\d:.]{12}Z$/.test(text) ? text.slice(0, -1).replace('T', ' ') : undefined
    case 'date': return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
    case 'local-time': return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{3})?$/.test(text) ? text : undefined
    case 'number': return /^-?\d+(\.\d+)?$/.test(text) ? text : undefined
    case 'integer': return typeof cell === 'number' ? text : undefined
    case 'boolean': return typeof cell === 'boolean' ? text : undefined
    case 'pseudonym': return values?.includes(text) || /^(external|internal|error|[0-9a-f]{64}|[A-Za-z0-9+/]{43}=)$/.test(text) ? text : undefined
    default: return values && allow === undefined && !values.includes(text) ? undefined : text
  }
}

export const tableText = ({ columns, delimiter, newline }: OutputPlan, rows: readonly (readonly string[])[]): string =>
  stringify([columns.map(column => column.header), ...rows.map(row => [...row])], {
    delimiter, record_delimiter: newline === 'crlf' ? '\r\n' : '\n',
    // Without it a lone CR or LF stays unquoted where lines end in CR LF.
    quote_record_delimiter: true,
    // A blank cell that is a row by itself would be an empty line.
    quoted_empty: columns.length === 1,
  })
