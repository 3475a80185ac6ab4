// Changes of one column.
import { marks } from '../spec/field.ts'
import { enumeration } from '../spec/step.ts'
import { type Change, type Effect, paired, same, without } from './change.ts'
import type { ColumnReview, Origin, StepReview } from './review.ts'
import { stepText } from './words-fields.ts'

/** `where` is the name of the column, with that of its output. */
export const columnChanges = (where: string, before: ColumnReview, now: ColumnReview): readonly Change[] =>
  [headerChange, exceptionChange, clearChange, markChange, typeChange, wordsChange, originChanges, stepChanges]
    .flatMap(find => find(before, now)).map(change => ({ ...change, where }))

type Found = readonly Omit<Change, 'where'>[]

/** How a column leaves, in a few words. */
export function stateOf({ mark, allow, values }: ColumnReview): string {
  if (allow !== undefined) return `in clear, as an exception (${allow})`
  if (mark === 'pseudonym') return 'a pseudonym'
  return values ? 'in clear, one of a closed list' : 'in clear, bounded by its type'
}

export const originText = (origins: readonly Origin[]): string => origins.length === 0 ? 'nothing that is read'
  : [...new Set(origins.flatMap(({ input, fields }) => fields.map(field => `${input}.${field}`)))].join(', ')

const headerChange = (before: ColumnReview, now: ColumnReview): Found => before.header === now.header ? []
  : [{ effect: 'none', text: `Is called ${now.header} in the file; was ${before.header}.` }]

function exceptionChange(before: ColumnReview, now: ColumnReview): Found {
  if (before.allow === now.allow) return []
  if (opens(before, now)) {
    const text = `Leaves in clear now (${now.mark}), as an exception: ${now.allow}; was ${stateOf(before)}.`
    return [{ effect: 'more', text }]
  }
  if (now.allow === undefined) return [{ effect: 'less', text: `The exception is gone: it is ${stateOf(now)} now.` }]
  return [{ effect: 'none', text: `The exception has another reason: ${now.allow}; was: ${before.allow}.` }]
}

/** A new exception says all that there is to say of marks and steps. */
const opens = (before: ColumnReview, now: ColumnReview): boolean =>
  before.allow === undefined && now.allow !== undefined

/** What a pseudonym stands for can be read elsewhere; one more place of several tells no more. */
function clearChange(before: ColumnReview, now: ColumnReview): Found {
  if (now.mark !== 'pseudonym' || (before.clear === undefined) === (now.clear === undefined)) return []
  return now.clear === undefined
    ? [{ effect: 'less', text: 'What it stands for can no longer be read in another column.' }]
    : [{ effect: 'more', text: `What it stands for can now be read in ${enumeration(now.clear)}, in clear.` }]
}

/** A pseudonym tells more than what is open by nature, and less than what it was made of. */
function markChange(before: ColumnReview, now: ColumnReview): Found {
  if (before.mark === now.mark || opens(before, now)) return []
  if (before.mark === 'pseudonym') return [{ effect: 'more', text: `Is no longer hashed: it is ${stateOf(now)}.` }]
  const lower = marks.indexOf(now.mark) < marks.indexOf(before.mark)
  if (now.mark === 'pseudonym') {
    return [{ effect: lower ? 'less' : 'more', text: `Is a pseudonym now; was ${before.mark}.` }]
  }
  return [{ effect: lower ? 'unsure' : 'more', text: `Counts as ${now.mark}; was ${before.mark}.` }]
}

function typeChange(before: ColumnReview, now: ColumnReview): Found {
  if (before.mark !== now.mark || before.type === now.type && before.list === now.list) return []
  const text = ({ list, type }: ColumnReview): string => `${list ? 'a list of ' : ''}${type}`
  return [{ effect: 'unsure', text: `Holds ${text(now)}; was ${text(before)}.` }]
}

function wordsChange(before: ColumnReview, now: ColumnReview): Found {
  if (same(before.values, now.values) || opens(before, now)) return []
  const words = without(now.values, before.values)
  if (now.values === undefined) {
    return [{ effect: now.mark === 'pseudonym' ? 'less' : 'more', text: 'Is no longer held against a list of words.' }]
  }
  if (words.length === 0) return [{ effect: 'less', text: 'Can hold fewer words.' }]
  const shown = `${words.slice(0, 12).join(', ')}${words.length > 12 ? ', …' : ''}`
  return [{ effect: before.values ? 'more' : 'unsure', text: `Can hold further words: ${shown}.` }]
}

function originChanges(before: ColumnReview, now: ColumnReview): Found {
  const names = ({ origins }: ColumnReview): readonly string[] =>
    [...new Set(origins.flatMap(origin => origin.fields.map(field => `${origin.input}.${field}`)))]
  const [more, fewer] = [without(names(now), names(before)), without(names(before), names(now))]
  return [
    ...more.length === 0 ? [] : [{ effect: 'more' as const, text: `Is made of more: ${more.join(', ')}.` }],
    ...fewer.length === 0 ? [] : [{ effect: 'unsure' as const, text: `Is no longer made of ${fewer.join(', ')}.` }],
  ]
}

function stepChanges(before: ColumnReview, now: ColumnReview): Found {
  if (opens(before, now)) return []
  const name = ({ step, field }: StepReview): string => `${step}: ${field}`
  const text = (step: StepReview): string => `${step.step} (${stepText(step)})`
  const { added, removed, both } = paired(before.steps, now.steps, name)
  const moved = added.length === 0 && removed.length === 0 && !same(before.steps.map(name), now.steps.map(name))
  return [
    ...removed.map(step => ({ effect: 'more' as const, text: `A step is gone: ${text(step)}` })),
    ...added.map(step =>
      ({ effect: coarseness(step) > 0 ? 'less' as const : 'unsure' as const, text: `A new step: ${text(step)}` })),
    ...both.filter(([one, other]) => stepText(one) !== stepText(other) || one.type !== other.type).map(([one, other]) =>
      ({ effect: otherwise(one, other), text: `A step does something else: ${text(other)}; was: ${stepText(one)}` })),
    ...moved ? [{ effect: 'unsure' as const, text: 'The steps stand in another order.' }] : [],
  ]
}

const otherwise = (before: StepReview, now: StepReview): Effect => {
  const [was, is] = [coarseness(before), coarseness(now)]
  return was === 0 || is === 0 ? 'unsure' : is > was ? 'less' : 'more'
}

/** How much a step cuts off a time, 0 where it is none that does. */
const coarseness = ({ type, text }: StepReview): number => type !== 'redact' ? 0
  : ['second', 'minute', 'hour', 'day', 'month', 'year'].findIndex(part => text === `Cut to its ${part}.`) + 1
