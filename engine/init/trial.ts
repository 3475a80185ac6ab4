// The heads of the exports, read as the new rules read them: what would stop a run, and what it would refuse.
import { Stop } from '../diagnostics/diagnostic.ts'
import type { InputPlan } from '../plan/plan.ts'
import { type ReadField, bind } from '../run/binding.ts'
import { isRefused } from '../run/cells.ts'
import { type TimeFault, inputTimes } from '../run/times.ts'
import { readRecords } from './head.ts'
import type { Survey } from './survey.ts'
import { isTime } from './times.ts'

/** Records that a run would refuse, by what is wrong with them. */
export type Trial = ReadonlyMap<string, number>

/**
 * Times and lists of all records are read, also of those that a run would drop before; other cells may be odd in such
 * records. Stops (2) where times are not of the declared form, (3) where a list was lost.
 */
export async function trialOf(input: InputPlan, { files }: Survey): Promise<Trial> {
  const refused = new Map<string, number>()
  const refuse = (what: string): void => { refused.set(what, (refused.get(what) ?? 0) + 1) }
  const tried = new Map(input.fields.filter(field => isTime(field) || field.field.list).map(field => [field.name, isTime(field)]))
  for (const { head } of files) {
    const { read } = inputTimes(input, fault => { throw unread(fault, input.name) })
    let fields: readonly (readonly [string, ReadField])[] = []
    await readRecords(head, input.encoding, {
      header: columns => { fields = [...bind(input, columns, head.display, read)].filter(([name]) => tried.has(name)) },
      record: cells => {
        for (const [name, readField] of fields) {
          const cell = readField(cells)
          if (tried.get(name) && isRefused(cell)) return refuse(`${name} (${cell.refused})`)
        }
      },
      refuse: () => { refuse('their shape') },
    })
  }
  return refused
}

const unread = ({ code, message }: TimeFault, input: string): Stop => new Stop(2, {
  code, message: `the times of ${input} cannot be read with what is given; nothing was written: ${message}`,
  hint: 'leave --dates out to have their form found, or give that of all times of this input',
})
