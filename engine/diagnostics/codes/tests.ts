// Codes of tests beside rules.
import { type Explained, excerpt } from './explained.ts'

export const tests = {
  'test-failed': {
    summary: 'A test of the rules does not give what it expects.',
    why: 'The cells that differ are shown with the step that set them. Either the rules or the expectation is wrong.',
    rules: {
      bad: excerpt`
        tests:
          a delivery is written:
            given:  [{ event: SEND, time: "2023-06-01T08:00:00Z" }]
            expect: [{ when: "2023-06-01 08:00:00.000" }]
      `,
      good: excerpt`
        tests:
          a delivery is written:
            given:  [{ event: DELIVER, time: "2023-06-01T08:00:00Z" }]
            expect: [{ when: "2023-06-01 08:00:00.000" }]
      `,
    },
  },
  'bad-test': {
    summary: 'A test names what the rules do not have.',
    why: '`given` has fields of an input, `expect` columns of an output, `dropped` names of steps.',
    check: {
      bad: excerpt`
        tests:
          a delivery is written:
            given:  [{ event: DELIVER, time: "2023-06-01T08:00:00Z" }]
            expect: [{ time: "2023-06-01 08:00:00.000" }]
      `,
      good: excerpt`
        tests:
          a delivery is written:
            given:  [{ event: DELIVER, time: "2023-06-01T08:00:00Z" }]
            expect: [{ when: "2023-06-01 08:00:00.000" }]
      `,
    },
  },
  'empty-test': {
    summary: 'A test tests nothing.',
    why: 'It has no record to begin with, or would pass whatever becomes of them: `expect: []` alone holds for every way to '
      + 'lose a row. Name the step that drops it.',
    check: {
      bad: excerpt`
        tests:
          what is sent is not written:
            given:  [{ event: SEND }]
            expect: []
      `,
      good: excerpt`
        tests:
          what is sent is not written:
            given:  [{ event: SEND }]
            expect: []
            dropped: { delivered: 1 }
      `,
    },
  },
} as const satisfies Readonly<Record<string, Explained>>
