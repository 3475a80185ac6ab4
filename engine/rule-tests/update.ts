// What a failing test expects, rewritten to what came.
import type { Place } from '../diagnostics/diagnostic.ts'
import { entriesOf, isList, isMap, isScalar, pick } from '../load/pick.ts'
import { tableLines } from '../load/text-table.ts'
import type { Entry, Scalar, Tree } from '../load/tree.ts'
import type { ExpectedCell, ExpectedRow, OutputPlan, TestPlan } from '../plan/plan.ts'
import { quarantinedIn } from '../run/counts.ts'
import type { TestRun } from '../run/rule-test.ts'
import { type Comparison, compareRows } from './comparison.ts'
import { type Edit, offsetsIn } from './edits.ts'
import { droppedBy } from './endings.ts'
import { type ListItem, listEdit } from './list-edit.ts'
import { flowCell, flowRow, tableCell } from './written.ts'

type Offsets = ReturnType<typeof offsetsIn>

/** Edits of the text of the file that holds the test: only cells, rows and counts that differ. None for a run that stopped. */
export function updateEdits({ value: node }: Entry, test: TestPlan, run: TestRun, text: string): readonly Edit[] {
  if (run.stopped) return []
  const offsets = offsetsIn(text)
  const expect = pick(node, 'expect')
  const perOutput = isMap(expect) ? expect.entries : expect && run.plan.outputs[0] ? [{ key: run.plan.outputs[0].name, keyAt: keyOf(node, 'expect')!, value: expect }] : []
  return [
    ...perOutput.flatMap(({ key, keyAt, value }) => {
      const output = run.plan.outputs.find(one => one.name === key)
      const expected = test.expect.get(key) ?? []
      const compared = output && compareRows(run, output, expected)
      return !compared || isSame(compared) ? [] : rowEdits(value, keyAt, expected, compared, output, text, offsets)
    }),
    ...entriesOf(pick(node, 'dropped')).flatMap(({ key, value }) => numberEdit(value, droppedBy(run.counts, key), test.dropped?.get(key), offsets)),
    ...refusedEdits(node, test, run, text, offsets),
  ]
}

const isSame = ({ pairs, differing }: Comparison): boolean =>
  pairs.every(({ expected, got }) => expected !== undefined && got !== undefined && differing(expected, got).length === 0)

function rowEdits(
  tree: Tree, keyAt: Place, expected: readonly ExpectedRow[], compared: Comparison, output: OutputPlan, text: string, offsets: Offsets,
): readonly Edit[] {
  const listed = [...new Set(expected.flatMap(row => [...row.cells.keys()]))]
  const columns = listed.length > 0 ? listed : output.columns.map(({ name }) => name)
  if (isScalar(tree)) return [tableEdit(tree, expected, compared, text, offsets)]
  if (!isList(tree)) return []
  if (expected.length === 0 && text[offsets(keyAt).from - 1] === ' ' && isOwnLine(text, offsets(keyAt).from)) {
    const rows = [columns, ...compared.pairs.map(({ got }) => columns.map(column => tableCell(compared.came(got!, column))))]
    const indent = `\n${' '.repeat(keyAt.range.start.column + 1)}`
    return [{ ...offsets(tree.at), text: `|${tableLines(rows).map(line => indent + line).join('')}` }]
  }
  const items = compared.pairs.flatMap(({ expected: index, got }): readonly ListItem[] => {
    if (got === undefined) return []
    if (index === undefined) return [{ text: flowRow(columns.map(column => [column, flowCell(compared.came(got, column))])) }]
    const cells = entriesOf(tree.items[index])
    return [{
      index, edits: compared.differing(index, got).flatMap(column => {
        const cell = cells.find(({ key }) => key === column)?.value
        return cell ? [valueEdit(cell, flowCell(compared.came(got, column)), offsets)] : []
      }),
    }]
  })
  return [listEdit(tree, items, text, offsets)]
}

/** Nothing but blanks stands before the offset on its line: a block of lines may follow. */
const isOwnLine = (text: string, offset: number): boolean => text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === ''

/** The table with the rows that came, aligned anew. */
function tableEdit(table: Scalar, expected: readonly ExpectedRow[], compared: Comparison, text: string, offsets: Offsets): Edit {
  const value = String(table.value)
  const from = value.search(/\S/)
  const lines = value.split('\n').map(line => line.trim()).filter(line => line !== '')
  const columns = lines[0]!.split('|').map(name => name.trim())
  const rows = compared.pairs.flatMap(({ expected: index, got }): readonly (readonly string[])[] => {
    if (got === undefined) return []
    const differs = index === undefined ? columns : compared.differing(index, got)
    const cellOf = (column: string): ExpectedCell =>
      differs.includes(column) ? compared.came(got, column) : expected[index!]!.cells.get(column) ?? { value: '' }
    return [columns.map(column => tableCell(cellOf(column)))]
  })
  const range = offsets(table.locate(from, value.trimEnd().length - from))
  const indent = text.slice(text.lastIndexOf('\n', range.from - 1) + 1, range.from)
  return { ...range, text: tableLines([columns, ...rows]).join(`\n${indent}`) }
}

function valueEdit(tree: Tree, written: string, offsets: Offsets): Edit {
  const { from, to } = offsets(tree.at)
  return { from, to, text: from === to ? ` ${written}` : written }
}

const numberEdit = (tree: Tree, number: number, before: number | undefined, offsets: Offsets): readonly Edit[] =>
  number === before ? [] : [valueEdit(tree, String(number), offsets)]

function refusedEdits(node: Tree, test: TestPlan, run: TestRun, text: string, offsets: Offsets): readonly Edit[] {
  const refused = quarantinedIn(run.counts)
  const written = pick(node, 'quarantined')
  if (written || refused === 0) return written ? numberEdit(written, refused, test.quarantined, offsets) : []
  const { from, to } = offsets(node.at)
  if (text[from] === '{') return [{ from: to - 1, to: to - 1, text: `, quarantined: ${refused} ` }]
  return [{ from: to, to, text: `\n${' '.repeat(node.at.range.start.column - 1)}quarantined: ${refused}` }]
}

const keyOf = (node: Tree, key: string): Place | undefined => entriesOf(node).find(entry => entry.key === key)?.keyAt
