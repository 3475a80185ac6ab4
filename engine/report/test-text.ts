// The outcome of a test of the rules: the cells that differ, and the step that made them.
import type { TestPlan } from '../plan/plan.ts'
import type { Mismatch } from '../run/mismatches.ts'
import type { TestOutcome } from '../run/rule-test.ts'

export function testText(file: string, test: TestPlan, { mismatches }: TestOutcome): string {
  if (mismatches.length === 0) return `✓ ${file} ${test.title}\n`
  const rows = mismatches.map(mismatch => [where(mismatch), `expected ${mismatch.expected}`, `got ${mismatch.got}`, mismatch.step === undefined || mismatch.column === undefined ? '' : `set by step ${mismatch.step}`])
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]!.length)))
  return [
    `✗ ${file}:${test.place.range.start.line} ${test.title}`,
    ...rows.map(row => `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()}`),
  ].join('\n') + '\n'
}

const where = ({ row, column, step, place }: Mismatch): string =>
  row !== undefined ? `row ${row}  ${column}` : step !== undefined ? `step ${step}` : `line ${place.range.start.line}`
