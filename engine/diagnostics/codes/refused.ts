// Codes of single records that are refused: they go to the quarantine.
import { type Explained, excerpt } from './explained.ts'

export const refused = {
  'cell-count': {
    summary: 'A record has more or fewer cells than its header.',
    why: 'A cell with a delimiter is not quoted, or the last line of a file was cut. Which cell is which cannot be told.',
    input: {
      bad: excerpt`
        EventId,Subject
        DELIVER,Offer, the big one
      `,
      good: excerpt`
        EventId,Subject
        DELIVER,"Offer, the big one"
      `,
    },
  },
  'broken-quotes': {
    summary: 'The quotes of a one-line record do not pair.',
    why: 'Records of a raw log are one line each, so the next one is sound again. The last line of a log that was copied while '
      + 'Exchange wrote it is the usual cause.',
    input: {
      bad: '2023-06-01T08:00:00.000Z,,EXCH01,,,"08D3;250 2.0.0 OK\n',
      good: '2023-06-01T08:00:00.000Z,,EXCH01,,,"08D3;250 2.0.0 OK"\n',
    },
  },
  'broken-item': {
    summary: 'An item of a calendar analysis does not end, or can be read in more than one way.',
    why: 'The cmdlet does not double quotes, so a subject with quotes and commas breaks its record. The XML form does not have this.',
    commands: {
      bad: '$analysis | Out-File calendar.csv\n',
      good: '$analysis = Get-CalendarDiagnosticAnalysis -CalendarLogs $logs -DetailLevel Advanced -OutputAs XML\n',
    },
  },
  'blank-message-id': {
    summary: 'A record has no message id, nor any to fall back on.',
    why: 'Rows without an id would all seem to be of one mail.',
    rules: {
      bad: excerpt`
        inputs:
          tracking:
            fields:
              time:    { from: date-time,  privacy: open,      type: time }
              message: { from: message-id, privacy: sensitive, type: message-id }
        steps: { once: { unique: { by: [message] } } }
      `,
      good: excerpt`
        inputs:
          tracking:
            fields:
              time:    { from: date-time,  privacy: open,      type: time }
              message: { from: message-id, privacy: sensitive, type: message-id, or: network-message-id }
        steps: { once: { unique: { by: [message] } } }
      `,
    },
  },
  'bad-cell': {
    summary: 'A cell does not have the shape its field declares.',
    why: 'Types and closed lists bound what can leave. If the cell is right, the declaration is too narrow: add the value to '
      + '`values`, or give the field another type.',
    rules: {
      bad: excerpt`
        inputs: { tracking: { fields: { event: { from: event-id, privacy: open, values: [SEND] } } } }
        outputs: { mails: { csv: { file: mails.csv }, columns: { event: event } } }
      `,
      good: excerpt`
        inputs: { tracking: { fields: { event: { from: event-id, privacy: open, values: [SEND, DELIVER] } } } }
        outputs: { mails: { csv: { file: mails.csv }, columns: { event: event } } }
      `,
    },
  },
  'bad-time': {
    summary: 'A time does not exist, or is outside the years of its type: 1990 to 2100, for local times and dates 1601 to 4500.',
    why: 'There is no 31 June, and no hour that the clock leaves out in spring. Such a time comes from a wrong pattern or a '
      + 'damaged file.',
    input: {
      bad: excerpt`
        Timestamp,EventId
        2023-06-31T08:00:00Z,DELIVER
      `,
      good: excerpt`
        Timestamp,EventId
        2023-06-30T08:00:00Z,DELIVER
      `,
    },
  },
  'expression-failed': {
    summary: 'An expression cannot be evaluated for this record.',
    why: 'A text is no number, a number is divided by zero, a text grows beyond the limit. Ask before: a condition in front '
      + 'of `?` decides which part is evaluated.',
    rules: {
      bad: excerpt`
        steps:
          number: { set: { number: '$number(subject) > 5' } }
      `,
      good: excerpt`
        steps:
          number: { set: { number: '$contains(subject, /^[0-9]+$/) ? $number(subject) > 5 : false' } }
      `,
    },
  },
  'bad-output-cell': {
    summary: 'A cell to be written does not have the shape its column promises.',
    why: 'Every cell is held against the type of its column once more before it is written, so that a mistake in the engine '
      + 'cannot let a text out. Please report it with the rule file.',
    commands: { bad: 'np-pipeline run customer.yaml\n', good: 'np-pipeline --version\n' },
  },
} as const satisfies Readonly<Record<string, Explained>>
