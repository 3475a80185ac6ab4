// Codes of the command line, keys and folders: before the first record.
import { type Explained, excerpt } from './explained.ts'

export const commandLine = {
  'usage': {
    summary: 'The command line is not understood.',
    why: '`np-pipeline help COMMAND` shows the options of a command with examples.',
    commands: {
      bad: 'np-pipeline run rules/emails.yaml --input MSGTRK.LOG\n',
      good: 'np-pipeline run rules/emails.yaml --input tracking=MSGTRK.LOG\n',
    },
  },
  'missing-param': {
    summary: 'A parameter has no value.',
    why: 'What differs from customer to customer has no default: without the own domains nobody would be a colleague. A '
      + 'customer\'s rule file sets it once, `--set` for one run.',
    commands: {
      bad: 'np-pipeline run rules/emails.yaml --input tracking=logs/*.LOG --without people\n',
      good: 'np-pipeline run rules/emails.yaml --input tracking=logs/*.LOG --without people --set domains=contoso.example\n',
    },
  },
  'missing-input': {
    summary: 'An input is neither given nor left out.',
    why: 'The files in the rules are samples. As soon as one input is given, every other is given too, or left out by name, so '
      + 'that no sample gets into a delivery.',
    commands: {
      bad: 'np-pipeline run customer.yaml --input tracking=logs/*.LOG\n',
      good: 'np-pipeline run customer.yaml --input tracking=logs/*.LOG --input people=ad-users.csv\n',
    },
  },
  'no-files': {
    summary: 'No file has the name or pattern given.',
    why: 'Paths start at the folder you are in. Put a pattern in quotes, so that the shell hands it on as it is.',
    commands: {
      bad: 'np-pipeline run customer.yaml --input tracking="log/*.LOG"\n',
      good: 'np-pipeline run customer.yaml --input tracking="logs/*.LOG"\n',
    },
  },
  'missing-key-material': {
    summary: 'No key is given.',
    why: 'Pseudonyms are made under a secret key of the customer. The same key must be used for every export, or they do '
      + 'not join.',
    commands: {
      bad: 'np-pipeline run customer.yaml --input tracking=logs/*.LOG\n',
      good: excerpt`
        (umask 077; np-pipeline keygen > hmac.key)
        np-pipeline run customer.yaml --input tracking=logs/*.LOG --key-file hmac.key
      `,
    },
  },
  'weak-key': {
    summary: 'The key is too weak to protect anyone.',
    why: 'Addresses can be guessed, so the key is the only secret: whoever guesses it undoes every pseudonym. It has at least '
      + '32 characters, ten different ones, and is no placeholder.',
    commands: { bad: 'echo contoso2023 > hmac.key\n', good: '(umask 077; np-pipeline keygen > hmac.key)\n' },
  },
  'sample-key': {
    summary: 'The published sample key is used on something else than the samples.',
    why: 'Everybody can read it, so pseudonyms made with it protect nobody.',
    commands: { bad: 'cp rules/samples/sample.key hmac.key\n', good: '(umask 077; np-pipeline keygen > hmac.key)\n' },
  },
  'not-approved': {
    summary: 'The rules are not those that were approved.',
    why: 'Whoever signed a review signed these rules, with these values of parameters, in this version of the engine. '
      + '`np-pipeline review --against` shows what has changed since.',
    commands: {
      bad: 'np-pipeline run customer.yaml --set headers=np-sync --approved 9f0c…\n',
      good: excerpt`
        np-pipeline review customer.yaml --set headers=np-sync --against signed.html --html new.html
        np-pipeline run customer.yaml --set headers=np-sync --approved 51e7…
      `,
    },
  },
  'bad-review': {
    summary: 'A file is not what `review` wrote.',
    why: 'A comparison with a page that was changed by hand, or by another version, would tell nothing.',
    commands: {
      bad: 'np-pipeline review customer.yaml --against printed.pdf\n',
      good: 'np-pipeline review customer.yaml --against signed.html\n',
    },
  },
  'open-key-file': {
    summary: 'Others can read the key file.',
    why: 'Whoever reads the key can find out who is behind a pseudonym.',
    commands: { bad: 'np-pipeline keygen > hmac.key\n', good: '(umask 077; np-pipeline keygen > hmac.key)\n' },
  },
  'busy': {
    summary: 'Another run writes to this folder.',
    why: 'Two runs would mix their files. A run that was killed leaves its lock file behind; the message names it.',
    commands: {
      bad: excerpt`
        np-pipeline run emails.yaml --out delivery &
        np-pipeline run meetings.yaml --out delivery
      `,
      good: 'np-pipeline run emails.yaml meetings.yaml --out delivery\n',
    },
  },
  'bad-path': {
    summary: 'A path is not allowed here.',
    why: 'Rule files name files relative to themselves, with forward slashes and the ending .yaml, so that the same rules '
      + 'work on every computer. Outputs have plain names, and are written into the folder of the run.',
    check: {
      bad: excerpt`
        include: [.\\company.yaml]
      `,
      good: excerpt`
        include: [./company.yaml]
      `,
    },
  },
} as const satisfies Readonly<Record<string, Explained>>
