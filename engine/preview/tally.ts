// What became of all records that a preview read: rows per step, with some records to look at.
import type { StepPlan } from '../plan/plan.ts'
import type { Refusal, Watch } from '../run/environment.ts'

/** Rows of one fate, and the numbers of the first records they came of. */
export type Fate = { readonly rows: number, readonly records: readonly number[] }

export type StepTally = {
  readonly entered: number
  readonly left: number
  /** By reason. */
  readonly dropped: ReadonlyMap<string, Fate>
  readonly refused: Fate
}

export type Tally = {
  readonly watch: Watch
  ofStep(step: StepPlan, output: string | undefined): StepTally
  written(output: string): number
  /** Rows refused before a step, or as they were to be written. */
  refused(output: string | undefined): readonly (Refusal & Fate)[]
}

/** So many records are named. */
const shown = 3

type Count = { rows: number, readonly records: number[] }
const newCount = (): Count => ({ rows: 0, records: [] })

function count(fate: Count, record: number): void {
  fate.rows++
  if (fate.records.length < shown && fate.records.at(-1) !== record) fate.records.push(record)
}

/** Counts for all outputs; `record` gives the number of the record in hand. */
export function tally(record: () => number): Tally {
  const steps = new Map<string | undefined, Map<StepPlan, { entered: number, left: number, dropped: Map<string, Count>, refused: Count }>>()
  const written = new Map<string, number>()
  const refused = new Map<string | undefined, Map<string, Refusal & Count>>()
  const of = (step: StepPlan, output: string | undefined) => {
    const byStep = steps.get(output) ?? new Map()
    steps.set(output, byStep)
    const known = byStep.get(step) ?? { entered: 0, left: 0, dropped: new Map(), refused: newCount() }
    byStep.set(step, known)
    return known
  }
  return {
    watch: {
      enter(step, output) { of(step, output).entered++ },
      leave(step, output) { of(step, output).left++ },
      drop(step, output, reason) {
        const { dropped } = of(step, output)
        const fate = dropped.get(reason) ?? newCount()
        dropped.set(reason, fate)
        count(fate, record())
      },
      refuse(output, refusal) {
        const step = refusal.code === 'expression-failed' ? [...steps.get(output)?.keys() ?? []].find(({ id }) => id === refusal.step) : undefined
        if (step) return count(of(step, output).refused, record())
        const key = `${refusal.code} ${refusal.field ?? ''}`
        const byKey = refused.get(output) ?? new Map<string, Refusal & Count>()
        refused.set(output, byKey)
        const fate = byKey.get(key) ?? { ...refusal, ...newCount() }
        byKey.set(key, fate)
        count(fate, record())
      },
      write(output) { written.set(output, (written.get(output) ?? 0) + 1) },
    },
    ofStep: of,
    written: output => written.get(output) ?? 0,
    refused: output => [...refused.get(output)?.values() ?? []],
  }
}

export const watchNothing: Watch = { enter() {}, leave() {}, drop() {}, refuse() {}, write() {} }

/** Several watches as one. */
export const watches = (all: readonly Watch[]): Watch => ({
  enter(...given) { for (const watch of all) watch.enter(...given) },
  leave(...given) { for (const watch of all) watch.leave(...given) },
  drop(...given) { for (const watch of all) watch.drop(...given) },
  refuse(...given) { for (const watch of all) watch.refuse(...given) },
  write(...given) { for (const watch of all) watch.write(...given) },
})
