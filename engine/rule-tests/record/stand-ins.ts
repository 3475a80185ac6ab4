// Records and entries of the directory with stand-ins for everything that could tell of anybody.
import { fieldsRead } from '../../people/listing.ts'
import type { InputPlan, FieldPlan, Plan } from '../../plan/plan.ts'
import { allSteps } from '../../plan/steps.ts'
import { converter, isRefused } from '../../run/cells.ts'
import { inputTimes } from '../../run/times.ts'
import type { Cell } from '../../spec/field.ts'
import { standInDomains } from './domains.ts'
import { identities } from './identities.ts'
import type { Literals } from './literals.ts'
import { texts } from './texts.ts'

export type RawRow = ReadonlyMap<string, Cell>

export type StandIns = {
  /** Rows of an input, as texts of an export; those of a directory first, so that a person has one number everywhere. */
  readonly row: (row: RawRow, input: InputPlan) => RawRow
  /** Fields of each row are spellings of one person. */
  readonly people: (rows: readonly RawRow[], input: InputPlan) => void
  readonly domain: (domain: string) => string
  /** Values that were replaced, for the last look at what is written. */
  readonly replaced: ReadonlySet<string>
}

/** Types whose readable cells tell nothing that the rules do not call open. */
const bounded = new Set(['integer', 'number', 'boolean', 'time', 'local-time', 'date'])

export function standIns(plan: Plan, literals: Literals, secret: Uint8Array): StandIns {
  const domains = standInDomains(plan, literals)
  const people = identities(plan, domains, literals)
  const free = texts(literals, secret)
  const replaced = new Set<string>()
  const scrubbed = (type: string): ReadonlySet<string> =>
    new Set(allSteps(plan).filter(step => step.type === type).flatMap(step => step.options['fields'] as readonly string[]))
  const [events, series, zones] = [scrubbed('scrub-event-id'), scrubbed('scrub-recurrence'), scrubbed('scrub-time-zone')]

  const textOf = (text: string, plan: FieldPlan, input: InputPlan): string => {
    const { name, field } = plan
    if (bounded.has(field.type) && field.mark === 'open') return readable(text, plan, input)
    if (field.values) return literals.has(text.trim()) ? text : free.text(text, name)
    if (field.type === 'word') return free.word(text)
    if (field.type === 'message-id') return free.message(text)
    if (events.has(name)) return free.event(text)
    if (series.has(name)) return free.recurrence(text)
    if (zones.has(name)) return free.zone(text)
    if (field.type === 'id' || bounded.has(field.type)) return free.id(text)
    if (field.mark === 'identity') return people.of(text, name)
    // A list of memberships holds distinguished names.
    return /^\s*cn=/i.test(text) || /\S@\S+\.\S/.test(text) && !/\s/.test(text.trim()) ? people.of(text, name) : free.text(text, name)
  }
  const replace = (text: string, plan: FieldPlan, input: InputPlan): string => {
    const stand = textOf(text, plan, input)
    if (stand !== text) replaced.add(text.trim())
    return stand
  }
  return {
    replaced, domain: domain => domains.of(domain.toLowerCase()),
    people(rows, input) {
      const spelt = new Set([...plan.lookups.values()].filter(({ from }) => from === input.name).flatMap(fieldsRead))
      const named = input.fields.filter(({ name, field }) => spelt.has(name) && field.mark === 'identity' && field.type === 'text')
      for (const row of rows) people.together(named.flatMap(({ name }) => [row.get(name) ?? ''].flat().map(String)))
    },
    row: (row, input) => new Map(input.fields.flatMap(field => {
      const cell = row.get(field.name)
      if (cell === undefined) return []
      return [[field.name, Array.isArray(cell) ? cell.map(member => replace(String(member), field, input)) : replace(String(cell), field, input)]]
    })),
  }
}

/** A cell that its type bounds stays as it is; one that is refused becomes another that is. */
function readable(text: string, field: FieldPlan, input: InputPlan): string {
  const times = inputTimes(input, () => ({ refused: 'bad-time' })).read
  if (text.trim() === '' || !isRefused(converter(field, times)(text))) return text
  return field.field.type.endsWith('time') || field.field.type === 'date' ? '2023-02-30 08:00:00' : 'not readable'
}
