// The rows of a preview as texts: after each step, as they come to it, as it drops them, and as they are written.
import type { OutputPlan } from '../plan/plan.ts'
import type { Masking } from '../report/masking.ts'
import type { Cell, Row } from '../spec/field.ts'
import type { Point } from './points.ts'
import { type Passage, type Trace, memberLabel, walk } from './trace.ts'
import { sameCell, valueAt } from './value.ts'

/** One row: texts of fields, or of columns. */
export type ShownRow = {
  readonly record: number
  /** The record, and which of its rows. */
  readonly label: string
  readonly cells: ReadonlyMap<string, string>
  /** What the step changed, as it was; blank for a field that it made. */
  readonly before: ReadonlyMap<string, string>
  /** Why the step dropped it. */
  readonly reason?: string
}

export type Showing = { readonly mask: Masking, readonly slots: ReadonlyMap<string, number> }

/** Records as they are read. */
export const readRows = (traces: readonly Trace[], start: Point, showing: Showing): readonly ShownRow[] =>
  traces.map(trace => shownRow(trace, String(trace.head.number), [], start, showing))

/** The rows of some records that a step hands on. */
export const rowsBehind = (traces: readonly Trace[], previous: Point, point: Point, showing: Showing): readonly ShownRow[] =>
  passagesAt(traces, point).flatMap(({ passage, label }) => passage.handed.map((handed, index) => ({
    ...shownRow(passage.trace, memberLabel(passage, index, label), handed.row, point, showing),
    before: changed(passage, handed.row, previous, showing),
  })))

/** The same rows as they come to it. */
export const rowsBefore = (traces: readonly Trace[], previous: Point, point: Point, showing: Showing): readonly ShownRow[] =>
  passagesAt(traces, point).map(({ passage, label }) => shownRow(passage.trace, label, passage.before, previous, showing))

/** Rows that the step dropped, as they came to it. */
export const rowsDropped = (passages: readonly Passage[], previous: Point, showing: Showing): readonly ShownRow[] => passages.map(passage => {
  const { label } = [...walk(passage.trace)].find(({ happening }) => happening === passage)!
  return { ...shownRow(passage.trace, label, passage.before, previous, showing), reason: passage.dropped! }
})

/** The rows of some records in an output, by the headers of its columns. */
export const rowsWritten = (traces: readonly Trace[], output: OutputPlan, { mask }: Showing): readonly ShownRow[] =>
  traces.flatMap(trace => [...walk(trace)].flatMap(({ happening, label }): ShownRow[] => {
    if (happening.kind !== 'written' || happening.output !== output.name) return []
    const cells = output.columns.map(({ header, field }, index): [string, string] => [header, mask.written(happening.cells[index]!, field)])
    return [{ record: trace.head.number, label, before: new Map(), cells: new Map(cells) }]
  }))

const passagesAt = (traces: readonly Trace[], { step, output }: Point): readonly { readonly passage: Passage, readonly label: string }[] =>
  traces.flatMap(trace => [...walk(trace)].flatMap(({ happening, label }) =>
    happening.kind === 'step' && happening.step === step && happening.output === output ? [{ passage: happening, label }] : []))

const shownRow = (trace: Trace, label: string, row: Row, point: Point, showing: Showing): ShownRow => ({
  record: trace.head.number, label, before: new Map(),
  cells: new Map(point.fields.map(name => [name, shownCell(valueAt(name, row, showing.slots.get(name), point.made, trace), name, point, showing)])),
})

function changed({ step, before, trace }: Passage, after: Row, previous: Point, showing: Showing): ShownRow['before'] {
  return new Map(step.writes.flatMap((name): [string, string][] => {
    if (!previous.shape.has(name)) return [[name, '']]
    const slot = showing.slots.get(name)!
    const was = valueAt(name, before, slot, previous.made, trace)
    return sameCell(was, after[slot]) ? [] : [[name, shownCell(was, name, previous, showing)]]
  }))
}

/** `?` stands for a cell that cannot be read. */
const shownCell = (cell: Cell | undefined, name: string, { shape }: Point, { mask }: Showing): string =>
  cell === undefined ? '?' : mask.cell(cell, shape.get(name))
