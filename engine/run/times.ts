// The readers of times that the cells of one input share.
import type { InputPlan } from '../plan/plan.ts'
import { localReader } from '../time/local-time.ts'
import { type TimeProblem, timeReader } from '../time/time.ts'
import type { ReadTimes, Refused } from './cells.ts'

/** A fault of the rules, rather than of one record. */
export type TimeFault = Exclude<TimeProblem, { readonly code: 'bad-time' }>

/**
 * Readers by the zone and the pattern that the input declares. A time that exists nowhere refuses its record; what to do
 * with one that cannot be read for want of a declaration is up to `fault`. Also gives how many times fell in an hour
 * that the clock repeats.
 */
export function inputTimes(
  { zone, dates: pattern }: InputPlan, fault: (fault: TimeFault) => Refused,
): { readonly read: ReadTimes, readonly ambiguousHours: () => number } {
  const declared = pattern === undefined ? {} : { pattern }
  const instants = timeReader({ ...declared, ...(zone === undefined ? {} : { zone }) })
  const locals = localReader(declared)
  const judged = (read: string | TimeProblem): string | Refused => {
    if (typeof read === 'string') return read
    return read.code === 'bad-time' ? { refused: 'bad-time' } : fault(read)
  }
  return {
    read: {
      instant: text => judged(instants.read(text)),
      local: text => judged(locals.time(text)),
      date: text => judged(locals.date(text)),
    },
    ambiguousHours: () => instants.ambiguousHours(),
  }
}
