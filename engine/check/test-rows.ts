// Rows of tests: maps, or aligned text tables, of fields that go in and columns that come out.
import type { Place } from '../diagnostics/diagnostic.ts'
import { entriesOf, isList, isScalar, itemsOf, pick, textOf, textsOf } from '../load/pick.ts'
import { type TableCells, readTable } from '../load/text-table.ts'
import type { Tree } from '../load/tree.ts'
import type { ExpectedCell, ExpectedRow, ExpectedValue, InputPlan, OutputPlan, TestRow } from '../plan/plan.ts'
import type { Cell } from '../spec/field.ts'
import type { Unknown } from '../spec/step.ts'
import { type Checker, unknownName } from './checker.ts'

/** Records of an input, by field; what does not stand there is blank. */
export function readRecords(tree: Tree, input: InputPlan | undefined, checker: Checker): readonly TestRow[] {
  const fields = input?.fields ?? []
  const isListField = (name: string): boolean => fields.find(field => field.name === name)?.field.list === true
  const among = { what: 'field', where: 'in the input', known: fields.map(field => field.name) }
  return rowsOf(tree, among, { isList: isListField, pseudonyms: false }, checker).map(row => ({
    place: row.at,
    cells: new Map(entriesOf(row).map(({ key, value }): [string, Cell] =>
      [key, isListField(key) || isList(value) ? textsOf(value) : textOf(value) ?? ''])),
  }))
}

/** Rows of an output, by column, of those that are `known`; columns that do not stand there are not compared. */
export function readExpectedRows(tree: Tree, output: OutputPlan | undefined, known: readonly string[], checker: Checker): readonly ExpectedRow[] {
  const columns = output?.columns ?? []
  const isListColumn = (name: string): boolean => columns.find(column => column.name === name)?.field.list === true
  const among = output && { what: 'column', known }
  return rowsOf(tree, among, { isList: isListColumn, pseudonyms: true }, checker).map(row => ({
    place: row.at,
    cells: new Map(entriesOf(row).map(({ key, value }) => [key, isList(value) ? { list: value.items.map(valueOf) } : valueOf(value)] satisfies [string, ExpectedCell])),
  }))
}

/** Several texts are hashed as a compound is. */
function valueOf(tree: Tree): ExpectedValue {
  const hash = pick(tree, 'hash')
  return hash ? { hash: textsOf(hash).join(compound) } : { value: textOf(tree) ?? '' }
}

/** What step hash puts between the parts of a compound. */
export const compound = '\u001f'

/** The rows as maps; names that nothing has are reported, of a table once and where the header has them. */
function rowsOf(tree: Tree, among: Unknown | undefined, cells: TableCells, checker: Checker): readonly Tree[] {
  const check = (name: string, place: Place): void => {
    if (among && name !== '' && !among.known.includes(name)) unknownName(checker, 'bad-test', place, name, among)
  }
  if (isScalar(tree)) {
    const { columns, rows } = readTable(tree, cells, checker.report)
    for (const { name, at } of columns) check(name, at)
    return rows.items
  }
  for (const row of itemsOf(tree)) for (const { key, keyAt } of entriesOf(row)) check(key, keyAt)
  return itemsOf(tree)
}
