// Changes of what is read.
import { marks } from '../spec/field.ts'
import { type Change, paired, same, without } from './change.ts'
import type { FieldReview, InputReview, Review } from './review.ts'

export function fieldChanges(before: Review, now: Review): readonly Change[] {
  const { added, removed, both } = paired(before.inputs, now.inputs, ({ name }) => name)
  return [
    ...added.map(({ name }): Change => ({ effect: 'none', where: name, text: 'A new input. What becomes of it shows in columns and rows.' })),
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
    ...both.flatMap(([one, other]) => oneField(where(other), one, other)),
    ...before.optional === now.optional ? [] : [optionalChange(now)],
  ]
}

const optionalChange = ({ name, optional }: InputReview): Change => optional
  ? { effect: 'unsure', where: name, text: 'Runs can now leave this input out.' }
  : { effect: 'less', where: name, text: 'Runs can no longer leave this input out.' }

function oneField(where: string, before: FieldReview, now: FieldReview): readonly Change[] {
  const changes: Change[] = []
  const step = marks.indexOf(now.mark) - marks.indexOf(before.mark)
  if (step !== 0) changes.push({ effect: step < 0 ? 'more' : 'less', where, text: `Counts as ${now.mark}; was ${before.mark}.` })
  const columns = without([...now.columns, ...now.fallbacks], [...before.columns, ...before.fallbacks])
  const gone = without([...before.columns, ...before.fallbacks], [...now.columns, ...now.fallbacks])
  if (columns.length > 0) changes.push({ effect: 'unsure', where, text: `Is now read from another column, too: ${columns.join(', ')}.` })
  if (gone.length > 0) changes.push({ effect: 'none', where, text: `Is no longer read from ${gone.join(', ')}.` })
  if (before.type !== now.type || before.list !== now.list) {
    changes.push({ effect: 'unsure', where, text: `Holds ${holding(now)}; was ${holding(before)}.` })
  }
  if (!same(before.values, now.values) || before.pattern !== now.pattern) {
    const more = now.values === undefined && now.pattern === undefined || without(now.values, before.values).length > 0 || before.pattern !== now.pattern
    changes.push({ effect: more ? 'unsure' : 'less', where, text: 'What a cell may be has changed.' })
  }
  return changes
}

const holding = ({ type, list }: FieldReview): string => list ? `a list of ${type}` : type
