// The refused records of a run: how many of each input, and why.
import type { Plan } from '../plan/plan.ts'
import type { InputRead, Position } from './inputs.ts'
import type { Tally } from './limit.ts'
import type { Refusal } from './environment.ts'

export type Refusals = {
  /** A record can be refused several times, by several of its rows or outputs, and counts once. */
  readonly note: (position: Pick<Position, 'input' | 'record'>, refusal: Refusal) => void
  /** A tally per input, from what was read of its files. */
  readonly tallies: (read: readonly InputRead[]) => readonly Tally[]
  /** Why, in words without a value of any record; the most frequent first. */
  readonly reasons: () => readonly string[]
}

/** How many reasons are told: more are seldom of use, and the quarantine has all. */
const mostReasons = 3

export function refusals(plan: Plan): Refusals {
  const records = new Map<string, number>()
  const reasons = new Map<string, { readonly text: string, count: number }>()
  let last = 0
  return {
    note({ input, record }, refusal) {
      if (record !== last) records.set(input, (records.get(input) ?? 0) + 1)
      last = record
      const key = JSON.stringify([input, refusal])
      const known = reasons.get(key) ?? { text: reasonText(plan, input, refusal), count: 0 }
      known.count++
      reasons.set(key, known)
    },
    tallies: read => [...new Set(read.map(({ name }) => name))].map(input => ({
      input, refused: records.get(input) ?? 0,
      records: read.filter(({ name }) => name === input).reduce((sum, { records: count }) => sum + count, 0),
    })),
    reasons: () => [...reasons.values()].toSorted((one, other) => other.count - one.count).slice(0, mostReasons)
      .map(({ text, count }) => `${count} × ${text}`),
  }
}

function reasonText({ inputs }: Plan, input: string, { code, step, field }: Refusal): string {
  const plan = inputs.get(input)?.fields.find(({ name }) => name === field)
  const where = step !== undefined ? ` in "${step}"` : field === undefined ? ` in input "${input}"` : ''
  if (field === undefined) return `${code}${where}`
  if (!plan) return `${code}${where}: "${field}"`
  const wanted = code === 'bad-cell' || code === 'bad-time' ? ` is not of type ${plan.field.type}` : ''
  return `${code}: field "${field}" of input "${input}" (column ${plan.from.join(' or ')})${wanted}`
}
