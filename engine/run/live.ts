// Steps whose results nobody reads are left out: work nobody asked for.
import type { Plan, StepPlan } from '../plan/plan.ts'
import { ownSteps } from '../plan/steps.ts'

/** Types that only make values; all others decide about rows. */
const pure = new Set(['set', 'hash', 'identify', 'redact', 'conform', 'scrub-recurrence', 'scrub-event-id', 'scrub-time-zone'])

/** The common steps of a plan, without those whose values reach neither a later step nor a column. */
export function liveSteps(plan: Plan): readonly StepPlan[] {
  const wanted = new Set(plan.outputs.flatMap(output => [
    ...output.columns.map(column => column.fieldName), ...ownSteps(output).flatMap(step => step.reads),
  ]))
  const live: StepPlan[] = []
  for (const step of [...plan.steps].reverse()) {
    if (pure.has(step.type) && !step.writes.some(name => wanted.has(name))) continue
    live.unshift(step)
    for (const name of step.reads) wanted.add(name)
  }
  return live
}
