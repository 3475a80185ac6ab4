// Why an expected row did not come, and what let a row through that nobody expected.
import { compound } from '../check/test-rows.ts'
import type { ExpectedCell, ExpectedRow, ExpectedValue, OutputPlan, StepPlan, TestPlan } from '../plan/plan.ts'
import { type Counts, droppedIn } from '../run/counts.ts'
import { slotsOf } from '../run/fields.ts'
import type { TestRun } from '../run/rule-test.ts'
import type { Cell, Scalar } from '../spec/field.ts'
import type { Ending, Origin } from './trace.ts'

export type { Ending }

/** The row that was dropped or refused and is most like the expected one; each stands for one missing row only. */
export function lostRow(expected: ExpectedRow, { plan, trace }: TestRun, output: OutputPlan, taken: ReadonlySet<Ending>): Ending | undefined {
  const slots = slotsOf(plan)
  const inputs = new Set(output.sources.map(source => source.input))
  const candidates = trace.endings.filter(ending => !taken.has(ending)
    && (ending.output === undefined ? inputs.has(ending.origin.input) : ending.output === output.name))
  let best: Ending | undefined
  let most = -1
  for (const ending of candidates) {
    const alike = [...expected.cells].filter(([column, cell]) => {
      const field = output.columns.find(one => one.name === column)?.fieldName ?? column
      const found = ending.row?.[slots.get(field) ?? -1] ?? ending.origin.given.cells.get(field)
      return found !== undefined && isAlike(cell, found)
    }).length
    if (alike > most) [best, most] = [ending, alike]
  }
  return best
}

/** Whether a cell on its way may become the expected one: before steps hash it, a pseudonym is the text it hides. */
function isAlike(expected: ExpectedCell, cell: Cell): boolean {
  const values = 'list' in expected ? expected.list : [expected]
  const texts = [cell].flat().map(value => ({ text: plainText(value as Scalar), kind: typeof value === 'object' ? (value as { kind?: string }).kind : undefined }))
  return values.every(value => texts.some(({ text, kind }) => 'value' in value && value.value === 'external' && kind === 'outside' || sameText(value, text)))
}

function sameText(value: ExpectedValue, text: string): boolean {
  const wanted = 'hash' in value ? value.hash.split(compound).at(-1)! : value.value.replace(' ', 'T')
  const given = text.replace(/^<(.*)>$/, '$1').replace(/Z$/, '')
  return given.toLowerCase() === wanted.toLowerCase() || text === ('value' in value ? value.value : wanted)
}

const plainText = (value: Scalar): string => typeof value === 'object' ? value.text : String(value)

const choosing = new Set(['keep', 'drop', 'unique', 'merge'])

/**
 * The step that should have stopped a row: one that the test expects to drop more than it did, else the last one on its
 * way that can drop rows at all.
 */
export function passedLast(test: TestPlan, { plan, counts }: TestRun, output: OutputPlan, origin: Origin | undefined): StepPlan | undefined {
  const source = output.sources.find(one => one.input === origin?.input)
  const way = [...origin?.input === plan.from ? plan.steps : [], ...source?.steps ?? [], ...output.steps]
  return way.find(step => (test.dropped?.get(step.id) ?? 0) > droppedBy(counts, step.id)) ?? way.findLast(step => choosing.has(step.type))
}

/** Rows that the steps of this name dropped, in the common steps and those of all outputs. */
export const droppedBy = (counts: Counts, step: string): number =>
  [counts.common, ...counts.outputs.values()].reduce((sum, stage) => sum + droppedIn(stage, step), 0)
