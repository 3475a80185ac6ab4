// Codes of a run that cannot deliver.
import { type Explained, excerpt } from './explained.ts'

export const delivery = {
  'non-ascii-address': {
    summary: 'An address to hash has characters the hash profile cannot tell apart.',
    why: 'The profile ascii-hex turns letters beyond ASCII into question marks, so that müller and möller would be one person. '
      + 'Either profile may take them as UTF-8.',
    rules: {
      bad: excerpt`
        steps:
          who:        { identify: { fields: [sender], in: people } }
          pseudonyms: { hash: { fields: [sender] } }
      `,
      good: excerpt`
        steps:
          who:        { identify: { fields: [sender], in: people } }
          pseudonyms: { hash: { fields: [sender], non-ascii: utf8 } }
      `,
    },
  },
  'empty-lookup': {
    summary: 'The file of a lookup holds no record.',
    why: 'With an empty directory every colleague would be unknown. A run without a directory is asked for by name.',
    commands: {
      bad: 'np-pipeline run customer.yaml --input tracking=logs/*.LOG --input people=empty.csv\n',
      good: 'np-pipeline run customer.yaml --input tracking=logs/*.LOG --without people\n',
    },
  },
  'write-failed': {
    summary: 'A file cannot be written.',
    why: 'The disk is full, the folder is closed to this account, or another program has the file open. Nothing was delivered.',
    commands: { bad: 'np-pipeline run customer.yaml --out /mnt/full\n', good: 'np-pipeline run customer.yaml --out delivery\n' },
  },
  'sum-mismatch': {
    summary: 'Rows read and rows accounted for differ; a defect of this tool.',
    why: 'Every row read is written, dropped by a step, or refused, and the sum is checked before anything is delivered. '
      + 'Please report it with the command and the rule file.',
    commands: { bad: 'np-pipeline run customer.yaml\n', good: 'np-pipeline --version\n' },
  },
  'broken-table': {
    summary: 'A file as a whole is not what the rules expect of it.',
    why: '`expect` says what must hold: ids that stand once, references that lead somewhere, supervisors that do not lead back '
      + 'to themselves. `otherwise: blank` or `warn` delivers all the same, and counts.',
    rules: {
      bad: excerpt`
        outputs:
          mails:
            csv: { file: mails.csv }
            columns: { when: time }
            expect: { unique: when }
      `,
      good: excerpt`
        steps:
          once: { unique: { by: [time] } }
        outputs:
          mails:
            csv: { file: mails.csv }
            columns: { when: time }
            expect: { unique: when }
      `,
    },
  },
  'above-quarantine-limit': {
    summary: 'More records were refused than the limit allows.',
    why: 'Refused records are noted in the folder beside the delivery, with line and code. Look at them first: the limit is for '
      + 'what cannot be mended, and stands in the rules (`quarantine: { limit: 1% }`) or on the command line.',
    commands: {
      bad: 'np-pipeline run customer.yaml --out delivery\n',
      good: 'np-pipeline run customer.yaml --out delivery --max-quarantine 1%\n',
    },
  },
} as const satisfies Readonly<Record<string, Explained>>
