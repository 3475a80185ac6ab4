// What rows can meet in a step: the cases that tests should show.
import type { Place } from '../diagnostics/diagnostic.ts'
import type { Expression } from '../expression/tree.ts'
import { entriesOf, isScalar, pick } from '../load/pick.ts'
import type { Entry, Tree } from '../load/tree.ts'
import type { Plan, StepPlan } from '../plan/plan.ts'
import { slotsOf } from '../run/fields.ts'
import type { Account, Cell, Row } from '../spec/field.ts'
import { each, listed } from '../spec/option.ts'
import { type Condition, closed, conditionWatch } from './conditions.ts'

/** `lacks` says what no test shows, as it stands behind the name of the step. */
export type Case = { readonly name: string, readonly place: Place, readonly lacks: string }

/** The cases of one step, and how rows and drops show them. */
export type StepCases = {
  readonly cases: readonly Case[]
  readonly enter: (row: Row) => void
}

/** Called with the name of a case that a row shows. */
export type Show = (name: string) => void

/** Types that drop rows by what they find in them, and what that says of a step that never does. */
const lacking: Readonly<Record<string, { readonly drops: string, readonly passes?: string }>> = {
  keep: { drops: 'drops no row', passes: 'lets no row through' },
  drop: { drops: 'drops no row', passes: 'lets no row through' },
  unique: { drops: 'meets no row twice' },
  merge: { drops: 'merges no rows' },
}

export const enters = 'enters'
export const drops = 'drops'
export const passes = 'passes'

export function casesOf(step: StepPlan, plan: Plan, entry: Entry, show: Show): StepCases {
  const { drops: never, passes: always } = lacking[step.type] ?? (step.options['otherwise'] === 'drop' ? { drops: 'drops no row' } : {})
  const cases: Case[] = [{ name: enters, place: step.place, lacks: 'is reached by no row' }]
  if (never !== undefined) cases.push({ name: drops, place: step.place, lacks: never })
  if (always !== undefined) cases.push({ name: passes, place: step.place, lacks: always })
  const looks = [...kindLooks(step, plan, entry, cases, show), ...conditionLooks(step, plan, entry, cases, show)]
  return { cases, enter: row => { for (const look of looks) look(row) } }
}

/** The kinds that `accounts` of a drop and `words` of a hash name. */
function kindLooks({ type, options, place }: StepPlan, plan: Plan, { value }: Entry, cases: Case[], show: Show): readonly ((row: Row) => void)[] {
  const named = type === 'drop' ? (options['accounts'] ?? []) as readonly string[] : type === 'hash' ? Object.keys(options['words'] ?? {}) : []
  if (named.length === 0) return []
  const node = pick(value, type, type === 'drop' ? 'accounts' : 'words')
  const slots = slotsOf(plan)
  const fields = (options[type === 'drop' ? 'in' : 'fields'] as readonly string[]).map(name => slots.get(name)!)
  for (const kind of named) cases.push({ name: `kind ${kind}`, place: placeOf(node, kind) ?? place, lacks: `meets no account of the kind ${kind}` })
  return [row => { for (const slot of fields) for (const kind of kindsIn(row[slot]!)) show(`kind ${kind}`) }]
}

/** The kinds of the accounts in a cell; a blank where an account could be is none. */
export const kindsIn = (cell: Cell): readonly string[] =>
  [cell].flat().flatMap(value => typeof value === 'object' ? (value as Account).kind : value === '' ? 'none' : [])

function placeOf(node: Tree | undefined, kind: string): Place | undefined {
  const item = node?.kind === 'list' ? node.items.find(one => isScalar(one) && one.value === kind) : undefined
  return item?.at ?? entriesOf(node).find(({ key }) => key === kind)?.keyAt
}

/** The conditions of `when` and `some`, and those inside the expressions of `set` and `rows`. */
function conditionLooks(step: StepPlan, plan: Plan, { value }: Entry, cases: Case[], show: Show): readonly ((row: Row) => void)[] {
  const slots = slotsOf(plan)
  const scope = { fields: step.before, params: new Map([...plan.params].map(([name, { type, value: one }]) => [name, { type, ...(one === undefined ? {} : { value: one }) }])) }
  return expressionsOf(step, pick(value, step.type)).map(({ expression, node, whole }, index) => {
    const source = isScalar(node) ? String(node.value) : ''
    const name = (condition: Condition, holds: boolean): string => `${index}:${condition.offset} ${holds}`
    return conditionWatch(expression, whole, scope, field => slots.get(field)!, {
      found(condition) {
        const { offset, length } = closed(condition, source)
        const place = isScalar(node) ? node.locate(offset, length) : step.place
        const text = source.slice(offset, offset + length).replace(/\s+/g, ' ')
        for (const holds of [true, false]) cases.push({ name: name(condition, holds), place, lacks: `never finds \`${text}\` ${holds}` })
      },
      held(condition, holds) { show(name(condition, holds)) },
    })
  })
}

type Written = { readonly expression: Expression, readonly node: Tree | undefined, readonly whole: Parameters<typeof conditionWatch>[1] }

function expressionsOf({ type, options }: StepPlan, node: Tree | undefined): readonly Written[] {
  const values = (named: unknown, tree: Tree | undefined): readonly Written[] => Object.entries((named ?? {}) as Record<string, Expression>)
    .map(([name, expression]) => ({ expression, node: pick(tree, name), whole: 'no condition' }))
  const condition = (name: string, whole: 'told' | 'left out'): readonly Written[] =>
    options[name] === undefined ? [] : [{ expression: options[name] as Expression, node: pick(node, name), whole }]
  switch (type) {
    case 'keep': case 'drop': return condition('when', 'left out')
    case 'expect': return condition('some', 'told')
    case 'set': return values(options[each], node)
    case 'rows': return ((options[listed] ?? []) as readonly unknown[]).flatMap((item, index) => values(item, pick(node, index)))
    default: return []
  }
}
