// What the steps of a plan do, in the words of their declarations.
import { judge } from '../expression/judge.ts'
import type { Scope } from '../expression/scope.ts'
import { written } from '../expression/written.ts'
import type { Plan, StepPlan } from '../plan/plan.ts'
import type { Effects } from '../spec/step.ts'
import { steps as stepTypes } from '../steps/index.ts'

/** The effects of one step of a checked plan. */
export function effectsOf(step: StepPlan, { params }: Pick<Plan, 'params'>): Effects {
  const scope: Scope = { fields: step.before, params }
  const type = stepTypes.find(({ name }) => name === step.type)!
  return type.effects(step.options as never, {
    field: name => step.before.get(name)!,
    text: written,
    reads: expression => judge(expression, scope).reads,
  })
}
