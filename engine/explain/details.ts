// What each step looked at in a row, and what it made of it.
import type { Scope } from '../expression/scope.ts'
import type { Expression } from '../expression/tree.ts'
import type { Plan, StepPlan } from '../plan/plan.ts'
import type { Head } from '../preview/look.ts'
import type { Point } from '../preview/points.ts'
import type { Handed, Passage } from '../preview/trace.ts'
import { sameCell, valueAt } from '../preview/value.ts'
import type { Masking } from '../report/masking.ts'
import type { Account, Cell, Field } from '../spec/field.ts'
import { each, listed } from '../spec/option.ts'
import { type Ground, reasonsOf, valueReasons } from './condition.ts'
import type { Detail } from './story.ts'
import { type Who, members } from './who.ts'

export type Telling = {
  readonly plan: Plan
  readonly mask: Masking
  readonly slots: ReadonlyMap<string, number>
  readonly who: ReadonlyMap<string, Who>
  /** The place behind a step, and the one before it. */
  readonly around: ReadonlyMap<StepPlan, { readonly point: Point, readonly previous: Point }>
  /** The record in hand when something stopped the reading. */
  readonly stoppedAt: Head | undefined
  /** Where the earlier row stands that a row is a double of. */
  readonly earlier: ReadonlyMap<Passage, string>
}

/** The details of a passage, those that decided first. */
export function detailsOf(passage: Passage, telling: Telling): readonly Detail[] {
  const { step } = passage
  const { options } = step
  switch (step.type) {
    case 'keep': case 'drop':
      return options['when'] ? [condition(options['when'], passage, telling)] : accounts(passage, telling)
    case 'expect': return [condition(options['some'], passage, telling)]
    case 'identify': return identified(passage, telling)
    case 'lookup': return lookedUp(passage, telling)
    case 'unique': case 'merge': return [...doubles(passage, telling), ...changes(passage, telling).map(merged)]
    case 'explode': return [note(`${countOf(passage.handed.length, 'member')} of ${String(options['field'])}`)]
    case 'rows': return [note(`${countOf(passage.handed.length, 'row')} of one`)]
    case 'set': return Object.entries(options[each] as Readonly<Record<string, Expression>>).map(([field, expression]) => setTo(field, expression, passage, telling))
    default: {
      const made = changes(passage, telling)
      return made.length > 0 || passage.handed.length === 0 ? made : [note(`${step.writes.join(', ')}: as before`)]
    }
  }
}

/** What the row itself has that its siblings have not. */
export function memberDetails(passage: Passage, index: number, telling: Telling): readonly Detail[] {
  const { step } = passage
  const handed = passage.handed[index]!
  if (step.type === 'explode') return changesOf(passage, handed, [String(step.options['field'])], telling)
  const items = step.options[listed] as readonly Readonly<Record<string, Expression>>[] | undefined
  return Object.entries(items?.[index] ?? {}).map(([field, expression]) => setTo(field, expression, passage, telling))
}

/** The only fields that a merge changes. */
const merged = (detail: Detail): Detail => ({ ...detail, because: 'rows that became one differ in it' } as Detail)

const note = (text: string): Detail => ({ kind: 'note', text })
const countOf = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

function ground({ step, before }: Passage, { plan, slots, mask }: Telling): Ground {
  const params = new Map([...plan.params].map(([name, { type, value }]) => [name, { type, ...value === undefined ? {} : { value } }]))
  const scope: Scope = { fields: step.before, params }
  return { scope, slot: field => slots.get(field)!, row: before, mask }
}

const condition = (expression: unknown, passage: Passage, telling: Telling): Detail =>
  ({ kind: 'reason', reason: reasonsOf(expression as Expression, ground(passage, telling)) })

const setTo = (field: string, expression: Expression, passage: Passage, telling: Telling): Detail =>
  ({ kind: 'reason', field, reason: valueReasons(expression, ground(passage, telling)) })

