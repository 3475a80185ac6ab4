// Where the rows of a test came from, and where they ended.
import type { TestRow } from '../plan/plan.ts'
import type { StepPlan } from '../plan/plan.ts'
import type { Refusal, Watch } from '../run/environment.ts'
import type { Row } from '../spec/field.ts'

/** A given record: the `index`th (from 0) of its input. */
export type Origin = { readonly input: string, readonly index: number, readonly given: TestRow }

/** A row that was not written: dropped by a step, or refused. */
export type Ending = {
  readonly origin: Origin
  readonly output: string | undefined
  /** As it was before the step, where it came to one. */
  readonly row?: Row
  readonly step?: StepPlan
  readonly reason?: string
  readonly refusal?: Refusal
}

export type Trace = {
  readonly endings: readonly Ending[]
  /** The record of each written row, by output. */
  readonly written: ReadonlyMap<string, readonly Origin[]>
}

export type Tracer = Trace & {
  readonly watch: Watch
  /** The record in hand. */
  origin: Origin | undefined
}

export function tracer(): Tracer {
  const endings: Ending[] = []
  const written = new Map<string, Origin[]>()
  const entered = new Map<StepPlan, Row>()
  const end = (ending: Omit<Ending, 'origin'>): void => { if (made.origin) endings.push({ ...ending, origin: made.origin }) }
  const made: Tracer = {
    endings, written, origin: undefined,
    watch: {
      enter(step, _, row) { entered.set(step, row) },
      leave() {},
      drop(step, output, reason) { end({ step, output, reason, row: entered.get(step)!.slice() }) },
      refuse(output, refusal) { end({ output, refusal }) },
      write(output) {
        if (made.origin) written.set(output, [...written.get(output) ?? [], made.origin])
      },
    },
  }
  return made
}

/** Several who look on at the same rows. */
export const watchers = (all: readonly Watch[]): Watch => ({
  enter(step, output, row) { for (const one of all) one.enter(step, output, row) },
  leave(step, output, row) { for (const one of all) one.leave(step, output, row) },
  drop(step, output, reason) { for (const one of all) one.drop(step, output, reason) },
  refuse(output, refusal) { for (const one of all) one.refuse(output, refusal) },
  write(output, cells) { for (const one of all) one.write(output, cells) },
})
