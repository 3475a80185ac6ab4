// What the columns of an output hold, for the run record: whoever checks a delivery has no rule file.
import { timeZones } from '../calendar/time-zones.ts'
import type { ColumnPlan, OutputPlan, Plan } from '../plan/plan.ts'
import { ownSteps } from '../plan/steps.ts'

/**
 * `person` is a pseudonym of an account, `pseudonym` one of anything else; `words` is one of a closed list, `time-zone` one
 * of the engine's own list, and `text` stands in clear, which the rules allow.
 */
export const columnKinds = [
  'person', 'pseudonym', 'time', 'local-time', 'date', 'integer', 'number', 'boolean', 'recurrence', 'event-id', 'words', 'time-zone', 'text',
] as const
export type ColumnKind = typeof columnKinds[number]

/** `list`: cells are JSON lists of such values. */
export type ColumnFact = ColumnKind | `${ColumnKind} list`

export type OutputColumns = {
  readonly delimiter: string
  readonly newline: 'crlf' | 'lf'
  /** By the name in the header. */
  readonly columns: Readonly<Record<string, ColumnFact>>
  /** The closed lists; of `person`, the words that stand for kinds of account. */
  readonly words?: Readonly<Record<string, readonly string[]>>
  /** Columns that stand in clear, with the reason. */
  readonly allowed?: Readonly<Record<string, string>>
}

export function outputColumns(plan: Pick<Plan, 'steps'>, output: OutputPlan): OutputColumns {
  const people = hashedAccounts(plan, output)
  const kinds = output.columns.map(column => ({ ...column, kind: kindOf(column, people) }))
  const words = kinds.flatMap(({ header, kind, field: { values } }) => values && ['words', 'person', 'pseudonym'].includes(kind) ? [[header, values] as const] : [])
  const allowed = kinds.flatMap(({ header, allow }) => allow === undefined ? [] : [[header, allow] as const])
  return {
    delimiter: output.delimiter,
    newline: output.newline,
    columns: Object.fromEntries(kinds.map(({ header, kind, field }) => [header, field.list ? `${kind} list` as const : kind])),
    ...(words.length > 0 ? { words: Object.fromEntries(words) } : {}),
    ...(allowed.length > 0 ? { allowed: Object.fromEntries(allowed) } : {}),
  }
}

function kindOf({ fieldName, field: { type, values }, allow }: ColumnPlan, people: ReadonlySet<string>): ColumnKind {
  if (type === 'pseudonym') return people.has(fieldName) ? 'person' : 'pseudonym'
  const kind = columnKinds.find(one => one === type)
  if (kind !== undefined && kind !== 'text') return kind
  if (allow !== undefined || !values) return 'text'
  return values === timeZones ? 'time-zone' : 'words'
}

/** The fields that were accounts before they were hashed. */
const hashedAccounts = (plan: Pick<Plan, 'steps'>, output: OutputPlan): ReadonlySet<string> =>
  new Set([...plan.steps, ...ownSteps(output)].filter(({ type }) => type === 'hash')
    .flatMap(({ options, before }) => (options['fields'] as readonly string[] | undefined ?? []).filter(field => before.get(field)?.type === 'account')))
