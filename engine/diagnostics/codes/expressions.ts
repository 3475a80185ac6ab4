// Codes of expressions.
import { type Explained, excerpt } from './explained.ts'

export const expressions = {
  'expression-syntax': {
    summary: 'An expression is not valid JSONata.',
    why: 'Texts stand in double quotes inside the expression, and the whole expression in single quotes, as YAML wants it. '
      + '`=` compares; `and`, `or` and `$not(…)` join conditions.',
    check: {
      bad: excerpt`
        steps:
          delivered: { keep: { when: 'event == "DELIVER"', because: other events } }
      `,
      good: excerpt`
        steps:
          delivered: { keep: { when: 'event = "DELIVER"', because: other events } }
      `,
    },
  },
  'expression-not-allowed': {
    summary: 'An expression uses a part of JSONata that rule files do without.',
    why: 'Every expression ends, and every field it reads is known before the first row. Variables, recursion, objects, '
      + 'wildcards and functions such as $eval or $now are left out; the hint says what to write instead.',
    check: {
      bad: excerpt`
        steps:
          first: { set: { first: 'recipient[0]' } }
      `,
      good: excerpt`
        steps:
          first: { explode: { field: recipient } }
      `,
    },
  },
  'unknown-field': {
    summary: 'No field of this name exists at this step.',
    why: 'To JSONata an unknown name is nothing, so a misspelt field in a condition would drop every row, and one in `hash` '
      + 'would leave a name in clear. A text stands in double quotes; without them it is a field.',
    check: {
      bad: excerpt`
        steps:
          large: { keep: { when: 'siez > 1000', because: too small } }
      `,
      good: excerpt`
        steps:
          large: { keep: { when: 'size > 1000', because: too small } }
      `,
    },
  },
  'unknown-function': {
    summary: 'No function has this name.',
    why: 'Functions begin with $. docs/functions.md has all of them.',
    check: {
      bad: excerpt`
        steps:
          tests: { drop: { when: '$startsWith(subject, "Test")', because: a test } }
      `,
      good: excerpt`
        steps:
          tests: { drop: { when: '$substring(subject, 0, 4) = "Test"', because: a test } }
      `,
    },
  },
  'wrong-argument': {
    summary: 'A function or operator is given something it cannot work with, or that never means what is written.',
    why: 'A list is never equal to one value, and functions of one text refuse lists: ask for a member with `in`, or go over '
      + 'the members with $filter or $map. Numbers, texts and true or false are not compared with each other.',
    check: {
      bad: excerpt`
        steps:
          to-all: { drop: { when: 'recipient = "all@contoso.example"', because: sent to all } }
      `,
      good: excerpt`
        steps:
          to-all: { drop: { when: '"all@contoso.example" in recipient', because: sent to all } }
      `,
    },
  },
  'unknown-value': {
    summary: 'A field is compared with a text that it never holds.',
    why: 'The field has a closed list of values, and this text is none of them: most often it is misspelt, and the step '
      + 'keeps or drops nothing. Upper and lower case count.',
    check: {
      bad: excerpt`
        steps:
          delivered: { keep: { when: 'event = "DELIVERED"', because: other events } }
      `,
      good: excerpt`
        steps:
          delivered: { keep: { when: 'event = "DELIVER"', because: other events } }
      `,
    },
  },
  'constant-condition': {
    summary: 'A condition is the same for every row.',
    why: 'The step keeps all rows or none. Turn a step of the base off with `name: off`; a condition on a parameter is not '
      + 'constant, since a run can set it.',
    check: {
      bad: excerpt`
        steps:
          large: { drop: { when: 'size > 1000 and false', because: too large } }
      `,
      good: excerpt`
        steps:
          large: { drop: { when: 'size > 1000', because: too large } }
      `,
    },
  },
  'bad-pattern': {
    summary: 'A regular expression is not valid, or needs what linear time cannot give.',
    why: 'Patterns run in time that grows with the text and no faster, so that no mail can stop a run. Looking ahead or '
      + 'behind and referring back to groups are left out.',
    check: {
      bad: excerpt`
        steps:
          codes: { redact: { fields: [subject], pattern: 'PRJ-(?=\\d)', with: "#" } }
      `,
      good: excerpt`
        steps:
          codes: { redact: { fields: [subject], pattern: 'PRJ-\\d+', with: "#" } }
      `,
    },
  },
  'bad-wildcard': {
    summary: 'A pattern of a kind of account matches nothing, or is written as a regular expression.',
    why: 'Patterns of lookups have `*` for any characters and `?` for one, and are held against the whole value: the '
      + 'whole address, with its domain. An account that no pattern meets is a person, and is written as one.',
    check: {
      bad: excerpt`
        lookups:
          people:
            from: people
            domains: { param: domains }
            address: mail
            kinds: [{ room: { type: 16, address: "room-.*@" } }]
      `,
      good: excerpt`
        lookups:
          people:
            from: people
            domains: { param: domains }
            address: mail
            kinds: [{ room: { type: 16, address: "room-*@*" } }]
      `,
    },
  },
} as const satisfies Readonly<Record<string, Explained>>
