// Where every row went.
import type { Plan } from '../plan/plan.ts'

/** What happened in a sequence of steps: those common to all outputs, or those of one. */
export type Stage = {
  /** Rows that steps such as explode added, per step. */
  readonly added: Map<string, number>
  /** Rows refused for a broken shape. */
  quarantined: number
  /** Per step and reason. */
  readonly dropped: Map<string, Map<string, number>>
}

export type OutputStage = Stage & {
  /** Rows come to it through the common steps. */
  readonly common: boolean
  /** Records of inputs other than the pipeline's own. */
  read: number
  written: number
}

/** `read`: records of the pipeline's own input. */
export type Counts = { read: number, readonly common: Stage, readonly outputs: ReadonlyMap<string, OutputStage> }

const newStage = (): Stage => ({ added: new Map(), quarantined: 0, dropped: new Map() })

export const newCounts = (plan: Pick<Plan, 'from' | 'outputs'>): Counts => ({
  read: 0, common: newStage(), outputs: new Map(plan.outputs.map(({ name, sources }) =>
    [name, { ...newStage(), common: sources.some(({ input }) => input === plan.from), read: 0, written: 0 }])),
})

/** A function that counts rows dropped by a step. */
export function dropCounter(stage: Stage, step: string): (reason: string) => void {
  const reasons = stage.dropped.get(step) ?? new Map<string, number>()
  stage.dropped.set(step, reasons)
  return reason => { reasons.set(reason, (reasons.get(reason) ?? 0) + 1) }
}

/** A function that counts rows added by a step. */
export const addCounter = ({ added }: Stage, step: string) => (rows: number): void => { added.set(step, (added.get(step) ?? 0) + rows) }

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0)

export const addedIn = (stage: Stage): number => sumOf(stage.added.values())

export const droppedIn = (stage: Stage, step?: string): number => step === undefined
  ? sumOf([...stage.dropped.values()].map(reasons => sumOf(reasons.values())))
  : sumOf(stage.dropped.get(step)?.values() ?? [])

/** Rows refused in the common steps and those of all outputs. */
export const quarantinedIn = (counts: Counts): number =>
  counts.common.quarantined + sumOf([...counts.outputs.values()].map(stage => stage.quarantined))

/** Rows in minus rows accounted for, for one output; anything but zero is a defect of this engine. */
export function imbalance(counts: Counts, output: string): number {
  const own = counts.outputs.get(output)!
  const { common, read } = counts
  const coming = own.common ? read + addedIn(common) - droppedIn(common) - common.quarantined : 0
  return coming + own.read + addedIn(own) - own.written - droppedIn(own) - own.quarantined
}
