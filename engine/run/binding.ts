// Which column of a file each field is read from.
import { Stop } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import type { Cells } from '../inputs/records.ts'
import type { FieldPlan, InputPlan } from '../plan/plan.ts'
import type { Cell } from '../spec/field.ts'
import { type ReadTimes, type Refused, bad, converter, patternTest } from './cells.ts'

/** Reads the cell of one field from the record in hand. */
export type ReadField = (cells: Cells) => Cell | Refused

/** Column names are compared without regard to case, blanks and underscores. */
export const folded = (name: string): string => name.replace(/[\s_\u00a0]/g, '').toLowerCase()

/**
 * Binds the fields of an input to the columns of a header. Stops with `missing-column` where a field that is not
 * optional has none.
 */
export function bind(input: InputPlan, columns: readonly string[], file: string, times: ReadTimes): ReadonlyMap<string, ReadField> {
  const places = new Map(columns.map((name, index) => [folded(name), index]))
  const find = (name: string): number | undefined => places.get(folded(name))
  return new Map(input.fields.map(plan => {
    const column = plan.from.map(find).find(index => index !== undefined)
    if (column === undefined && !plan.optional) throw missing(plan, input, columns, file)
    const all = [column, ...plan.or.map(find)].filter(index => index !== undefined)
    return [plan.name, plan.field.list ? readList(plan, all) : readText(plan, all, times)]
  }))
}

/** The fields for which there is no column. */
export function unbound(input: InputPlan, columns: readonly string[]): readonly string[] {
  const known = new Set(columns.map(folded))
  return input.fields.filter(({ from }) => !from.some(name => known.has(folded(name)))).map(({ name }) => name)
}

/** The cells that fields are read from, as JSON; other columns are never read, not even for the quarantine. */
export function rawRecord(input: InputPlan, columns: readonly string[]): (cells: Cells) => string {
  const wanted = new Set(input.fields.flatMap(field => [...field.from, ...field.or].map(folded)))
  const read = columns.flatMap((name, index) => wanted.has(folded(name)) ? [{ name, index }] : [])
  return cells => JSON.stringify(Object.fromEntries(read.map(({ name, index }) => [name, cells.text(index)])))
}

function readText(plan: FieldPlan, columns: readonly number[], times: ReadTimes): ReadField {
  const convert = converter(plan, times)
  const [column, ...others] = columns
  if (column === undefined) return () => convert('')
  if (others.length === 0) return cells => convert(cells.text(column))
  return cells => {
    let text = cells.text(column)
    for (let next = 0; next < others.length && text.trim() === ''; next++) text = cells.text(others[next]!)
    return convert(text)
  }
}

function readList({ pattern }: FieldPlan, columns: readonly number[]): ReadField {
  const fits = pattern === undefined ? undefined : patternTest(pattern)
  return cells => {
    for (const column of columns) {
      const members = cells.list(column)
      if (members.length > 0) return !fits || members.every(fits) ? members : bad
    }
    return []
  }
}

const missing = (plan: FieldPlan, input: InputPlan, columns: readonly string[], file: string): Stop => new Stop(3, {
  code: 'missing-column',
  message: `${file}: none of its ${columns.length} columns is called ${plan.from.map(name => `"${name}"`).join(' or ')}, which field "${plan.name}" of input "${input.name}" is read from`,
  hint: `export the column (docs/collect.md has the line); if it has another name${nearText(plan, input, columns)}, `
    + `add that under inputs.${input.name}.fields.${plan.name}.from`,
})

/**
 * Only a plain word, and only beside a column that the rules know: where none is, the export has no header, and what
 * stands in its place are people.
 */
function nearText({ from }: FieldPlan, input: InputPlan, columns: readonly string[]): string {
  const names = new Set(columns.map(folded))
  if (!input.fields.some(field => [...field.from, ...field.or].some(name => names.has(folded(name))))) return ''
  const plain = columns.filter(name => name.length < 40 && !/[@\s]/.test(name))
  const near = from.map(name => nearest(name, plain)).find(name => name !== undefined)
  return near === undefined ? '' : `, such as "${near}"`
}
