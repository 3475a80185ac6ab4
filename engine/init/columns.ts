// Which column of an export each field of the rules is read from, and what may be meant where none is called so.
import { nearest } from '../diagnostics/nearest.ts'
import type { FieldPlan } from '../plan/plan.ts'
import { folded } from '../run/binding.ts'

export type Missing = {
  readonly field: string
  readonly optional: boolean
  /** The column that is probably meant. */
  readonly near?: string
}

export type Match = {
  /** The column of each field that has one. */
  readonly found: ReadonlyMap<string, string>
  readonly missing: readonly Missing[]
  /** Columns that no field is read from. */
  readonly unused: readonly string[]
}

/**
 * `chosen` gives columns that somebody named for a field; they win over the names in the rules. Only a column that `fits` is
 * one that is probably meant.
 */
export function matchColumns(
  fields: readonly FieldPlan[], columns: readonly string[], chosen: ReadonlyMap<string, string>, fits: (field: FieldPlan, column: string) => boolean = () => true,
): Match {
  const byName = new Map(columns.map(column => [folded(column), column]))
  const find = (names: readonly string[]): string | undefined => names.map(name => byName.get(folded(name))).find(column => column !== undefined)
  const found = new Map<string, string>()
  for (const { name, from } of fields) {
    const column = find(chosen.has(name) ? [chosen.get(name)!] : from)
    if (column !== undefined) found.set(name, column)
  }
  const used = new Set([...found.values(), ...fields.flatMap(({ or }) => find(or) ?? [])])
  const unused = columns.filter(column => !used.has(column))
  const missing = fields.filter(({ name }) => !found.has(name)).map((field): Missing => {
    const near = nearColumn([...field.from, field.name], unused.filter(column => fits(field, column)))
    return { field: field.name, optional: field.optional, ...(near === undefined ? {} : { near }) }
  })
  return { found, missing, unused }
}

/** A misspelling of one of the names, or else the only column that has one of them as a part of its own name. */
function nearColumn(names: readonly string[], columns: readonly string[]): string | undefined {
  const misspelt = names.map(name => nearest(name, columns)).find(column => column !== undefined)
  if (misspelt !== undefined) return misspelt
  const long = names.map(folded).filter(name => name.length >= 4)
  const parts = columns.filter(column => long.some(name => folded(column).includes(name)))
  return parts.length === 1 ? parts[0] : undefined
}
