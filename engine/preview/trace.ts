// The way of one record: each step that a row of it enters, with the row before and after.
import type { Code } from '../diagnostics/codes.ts'
import type { Plan, StepPlan } from '../plan/plan.ts'
import type { Refusal, Watch } from '../run/environment.ts'
import type { Cell, Row } from '../spec/field.ts'
import type { Head, ReadCell } from './look.ts'

export type Trace = {
  readonly head: Head
  /** The cells of its fields as they are read; without those that cannot be. */
  readonly cells: ReadonlyMap<string, Cell>
  readonly next: readonly Happening[]
  /** It is no row at all, for its shape. */
  readonly refused?: Code
}

/** A row at a step. A row that is neither dropped, refused nor handed on is held, or went into another. */
export type Passage = {
  readonly kind: 'step'
  readonly trace: Trace
  readonly step: StepPlan
  /** Undefined in the common steps. */
  readonly output: string | undefined
  readonly before: Row
  readonly handed: readonly Handed[]
  readonly dropped?: string
  readonly refused?: Refusal
}

export type Handed = { readonly row: Row, readonly next: readonly Happening[] }

/** `index` counts the rows of the output. */
export type Written = { readonly kind: 'written', readonly output: string, readonly index: number, readonly cells: readonly string[] }
export type Refused = { readonly kind: 'refused', readonly output: string | undefined, readonly refusal: Refusal }
export type Happening = Passage | Written | Refused

type Growing<T> = { -readonly [K in keyof T]: T[K] }
type OpenHanded = { readonly row: Row, readonly next: Happening[] }
type OpenPassage = Growing<Omit<Passage, 'handed'>> & { readonly handed: OpenHanded[] }

export type Tracer = {
  readonly watch: Watch
  /** The record in hand from now on; undefined for one that nobody follows. */
  begin(head: Head | undefined, cells?: ReadonlyMap<string, Cell>): Trace | undefined
  here(): () => void
}

/** What is handed on last, in the common steps and in those of each output; `serial` tells which of two is later. */
type Last = { readonly next: Happening[], readonly serial: number }

/** The cells of all fields of a record, as far as they can be read. */
export const recordCells = (plan: Plan, head: Head, read: ReadCell): Trace['cells'] => new Map(plan.inputs.get(head.input)!.fields.flatMap(({ name }) => {
  const cell = read(name)
  return cell === undefined ? [] : [[name, cell]]
}))

/**
 * Follows records through the steps. Rows pass depth first: whatever happens to a row comes of the row that was handed on
 * last, in the common steps or in those of the same output.
 */
export function tracer(): Tracer {
  let trace: Trace | undefined
  let serial = 0
  let last = new Map<string | undefined, Last>()
  let entered = new Map<StepPlan, Map<string | undefined, OpenPassage>>()
  let latest: OpenPassage | undefined
  const written = new Map<string, number>()

  const behind = (output: string | undefined): Happening[] => {
    const [common, own] = [last.get(undefined)!, last.get(output)]
    return (own && own.serial > common.serial ? own : common).next
  }
  const passageOf = (step: StepPlan, output: string | undefined): OpenPassage => entered.get(step)!.get(output)!

  const watch: Watch = {
    enter(step, output, row) {
      if (!trace) return
      const passage: OpenPassage = { kind: 'step', trace, step, output, before: row.slice(), handed: [] }
      behind(output).push(passage)
      const byOutput = entered.get(step) ?? new Map<string | undefined, OpenPassage>()
      entered.set(step, byOutput.set(output, passage))
      latest = passage
    },
    leave(step, output, row) {
      if (!trace) return
      const handed: OpenHanded = { row: row.slice(), next: [] }
      passageOf(step, output).handed.push(handed)
      last.set(output, { next: handed.next, serial: ++serial })
    },
    drop(step, output, reason) { if (trace) passageOf(step, output).dropped = reason },
    refuse(output, refusal) {
      if (!trace) return
      const passage = latest?.step.id === refusal.step && latest?.output === output ? latest : undefined
      if (passage && refusal.code === 'expression-failed') passage.refused = refusal
      else behind(output).push({ kind: 'refused', output, refusal })
    },
    write(output, cells) {
      const index = written.get(output) ?? 0
      written.set(output, index + 1)
      if (trace) behind(output).push({ kind: 'written', output, index, cells: [...cells] })
    },
  }

  return {
    watch,
    begin(head, cells = new Map()) {
      const next: Happening[] = []
      trace = head && { head, cells, next }
      last = new Map([[undefined, { next, serial: 0 }]])
      serial = 0
      entered = new Map()
      latest = undefined
      return trace
    },
    here() {
      const kept = { trace, latest }
      return () => {
        trace = kept.trace
        if (!trace || !kept.latest) return
        latest = kept.latest
        entered = new Map([[latest.step, new Map([[latest.output, latest]])]])
        // What follows comes of what the step hands on now.
        last = new Map([[undefined, { next: [], serial: 0 }]])
        serial = 0
      }
    },
  }
}

/**
 * All that happens to the rows of a record, in order. `label` is the number of the record, with `.2` behind it for the second
 * of several rows that a step makes of one.
 */
export function* walk(trace: Trace): Generator<{ readonly happening: Happening, readonly label: string }, void> {
  yield* walkOn(trace.next, String(trace.head.number))
}

function* walkOn(all: readonly Happening[], label: string): Generator<{ readonly happening: Happening, readonly label: string }, void> {
  for (const happening of all) {
    yield { happening, label }
    if (happening.kind !== 'step') continue
    for (const [index, handed] of happening.handed.entries()) yield* walkOn(handed.next, memberLabel(happening, index, label))
  }
}

/** The label of a row that a step hands on. */
export const memberLabel = ({ handed }: Passage, index: number, label: string): string => handed.length > 1 ? `${label}.${index + 1}` : label
