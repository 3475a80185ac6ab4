// What stands in a row of the reference interpreter.

export type Single = string | number | boolean
/** A cell: blank is `''` or `[]`. An account is the text of its canonical identity. */
export type Value = Single | readonly Single[]
/** Cells by field name; a field that no step needed yet is not there. */
export type Row = Readonly<Record<string, Value>>

/** A record as an export holds it: column name to text, or to the members of a list. */
export type ExportRecord = Readonly<Record<string, string | readonly string[]>>

export const members = (value: Value): readonly Single[] => Array.isArray(value) ? value as readonly Single[] : [value as Single]

/** The same function over a value or each member of a list. */
export const over = (value: Value, change: (one: Single) => Single): Value =>
  Array.isArray(value) ? (value as readonly Single[]).map(change) : change(value as Single)
