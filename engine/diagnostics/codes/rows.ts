// Codes of warnings about a run: rows, tables and folders.
import { type Explained, excerpt } from './explained.ts'

export const rows = {
  'cut-export': {
    summary: 'An export has exactly as many rows as the cmdlet gives by default.',
    why: 'Get-MessageTrackingLog stops at a thousand unless it is told otherwise; the rest is not in the file.',
    commands: {
      bad: 'Get-MessageTrackingLog -Start 2023-06-01\n',
      good: 'Get-MessageTrackingLog -Start 2023-06-01 -ResultSize Unlimited\n',
    },
  },
  'no-records': {
    summary: 'An input holds no record.',
    why: 'The file has a header and nothing else: the export found nothing, most often for a wrong time or server.',
    input: {
      bad: excerpt`
        Timestamp,EventId
      `,
      good: excerpt`
        Timestamp,EventId
        2023-06-01T08:00:00Z,DELIVER
      `,
    },
  },
  'no-rows': {
    summary: 'Records were read, and no row was written.',
    why: 'The summary says which step dropped them. Most often it is the domains: with those of somebody else, nobody is inside.',
    commands: {
      bad: 'np-pipeline run customer.yaml --set domains=contoso.exmaple\n',
      good: 'np-pipeline run customer.yaml --set domains=contoso.example\n',
    },
  },
  'expected-missing': {
    summary: 'No row is what some row of every whole input is; a part of the input is missing.',
    why: 'A step `expect` says what every whole input has, and its `otherwise` what is missing where none has it.',
    commands: {
      bad: 'np-pipeline run customer.yaml --input tracking="logs/MSGTRK2*.LOG"\n',
      good: 'np-pipeline run customer.yaml --input tracking="logs/MSGTRK*.LOG"\n',
    },
  },
  'reference-blanked': {
    summary: 'Cells that refer to rows which are not there became blank.',
    why: 'What they refer to was not read, or a step dropped it. The rules say `otherwise: blank`, so the file is delivered.',
    input: {
      bad: excerpt`
        EmployeeID,Manager
        7,9
      `,
      good: excerpt`
        EmployeeID,Manager
        7,9
        9,
      `,
    },
  },
  'reference-missing': {
    summary: 'Cells refer to rows which are not there.',
    why: 'What they refer to was not read, or a step dropped it. The rules say `otherwise: warn`, so the cells stay.',
    input: {
      bad: excerpt`
        email,report_ids
        anna@contoso.example,Department:Sale
      `,
      good: excerpt`
        email,report_ids
        anna@contoso.example,Department:Sales
      `,
    },
  },
  'own-parent': {
    summary: 'Rows that refer to themselves lost the reference.',
    why: 'The head of an organisation is often entered as his own manager.',
    input: {
      bad: excerpt`
        EmployeeID,Manager
        1,1
      `,
      good: excerpt`
        EmployeeID,Manager
        1,
      `,
    },
  },
  'cycle': {
    summary: 'Rows lead back to themselves.',
    why: 'Of two people who are each other\'s manager one entry is wrong; which one only the organisation knows.',
    input: {
      bad: excerpt`
        EmployeeID,Manager
        7,9
        9,7
      `,
      good: excerpt`
        EmployeeID,Manager
        7,9
        9,
      `,
    },
  },
  'ambiguous-hour': {
    summary: 'A time falls in the hour that the clock repeats.',
    why: 'In autumn an hour of local time comes twice, and the export does not say which. The first is taken.',
    commands: {
      bad: 'Get-MessageTrackingLog -ResultSize Unlimited | Export-Csv tracking.csv -Encoding UTF8\n',
      good: excerpt`
        Get-MessageTrackingLog -ResultSize Unlimited |
          Select-Object EventId, @{ n = 'Timestamp'; e = { $_.Timestamp.ToUniversalTime().ToString('o') } } | Export-Csv tracking.csv -Encoding UTF8
      `,
    },
  },
  'merged-differences': {
    summary: 'Rows that became one differ in a field that must agree; it became blank.',
    why: 'A department whose people name two divisions belongs to neither for certain. Nothing is guessed.',
    input: {
      bad: excerpt`
        Department,Division
        Sales,North
        Sales,South
      `,
      good: excerpt`
        Department,Division
        Sales,North
        Sales,North
      `,
    },
  },
  'not-in-list': {
    summary: 'Values that a closed list does not have became one word.',
    why: '`conform` lets only what its list has go on. The values are shown nowhere: they may name a person.',
    rules: {
      bad: excerpt`
        steps:
          known: { conform: { fields: [subject], to: [Invitation], otherwise: other } }
      `,
      good: excerpt`
        steps:
          known: { conform: { fields: [subject], to: [Invitation, Answer], otherwise: other } }
      `,
    },
  },
  'recurrence-unparsed': {
    summary: 'Recurrences that cannot be read whole became blank.',
    why: 'A recurrence carries subjects and places of its exceptions, so what is not understood to the last byte does not leave.',
    commands: {
      bad: 'np-pipeline run rules/meetings.yaml --input calendar=cut.csv\n',
      good: 'np-pipeline run rules/meetings.yaml --input calendar="calendar/*.csv"\n',
    },
  },
  'event-id-odd': {
    summary: 'Ids of meetings that are of no known form became pseudonyms.',
    why: 'Ids of other calendars embed addresses. As pseudonyms they join where they are spelt alike, and only there.',
    input: {
      bad: excerpt`
        globalobjectid
        7kukuqrfedlm2f9t@calendar.example
      `,
      good: excerpt`
        globalobjectid
        040000008200E00074C5B7101A82E00800000000B05D2DD0B8C5D9010000000000000000100000009A1C6C7E5F0B4E4FA3C1B0D2E4F60718
      `,
    },
  },
  'earlier-output': {
    summary: 'A file that this run does not write stands in the folder.',
    why: 'Whoever hands the folder on would hand it on too: with an older key, or of another customer.',
    commands: { bad: 'np-pipeline run fabrikam.yaml --out delivery\n', good: 'np-pipeline run fabrikam.yaml --out delivery-fabrikam\n' },
  },
  'other-key': {
    summary: 'The folder holds files of another key.',
    why: 'A person has another pseudonym under every key, so files of two keys do not join: not with each other, nor with those '
      + 'of the months before. `np-pipeline fingerprint` tells which key a file holds.',
    commands: {
      bad: excerpt`
        np-pipeline run emails.yaml --out delivery --key-file old.key
        np-pipeline run users.yaml --out delivery --key-file new.key
      `,
      good: 'np-pipeline run emails.yaml users.yaml --out delivery --key-file hmac.key\n',
    },
  },
  'stale-partial': {
    summary: 'A run was ended before it could finish; what it left was replaced.',
    why: 'Outputs appear all together or not at all, so nothing of that run was delivered. Nothing needs to be done.',
    commands: { bad: 'kill -9 4711\n', good: 'kill 4711\n' },
  },
} as const satisfies Readonly<Record<string, Explained>>
