// Codes of privacy: what would leave in clear.
import { type Explained, excerpt } from './explained.ts'

export const privacy = {
  'personal-reaches-output': {
    summary: 'A field that still holds personal data is written.',
    why: 'What is declared `identity` or `sensitive` stays so through every step and expression, until `hash`, `redact` or '
      + 'another step that says so lowers its mark. The lines under the finding are the way of the field.',
    check: {
      bad: excerpt`
        outputs:
          mails:
            csv: { file: mails.csv }
            columns: { id: message, when: time }
      `,
      good: excerpt`
        steps:
          pseudonyms: { hash: { fields: [message] } }
        outputs:
          mails:
            csv: { file: mails.csv }
            columns: { id: message, when: time }
      `,
    },
  },
  'open-text-output': {
    summary: 'Text that nothing bounds is written.',
    why: 'A field that is called open could still hold anything, so a column that is written without a hash has a type that '
      + 'bounds it: a time, date, number, true or false, or a closed list of values.',
    check: {
      bad: excerpt`
        steps:
          topic: { set: { topic: '"mail " & $string(size)' } }
        outputs:
          mails:
            csv: { file: mails.csv }
            columns: { topic: topic }
      `,
      good: excerpt`
        steps:
          topic: { set: { topic: 'size > 1000 ? "large mail" : "mail"' } }
        outputs:
          mails:
            csv: { file: mails.csv }
            columns: { topic: topic }
      `,
    },
  },
  'hash-without-identify': {
    summary: 'An address is hashed before identify made it one spelling.',
    why: 'A person has several addresses, and each would become a pseudonym of its own; rooms and outsiders would count as '
      + 'colleagues. A number or key that is no address has `type: id`.',
    check: {
      bad: excerpt`
        steps:
          pseudonyms: { hash: { fields: [sender] } }
      `,
      good: excerpt`
        steps:
          who:        { identify: { fields: [sender], in: people } }
          pseudonyms: { hash: { fields: [sender] } }
      `,
    },
  },
  'hash-again': {
    summary: 'A pseudonym is hashed again.',
    why: 'A pseudonym of a pseudonym joins with nothing, not even with the next export.',
    check: {
      bad: excerpt`
        steps:
          pseudonyms: { hash: { fields: [message] } }
          row-id:     { hash: { of: [message, time], into: row } }
      `,
      good: excerpt`
        steps:
          row-id:     { hash: { of: [message, time], into: row } }
          pseudonyms: { hash: { fields: [message] } }
      `,
    },
  },
  'identity-in-name': {
    summary: 'An address would stand in a file name, a header, a fixed word of a column, or a reason.',
    why: 'These are shown in lists, logs and mails, where nobody looks for personal data; every run would tell the address.',
    check: {
      bad: excerpt`
        outputs:
          mails:
            csv: { file: anna@contoso.example.csv }
            columns: { when: time }
      `,
      good: excerpt`
        outputs:
          mails:
            csv: { file: mails.csv }
            columns: { when: time }
      `,
    },
  },
} as const satisfies Readonly<Record<string, Explained>>
