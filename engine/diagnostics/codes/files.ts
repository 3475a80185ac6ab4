// Codes of input files as a whole: encodings and formats.
import { type Explained, excerpt } from './explained.ts'

export const files = {
  'unknown-encoding': {
    summary: 'The text is in no encoding the file itself tells.',
    why: 'Without a byte order mark a text is taken as UTF-8. Read as another encoding, letters of names would be others, and '
      + 'people would not be found in the directory.',
    commands: {
      bad: 'np-pipeline run customer.yaml --input people=users.csv\n',
      good: 'np-pipeline run customer.yaml --input people=users.csv --encoding people=windows-1250\n',
    },
  },
  'unknown-format': {
    summary: 'The file is none of the formats this tool reads.',
    why: 'Formats are told by content, not by name: raw tracking logs, calendar analyses as CSV or XML, and what Export-Csv, '
      + 'ConvertTo-Json and Export-Clixml write. Workbooks, archives and printed tables are none of them.',
    commands: {
      bad: 'Get-MessageTrackingLog -ResultSize Unlimited > tracking.txt\n',
      good: 'Get-MessageTrackingLog -ResultSize Unlimited | Export-Clixml tracking.xml -Encoding UTF8\n',
    },
  },
  'quote-not-closed': {
    summary: 'A quoted cell never ends.',
    why: 'The file was cut while it was copied, or a quote inside the cell is not doubled. Everything behind it would be one cell.',
    input: {
      bad: excerpt`
        EventId,Subject
        DELIVER,"Offer
      `,
      good: excerpt`
        EventId,Subject
        DELIVER,"Offer"
      `,
    },
  },
  'text-after-quote': {
    summary: 'Text follows a closing quote.',
    why: 'A quote inside a quoted cell is written twice. Where a cell ends could otherwise be read in two ways.',
    input: {
      bad: excerpt`
        EventId,Subject
        DELIVER,"The "big" offer"
      `,
      good: excerpt`
        EventId,Subject
        DELIVER,"The ""big"" offer"
      `,
    },
  },
  'bare-quote': {
    summary: 'A quote stands inside an unquoted cell.',
    why: 'A cell with a quote is quoted itself, and the quote doubled. Export-Csv writes it so; files put together by hand often do not.',
    input: {
      bad: excerpt`
        EventId,Subject
        DELIVER,The "big" offer
      `,
      good: excerpt`
        EventId,Subject
        DELIVER,"The ""big"" offer"
      `,
    },
  },
  'too-long': {
    summary: 'A record or cell is longer than any real one.',
    why: 'Most often a closing quote or bracket is missing, and the rest of the file would be one cell.',
    input: {
      bad: excerpt`
        EventId,Subject
        DELIVER,"Offer
        … a million lines without another quote
      `,
      good: excerpt`
        EventId,Subject
        DELIVER,"Offer"
        …
      `,
    },
  },
  'forbidden-character': {
    summary: 'A character stands where no export writes one.',
    why: 'NUL characters stand in logs of a server that lost power; a lone carriage return comes from tools that change line '
      + 'ends. What was there before cannot be known.',
    commands: {
      bad: 'tr "\\n" "\\r" < export.csv > tracking.csv\n',
      good: 'cp export.csv tracking.csv\n',
    },
  },
  'bad-json': {
    summary: 'The text is not JSON.',
    why: 'The file was cut, or several outputs of ConvertTo-Json were put into one file with text between them. Several '
      + 'objects one after the other, or one list of them, are both fine.',
    input: {
      bad: excerpt`
        [{ "EventId": "DELIVER" }, { "EventId": "SE
      `,
      good: excerpt`
        [{ "EventId": "DELIVER" }, { "EventId": "SEND" }]
      `,
    },
  },
  'bad-xml': {
    summary: 'The text is neither CLIXML nor a calendar analysis.',
    why: 'XML is read as Export-Clixml and Get-CalendarDiagnosticAnalysis write it. A cut file ends before its last element.',
    commands: {
      bad: 'Get-MessageTrackingLog -ResultSize Unlimited | ConvertTo-Xml -As String > tracking.xml\n',
      good: 'Get-MessageTrackingLog -ResultSize Unlimited | Export-Clixml tracking.xml -Encoding UTF8\n',
    },
  },
  'compressed-bomb': {
    summary: 'A compressed file unpacks to far more than any log does.',
    why: 'Such a file is made to fill a disk. One that is really an export can be unpacked before.',
    commands: {
      bad: 'np-pipeline run customer.yaml --input tracking=strange.log.gz\n',
      good: 'gzip -d strange.log.gz && np-pipeline run customer.yaml --input tracking=strange.log\n',
    },
  },
} as const satisfies Readonly<Record<string, Explained>>
