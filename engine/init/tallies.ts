// What a trial finds wrong with the records of each input.
import type { Code } from '../diagnostics/codes.ts'
import type { Position } from '../run/inputs.ts'

export type Refusal = { readonly field?: string, readonly step?: string, readonly code: Code, readonly count: number }

/** Of one input: how many of its records were read, and why a run would refuse some, in the order of the first one. */
export type Trial = { readonly records: number, readonly refusals: readonly Refusal[] }

export type Tallies = {
  /** A record that is refused several times counts once, for its first reason. */
  note(position: Pick<Position, 'input' | 'record'>, refusal: Omit<Refusal, 'count'>): void
  count(input: string, records: number): void
  of(input: string): Trial
}

export function tallies(): Tallies {
  const byInput = new Map<string, { records: number, last: number, readonly refusals: Map<string, Refusal> }>()
  const own = (input: string) => {
    const known = byInput.get(input) ?? { records: 0, last: 0, refusals: new Map<string, Refusal>() }
    byInput.set(input, known)
    return known
  }
  return {
    note({ input, record }, refusal) {
      const known = own(input)
      if (known.last === record) return
      known.last = record
      const key = JSON.stringify(refusal)
      known.refusals.set(key, { ...refusal, count: (known.refusals.get(key)?.count ?? 0) + 1 })
    },
    count(input, records) { own(input).records += records },
    of(input) {
      const { records, refusals } = own(input)
      return { records, refusals: [...refusals.values()] }
    },
  }
}

/** Of an input that was read twice, as a directory and for its rows. */
export const worse = (one: Trial, other: Trial): Trial => ({
  records: Math.max(one.records, other.records),
  refusals: [...one.refusals, ...other.refusals.filter(({ field, code }) =>
    !one.refusals.some(known => known.field === field && known.code === code))],
})
