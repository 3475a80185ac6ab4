// Codes of verify and convert: what is found in a folder that runs have left.
import { type Explained, excerpt } from './explained.ts'

export const delivered = {
  'no-delivery': {
    summary: 'The folder holds no run record.',
    why: 'Every run leaves NAME.run.json beside its files. Without it, nobody knows which files belong to the delivery, and what '
      + 'their columns hold.',
    commands: { bad: 'np-pipeline verify delivery.zip --input people=ad-users.csv\n', good: 'np-pipeline verify delivery --input people=ad-users.csv\n' },
  },
  'bad-record': {
    summary: 'A run record cannot be read.',
    why: 'It was changed by hand, cut, or written by another version. Run again; a delivery is checked by the version that made it.',
    commands: { bad: 'np-pipeline verify old-delivery --input people=ad-users.csv\n', good: 'np-pipeline run customer.yaml --out delivery\n' },
  },
  'runs-differ': {
    summary: 'Runs of one delivery were made in different ways.',
    why: 'With other own domains, another form of pseudonyms or another version of the engine, the same person can count '
      + 'otherwise in one file than in the next.',
    commands: {
      bad: excerpt`
        np-pipeline run emails.yaml --out delivery --set domains=contoso.example
        np-pipeline run meetings.yaml --out delivery --set domains=contoso.com
      `,
      good: 'np-pipeline run emails.yaml meetings.yaml --out delivery --set domains=contoso.example\n',
    },
  },
  'unlisted-file': {
    summary: 'A file stands in the folder that no run record lists.',
    why: 'It is of an earlier run, or of none: whoever hands the folder on would hand it on too. Move it, or remove it.',
    commands: {
      bad: excerpt`
        cp ad-users.csv delivery
        np-pipeline verify delivery --input people=ad-users.csv
      `,
      good: 'np-pipeline verify delivery --input people=ad-users.csv\n',
    },
  },
  'missing-output': {
    summary: 'A file is not there that a run record lists.',
    why: 'The delivery is not whole. Run the rules again.',
    commands: { bad: 'rm delivery/emails.csv\n', good: 'np-pipeline run emails.yaml --out delivery\n' },
  },
  'altered-output': {
    summary: 'A file is not what the run has written.',
    why: 'Its SHA-256 or its number of rows is not that of the run record. A spreadsheet program that saved it, or a copy that '
      + 'broke off, is the usual cause.',
    commands: { bad: 'libreoffice delivery/emails.csv\n', good: 'cp delivery/emails.csv /tmp/look.csv && libreoffice /tmp/look.csv\n' },
  },
  'odd-cell': {
    summary: 'A cell is not what its column holds.',
    why: 'The run record says of every column what it holds, and a run writes nothing else: the file was changed.',
    commands: { bad: 'sed -i s/external/partner/ delivery/emails.csv\n', good: 'np-pipeline run emails.yaml --out delivery\n' },
  },
  'identity-in-clear': {
    summary: 'An address, name or number of the directory stands in the delivery.',
    why: 'It is found in clear or in an encoding that anyone can undo, in a column that the rules do not allow. Do not hand the '
      + 'delivery on, whatever the cause.',
    commands: {
      bad: excerpt`
        np-pipeline run customer.yaml --out delivery
        np-pipeline verify delivery --input people=ad-users.csv    # exits with 1
      `,
      good: excerpt`
        np-pipeline check customer.yaml && np-pipeline run customer.yaml --out delivery
        np-pipeline verify delivery --input people=ad-users.csv    # exits with 0
      `,
    },
  },
  'address-in-clear': {
    summary: 'Something that is shaped like an address stands in the delivery.',
    why: 'It is not of the directory: an outsider, or a colleague who is not in this export. Do not hand the delivery on.',
    commands: {
      bad: 'echo "john@partner.example;external;external;2023-06-01 08:00:00.000" >> delivery/emails.csv\n',
      good: 'np-pipeline run emails.yaml --out delivery\n',
    },
  },
  'word-in-record': {
    summary: 'A word of a run record is also a login or a name of the directory.',
    why: 'Records hold names of files and reasons of rules. Look at the line: a name of a file can name a person; more often it is a '
      + 'word that somebody is called by.',
    commands: {
      bad: 'np-pipeline run customer.yaml --input people=export-for-ahansen.csv\n',
      good: 'np-pipeline run customer.yaml --input people=ad-users.csv\n',
    },
  },
  'other-directory': {
    summary: 'The directory that is searched for is not the one that the runs read.',
    why: 'Whoever is only in the one that the runs read would not be found. Give that file too.',
    commands: {
      bad: 'np-pipeline verify delivery --input people=ad-users-july.csv\n',
      good: 'np-pipeline verify delivery --input people=ad-users-july.csv --input people=ad-users-june.csv\n',
    },
  },
  'few-identities': {
    summary: 'The directory that is searched for says little about its people.',
    why: 'Only what stands in the file can be searched for. A list that was exported as `System.String[]`, or an export without names '
      + 'or logins, leaves them out.',
    commands: {
      bad: 'Get-ADUser -Filter * | Select-Object mail | Export-Csv ad-users.csv -Encoding UTF8\n',
      good: 'Get-ADUser -Filter * -Properties * | Export-Csv ad-users-all.csv -Encoding UTF8\n',
    },
  },
  'few-joins': {
    summary: 'Few people of one file are found in the list of people.',
    why: 'The receiver could not tell who they are in the organisation. Another key, another form of pseudonyms, or a directory of '
      + 'another month are the usual causes.',
    commands: {
      bad: excerpt`
        np-pipeline run emails.yaml --out delivery --key-file old.key
        np-pipeline run users.yaml --out delivery --key-file new.key
      `,
      good: 'np-pipeline run emails.yaml users.yaml --out delivery --key-file hmac.key\n',
    },
  },
  'small-groups': {
    summary: 'Groups have so few members that they tell who is meant.',
    why: 'Whoever knows that a team has two members knows two people behind its pseudonym, and its name stands in clear. Leave such '
      + 'groups out, or put them together, if your agreement says so.',
    commands: {
      bad: 'np-pipeline run users.yaml --set groups=Department,Office\n',
      good: 'np-pipeline run users.yaml --set groups=Division\n',
    },
  },
  'not-convertible': {
    summary: 'The pseudonyms of a delivery cannot take the other form without the key.',
    why: 'Hex and Base64 write the same bytes for ASCII and for text that was hashed as UTF-8. A run that made question marks of '
      + 'other letters hashed another text: run the rules again with the other profile.',
    commands: {
      bad: 'np-pipeline convert delivery-question-marks --to utf8-base64 --out converted\n',
      good: 'np-pipeline run customer.yaml --set hash-profile=utf8-base64 --out delivery\n',
    },
  },
} as const satisfies Readonly<Record<string, Explained>>
