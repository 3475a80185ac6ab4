// The options for the inputs of the first run.
import type { Plan } from '../plan/plan.ts'
import { sourceInputs } from '../plan/steps.ts'
import { quoted } from './quoted.ts'

/** The samples stand for what is to come; an input that has none is left out where that is possible. */
export function allInputs(plan: Plan, given: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const needed = new Set([...sourceInputs(plan), ...[...plan.lookups.values()].map(({ from }) => from)])
  return [...needed].flatMap(name => {
    const files = given.get(name)
    if (files) return files.map(path => `--input ${quoted(`${name}=${path}`)}`)
    return plan.inputs.get(name)?.optional && name !== plan.from ? [`--without ${name}`] : [`--input ${name}=FILE`]
  })
}
