// The outcome of a test of the rules: what differs, and the step behind it.
import type { Place } from '../diagnostics/diagnostic.ts'
import type { StepPlan, TestPlan } from '../plan/plan.ts'
import type { Ending } from '../rule-tests/trace.ts'
import type { Maker, Mismatch } from '../run/mismatches.ts'
import type { TestOutcome } from '../run/rule-test.ts'

/** One line for a test that passes; of one that fails a line per difference, with their parts below each other. */
export function testText(file: string, test: TestPlan, { mismatches }: TestOutcome): string {
  if (mismatches.length === 0) return `✓ ${file} ${test.title}\n`
  const cells = mismatches.filter(({ kind }) => kind === 'cell').map(one => partsOf(one, file))
  const widths = [0, 1, 2, 3].map(part => Math.max(...cells.map(parts => parts[part]!.length)))
  const lines = mismatches.map(one => one.kind === 'cell'
    ? partsOf(one, file).map((part, index) => part.padEnd(widths[index] ?? 0)).join('  ')
    : partsOf(one, file).join('  '))
  return [`✗ ${file}:${test.place.range.start.line} ${test.title}`, ...lines.map(line => `    ${line.trimEnd()}`)].join('\n') + '\n'
}

function partsOf(mismatch: Mismatch, file: string): readonly string[] {
  const where = (row: number): string => `${'output' in mismatch && mismatch.output !== undefined ? `${mismatch.output} ` : ''}row ${row}`
  switch (mismatch.kind) {
    case 'cell': return [where(mismatch.row), mismatch.column, `expected ${mismatch.expected}`, `got ${mismatch.got}`, makerText(mismatch.by, file)]
    case 'missing': return [where(mismatch.row), `missing   ${mismatch.expected}\n${below}${endingText(mismatch.ending, file)}`]
    case 'extra': return [where(mismatch.row), `too many  ${mismatch.got}\n${below}made of the record in line ${mismatch.place.range.start.line}`
      + `${mismatch.step ? `, which step ${stepText(mismatch.step, file)} let through` : ''}`]
    case 'count': return mismatch.step
      ? [`step ${stepText(mismatch.step, file)}`, `expected to drop ${rows(mismatch.expected)}, dropped ${mismatch.got}`]
      : [`expected ${rows(mismatch.expected)} refused, got ${mismatch.got}`]
    case 'stopped': return [`the run stops: ${mismatch.message}${mismatch.hint === undefined ? '' : `\n${below}hint: ${mismatch.hint}`}`]
  }
}

/** The second line of a difference. */
const below = ' '.repeat(10)

function makerText(by: Maker, file: string): string {
  if ('step' in by) return `set by step ${stepText(by.step, file)}`
  return 'rule' in by ? `blank by the output's expectation \`${by.rule}\` (${placeText(by.place, file)})` : `field ${by.field}, which no step changes`
}

function endingText(ending: Ending | undefined, file: string): string {
  if (!ending) return 'no record gives it'
  const { step, reason, refusal, origin } = ending
  const line = `the record in line ${origin.given.place.range.start.line}`
  if (step) return `${line} was dropped by step ${stepText(step, file)}: ${reason}`
  const { code, field, step: failed } = refusal!
  return `${line} was refused${failed === undefined ? '' : ` in step ${failed}`}: ${code}${field === undefined ? '' : ` in field ${field}`}`
}

const stepText = ({ id, place }: StepPlan, file: string): string => `${id} (${placeText(place, file)})`
const placeText = (place: Place, file: string): string => place.file === file ? `line ${place.range.start.line}` : `${place.file}:${place.range.start.line}`
const rows = (count: number): string => count === 1 ? '1 row' : `${count} rows`
