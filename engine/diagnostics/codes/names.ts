// Codes of names in rule files: what refers to nothing, and what nothing refers to.
import { type Explained, excerpt } from './explained.ts'

export const names = {
  'unknown-column': {
    summary: 'No column or output has this name.',
    why: '`expect` speaks of columns as they stand under `columns`, not of fields: COLUMN of the same output, or OUTPUT.COLUMN.',
    check: {
      bad: excerpt`
        outputs:
          mails:
            csv: { file: mails.csv }
            columns: { when: time }
            expect: { unique: time }
      `,
      good: excerpt`
        outputs:
          mails:
            csv: { file: mails.csv }
            columns: { when: time }
            expect: { unique: when }
      `,
    },
  },
  'unknown-param': {
    summary: 'No parameter has this name.',
    why: 'Parameters are declared under `params`, here or in a library, with their type.',
    check: {
      bad: excerpt`
        outputs:
          mails:
            csv: { file: mails.csv, prefix: { param: prefx } }
            columns: { when: time }
      `,
      good: excerpt`
        outputs:
          mails:
            csv: { file: mails.csv, prefix: { param: prefix } }
            columns: { when: time }
      `,
    },
  },
  'unknown-input': {
    summary: 'No input has this name.',
    why: 'Inputs are declared under `inputs`, here or in a library. `from`, lookups, `--input` and `--without` name them.',
    check: {
      bad: excerpt`
        from: trackign
      `,
      good: excerpt`
        from: tracking
      `,
    },
  },
  'unknown-lookup': {
    summary: 'No lookup has this name.',
    why: 'Lookups are declared under `lookups`, here or in a library.',
    check: {
      bad: excerpt`
        steps:
          who: { identify: { fields: [sender], in: peple } }
      `,
      good: excerpt`
        steps:
          who: { identify: { fields: [sender], in: people } }
      `,
    },
  },
  'unknown-kind': {
    summary: 'No kind of account has this name, or no step names the kind.',
    why: 'Kinds are words that the rules of a lookup give. A kind that no step deals with is most often misspelt, and its '
      + 'accounts would be written as persons are.',
    check: {
      bad: excerpt`
        steps:
          who:   { identify: { fields: [sender], in: people } }
          rooms: { drop: { accounts: [rooom], in: [sender], because: not a person } }
      `,
      good: excerpt`
        steps:
          who:   { identify: { fields: [sender], in: people } }
          rooms: { drop: { accounts: [room], in: [sender], because: not a person } }
      `,
    },
  },
  'wrong-field-type': {
    summary: 'A step is given a field of a type it cannot work with.',
    why: 'Kinds of account exist behind `identify` only, `explode` works on lists, and so on. The type of a field is that of '
      + 'its input, or what the step before made of it.',
    check: {
      bad: excerpt`
        steps:
          one-sender: { explode: { field: sender } }
      `,
      good: excerpt`
        steps:
          one-recipient: { explode: { field: recipient } }
      `,
    },
  },
  'unknown-zone': {
    summary: 'No time zone has this name.',
    why: 'A zone has the name of a place, such as Europe/Warsaw, the name Windows gives it, or UTC. Letters such as CET are '
      + 'wrong for half of the year.',
    check: {
      bad: excerpt`
        inputs:
          tracking:
            zone: Europe/Warszawa
            fields: { time: { from: date-time, privacy: open, type: time } }
      `,
      good: excerpt`
        inputs:
          tracking:
            zone: Europe/Warsaw
            fields: { time: { from: date-time, privacy: open, type: time } }
      `,
    },
  },
  'unused-param': {
    summary: 'A parameter is declared, and nothing uses it.',
    why: 'Whoever sets it would change nothing. It is used by `{ param: name }` as a value, or `$params.name` in an '
      + 'expression. Parameters of libraries are not judged: another pipeline may use them.',
    check: {
      bad: excerpt`
        params:
          largest: { type: integer, default: 1000 }
        steps:
          large: { drop: { when: 'size > 1000', because: too large } }
      `,
      good: excerpt`
        params:
          largest: { type: integer, default: 1000 }
        steps:
          large: { drop: { when: 'size > $params.largest', because: too large } }
      `,
    },
  },
  'unused-input': {
    summary: 'An input is declared, and nothing reads it.',
    why: 'An input is read by `from`, by the `from` of an output, or by a lookup. Whoever collects its files would do so '
      + 'for nothing.',
    check: {
      bad: excerpt`
        inputs:
          tracking: { fields: { time: { privacy: open, type: time } } }
          calendar: { fields: { start: { privacy: open, type: time } } }
      `,
      good: excerpt`
        inputs:
          tracking: { fields: { time: { privacy: open, type: time } } }
          calendar: { fields: { start: { privacy: open, type: time } } }
        outputs:
          mails:    { csv: { file: mails.csv }, columns: { when: time } }
          meetings: { from: calendar, csv: { file: meetings.csv }, columns: { start: start } }
      `,
    },
  },
  'unused-lookup': {
    summary: 'A lookup is declared, and no step asks it.',
    why: 'Steps name a lookup under `in`. A directory that nobody asks tells no room from a person.',
    check: {
      bad: excerpt`
        lookups:
          people: { from: people, domains: { param: domains }, address: mail }
          guests: { from: people, domains: { param: domains }, address: mail }
        steps:
          who: { identify: { fields: [sender], in: people } }
      `,
      good: excerpt`
        lookups:
          people: { from: people, domains: { param: domains }, address: mail }
        steps:
          who: { identify: { fields: [sender], in: people } }
      `,
    },
  },
  'unused-field': {
    summary: 'A field is declared, and nothing reads it.',
    why: 'What no step, lookup or output needs should not be read: take it out, or write it. A column that is not declared '
      + 'never enters. Fields of libraries are not judged: another pipeline may use them.',
    check: {
      bad: excerpt`
        inputs:
          tracking:
            fields:
              time:    { from: date-time,       privacy: open,      type: time }
              subject: { from: message-subject, privacy: sensitive }
      `,
      good: excerpt`
        inputs:
          tracking:
            fields:
              time:    { from: date-time,       privacy: open,      type: time }
      `,
    },
  },
} as const satisfies Readonly<Record<string, Explained>>
