// A test as text of a rule file, and the file with it.
import { tableLines } from '../../load/text-table.ts'
import { isList } from '../../load/pick.ts'
import type { Loaded } from '../../load/rules.ts'
import type { ExpectedCell, TestPlan } from '../../plan/plan.ts'
import { offsetsIn } from '../edits.ts'
import { flowCell, flowText, tableCell } from '../written.ts'
import type { Cell } from '../../spec/field.ts'

export type Table = { readonly columns: readonly string[], readonly rows: readonly (readonly ExpectedCell[])[] }

export type TestSource = {
  readonly title: string
  readonly params: TestPlan['params']
  readonly people?: Table
  /** By input or output; a single one stands without its name where that is enough. */
  readonly given: ReadonlyMap<string, Table>
  readonly expect: ReadonlyMap<string, Table>
  readonly dropped: ReadonlyMap<string, number>
  readonly quarantined: number
}

/** Columns that are blank in every row are left out, save for one. */
export function tableOf(columns: readonly string[], rows: readonly (readonly ExpectedCell[])[]): Table {
  const kept = columns.flatMap((_, index) => rows.some(row => tableCell(row[index]!) !== '') ? [index] : [])
  const wanted = kept.length > 0 ? kept : [0]
  return { columns: wanted.map(index => columns[index]!), rows: rows.map(row => wanted.map(index => row[index]!)) }
}

export const givenCell = (cell: Cell): ExpectedCell =>
  Array.isArray(cell) ? { list: cell.map(member => ({ value: String(member) })) } : { value: String(cell) }

/** The lines of a test, its title at this indentation. */
export function testLines(test: TestSource, indent: number, main: { readonly input: string, readonly outputs: number }): readonly string[] {
  const lines: string[] = []
  const params = [...test.params].map(([name, value]) => `${name}: ${typeof value === 'object' ? `[${value.map(flowText).join(', ')}]` : flowText(String(value))}`)
  if (params.length > 0) lines.push(`params: { ${params.join(', ')} }`)
  if (test.people) lines.push(...rowLines('people', test.people))
  const [only] = test.given
  lines.push(...test.given.size === 1 && only![0] === main.input ? rowLines('given', only![1]) : ['given:', ...below(test.given)])
  const [output] = test.expect
  lines.push(...main.outputs === 1 ? rowLines('expect', output![1]) : ['expect:', ...below(test.expect)])
  if (test.dropped.size > 0) lines.push(`dropped: { ${[...test.dropped].map(([step, rows]) => `${step}: ${rows}`).join(', ')} }`)
  if (test.quarantined > 0) lines.push(`quarantined: ${test.quarantined}`)
  const spaces = ' '.repeat(indent)
  return [`${spaces}${titleText(test.title)}:`, ...lines.map(line => `${spaces}  ${line}`)]
}

const below = (tables: ReadonlyMap<string, Table>): readonly string[] =>
  [...tables].flatMap(([name, table]) => rowLines(name, table)).map(line => `  ${line}`)

const titleText = (title: string): string => /^[\p{L}\p{N}][^:#"'\n]*[^:#"'\s]$/u.test(title) ? title : JSON.stringify(title)

/** Lines longer than this read better one below the other. */
const widest = 150

function rowLines(key: string, { columns, rows }: Table): readonly string[] {
  if (rows.length === 0) return [`${key}: []`]
  const table = tableLines([columns, ...rows.map(row => row.map(tableCell))])
  const fits = table.every(line => line.length <= widest) && rows.every(row => row.every(isTableCell))
  if (fits) return [`${key}: |`, ...table.map(line => `  ${line}`)]
  const items = rows.map(row => columns.flatMap((name, index) => tableCell(row[index]!) === '' ? [] : [`${name}: ${flowCell(row[index]!)}`]))
  return [`${key}:`, ...items.flatMap(item => item.length === 0 ? ['  - {}'] : item.map((line, index) => `  ${index === 0 ? '-' : ' '} ${line}`))]
}

/** Members with `;` in them, blanks around a text, and texts that look like pseudonyms cannot stand in a table. */
const isTableCell = (cell: ExpectedCell): boolean => 'list' in cell ? cell.list.every(member => isTableCell(member) && !tableCell(member).includes(';'))
  : 'hash' in cell || cell.value === cell.value.trim() && !/^hash\(|\n|^""$/.test(cell.value)

/**
 * The file with the test behind its last one, or with a section of its own; `line` is where the test begins. Undefined where
 * the tests stand in a form that nothing can be put behind.
 */
export function withTest(loaded: Loaded, lines: (indent: number) => readonly string[]): { readonly text: string, readonly line: number, readonly added: string } | undefined {
  const text = loaded.texts.get(loaded.file)!
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const last = loaded.tests.at(-1)
  const indent = last ? last.keyAt.range.start.column - 1 : 2
  const offsets = offsetsIn(text)
  if (last && (isList(last.value) || text.slice(text.lastIndexOf('\n', offsets(last.keyAt).from) + 1, offsets(last.keyAt).from).trim() !== '')) return undefined
  if (!last && /^tests:/m.test(text)) return undefined
  const lineEnd = last ? text.indexOf('\n', offsets(last.value.at).to - 1) : -1
  const at = lineEnd < 0 ? text.length : lineEnd + 1
  const added = lines(indent).join(newline)
  const before = text.slice(0, at)
  const head = `${before === '' || before.endsWith('\n') ? '' : newline}${newline}${last ? '' : `tests:${newline}`}`
  return { text: `${before}${head}${added}${newline}${text.slice(at)}`, line: (before + head).split('\n').length, added }
}
