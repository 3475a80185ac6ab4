// Columns that refer to rows: tests should show one that finds its row, and one that does not.
import type { Place } from '../diagnostics/diagnostic.ts'
import type { OutputPlan, Plan, TableRule } from '../plan/plan.ts'

type Reference = Extract<TableRule, { rule: 'refers' }>

/** Where a reference to nowhere ends the run, no test can show one. */
const referencesOf = ({ expect }: OutputPlan): readonly Reference[] =>
  expect.flatMap(rule => rule.rule === 'refers' && rule.otherwise !== 'stop' ? [rule] : [])

export const referenceCases = (output: OutputPlan): readonly { readonly key: string, readonly place: Place, readonly lacks: string }[] =>
  referencesOf(output).flatMap(({ column, place }) => [
    { key: keyOf(output, column, true), place, lacks: `has no ${column} that refers to a row` },
    { key: keyOf(output, column, false), place, lacks: `has no ${column} that refers to a row which is not there` },
  ])

/** The cases that rows show, as they are before references to nowhere become blank. */
export const referencesShown = (plan: Plan, written: ReadonlyMap<string, readonly (readonly string[])[]>): readonly string[] =>
  plan.outputs.flatMap(output => referencesOf(output).flatMap(({ column, to }) => {
    const known = new Set(cellsOf(plan, to.output, to.column, written))
    const list = output.columns.find(({ name }) => name === column)?.field.list === true
    const members = cellsOf(plan, output.name, column, written).flatMap(cell => cell === '' ? [] : list ? JSON.parse(cell) as string[] : [cell])
    return members.map(member => keyOf(output, column, known.has(member)))
  }))

const keyOf = ({ name }: OutputPlan, column: string, found: boolean): string => `output ${name} ${column} ${found ? 'found' : 'lost'}`

function cellsOf(plan: Plan, output: string, column: string, written: ReadonlyMap<string, readonly (readonly string[])[]>): readonly string[] {
  const at = plan.outputs.find(({ name }) => name === output)!.columns.findIndex(({ name }) => name === column)
  return (written.get(output) ?? []).map(cells => cells[at]!)
}
