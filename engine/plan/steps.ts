// The steps of a plan, in the order rows meet them.
import type { OutputPlan, Plan, StepPlan } from './plan.ts'

/** An output's own: those of each of its sources, and those of all its rows. */
export const ownSteps = ({ sources, steps }: Pick<OutputPlan, 'sources' | 'steps'>): readonly StepPlan[] =>
  [...sources.flatMap(source => source.steps), ...steps]

/** The common ones, then those of each output. */
export const allSteps = (plan: Pick<Plan, 'steps' | 'outputs'>): readonly StepPlan[] => [...plan.steps, ...plan.outputs.flatMap(ownSteps)]

/** The inputs whose records become rows, the pipeline's own first. */
export const sourceInputs = ({ from, outputs }: Pick<Plan, 'from' | 'outputs'>): readonly string[] =>
  [...new Set([from, ...outputs.flatMap(output => output.sources.map(source => source.input))])]
