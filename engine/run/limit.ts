// How many refused records a delivery may have.
import { Stop } from '../diagnostics/diagnostic.ts'
import type { Limit } from '../plan/plan.ts'

/** Of one input: the records read, and those of them that were refused, as a whole or one of their rows. */
export type Tally = { readonly input: string, readonly records: number, readonly refused: number }

/**
 * Stops with `above-quarantine-limit` where more records were refused than the limit allows: a number counts all inputs
 * together, a share holds for each. An input of which nothing else is left stops under any limit
 * (security-reliability.md §1.5). `list` is where the refused records stand, `reasons` why they were.
 */
export function checkLimit(tallies: readonly Tally[], limit: Limit, list: string, reasons: readonly string[] = []): void {
  const spoilt = tallies.filter(tally => tally.refused > 0)
  const total = spoilt.reduce((sum, { refused }) => sum + refused, 0)
  const lost = spoilt.find(({ records, refused }) => refused === records)
  if (lost) {
    throw above(`every record of input "${lost.input}" was refused (${lost.records})`, `${list} names file, line and reason of each; mend the export`, reasons)
  }
  if ('records' in limit ? total <= limit.records : spoilt.every(({ records, refused }) => refused <= limit.share * records)) return
  const shown = 'records' in limit ? `${limit.records}` : `${limit.share * 100}%`
  throw above(
    `${spoilt.map(({ input, records, refused }) => `${refused} of ${records} records of ${input}`).join(' and ')} were refused, and the limit is ${shown}`,
    `${list} names file, line and reason of each; mend the export, or accept them with --max-quarantine ${total} (or quarantine: { limit: … } in the rules)`, reasons,
  )
}

const above = (message: string, hint: string, reasons: readonly string[]): Stop => new Stop(3, {
  code: 'above-quarantine-limit', message: `${message}; nothing was delivered`, hint, trail: reasons.map(text => ({ text })),
})
