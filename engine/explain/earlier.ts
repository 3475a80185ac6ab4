// Which earlier row a row is a double of. Only the doubles in question are compared, in a second reading: remembering all
// rows by their values would take the memory that the steps themselves do without.
import type { StepPlan } from '../plan/plan.ts'
import { type Head, type LookOptions, look } from '../preview/look.ts'
import { watchNothing } from '../preview/tally.ts'
import { type Passage, type Trace, walk } from '../preview/trace.ts'
import { textOf } from '../preview/value.ts'
import { slotsOf } from '../run/fields.ts'
import type { Prepared } from '../run/prepare.ts'
import type { Row } from '../spec/field.ts'

/** For each row that `unique` or `merge` dropped, the record of the first row with the same values; nothing of standard input, which is gone. */
export async function earlierRows(prepared: Prepared, traces: readonly Trace[], outside: LookOptions): Promise<ReadonlyMap<Passage, string>> {
  const slots = slotsOf(prepared.plan)
  const keyOf = (step: StepPlan, row: Row): string => JSON.stringify((step.options['by'] as readonly string[]).map(name => textOf(row[slots.get(name)!])))
  const open = new Map<string, Passage[]>()
  const placeKey = (step: StepPlan, output: string | undefined, row: Row): string => JSON.stringify([step.id, output, keyOf(step, row)])
  for (const trace of traces) {
    for (const { happening } of walk(trace)) {
      if (happening.kind !== 'step' || happening.dropped === undefined || !doubling.has(happening.step.type)) continue
      const key = placeKey(happening.step, happening.output, happening.before)
      open.set(key, [...open.get(key) ?? [], happening])
    }
  }
  const found = new Map<Passage, string>()
  if (open.size === 0 || [...prepared.files.values()].some(files => files.includes('-'))) return found
  let head: Head | undefined
  await look(prepared, outside, {
    watch: {
      ...watchNothing,
      enter(step, output, row) {
        if (!doubling.has(step.type)) return
        const key = placeKey(step, output, row)
        for (const passage of open.get(key) ?? []) found.set(passage, `record ${head!.number} (${head!.file}:${head!.line})`)
        open.delete(key)
      },
    },
    record(next) { head = next },
    more: () => open.size > 0,
    refused() {}, judged() {}, here: () => () => {},
  })
  return found
}

const doubling: ReadonlySet<string> = new Set(['unique', 'merge'])
