// Outputs that are judged as a whole: their rows are kept until the last, then held against each other.
import { type Diagnostic, type Place, Stop } from '../diagnostics/diagnostic.ts'
import type { OutputPlan, TableRule } from '../plan/plan.ts'
import type { Remark } from '../spec/step.ts'
import { cyclesOf } from './cycles.ts'

export type TableRow = {
  readonly cells: string[]
  /** The record it was made of. */
  readonly place: Place
}

export type Table = { readonly output: OutputPlan, readonly rows: TableRow[] }

/**
 * Holds every table against its rules: `unique` first, then `refers`, then `acyclic`. References that may be blank become
 * so, and a remark counts them; everything else stops with `broken-table`, with all places of all rules, in places only.
 */
export function settleTables(tables: ReadonlyMap<string, Table>): readonly Remark[] {
  const found: Finding[] = []
  const remarks: Remark[] = []
  const rules = [...tables.values()].flatMap(table => table.output.expect.map(rule => ({ table, rule })))
  for (const kind of ['unique', 'refers', 'acyclic'] as const) {
    for (const { table, rule } of rules) {
      if (rule.rule === kind) settle(rule, table, tables, found, remarks)
    }
  }
  if (found.length > 0) throw broken(found)
  return remarks
}

type Finding = { readonly message: string, readonly hint: string, readonly places: readonly Place[] }

function settle(rule: TableRule, table: Table, tables: ReadonlyMap<string, Table>, found: Finding[], remarks: Remark[]): void {
  const { name } = table.output
  switch (rule.rule) {
    case 'unique': {
      const places = repeated(table, rule.column)
      if (places.length > 0) {
        found.push({ places, message: `output "${name}": ${rows(places.length, 'has', 'have')} the ${rule.column} of another row`, hint: 'put a step `unique` or `merge` before, or mend the export' })
      }
      return
    }
    case 'refers': {
      const known = new Set(tables.get(rule.to.output)?.rows.map(({ cells }) => cells[columnAt(tables.get(rule.to.output)!, rule.to.column)]))
      const broken = table.rows.filter(row => !refersTo(row.cells[columnAt(table, rule.column)]!, known, isList(table, rule.column)))
      if (broken.length === 0) return
      const target = rule.to.output === name ? rule.to.column : `${rule.to.column} of output "${rule.to.output}"`
      const message = `output "${name}": ${rule.column} of ${rows(broken.length, 'is', 'are')} not in ${target}`
      if (rule.otherwise === 'stop') {
        found.push({ places: broken.map(row => row.place), message, hint: `give the rows they refer to, or write \`otherwise: blank\` (or warn) in the rules, under ${rulePath(name, rule)}` })
        return
      }
      if (rule.otherwise === 'blank') {
        for (const { cells } of broken) blankUnknown(cells, columnAt(table, rule.column), known, isList(table, rule.column))
      }
      remarks.push({
        code: rule.otherwise === 'blank' ? 'reference-blanked' : 'reference-missing', count: broken.length,
        message: rule.otherwise === 'blank' ? `${message}; they are blank` : message, hint: 'what they refer to was not read, or was dropped by a step',
      })
      return
    }
    case 'acyclic': {
      const [id, parent] = [columnAt(table, rule.id), columnAt(table, rule.parent)]
      const own = table.rows.filter(({ cells }) => cells[parent] !== '' && cells[parent] === cells[id])
      for (const { cells } of own) cells[parent] = ''
      if (own.length > 0) {
        remarks.push({ code: 'own-parent', count: own.length, message: `output "${name}": ${rows(own.length, 'refers to itself', 'refer to themselves')} in ${rule.parent}; the cell is blank`, hint: 'usual for the head of an organisation' })
      }
      const cycling = cyclesOf(table.rows.map(({ cells }) => ({ id: cells[id]!, parent: cells[parent]! }))).map(index => table.rows[index]!)
      if (cycling.length === 0) return
      const message = `output "${name}": ${rows(cycling.length, 'leads back to itself', 'lead back to themselves')} over ${rule.parent}`
      if (rule.otherwise === 'stop') {
        found.push({ places: cycling.map(row => row.place), message, hint: `mend the export, or write \`otherwise: blank\` (or warn) in the rules, under ${rulePath(name, rule)}` })
        return
      }
      if (rule.otherwise === 'blank') for (const { cells } of cycling) cells[parent] = ''
      remarks.push({ code: 'cycle', count: cycling.length, message: rule.otherwise === 'blank' ? `${message}; the cell is blank` : message, hint: 'mend the export' })
    }
  }
}

const rulePath = (output: string, { rule }: TableRule): string => `outputs.${output}.expect.${rule}`
const rows = (count: number, one: string, several: string): string => count === 1 ? `1 row ${one}` : `${count} rows ${several}`

const columnAt = ({ output }: Table, column: string): number => output.columns.findIndex(({ name }) => name === column)
const isList = ({ output }: Table, column: string): boolean => output.columns.find(({ name }) => name === column)?.field.list === true

/** The rows behind the first of each value. */
function repeated(table: Table, column: string): readonly Place[] {
  const at = columnAt(table, column)
  const seen = new Set<string>()
  return table.rows.flatMap(({ cells, place }) => {
    if (seen.has(cells[at]!)) return [place]
    seen.add(cells[at]!)
    return []
  })
}

const membersOf = (cell: string): readonly string[] => cell === '' ? [] : JSON.parse(cell) as string[]

const refersTo = (cell: string, known: ReadonlySet<string | undefined>, list: boolean): boolean =>
  list ? membersOf(cell).every(member => known.has(member)) : cell === '' || known.has(cell)

function blankUnknown(cells: string[], at: number, known: ReadonlySet<string | undefined>, list: boolean): void {
  const members = list ? membersOf(cells[at]!).filter(member => known.has(member)) : []
  cells[at] = list ? JSON.stringify(members) : ''
}

/** So many places are shown of each finding. */
const shown = 10

function broken(found: readonly Finding[]): Stop {
  const [first, ...others] = found
  const lines = (places: readonly Place[]): NonNullable<Diagnostic['trail']> => [
    ...places.slice(0, shown).map(place => ({ place, text: 'one of them' })),
    ...places.length > shown ? [{ text: `and ${places.length - shown} more` }] : [],
  ]
  return new Stop(3, {
    code: 'broken-table', message: `${first!.message}; nothing was delivered`, hint: first!.hint,
    trail: [...lines(first!.places), ...others.flatMap(({ message, places }) => [{ text: message }, ...lines(places)])],
  })
}
