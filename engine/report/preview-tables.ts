// The tables of a preview: rows behind a step, around it, or only what it changes.
import type { ShownPoint, ShownRow } from '../preview/preview.ts'
import type { Paint } from './paint.ts'
import { type Column, cut, fitting, padded, tableLines, widthOf } from './table.ts'

export type TextOptions = {
  readonly width: number
  readonly colors: boolean
  /** Only what changes. */
  readonly diff: boolean
  /** One step, with the rows before and after it. */
  readonly at: boolean
  /** Values are shown as they are. */
  readonly personal: boolean
  /** Pseudonyms are made with the published key. */
  readonly sample: boolean
}

/** The table that was printed last. */
export type Above = { readonly columns: readonly string[], readonly rows: readonly ShownRow[] }

/** The rows behind a step, unless they stand above already; and what the next step is to be compared with. */
export function rowsLines(shown: ShownPoint, above: Above, options: TextOptions, paint: Paint): { readonly lines: readonly string[], readonly above: Above } {
  if (isAsAbove(shown, above)) return { lines: [paint('dim', '  the same rows')], above }
  if (shown.rows.length === 0) return { lines: [], above }
  const columns = chosenColumns(shown, options)
  return {
    lines: [...rowLines(shown.rows, columns, options, paint, 'row'), ...otherFields(shown, columns, options, paint)],
    above: { columns, rows: shown.rows },
  }
}

/** Nothing happened to the rows, and all that the step looks at stands in the table above. */
const isAsAbove = ({ rows, point }: ShownPoint, above: Above): boolean => rows.length > 0 && rows.length === above.rows.length
  && rows.every((row, index) => row.label === above.rows[index]!.label && row.before.size === 0)
  && (point.step?.reads ?? []).every(name => above.columns.includes(name))

/** Rows before and after a step, once where it changes none; and those that it dropped. */
export function aroundLines(shown: ShownPoint, options: TextOptions, paint: Paint): readonly string[] {
  const { rows, entering } = shown
  const columns = chosenColumns(shown, options)
  const changes = rows.some(({ before }) => before.size > 0)
  const known = columns.filter(name => entering[0]?.cells.has(name))
  return [
    ...changes || rows.length === 0 ? rowLines(entering, known, options, paint, 'before') : [],
    ...rowLines(rows, columns, options, paint, changes ? 'after' : 'row'),
    ...rows.length === 0 ? [] : otherFields(shown, columns, options, paint), ...goneLines(shown, columns, options, paint),
  ]
}

/** The cells that a step changed, and the rows that it dropped. */
export const differenceLines = (shown: ShownPoint, options: TextOptions, paint: Paint): readonly string[] => [
  ...shown.rows.flatMap(row => row.before.size > 0 ? changeLines(row) : []),
  ...goneLines(shown, shown.point.step?.reads ?? [], options, paint),
]

/** Rows that the step dropped, with the reason where there are several. */
function goneLines({ gone }: ShownPoint, names: readonly string[], options: TextOptions, paint: Paint): readonly string[] {
  if (gone.length === 0) return []
  const reasons = gone.map(({ reason }) => reason ?? '')
  const because: readonly Column[] = new Set(reasons).size > 1 ? [{ name: 'because', cells: reasons, whole: true }] : []
  return rowLines(gone, names.filter(name => gone[0]!.cells.has(name)), options, paint, 'dropped', because)
}

/** Fields that are still to be read and found no place on the line. */
const otherFields = ({ point: { fields, wanted } }: ShownPoint, columns: readonly string[], { width }: TextOptions, paint: Paint): readonly string[] => {
  const others = fields.filter(name => wanted.has(name) && !columns.includes(name))
  return others.length === 0 ? [] : [paint('dim', cut(`  and ${others.length > 6 ? `${others.length} more: ` : ''}${others.join(', ')}`, width))]
}

/** `person-1@own → 9f2c41d0…` for each field that changed. */
const changeLines = ({ label, before, cells }: ShownRow): readonly string[] => {
  const wide = Math.max(...[...before.keys()].map(widthOf))
  return [...before].map(([name, was], index) =>
    `  ${padded(index === 0 ? label : '', 6)}  ${padded(name, wide)}  ${was === '' ? '' : `${was} `}→ ${cells.get(name) === '' ? 'blank' : cells.get(name)}`)
}

/** As many fields as fit on the line: what the step makes and reads come first, then what is read later. */
function chosenColumns({ point, rows, entering }: ShownPoint, { width }: TextOptions): readonly string[] {
  const { step, fields, wanted } = point
  const rank = (name: string): number => step?.writes.includes(name) ? 0 : step?.reads.includes(name) ? 1 : 2
  const ranked = fields.filter(name => rank(name) < 2 || wanted.has(name)).toSorted((one, other) => rank(one) - rank(other))
  const both = [...entering, ...rows]
  const columns = [labels('before', both), ...ranked.map(name => columnOf(name, both))]
  const kept = new Set(ranked.slice(0, fitting(columns, width - 2) - 1))
  return fields.filter(name => kept.has(name))
}

const labels = (name: string, rows: readonly ShownRow[]): Column => ({ name, cells: rows.map(({ label }) => label) })
const columnOf = (name: string, rows: readonly ShownRow[], paint?: Paint): Column => ({
  name, cells: rows.map(({ cells }) => cells.get(name) ?? ''), ...paint ? { paint: (text, row) => rows[row]!.before.has(name) ? paint('bold', text) : text } : {},
})

/** Rows with some of their cells, in several tables where one would be too wide. */
export function rowLines(rows: readonly ShownRow[], names: readonly string[], { width }: Pick<TextOptions, 'width'>, paint: Paint, title: string, behind: readonly Column[] = []): readonly string[] {
  if (rows.length === 0) return []
  const first = labels(title, rows)
  const lines: string[] = []
  let rest = [...names.map(name => columnOf(name, rows, paint)), ...behind]
  do {
    const fit = Math.max(1, fitting([first, ...rest], width - 2) - 1)
    lines.push(...tableLines([first, ...rest.slice(0, fit)], name => paint('dim', name)).map(line => `  ${line}`))
    rest = rest.slice(fit)
  } while (rest.length > 0)
  return lines
}
