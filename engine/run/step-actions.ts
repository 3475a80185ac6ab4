// The steps of a plan as functions of rows: what a step is given to work with, and what becomes of a row it cannot take.
import type { Code } from '../diagnostics/codes.ts'
import { compile, compileCondition } from '../expression/compile.ts'
import { ExpressionFailed } from '../expression/failed.ts'
import type { Scope } from '../expression/scope.ts'
import type { Plan, StepPlan } from '../plan/plan.ts'
import type { Next, Remark, Step, Work } from '../spec/step.ts'
import { steps as stepTypes } from '../steps/index.ts'
import { type Stage, addCounter, dropCounter } from './counts.ts'
import type { Environment } from './environment.ts'
import { lift } from './lift.ts'

export type StepActions = {
  /** The step in front of what comes behind it. Those behind must be made first. */
  readonly run: (step: StepPlan, stage: Stage, behind: Next) => Next
  /** Counts and notes a row that cannot be read, taken or written. */
  readonly refuse: (stage: Stage, step: string | undefined, field: string | undefined, code: Code) => void
  /** Hands on what steps hold back, in the order of the steps. */
  readonly end: () => void
  /** What the steps have to say, after that. */
  readonly remarks: () => readonly Remark[]
}

export const typeOf = (step: StepPlan): Step => stepTypes.find(one => one.name === step.type)!

export function stepActions(plan: Plan, environment: Environment, slot: (field: string) => number): StepActions {
  const { counts, watch } = environment
  const params = new Map([...plan.params].map(([name, { type, value }]) => [name, { type, ...(value === undefined ? {} : { value }) }]))
  const remarks: (() => Remark | undefined)[] = []
  const ends: (() => void)[] = []
  const outputOf = (stage: Stage): string | undefined => [...counts.outputs].find(([, own]) => own === stage)?.[0]

  const refuse: StepActions['refuse'] = (stage, step, field, code) => {
    stage.quarantined++
    const refusal = { code, ...(step === undefined ? {} : { step }), ...(field === undefined ? {} : { field }) }
    environment.refuse(refusal)
    watch?.refuse(outputOf(stage), refusal)
  }

  const dropping = (step: StepPlan, stage: Stage): (reason: string) => void => {
    const count = dropCounter(stage, step.id)
    if (!watch) return count
    const output = outputOf(stage)
    return reason => {
      count(reason)
      watch.drop(step, output, reason)
    }
  }

  const workOf = (step: StepPlan, stage: Stage): Work => {
    const scope: Scope = { fields: step.before, params }
    const { directory, digest, mac, here, stop, warn, meet } = environment
    return {
      id: step.id, slot, directory, digest, mac, here, stop, warn, meet,
      field: name => step.before.get(name)!,
      expression: expression => compile(expression, scope, slot),
      condition: expression => compileCondition(expression, scope, slot),
      drop: dropping(step, stage),
      add: addCounter(stage, step.id),
      atEnd: remark => { remarks.push(remark) },
    }
  }

  return {
    refuse,
    run(step, stage, behind) {
      const output = watch && outputOf(stage)
      const next: Next = watch ? row => { watch.leave(step, output, row); behind(row) } : behind
      const action = typeOf(step).run(step.options as never, workOf(step, stage))
      const made = 'rows' in action ? action.rows(next) : lift(action, step.before, slot, next)
      const take = typeof made === 'function' ? made : made.row
      if (typeof made !== 'function') ends.unshift(made.end)
      return row => {
        watch?.enter(step, output, row)
        try {
          take(row)
        } catch (error) {
          if (error instanceof ExpressionFailed) return refuse(stage, step.id, undefined, 'expression-failed')
          throw error
        }
      }
    },
    end() { for (const end of ends) end() },
    remarks: () => remarks.flatMap(remark => remark() ?? []),
  }
}
