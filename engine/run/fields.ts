// Which fields a plan has, and which of them something further on will read.
import type { OutputPlan, Plan, StepPlan } from '../plan/plan.ts'
import { allSteps, sourceInputs } from '../plan/steps.ts'

/** A place in the row for each field, of an input or made by a step; fields of one name share it. */
export function slotsOf(plan: Plan): ReadonlyMap<string, number> {
  const names = new Set<string>(sourceInputs(plan).flatMap(input => plan.inputs.get(input)?.fields.map(field => field.name) ?? []))
  for (const step of allSteps(plan)) {
    for (const name of step.writes) names.add(name)
  }
  return new Map([...names].map((name, index) => [name, index]))
}

export const columnFields = (output: OutputPlan): readonly string[] => output.columns.map(column => column.fieldName)

/** What the rows of a source still read when they come to the output. */
export const readBehind = (steps: readonly StepPlan[], output: OutputPlan): readonly string[] =>
  readLater([...steps, ...output.steps], columnFields(output))

/** The fields that steps, and what comes behind them, read as they are now: not those that one of the steps makes before. */
export function readLater(steps: readonly StepPlan[], behind: readonly string[]): readonly string[] {
  const made = new Set<string>()
  const wanted = new Set<string>()
  for (const { reads, writes } of [...steps, { reads: behind, writes: [] }]) {
    for (const name of reads) if (!made.has(name)) wanted.add(name)
    for (const name of writes) made.add(name)
  }
  return [...wanted]
}
