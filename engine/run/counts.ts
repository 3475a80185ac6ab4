// Where every row went.
import type { Plan } from '../plan/plan.ts'

/** What happened in a sequence of steps: those common to all outputs, or those of one. */
export type Stage = {
  /** Rows that explode added. */
  added: number
  /** Rows refused for a broken shape. */
  quarantined: number
  /** Per step and reason. */
  readonly dropped: Map<string, Map<string, number>>
}
export type OutputStage = Stage & { written: number }

export type Counts = { read: number, readonly common: Stage, readonly outputs: ReadonlyMap<string, OutputStage> }

const newStage = (): Stage => ({ added: 0, quarantined: 0, dropped: new Map() })

export const newCounts = (plan: Plan): Counts => ({
  read: 0, common: newStage(), outputs: new Map(plan.outputs.map(({ name }) => [name, { ...newStage(), written: 0 }])),
})

/** A function that counts rows dropped by a step. */
export function dropCounter(stage: Stage, step: string): (reason: string) => void {
  const reasons = new Map<string, number>()
  stage.dropped.set(step, reasons)
  return reason => { reasons.set(reason, (reasons.get(reason) ?? 0) + 1) }
}

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0)

export const droppedIn = (stage: Stage, step?: string): number => step === undefined
  ? sumOf([...stage.dropped.values()].map(reasons => sumOf(reasons.values())))
  : sumOf(stage.dropped.get(step)?.values() ?? [])

/** Rows refused in the common steps and those of all outputs. */
export const quarantinedIn = (counts: Counts): number =>
  counts.common.quarantined + sumOf([...counts.outputs.values()].map(stage => stage.quarantined))

/** Rows in minus rows accounted for, for one output; anything but zero is a defect of this engine. */
export function imbalance(counts: Counts, output: string): number {
  const own = counts.outputs.get(output)!
  const { common } = counts
  const into = counts.read + common.added + own.added
  return into - own.written - droppedIn(common) - droppedIn(own) - common.quarantined - own.quarantined
}
