// Which records a preview follows: those whose rows get furthest, so that one sees the same rows at every step.
import type { OutputPlan, Plan } from '../plan/plan.ts'
import { type Point, type Stretch, holdsRows } from './points.ts'
import { type Happening, type Passage, type Trace, walk } from './trace.ts'

export type Sample = {
  /** A record that has gone through the plan, all but the rows that steps hold back. */
  take(trace: Trace): void
  /** Whether further records of an input are worth following. */
  wants(input: string): boolean
  /** Whether records of an input have given rows enough. */
  enough(input: string): boolean
  /** After the last record: those to show in a stretch, by number. */
  tracesOf(stretch: Stretch): readonly Trace[]
  /** The first rows that a step dropped. */
  gone(point: Point): readonly Passage[]
}

/** The way of the rows of one input to one output, last place first. */
type Way = { readonly output: OutputPlan, readonly input: string, readonly keys: readonly string[] }

/** `most` rows of each output; or, where points are given, rows that come to those. */
export function sample(plan: Plan, stretches: readonly Stretch[], most: number, at: readonly Point[] | undefined): Sample {
  const found = new Map<string, { rows: number, readonly traces: Map<Trace, number> }>()
  const dropped = new Map<string, Passage[]>()
  /** Where steps hold rows back, records are looked at when all is over; of each input so many as will do. */
  const waiting = new Map<string, Trace[]>()
  const holds = holdsRows(plan)

  const note = (key: string, trace: Trace): void => {
    const place = found.get(key) ?? { rows: 0, traces: new Map<Trace, number>() }
    found.set(key, place)
    if (place.rows >= most && !place.traces.has(trace)) return
    place.rows++
    place.traces.set(trace, (place.traces.get(trace) ?? 0) + 1)
  }
  const noteAll = (trace: Trace): void => {
    const { input } = trace.head
    note(readKey(input), trace)
    for (const { happening } of walk(trace)) {
      if (happening.kind === 'written') note(writtenKey(happening.output, input), trace)
      if (happening.kind !== 'step') continue
      const { step, output } = happening
      if (happening.handed.length > 0) note(leftKey(step.id, output, input), trace)
      if (happening.dropped === undefined) continue
      const gone = dropped.get(placeKey(step.id, output)) ?? []
      dropped.set(placeKey(step.id, output), gone)
      if (gone.length < most) gone.push(happening)
    }
  }

  const ways = waysOf(plan, stretches, at)
  const goalOf = ({ keys: [goal] }: Way): string => goal!
  const chosen = ({ keys }: Way): readonly Trace[] => {
    const traces = new Set<Trace>()
    let rows = 0
    for (const key of keys) {
      for (const [trace, own] of found.get(key)?.traces ?? []) {
        if (rows >= most) break
        if (!traces.has(trace)) rows += own
        traces.add(trace)
      }
    }
    return [...traces]
  }
  return {
    take(trace) {
      if (!holds || ![...walk(trace)].some(({ happening }) => hasFuture(happening))) return noteAll(trace)
      const { input } = trace.head
      waiting.set(input, [...waiting.get(input) ?? [], trace])
    },
    wants: input => (waiting.get(input)?.length ?? 0) < heldAtMost * most,
    enough: input => ways.filter(way => way.input === input).every(way => (found.get(goalOf(way))?.rows ?? 0) >= most),
    tracesOf({ output, input }) {
      for (const traces of waiting.values()) for (const trace of traces.splice(0)) noteAll(trace)
      const own = ways.filter(way => (output === undefined || way.output.name === output.name) && (input === undefined || way.input === input))
      return [...new Set(own.flatMap(chosen))].toSorted((one, other) => one.head.number - other.head.number)
    },
    gone: ({ step, output }) => dropped.get(placeKey(step!.id, output)) ?? [],
  }
}

/** Of each input these times the rows to show; of so many records that steps hold, enough become rows. */
const heldAtMost = 50

/** A row that is written, or that a step holds as far as one can tell by now. */
const hasFuture = (happening: Happening): boolean => happening.kind === 'written'
  || happening.kind === 'step' && happening.handed.length === 0 && happening.dropped === undefined && happening.refused === undefined

const readKey = (input: string): string => `read ${input}`
const writtenKey = (output: string, input: string): string => `written ${output} ${input}`
const placeKey = (step: string, output: string | undefined): string => `${output ?? ''}/${step}`
const leftKey = (step: string, output: string | undefined, input: string): string => `left ${placeKey(step, output)} ${input}`

function waysOf(plan: Plan, stretches: readonly Stretch[], at: readonly Point[] | undefined): readonly Way[] {
  return plan.outputs.flatMap(output => output.sources.map(({ input }) => {
    const own = stretches.filter(stretch => (stretch.output ?? output) === output && (stretch.input ?? input) === input)
    const points = own.flatMap(stretch => stretch.points).filter(point => point.step && point.live)
    const last = at && points.findLastIndex(point => at.includes(point))
    const keys = points.slice(0, last === undefined ? points.length : last + 1).map(point => leftKey(point.step!.id, point.output, input)).toReversed()
    return { output, input, keys: [...at ? [] : [writtenKey(output.name, input)], ...keys, readKey(input)] }
  }))
}