function accounts(passage: Passage, telling: Telling): readonly Detail[] {
  const { step } = passage
  const kinds = new Set(step.options['accounts'] as readonly string[])
  return (step.options['in'] as readonly string[]).flatMap(field => members(cellBefore(field, passage, telling) ?? '').map((value): Detail => {
    const account = accountOf(value)
    return {
      kind: 'field', field, after: shownValue(value, step.before.get(field), telling),
      because: whoOf(field, step, telling)?.kind(account) ?? '', ...kinds.has(account.kind) ? { decides: true } : {},
    }
  }))
}

const accountOf = (value: Cell): Account => typeof value === 'object' ? value as Account : { text: '', kind: 'none', inside: false, remote: false }

/** The lookup that a field was identified in; the only one there is, where that cannot be told. */
function whoOf(field: string, step: StepPlan, { plan, who }: Telling): Who | undefined {
  const all = [...plan.steps, ...plan.outputs.flatMap(output => [...output.sources.flatMap(({ steps }) => steps), ...output.steps])]
  const identified = all.slice(0, all.indexOf(step)).findLast(({ type, writes }) => type === 'identify' && writes.includes(field))
  return who.get(String(identified?.options['in'])) ?? [...who.values()][0]
}

function identified(passage: Passage, telling: Telling): readonly Detail[] {
  const { step, handed: [handed] } = passage
  const who = telling.who.get(String(step.options['in']))!
  return step.writes.flatMap(field => {
    const before = members(cellBefore(field, passage, telling) ?? '')
    const after = members(handed?.row[telling.slots.get(field)!] ?? '') as readonly Account[]
    return after.map((account, index): Detail => {
      const from = step.before.has(field) ? before[index] : undefined
      const because = [...typeof from === 'string' ? [who.way(from)] : [], ...who.rule(account) ?? []]
      return {
        kind: 'field', field, ...from === undefined ? {} : { before: shownValue(from, step.before.get(field), telling) },
        after: shownValue(account, fieldAfter(field, step, telling), telling), ...because.length === 0 ? {} : { because: because.join('; ') },
      }
    })
  })
}

function lookedUp(passage: Passage, telling: Telling): readonly Detail[] {
  const { step } = passage
  const [field, into] = [String(step.options['field']), String(step.options['into'])]
  const from = cellBefore(field, passage, telling) ?? ''
  const because = typeof from === 'object' ? `of the account in ${field}` : telling.who.get(String(step.options['in']))!.way(String(from))
  const after = passage.handed[0] && shownValue(passage.handed[0].row[telling.slots.get(into)!] ?? '', fieldAfter(into, step, telling), telling)
  return [{ kind: 'field', field: into, ...after === undefined ? {} : { after }, because }]
}

function doubles(passage: Passage, telling: Telling): readonly Detail[] {
  const names = passage.step.options['by'] as readonly string[]
  const by = names.length > 5 ? `${names.length} values` : names.join(', ')
  if (passage.dropped === undefined) return [note(`the first with its ${by}`)]
  const place = telling.earlier.get(passage)
  return [note(`${place ?? 'an earlier row'} has the same ${by}`)]
}

const changes = (passage: Passage, telling: Telling): readonly Detail[] => passage.handed[0] ? changesOf(passage, passage.handed[0], passage.step.writes, telling) : []

const changesOf = (passage: Passage, handed: Handed, fields: readonly string[], telling: Telling): readonly Detail[] => fields.flatMap((field): Detail[] => {
  const { step } = passage
  const before = step.before.has(field) ? cellBefore(field, passage, telling) ?? '' : undefined
  const after = handed.row[telling.slots.get(field)!]!
  if (before !== undefined && sameCell(before, after)) return []
  return [{
    kind: 'field', field, ...before === undefined ? {} : { before: shownValue(before, step.before.get(field), telling) },
    after: shownValue(after, fieldAfter(field, step, telling), telling),
  }]
})

const cellBefore = (field: string, { before, step, trace }: Passage, { slots, around }: Telling): Cell | undefined =>
  valueAt(field, before, slots.get(field), around.get(step)!.previous.made, trace)

const fieldAfter = (field: string, step: StepPlan, { around }: Telling): Field | undefined => around.get(step)!.point.shape.get(field)

const shownValue = (cell: Cell, field: Field | undefined, { mask }: Telling): string => mask.cell(cell, field) || 'blank'
