// expect: says at the end that no row was what some row of every whole input is.
import { defineStep } from '../spec/step.ts'
import { option } from '../spec/option.ts'

export default defineStep({
  name: 'expect',
  summary: 'Every row goes on as it is. When rows came by and the condition held for none of them, the run warns: a part of the input is missing.',
  privacy: 'Changes no mark. A condition may read anything: all it tells is that no row met it.',
  choosesRows: true,
  options: {
    some: option.expression('The condition that some row of every whole input meets.'),
    otherwise: option.text('What is missing when none does, and where it is to be had; stands in the warning.'),
  },
  examples: [{
    title: 'Logs without deliveries are not all logs',
    options: { some: 'event = "DELIVER"', otherwise: 'copy MSGTRKMD*.LOG too' },
    given: [{ event: 'DELIVER', to: 'a' }, { event: 'SEND', to: 'b' }],
    expect: [{ event: 'DELIVER', to: 'a' }, { event: 'SEND', to: 'b' }],
  }],
  flow({ some }, flow) {
    flow.judge(some, 'some')
    return flow.shape
  },
  effects: () => ({}),
  run({ some, otherwise }, work) {
    const holds = work.condition(some)
    let rows = 0
    let met = false
    work.atEnd(() => met || rows === 0 ? undefined : {
      code: 'expected-missing', count: rows, hint: otherwise,
      message: `step "${work.id}": its condition holds for none of the ${rows === 1 ? '1 row' : `${rows} rows`} that came by`,
    })
    return {
      rows: next => row => {
        rows++
        met ||= holds(row)
        next(row)
      },
    }
  },
})
