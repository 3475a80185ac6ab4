// The rows that one output is expected to have, beside those that came.
import type { ExpectedCell, ExpectedRow, OutputPlan } from '../plan/plan.ts'
import type { TestRun } from '../run/rule-test.ts'
import { type Pair, aligned } from './aligned.ts'
import { cellOf, isCell } from './pseudonyms.ts'

export type Comparison = {
  readonly pairs: readonly Pair[]
  /** The listed columns in which an expected row differs from one that came. */
  readonly differing: (expected: number, got: number) => readonly string[]
  /** What came, as a test would write it. */
  readonly came: (got: number, column: string) => ExpectedCell
  /** What came, as the output has it. */
  readonly text: (got: number, column: string) => string
}

export function compareRows(run: TestRun, output: OutputPlan, expected: readonly ExpectedRow[]): Comparison {
  const { hashed } = run
  const got = run.written.get(output.name)!
  const positions = new Map(output.columns.map((column, position) => [column.name, { column, position }]))
  const text = (row: number, name: string): string => got[row]![positions.get(name)?.position ?? -1] ?? ''
  const differing = (one: number, other: number): readonly string[] => [...expected[one]!.cells]
    .flatMap(([name, cell]) => isCell(cell, text(other, name), positions.get(name)?.column, hashed) ? [] : [name])
  const pairs = aligned(expected.length, got.length, (one, other) => differing(one, other).length / Math.max(1, expected[one]!.cells.size))
  return { pairs, differing, text, came: (row, name) => cellOf(text(row, name), positions.get(name)?.column, hashed) }
}
