// Which part of which record a row was made of: its file and line, and its number at each step that parts rows.
import type { Plan, StepPlan } from '../plan/plan.ts'
import { ownSteps } from '../plan/steps.ts'
import type { Position } from '../run/inputs.ts'
import type { Watch } from '../run/environment.ts'

export type Tracker = {
  readonly watch: Watch
  /** Before each record. */
  next(): void
  /** Remembers where we are; what it gives leads back. */
  readonly here: () => () => void
  /** The rows an output was given, in order. */
  written(output: string): readonly Tracked[]
  readonly dropped: ReadonlyMap<string, string>
}

export type Tracked = { readonly key: string, readonly place: string }

/** `parting`: names of the steps to count rows behind. Rows pass one after the other and depth first, so counting is enough. */
export function tracker(plan: Plan, position: Position, parting: ReadonlySet<string>): Tracker {
  const common = plan.steps.filter(({ id }) => parting.has(id)).map(({ id }) => id)
  const ways = new Map(plan.outputs.map(output => [output.name, [...common, ...ownSteps(output).map(({ id }) => `${output.name}/${id}`).filter(id => parting.has(id))]]))
  const numbers = new Map<string, number>()
  const written = new Map(plan.outputs.map(({ name }) => [name, [] as Tracked[]]))
  const dropped = new Map<string, string>()

  const nameOf = (step: StepPlan, output: string | undefined): string => output === undefined ? step.id : `${output}/${step.id}`
  const wayOf = (output: string | undefined): readonly string[] => output === undefined ? common : ways.get(output) ?? common
  const keyOf = (output: string | undefined): string => {
    const parts = wayOf(output).flatMap(name => numbers.get(name) ?? [])
    return [`${position.input}:${position.file}:${position.line}`, ...parts].join('#')
  }
  const forgetBehind = (way: readonly string[], name: string): void => {
    for (const later of way.slice(way.indexOf(name) + 1)) numbers.delete(later)
  }

  return {
    watch: {
      enter(step, output) {
        const name = nameOf(step, output)
        if (!parting.has(name)) return
        numbers.delete(name)
        forgetBehind(wayOf(output), name)
      },
      leave(step, output) {
        const name = nameOf(step, output)
        if (!parting.has(name)) return
        numbers.set(name, (numbers.get(name) ?? 0) + 1)
        forgetBehind(wayOf(output), name)
      },
      drop(step, output) { dropped.set(`${output ?? ''} ${keyOf(output)}`, nameOf(step, output)) },
      refuse() {},
      write(output) { written.get(output)!.push({ key: keyOf(output), place: `${position.file}:${position.line}` }) },
    },
    next() { numbers.clear() },
    here() {
      const kept = [...numbers]
      const there = { ...position }
      return () => {
        Object.assign(position, there)
        numbers.clear()
        for (const [name, number] of kept) numbers.set(name, number)
      }
    },
    written: output => written.get(output)!,
    dropped,
  }
}
