// The rows of a few records after each step, as texts that may be shown.
import type { Stop } from '../diagnostics/diagnostic.ts'
import type { OutputPlan, Plan } from '../plan/plan.ts'
import { allSteps } from '../plan/steps.ts'
import type { Masking } from '../report/masking.ts'
import type { Prepared } from '../run/prepare.ts'
import { slotsOf } from '../run/fields.ts'
import { steps as stepTypes } from '../steps/index.ts'
import { type LookOptions, type Looked, look } from './look.ts'
import { type Point, type Stretch, holdsRows, stretchesOf } from './points.ts'
import { type Sample, sample } from './sample.ts'
import { type StepTally, type Tally, tally, watches } from './tally.ts'
import { type Showing, type ShownRow, readRows, rowsBefore, rowsBehind, rowsDropped, rowsWritten } from './shown.ts'
import { type Trace, recordCells, tracer } from './trace.ts'
import type { Wanted } from './wanted.ts'

export type { ShownRow }

export type PreviewOptions = {
  /** Rows to show at each step. */
  readonly rows: number
  /** A step, or `OUTPUT/STEP`, to show alone. */
  readonly at?: string
  /** The only records to show. */
  readonly where?: Pick<Wanted, 'meets'>
  /** Also rows that steps drop. */
  readonly dropped: boolean
}

export type ShownPoint = {
  readonly point: Point
  readonly tally?: StepTally
  /** The rows as they come to the step, where it alone is shown. */
  readonly entering: readonly ShownRow[]
  readonly rows: readonly ShownRow[]
  readonly gone: readonly ShownRow[]
}

export type ShownStretch = {
  readonly stretch: Stretch
  readonly points: readonly ShownPoint[]
  /** Where the stretch ends in a file, and its step was not chosen. */
  readonly output?: { readonly plan: OutputPlan, readonly rows: readonly ShownRow[], readonly written: number }
  readonly refused: ReturnType<Tally['refused']>
}

export type Preview = Pick<Looked, 'read' | 'unread'> & {
  readonly plan: Plan
  /** A step works under the key. */
  readonly keyed: boolean
  /** Some record was one to show. */
  readonly found: boolean
  readonly stretches: readonly ShownStretch[]
  readonly stopped?: Stop
}

/** Names that `at` can have. */
export const pointNames = (plan: Plan): readonly string[] => [...new Set(stretchesOf(plan).flatMap(({ points }) => points.flatMap(pointCalled)))]

const pointCalled = ({ step, output }: Point): readonly string[] => !step ? [] : output === undefined ? [step.id] : [step.id, `${output}/${step.id}`]

/** Reads as many records as it takes to show the rows that were asked for. Stops like `look`. */
export async function preview(prepared: Prepared, options: PreviewOptions, mask: Masking, outside: LookOptions): Promise<Preview> {
  const { plan } = prepared
  const stretches = stretchesOf(plan)
  const at = options.at === undefined ? undefined : stretches.flatMap(({ points }) => points).filter(point => pointCalled(point).includes(options.at!))
  const chosen = sample(plan, stretches, options.rows, at)
  const following = tracer()
  const toTheEnd = holdsRows(plan)
  let record = 0
  let trace: Trace | undefined
  let found = false
  const counted = tally(() => record)
  const { read, unread, stopped } = await look(prepared, outside, {
    watch: watches([counted.watch, following.watch]),
    record(head, readCell) {
      record = head.number
      const isWanted = chosen.wants(head.input) && (options.where?.meets(head, readCell) ?? true)
      found ||= isWanted
      trace = isWanted ? following.begin(head, recordCells(plan, head, readCell)) : following.begin(undefined)
    },
    more({ input }) {
      if (trace) chosen.take(trace)
      return toTheEnd || !chosen.enough(input)
    },
    refused(head, code) {
      record = head.number
      counted.watch.refuse(undefined, { code })
      trace = following.begin(undefined)
    },
    here() {
      const own = record
      const back = following.here()
      return () => {
        record = own
        back()
      }
    },
    judged() {},
  })
  const keyed = allSteps(plan).some(step => stepTypes.find(({ name }) => name === step.type)!.keyed)
  const showing = { mask, slots: slotsOf(plan) }
  const shown = stretches.flatMap(stretch => shownStretch(stretch, plan, chosen, counted, options, at, showing) ?? [])
  return { plan, keyed, found, read, unread, stretches: shown, ...stopped ? { stopped } : {} }
}

function shownStretch(
  stretch: Stretch, plan: Plan, chosen: Sample, counted: Tally, { rows: most, dropped }: PreviewOptions, at: readonly Point[] | undefined, showing: Showing,
): ShownStretch | undefined {
  const { points: [start, ...steps], output, input } = stretch
  if (at && !steps.some(point => at.includes(point))) return undefined
  const traces = chosen.tracesOf(stretch)
  const first = (rows: readonly ShownRow[]): readonly ShownRow[] => rows.slice(0, most)
  const points = steps.flatMap((point, index): ShownPoint[] => {
    if (at && !at.includes(point)) return []
    const previous = steps[index - 1] ?? start
    return [{
      point, tally: counted.ofStep(point.step!, point.output),
      entering: at ? first(rowsBefore(traces, previous, point, showing)) : [], rows: first(rowsBehind(traces, previous, point, showing)),
      gone: dropped ? rowsDropped(chosen.gone(point), previous, showing) : [],
    }]
  })
  if (at) return { stretch, points, refused: [] }
  // Rows that come from the common steps stand there already.
  const enters = input !== undefined && (output === undefined || input !== plan.from)
  const ends = output !== undefined && (input === undefined || output.sources.length === 1)
  return {
    stretch, refused: ends || output === undefined ? counted.refused(output?.name) : [],
    points: enters ? [{ point: start, entering: [], rows: first(readRows(traces, start, showing)), gone: [] }, ...points] : points,
    ...ends ? { output: { plan: output, rows: first(rowsWritten(traces, output, showing)), written: counted.written(output.name) } } : {},
  }
}
