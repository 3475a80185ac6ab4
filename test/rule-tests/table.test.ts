// Text tables are another spelling of lists of maps.
import test from 'ava'
import fc from 'fast-check'
import { toPlain } from '../../engine/load/plain.ts'
import { readTable, tableLines } from '../../engine/load/text-table.ts'
import { readDocument } from '../../engine/load/document.ts'
import { pick } from '../../engine/load/pick.ts'
import type { Scalar } from '../../engine/load/tree.ts'

const cases: readonly { readonly title: string, readonly table: string, readonly rows: readonly object[] }[] = [
  { title: 'cells stand between bars, blanks around them do not count', table: 'a | b\n  1|  two words  ', rows: [{ a: '1', b: 'two words' }] },
  { title: 'blank cells are blank, blank lines are none', table: 'a | b\n\n | x\ny |\n', rows: [{ a: '', b: 'x' }, { a: 'y', b: '' }] },
  { title: 'a bar inside a cell has a backslash before it', table: 'a | b\nx \\| y | \\|', rows: [{ a: 'x | y', b: '|' }] },
  { title: 'members of a list stand between semicolons', table: 'list | a\nx; y ;| x; y', rows: [{ list: ['x', 'y'], a: 'x; y' }] },
  { title: 'a pseudonym is written by its text, a compound by its parts', table: 'a | b\nhash(anna@x.example) | hash(1; 2)', rows: [{ a: { hash: 'anna@x.example' }, b: { hash: ['1', '2'] } }] },
  { title: 'a row whose only cell is blank has two quotes', table: 'a\n""', rows: [{ a: '' }] },
  { title: 'a header alone is a table without rows', table: 'a | b', rows: [] },
]

for (const { title, table, rows } of cases) {
  test(title, t => {
    const read = tableIn(`given: |\n${table.split('\n').map(line => `  ${line}`).join('\n')}\n`)
    t.deepEqual(read.findings, [])
    t.deepEqual(toPlain(read.table.rows), rows)
  })
}

test('every cell knows its line and column in the file', t => {
  const { table } = tableIn('x: 1\ngiven: |\n  first | second\n  1     | a \\| b\n')
  const cell = pick(table.rows, 0, 'second')!
  t.deepEqual(cell.at.range, { start: { line: 4, column: 11 }, end: { line: 4, column: 17 } })
  t.deepEqual(table.columns[1]!.at.range, { start: { line: 3, column: 11 }, end: { line: 3, column: 17 } })
})

test('what is written as a table is read as it was', t => {
  const text = fc.stringMatching(/^[ -~]*$/).map(one => one.trim()).filter(one => !/\\$|\\\||^hash\(|^""$/.test(one))
  fc.assert(fc.property(fc.integer({ min: 1, max: 4 }).chain(width => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })), rows => {
    const names = rows[0]!.map((_, index) => `c${index}`)
    const lines = tableLines([names, ...rows])
    const { table, findings } = tableIn(`given: |\n${lines.map(line => `  ${line}`).join('\n')}\n`)
    t.deepEqual(findings, [])
    t.deepEqual(toPlain(table.rows), rows.map(row => Object.fromEntries(row.map((cell, index) => [`c${index}`, cell]))))
  }))
})

function tableIn(file: string): { readonly table: ReturnType<typeof readTable>, readonly findings: readonly string[] } {
  const findings: string[] = []
  const report = ({ message }: { readonly message: string }): void => { findings.push(message) }
  const scalar = pick(readDocument(file, 'rules.yaml', report), 'given') as Scalar
  const table = readTable(scalar, { isList: column => column === 'list', pseudonyms: true }, report)
  return { table, findings }
}
