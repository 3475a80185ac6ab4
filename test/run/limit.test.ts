// How many refused records a delivery may have.
import test from 'ava'
import { type Tally, checkLimit } from '../../engine/run/limit.ts'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import type { Limit } from '../../engine/plan/plan.ts'

const people = (refused: number): Tally => ({ input: 'people', records: 50, refused })
const tracking = (refused: number): Tally => ({ input: 'tracking', records: 1000, refused })

const cases: readonly { readonly title: string, readonly tallies: readonly Tally[], readonly limit: Limit, readonly message?: string }[] = [
  { title: 'nothing refused', tallies: [people(0), tracking(0)], limit: { records: 0 } },
  { title: 'nothing read', tallies: [{ input: 'tracking', records: 0, refused: 0 }], limit: { records: 0 } },
  { title: 'one refused, none allowed', tallies: [people(0), tracking(1)], limit: { records: 0 }, message: '1 of 1000 records of tracking were refused, and the limit is 0' },
  { title: 'as many as allowed, over all inputs', tallies: [people(1), tracking(2)], limit: { records: 3 } },
  {
    title: 'one more than allowed, over all inputs', tallies: [people(2), tracking(2)], limit: { records: 3 },
    message: '2 of 50 records of people and 2 of 1000 records of tracking were refused, and the limit is 3',
  },
  { title: 'a share of each input', tallies: [people(1), tracking(20)], limit: { share: 0.02 } },
  {
    title: 'a share of all that one input exceeds', tallies: [people(2), tracking(0)], limit: { share: 0.02 },
    message: '2 of 50 records of people were refused, and the limit is 2%',
  },
  { title: 'nothing is left of an input', tallies: [people(50), tracking(0)], limit: { records: 100 }, message: 'every record of input "people" was refused (50)' },
  { title: 'nor under the widest share', tallies: [tracking(1000)], limit: { share: 1 }, message: 'every record of input "tracking" was refused (1000)' },
]

for (const { title, tallies, limit, message } of cases) {
  test(title, t => {
    const check = (): void => { checkLimit(tallies, limit, 'out.quarantine/emails.jsonl') }
    if (message === undefined) return t.notThrows(check)
    const stop = t.throws(check, { instanceOf: Stop })
    t.is(stop.diagnostic.code, 'above-quarantine-limit')
    t.is(stop.diagnostic.message, `${message}; nothing was delivered`)
    t.true(stop.diagnostic.hint?.startsWith('out.quarantine/emails.jsonl names'))
  })
}
