// Changes of what is read.
import { marks } from '../spec/field.ts'
import { type Change, type Effect, paired, same, without } from './change.ts'
import type { FieldReview, InputReview, Review } from './review.ts'

export function fieldChanges(before: Review, now: Review): readonly Change[] {
  const { added, removed, both } = paired(before.inputs, now.inputs, ({ name }) => name)
  return [
    ...added.map(({ name }): Change =>
      ({ effect: 'none', where: name, text: 'A new input. What becomes of it shows in columns and rows.' })),
    ...removed.map(({ name }): Change => ({ effect: 'less', where: name, text: 'This input is read no more.' })),
    ...both.flatMap(([one, other]) => inputChanges(one, other)),
  ]
}

function inputChanges(before: InputReview, now: InputReview): readonly Change[] {
  const where = (field: FieldReview): string => `${now.name}.${field.name}`
  const { added, removed, both } = paired(before.fields, now.fields, ({ name }) => name)
  return [
    ...added.map((field): Change => ({
      effect: 'none', where: where(field),
      text: `Is newly read (${field.columns.join(', ')}; ${field.mark}). Nothing of it leaves by that alone.`,
    })),
    ...removed.map((field): Change => ({ effect: 'less', where: where(field), text: 'Is read no more.' })),
    ...both.flatMap(([one, other]) => oneField(one, other).map(change => ({ ...change, where: where(other) }))),
    ...before.optional === now.optional ? [] : [optionalChange(now)],
  ]
}

const optionalChange = ({ name, optional }: InputReview): Change => optional
  ? { effect: 'unsure', where: name, text: 'Runs can now leave this input out.' }
  : { effect: 'less', where: name, text: 'Runs can no longer leave this input out.' }

function oneField(before: FieldReview, now: FieldReview): readonly Omit<Change, 'where'>[] {
  const changes: Omit<Change, 'where'>[] = []
  const found = (is: boolean, effect: Effect, text: string): void => {
    if (is) changes.push({ effect, text })
  }
  const lower = marks.indexOf(now.mark) < marks.indexOf(before.mark)
  const [more, fewer] = [without(columns(now), columns(before)), without(columns(before), columns(now))]
  const bounds = ({ values, pattern }: FieldReview): unknown => [values, pattern]
  found(before.mark !== now.mark, lower ? 'more' : 'less', `Counts as ${now.mark}; was ${before.mark}.`)
  found(more.length > 0, 'unsure', `Is now read from another column, too: ${more.join(', ')}.`)
  found(fewer.length > 0, 'none', `Is no longer read from ${fewer.join(', ')}.`)
  found(holding(before) !== holding(now), 'unsure', `Holds ${holding(now)}; was ${holding(before)}.`)
  found(!same(bounds(before), bounds(now)), isWider(before, now) ? 'unsure' : 'less', 'What a cell may be has changed.')
  return changes
}

const columns = ({ columns, fallbacks }: FieldReview): readonly string[] => [...columns, ...fallbacks]

const isWider = (before: FieldReview, now: FieldReview): boolean => before.pattern !== now.pattern
  || now.values === undefined && now.pattern === undefined || without(now.values, before.values).length > 0

const holding = ({ type, list }: FieldReview): string => list ? `a list of ${type}` : type
