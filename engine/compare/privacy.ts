// What another version of the rules means for privacy: what leaves, what is dropped, what is hidden, who counts as whom.
import type { Place } from '../diagnostics/diagnostic.ts'
import { pick } from '../load/pick.ts'
import type { Tree } from '../load/tree.ts'
import type { ColumnPlan } from '../plan/plan.ts'
import { highest } from '../spec/field.ts'
import { effectsOnHiding, effectsOnKinds, effectsOnReading } from './privacy-fields.ts'
import { effectsOnRows } from './privacy-rows.ts'
import type { Effect, Version } from './version.ts'

/** What leaves more than before comes first. */
export function effectsBetween(before: Version, after: Version): readonly Effect[] {
  const all = [
    ...effectsOnColumns(before, after), ...effectsOnRows(before.plan, after.plan), ...effectsOnHiding(before.plan, after.plan),
    ...effectsOnKinds(before.plan, after.plan), ...effectsOnReading(before, after),
  ]
  const once = [...new Map(all.map(one => [`${one.effect} ${one.text}`, one])).values()]
  return order.flatMap(effect => once.filter(one => one.effect === effect))
}

const order = ['more', 'other', 'less'] as const

function effectsOnColumns(before: Version, after: Version): readonly Effect[] {
  const columns = ({ plan, merged }: Version) => new Map(plan.outputs.flatMap(({ name, columns }) => columns.map(column =>
    [`${column.name} of ${name}`, { column, place: placeOf(merged, 'outputs', name, 'columns', column.name) }] as const)))
  const [first, second] = [columns(before), columns(after)]
  return [
    ...[...second].flatMap(([name, { column, place }]): readonly Effect[] => {
      const was = first.get(name)?.column
      if (!was) return [{ effect: 'more', text: `column ${name} is written: ${natureOf(column)}`, ...place }]
      if (exposure(was) === exposure(column) && was.fieldName === column.fieldName) return []
      const effect = exposure(column) > exposure(was) ? 'more' : exposure(column) < exposure(was) ? 'less' : 'other'
      return [{ effect, text: `column ${name} holds ${column.fieldName}, ${natureOf(column)}; it was ${was.fieldName}, ${natureOf(was)}`, ...place }]
    }),
    ...[...first].filter(([name]) => !second.has(name))
      .map(([name, { place }]): Effect => ({ effect: 'less', text: `column ${name} is not written any more`, ...place })),
  ]
}

const placeOf = (tree: Tree, ...path: readonly string[]): { readonly place?: Place } => {
  const node = pick(tree, ...path)
  return node ? { place: node.at } : {}
}

const isPersonal = ({ field }: ColumnPlan): boolean => highest(field.mark, 'sensitive') === field.mark

const exposure = (column: ColumnPlan): number => isPersonal(column) ? 3 : column.allow !== undefined ? 2 : column.field.mark === 'pseudonym' ? 0 : 1

const natureOf = (column: ColumnPlan): string => {
  if (isPersonal(column)) return `in clear, though ${column.field.mark} (${column.allow})`
  if (column.allow !== undefined) return `text in clear (${column.allow})`
  return column.field.mark === 'pseudonym' ? 'a pseudonym' : column.field.values ? 'a word of a closed list' : `${column.field.type}, open`
}
