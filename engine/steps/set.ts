// set: fields from expressions.
import { type Field } from '../spec/field.ts'
import { derived, defineStep, withFields } from '../spec/step.ts'
import { each, option } from '../spec/option.ts'

export default defineStep({
  name: 'set',
  summary: 'Makes or replaces fields by the value of an expression. All read the row as it was before the step.',
  privacy: 'The result carries the highest mark of what the expression reads; only functions that say so lower it. What an expression '
    + 'computes or chooses is lowered by no later step or function but hash: a word that stands where a name has a certain letter tells of the letter.',
  options: { [each]: option.expression('What the field becomes.') },
  examples: [{
    title: 'A word for the channel',
    options: { channel: '"Email"', short: '$substringBefore(id, "@")' },
    given: [{ id: 'a1@host' }],
    expect: [{ id: 'a1@host', channel: 'Email', short: 'a1' }],
  }],
  flow({ [each]: expressions }, flow) {
    return withFields(flow.shape, Object.entries(expressions).map(([name, expression]): [string, Field] => {
      const result = flow.judge(expression, name)
      return [name, derived([result], flow.place(name), `${name} is set from an expression`, result)]
    }))
  },
  effects: ({ [each]: expressions }, seen) => ({
    fields: Object.entries(expressions).map(([field, expression]) =>
      ({ field, of: seen.reads(expression), text: 'Computed:', code: [seen.text(expression)] })),
  }),
  run({ [each]: expressions }, work) {
    const fields = Object.entries(expressions).map(([name, expression]) =>
      ({ slot: work.slot(name), value: work.expression(expression) }))
    return {
      rows: next => row => {
        const values = fields.map(({ value }) => value(row))
        fields.forEach(({ slot }, index) => { row[slot] = values[index]! })
        next(row)
      },
    }
  },
})
