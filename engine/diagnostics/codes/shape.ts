// Codes of the text and shape of rule files.
import { type Explained, excerpt } from './explained.ts'

export const shape = {
  'unreadable-file': {
    summary: 'A file cannot be read.',
    why: 'The path is taken from the folder you are in. A file that exists may also be closed to this account, or not be UTF-8.',
    commands: { bad: 'np-pipeline check rules/email.yaml\n', good: 'np-pipeline check rules/emails.yaml\n' },
  },
  'yaml-syntax': {
    summary: 'The text is not YAML as this tool takes it.',
    why: 'Most often a text has to be put in quotes: one that begins with " ` [ { @ * & ! % or holds ": " or " #". Anchors, '
      + 'aliases, tags and several documents in one file are not taken. Nothing else is said of the file until this is mended.',
    check: {
      bad: excerpt`
        steps:
          large: { keep: { when: "DELIVER" = event, because: other events } }
      `,
      good: excerpt`
        steps:
          large: { keep: { when: '"DELIVER" = event', because: other events } }
      `,
    },
  },
  'duplicate-key': {
    summary: 'The same key stands twice in one map.',
    why: 'Only one of the two could hold, and nothing says which. Steps of one output may not share a name either: rows are '
      + 'counted by it.',
    check: {
      bad: excerpt`
        steps:
          delivered: { keep: { when: 'event = "DELIVER"', because: other events } }
          delivered: { drop: { when: 'sender = ""', because: nobody sent it } }
      `,
      good: excerpt`
        steps:
          delivered: { keep: { when: 'event = "DELIVER"', because: other events } }
          by-nobody: { drop: { when: 'sender = ""', because: nobody sent it } }
      `,
    },
  },
  'unknown-key': {
    summary: 'A key is not part of the language here.',
    why: 'A misspelt key that is passed over would be a setting that never works. Often the key is right and stands in the '
      + 'wrong column, so that it belongs to another map.',
    check: {
      bad: excerpt`
        steps:
          delivered: { keep: { when: 'event = "DELIVER"', becuase: other events } }
      `,
      good: excerpt`
        steps:
          delivered: { keep: { when: 'event = "DELIVER"', because: other events } }
      `,
    },
  },
  'missing-key': {
    summary: 'A required key is missing, or has nothing under it.',
    why: 'What has no sensible value by itself must be written: the reason of a step that drops rows, the privacy of a field.',
    check: {
      bad: excerpt`
        steps:
          delivered: { keep: { when: 'event = "DELIVER"' } }
      `,
      good: excerpt`
        steps:
          delivered: { keep: { when: 'event = "DELIVER"', because: other events } }
      `,
    },
  },
  'wrong-type': {
    summary: 'A value has another type than is needed here.',
    why: 'YAML reads { … } as a map, [ … ] as a list, 5 as a number and true as true. An expression that looks like one of '
      + 'them stands in quotes.',
    check: {
      bad: excerpt`
        steps:
          side: { set: { large: true } }
      `,
      good: excerpt`
        steps:
          side: { set: { large: 'true' } }
      `,
    },
  },
  'wrong-value': {
    summary: 'A value is not one of those allowed here.',
    why: 'The hint lists what is allowed, or names the nearest. Numbers that would change when they are written out again, '
      + 'such as 007, are refused too.',
    check: {
      bad: excerpt`
        outputs:
          mails:
            csv: { file: mails.csv, newline: windows }
            columns: { when: time }
      `,
      good: excerpt`
        outputs:
          mails:
            csv: { file: mails.csv, newline: crlf }
            columns: { when: time }
      `,
    },
  },
  'bad-name': {
    summary: 'A name has characters it may not have.',
    why: 'Names of steps, fields, parameters and outputs begin with a letter and go on with letters, digits, - and _. People '
      + 'type them on the command line, and they stand in reports.',
    check: {
      bad: excerpt`
        steps:
          1st filter: { keep: { when: 'event = "DELIVER"', because: other events } }
      `,
      good: excerpt`
        steps:
          first-filter: { keep: { when: 'event = "DELIVER"', because: other events } }
      `,
    },
  },
  'unknown-step-type': {
    summary: 'No step type has this name.',
    why: 'Under the name of a step stands its type, and under the type its options. docs/steps.md has all types.',
    check: {
      bad: excerpt`
        steps:
          delivered: { filter: { when: 'event = "DELIVER"', because: other events } }
      `,
      good: excerpt`
        steps:
          delivered: { keep: { when: 'event = "DELIVER"', because: other events } }
      `,
    },
  },
  'bad-include': {
    summary: 'An included or extended file cannot be used here.',
    why: 'A path is relative to the file it stands in. `include` brings in libraries, which have neither `from` nor '
      + '`outputs`; `extends` starts from another rule file. Two files may not define the same name, nor lead to each other.',
    check: {
      bad: excerpt`
        include: [../company.yaml]
      `,
      good: excerpt`
        include: [./company.yaml]
      `,
    },
  },
  'overlay-names-nothing': {
    summary: 'An overlay refers to something its base does not have.',
    why: 'An overlay changes what its base names, so a misspelt name would change nothing, in silence. What is really new '
      + 'must be whole: a parameter with its `type`, a field with its `privacy`, a step under `after` or `before`.',
    check: {
      bad: excerpt`
        extends: ./mails.yaml
        inputs: { traking: { files: export/*.csv } }
      `,
      good: excerpt`
        extends: ./mails.yaml
        inputs: { tracking: { files: export/*.csv } }
      `,
    },
  },
  'overlay-changes-nothing': {
    summary: 'An overlay says what its base says already.',
    why: 'It would change nothing, so something else was meant: for a column perhaps the text above it, its `header`.',
    check: {
      bad: excerpt`
        extends: ./mails.yaml
        outputs: { mails: { columns: { when: time } } }
      `,
      good: excerpt`
        extends: ./mails.yaml
        outputs: { mails: { columns: { when: { header: time } } } }
      `,
    },
  },
  'overlay-replaces-list': {
    summary: 'A list of an overlay stands in place of the one of its base, and lacks what that has.',
    why: 'Lists are replaced, not added to: whoever writes one kind of account more takes all others out of the step, '
      + 'and their rows are no longer dropped. Only a list that has something new is warned about; a shorter one is '
      + 'meant.',
    check: {
      bad: excerpt`
        extends: ./mails.yaml
        lookups: { people: { kinds: [{ service: { mail: svc-* } }] } }
        steps: { people-only: { drop: { accounts: [service] } } }
      `,
      good: excerpt`
        extends: ./mails.yaml
        lookups: { people: { kinds: [{ service: { mail: svc-* } }] } }
        steps: { people-only: { drop: { accounts: [room, unknown, service] } } }
      `,
    },
  },
} as const satisfies Readonly<Record<string, Explained>>
