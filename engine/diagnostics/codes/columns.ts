// Codes of what stands in input files: columns, lists, times.
import { type Explained, excerpt } from './explained.ts'

export const columns = {
  'missing-column': {
    summary: 'A column the rules read is not in the file.',
    why: 'Cells that are not there would be blank, and rows be kept or dropped for it. Export the column; add its name to '
      + '`from` where it has another; or call the field `optional` where real exports lack it.',
    input: {
      bad: excerpt`
        Timestamp,EventId,From,Recipients
      `,
      good: excerpt`
        Timestamp,EventId,Sender,Recipients
      `,
    },
  },
  'duplicate-column': {
    summary: 'Two columns of a file have one name.',
    why: 'Nothing says which of them is meant. Upper and lower case do not count.',
    input: {
      bad: excerpt`
        Timestamp,Sender,sender
      `,
      good: excerpt`
        Timestamp,Sender,Recipients
      `,
    },
  },
  'list-lost': {
    summary: 'A list was exported as its type name; the data is not in the file.',
    why: 'Export-Csv writes the name of its type for a list. It has to be joined before.',
    commands: {
      bad: 'Get-ADUser -Filter * -Properties proxyAddresses | Export-Csv users.csv -Encoding UTF8\n',
      good: excerpt`
        Get-ADUser -Filter * -Properties proxyAddresses |
          Select-Object mail, @{ n = 'proxyAddresses'; e = { $_.proxyAddresses -join ';' } } | Export-Csv users.csv -Encoding UTF8
      `,
    },
  },
  'list-cut': {
    summary: 'A list was cut by the export; part of the data is not in the file.',
    why: 'PowerShell shows four members of a list and dots for the rest, and what it shows is what was exported.',
    input: {
      bad: excerpt`
        mail,proxyAddresses
        anna@contoso.example,"{SMTP:anna@contoso.example, smtp:a1@contoso.example, smtp:a2@contoso.example, smtp:a3@contoso.example...}"
      `,
      good: excerpt`
        mail,proxyAddresses
        anna@contoso.example,SMTP:anna@contoso.example;smtp:a1@contoso.example;smtp:a2@contoso.example;smtp:a3@contoso.example;smtp:a4@contoso.example
      `,
    },
  },
  'unreadable-time': {
    summary: 'A time is in no form the rules declare.',
    why: 'Times are ISO 8601, or of the pattern that the input declares; none is guessed. The message has the text to write.',
    rules: {
      bad: excerpt`
        inputs: { tracking: { fields: { time: { from: Timestamp, privacy: open, type: time } } } }    # 20.05.2024 08:00:00
      `,
      good: excerpt`
        inputs: { tracking: { dates: dd.MM.yyyy HH:mm:ss, zone: Europe/Berlin, fields: { time: { from: Timestamp, privacy: open, type: time } } } }
      `,
    },
  },
  'ambiguous-time': {
    summary: 'A time can be read with day or month first.',
    why: '05/06/2024 is a day in June or in May. Nothing is guessed: the pattern is declared.',
    commands: {
      bad: 'np-pipeline run customer.yaml --input tracking=tracking.csv\n',
      good: 'np-pipeline run customer.yaml --input tracking=tracking.csv --set dates="MM/dd/yyyy HH:mm:ss"\n',
    },
  },
  'missing-zone': {
    summary: 'A time carries no zone and none is declared.',
    why: 'Export-Csv writes local times of the computer it runs on. Taken as UTC, they would be hours off.',
    commands: {
      bad: 'np-pipeline run customer.yaml --input tracking=tracking.csv\n',
      good: 'np-pipeline run customer.yaml --input tracking=tracking.csv --set zone=Europe/Warsaw\n',
    },
  },
} as const satisfies Readonly<Record<string, Explained>>
