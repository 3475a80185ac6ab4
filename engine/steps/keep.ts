// keep: rows for which a condition holds go on.
import { defineStep } from '../spec/step.ts'
import { option } from '../spec/option.ts'

export default defineStep({
  name: 'keep',
  summary: 'Rows for which the condition holds go on; the others are dropped and counted.',
  privacy: 'Changes no mark. A condition may read anything: it decides whether a row exists, not what stands in it.',
  choosesRows: true,
  options: {
    when: option.expression('The condition.'),
    because: option.text('Why the others may go; stands in the summary and the run record.'),
  },
  examples: [{
    title: 'Only deliveries count',
    options: { when: 'event = "DELIVER"', because: 'counted on delivery' },
    given: [{ event: 'DELIVER', to: 'a' }, { event: 'RECEIVE', to: 'b' }],
    expect: [{ event: 'DELIVER', to: 'a' }],
  }],
  flow({ when }, flow) {
    flow.judge(when, 'when')
    return flow.shape
  },
  effects: ({ when, because }, seen) => ({ rows: { text: 'Only rows for which this holds go on:', when: seen.text(when), because } }),
  run({ when, because }, work) {
    const holds = work.condition(when)
    return { rows: next => row => holds(row) ? next(row) : work.drop(because) }
  },
})
