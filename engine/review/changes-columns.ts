// Changes of what is written.
import { type Mark, marks } from '../spec/field.ts'
import { stepText } from './words.ts'
import { type Change, paired, same, without } from './change.ts'
import type { ColumnReview, Origin, OutputReview, Review, StepReview } from './review.ts'

export function columnChanges(before: Review, now: Review): readonly Change[] {
  const { added, removed, both } = paired(before.outputs, now.outputs, ({ name }) => name)
  return [
    ...added.flatMap(output => output.columns.map(column => newColumn(output, column))),
    ...removed.map(({ name, file }): Change => ({ effect: 'less', where: name, text: `${file} is written no more.` })),
    ...both.flatMap(([one, other]) => outputChanges(one, other)),
  ]
}

function outputChanges(before: OutputReview, now: OutputReview): readonly Change[] {
  const { added, removed, both } = paired(before.columns, now.columns, ({ name }) => name)
  const inputs = without(now.inputs, before.inputs)
  return [
    ...added.map(column => newColumn(now, column)),
    ...removed.map(({ name }): Change => ({ effect: 'less', where: `${now.name}.${name}`, text: 'Is written no more.' })),
    ...both.flatMap(([one, other]) => oneColumn(`${now.name}.${other.name}`, one, other)),
    ...before.csv === now.csv ? [] : [{ effect: 'none' as const, where: now.name, text: `The file is ${now.csv}; was ${before.csv}.` }],
    ...inputs.length > 0 ? [{ effect: 'more' as const, where: now.name, text: `Rows come from ${inputs.join(' and ')}, too.` }] : [],
    ...same(before.rules, now.rules) ? [] : [{ effect: 'unsure' as const, where: now.name, text: 'What must hold for the file as a whole has changed.' }],
  ]
}

const newColumn = ({ name }: OutputReview, column: ColumnReview): Change => ({
  effect: 'more', where: `${name}.${column.name}`, text: `Is newly written: ${stateOf(column)}, from ${originText(column.origins)}.`,
})

/** How a column leaves, in a word or two. */
const stateOf = ({ mark, allow, values }: ColumnReview): string =>
  allow !== undefined ? `in clear, as an exception (${allow})` : mark === 'pseudonym' ? 'a pseudonym' : values ? 'one of a closed list' : 'in clear, bounded by its type'

const originText = (origins: readonly Origin[]): string =>
  origins.length === 0 ? 'nothing that is read' : origins.map(nameOf).join(', ')
const nameOf = ({ input, fields }: Origin): string => fields.map(field => `${input}.${field}`).join(', ')

function oneColumn(where: string, before: ColumnReview, now: ColumnReview): readonly Change[] {
  return [...headerChanges(where, before, now), ...exceptionChanges(where, before, now), ...markChanges(where, before, now), ...originChanges(where, before, now), ...stepChanges(where, before, now)]
}

const headerChanges = (where: string, before: ColumnReview, now: ColumnReview): readonly Change[] =>
  before.header === now.header ? [] : [{ effect: 'none', where, text: `Is called ${now.header} in the file; was ${before.header}.` }]

function exceptionChanges(where: string, before: ColumnReview, now: ColumnReview): readonly Change[] {
  if (before.allow === now.allow) return []
  if (before.allow === undefined) return [{ effect: 'more', where, text: `A new exception: may stand in clear (${now.allow}).` }]
  if (now.allow === undefined) return [{ effect: 'less', where, text: 'The exception is gone.' }]
  return [{ effect: 'none', where, text: `The exception has another reason: ${now.allow}; was: ${before.allow}.` }]
}

function markChanges(where: string, before: ColumnReview, now: ColumnReview): readonly Change[] {
  const changes: Change[] = []
  if (before.mark !== now.mark) changes.push(markChange(where, before.mark, now))
  else if (before.type !== now.type || before.list !== now.list) changes.push({ effect: 'unsure', where, text: `Holds ${now.list ? 'a list of ' : ''}${now.type}; was ${before.list ? 'a list of ' : ''}${before.type}.` })
  if (same(before.values, now.values)) return changes
  const words = without(now.values, before.values)
  if (now.values === undefined) changes.push({ effect: now.mark === 'pseudonym' ? 'less' : 'more', where, text: 'Is no longer held against a list of words.' })
  else if (words.length > 0) changes.push({ effect: before.values ? 'more' : 'unsure', where, text: `Can hold further words: ${words.slice(0, 12).join(', ')}${words.length > 12 ? ', …' : ''}.` })
  else changes.push({ effect: 'less', where, text: 'Can hold fewer words.' })
  return changes
}

/** A pseudonym tells more than what is open by nature, and less than what it was made of. */
function markChange(where: string, before: Mark, now: ColumnReview): Change {
  if (before === 'pseudonym') return { effect: 'more', where, text: `Is no longer hashed: it is ${stateOf(now)}.` }
  const step = marks.indexOf(now.mark) - marks.indexOf(before)
  if (now.mark === 'pseudonym') return { effect: step < 0 ? 'less' : 'more', where, text: `Is a pseudonym now; was ${before}.` }
  return { effect: step < 0 ? 'unsure' : 'more', where, text: `Counts as ${now.mark}; was ${before}.` }
}

function originChanges(where: string, before: ColumnReview, now: ColumnReview): readonly Change[] {
  const names = ({ origins }: ColumnReview): readonly string[] => origins.flatMap(origin => origin.fields.map(field => `${origin.input}.${field}`))
  const more = without(names(now), names(before))
  const fewer = without(names(before), names(now))
  return [
    ...more.length > 0 ? [{ effect: 'more' as const, where, text: `Is made of more: ${[...new Set(more)].join(', ')}.` }] : [],
    ...fewer.length > 0 ? [{ effect: 'unsure' as const, where, text: `Is no longer made of ${[...new Set(fewer)].join(', ')}.` }] : [],
  ]
}

function stepChanges(where: string, before: ColumnReview, now: ColumnReview): readonly Change[] {
  const { added, removed, both } = paired(before.steps, now.steps, step => `${step.step}: ${step.field}`)
  const text = (step: StepReview): string => `${step.step} (${stepText(step)})`
  const order = same(...[before, now].map(({ steps }) => steps.map(step => `${step.step}: ${step.field}`)) as [unknown, unknown])
  return [
    ...removed.map((step): Change => ({ effect: 'more', where, text: `A step is gone: ${text(step)}` })),
    ...added.map((step): Change => ({ effect: 'unsure', where, text: `A new step: ${text(step)}` })),
    ...both.filter(([one, other]) => stepText(one) !== stepText(other) || one.type !== other.type)
      .map(([one, other]): Change => ({ effect: 'unsure', where, text: `A step does something else: ${text(other)}; was: ${stepText(one)}` })),
    ...!order && added.length === 0 && removed.length === 0 ? [{ effect: 'unsure' as const, where, text: 'The steps stand in another order.' }] : [],
  ]
}
