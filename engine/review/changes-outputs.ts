// Changes of which files and columns are written.
import { type Change, paired, same, without } from './change.ts'
import { columnChanges, originText, stateOf } from './changes-columns.ts'
import type { ColumnReview, OutputReview, Review } from './review.ts'

export function outputChanges(before: Review, now: Review): readonly Change[] {
  const { added, removed, both } = paired(before.outputs, now.outputs, ({ name }) => name)
  return [
    ...added.flatMap(output => output.columns.map(column => newColumn(output, column))),
    ...removed.map(({ name, file }): Change => ({ effect: 'less', where: name, text: `${file} is written no more.` })),
    ...both.flatMap(([one, other]) => oneOutput(one, other)),
  ]
}

function oneOutput(before: OutputReview, now: OutputReview): readonly Change[] {
  const { added, removed, both } = paired(before.columns, now.columns, ({ name }) => name)
  const inputs = without(now.inputs, before.inputs)
  const { name: where } = now
  return [
    ...added.map(column => newColumn(now, column)),
    ...removed.map(({ name }): Change => ({ effect: 'less', where: `${where}.${name}`, text: 'Is written no more.' })),
    ...both.flatMap(([one, other]) => columnChanges(`${where}.${other.name}`, one, other)),
    ...before.csv === now.csv ? [] : [csvChange(before, now)],
    ...inputs.length === 0 ? []
      : [{ effect: 'more' as const, where, text: `Rows come from ${inputs.join(' and ')}, too.` }],
    ...same(before.rules, now.rules) ? [] : [rulesChange(before, now)],
  ]
}

const newColumn = ({ name }: OutputReview, column: ColumnReview): Change => ({
  effect: 'more', where: `${name}.${column.name}`,
  text: `Is newly written: ${stateOf(column)}, from ${originText(column.origins)}.`,
})

const csvChange = (before: OutputReview, now: OutputReview): Change =>
  ({ effect: 'none', where: now.name, text: `The file is ${now.csv}; was ${before.csv}.` })

function rulesChange(before: OutputReview, now: OutputReview): Change {
  const [more, fewer] = [without(now.rules, before.rules), without(before.rules, now.rules)]
  const parts = [...more.map(rule => `now: ${rule}`), ...fewer.map(rule => `no longer: ${rule}`)]
  const text = `What must hold for the file as a whole has changed; ${parts.join(' ')}`
  return { effect: 'unsure', where: now.name, text }
}
