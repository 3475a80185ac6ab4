// What can happen to a delivery before `verify` or `convert` reads it: they show where, and nothing of what it is.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { canary, wordOf } from './canaries.ts'
import { rowsOf, written } from './exports.ts'
import { type Place, inputFile } from './place.ts'
import type { Line, Sequence } from './sequence.ts'

const delivered: Line = ['run RULES IN --out out', 0]
const verify = (exit: number, ...codes: Line[2][]): Line => ['verify out --input PEOPLE', exit, ...codes]

const of = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

/** Changes a file of the delivery; what was put into it is given, and must not be shown. */
const changed = (name: string, change: (text: string) => string) => ({ folder, write }: Place): void => {
  write(name, change(of(folder, name)))
}

const instead = (text: string) => (before: string): string => before.replace('external', text)

/** Every text of a run record that messages could show. */
const inRecord: Readonly<Record<string, (text: string) => string>> = {
  'its name': text => text.replace('"name": "emails"', `"name": "${canary.address('mail 1')}"`),
  'its rules': text => text.replace(/"digest": "/, `$&${wordOf('mail 1')}`),
  'its engine': text => text.replace(/"version": "/, `$&${wordOf('mail 1')}`),
  'its key': text => text.replace(/"fingerprint": "/, `$&${wordOf('mail 1')}`),
  'its output': text => text.replace('"file": "emails.csv"', `"file": "${canary.address('mail 1')}"`),
  'its columns': text => text.replace('"from":', `"${canary.address('mail 1')}":`),
  'its inputs': text => text.replace(/"file": "file-1"/, `"file": "${canary.address('mail 1')}"`),
  'its params': text => text.replace(/"prefix": "/, `$&${canary.address('mail 1')}`),
  'its reasons': text => text.replace('not a person', canary.address('mail 1')),
}

const otherPeople = ({ write, hide }: Place): void => {
  const rows = [3, 4].map(row =>
    ({ mail: canary.address(`mail ${row}`), proxyAddresses: 'System.String[]', Notes: canary.plain(`note ${row}`) }))
  write('other.csv', written('people', 'csv', rows))
  hide(rows.flatMap(row => Object.values(row)))
}

/** Mails of people whom the directory does not have. */
const strangers = ({ write, hide }: Place): void => {
  const rows = rowsOf('tracking', {
    'sender-address': canary.address('stranger 1'),
    'recipient-address': [canary.address('stranger 2'), canary.address('stranger 3')],
  })
  write('in/strangers.csv', written('tracking', 'csv', rows))
  hide(rows.flatMap(row => Object.values(row).flat()))
}

const mails = 'run rules/emails.yaml --input tracking=in/strangers.csv --without people --out out --set domains=DOMAIN'

export const deliverySequences: readonly Sequence[] = [
  {
    title: 'a folder without a record', pipeline: 'emails',
    steps: [
      verify(2, 'no-delivery'), ['verify in --input PEOPLE', 2, 'no-delivery'],
      ['convert in --to utf8-base64 --out other', 2, 'no-delivery'],
    ],
  },
  ...Object.entries(inRecord).map(([what, change]): Sequence => ({
    title: `a name in a record: ${what}`, pipeline: 'emails',
    steps: [
      delivered, changed('out/emails.run.json', change), verify(1), ['verify out --input PEOPLE --format json', 1],
    ],
  })),
  {
    title: 'an export for a record', pipeline: 'emails',
    steps: [
      delivered, ({ folder, write }) => { write('out/emails.run.json', of(folder, inputFile('people'))) },
      verify(1, 'bad-record', 'unlisted-file'), ['convert out --to utf8-base64 --out other', 2, 'bad-record'],
    ],
  },
  {
    title: 'an export for an output', pipeline: 'emails',
    steps: [
      delivered, ({ folder, write }) => { write('out/emails.csv', of(folder, inputFile('people'))) },
      verify(1, 'altered-output', 'identity-in-clear'), ['verify out --input PEOPLE --format json', 1],
      ['convert out --to utf8-base64 --out other', 3, 'altered-output'],
    ],
  },
  {
    title: 'an export without its header for an output', pipeline: 'emails',
    steps: [
      delivered,
      ({ folder, write }) => { write('out/emails.csv', of(folder, inputFile('people')).replace(/.*\r\n/, '')) },
      verify(1, 'altered-output', 'identity-in-clear'), ['verify out --input PEOPLE --format json', 1],
    ],
  },
  {
    title: 'an export beside the outputs', pipeline: 'emails',
    steps: [
      delivered,
      ({ folder, write }) => { write(`out/${canary.address('mail 1')}.csv`, of(folder, inputFile('people'))) },
      verify(1, 'unlisted-file', 'identity-in-clear'), ['verify out --input PEOPLE --format json', 1],
    ],
  },
  {
    title: 'an output that is gone', pipeline: 'emails',
    steps: [
      delivered, ({ folder }) => { rmSync(join(folder, 'out/emails.csv')) }, verify(1, 'missing-output'),
    ],
  },
  {
    title: 'somebody of the directory in a cell', pipeline: 'emails',
    steps: [
      delivered, changed('out/emails.csv', instead(canary.address('mail 1'))),
      verify(1, 'identity-in-clear', 'altered-output'), ['verify out --input PEOPLE --format json', 1],
    ],
  },
  {
    title: 'somebody in a cell, in Base64', pipeline: 'emails',
    steps: [
      delivered, changed('out/emails.csv', instead(Buffer.from(canary.address('alias 2')).toString('base64'))),
      verify(1, 'identity-in-clear'),
    ],
  },
  {
    title: 'an outsider in a cell', pipeline: 'emails',
    steps: [
      delivered, changed('out/emails.csv', instead(canary.outsider('recipient'))), verify(1, 'address-in-clear'),
    ],
  },
  {
    title: 'a word in a cell', pipeline: 'emails',
    steps: [
      ({ hide }) => { hide([wordOf('strange')]) }, delivered, changed('out/emails.csv', instead(wordOf('strange'))),
      verify(1, 'odd-cell'),
    ],
  },
  {
    title: 'a login among the reasons', pipeline: 'emails',
    steps: [
      delivered, changed('out/emails.run.json', text => text.replace('not a person', canary.login('login 1'))),
      verify(0, 'word-in-record'),
    ],
  },
  {
    title: 'the directory of others', pipeline: 'emails',
    steps: [
      otherPeople, delivered, ['verify out --input people=other.csv', 0, 'other-directory', 'few-identities'],
      ['verify out --input people=other.csv --format json', 0],
    ],
  },
  {
    title: 'people whom nobody knows, in small groups', pipeline: 'users',
    steps: [
      strangers, changed(inputFile('people'), text => text.replaceAll(wordOf('department 2'), wordOf('department 1'))),
      delivered, [mails, 0], verify(0, 'few-joins', 'small-groups'), ['verify out --input PEOPLE --format json', 0],
    ],
  },
  {
    title: 'runs of other domains', pipeline: 'users',
    steps: [
      strangers, delivered, [`${mails},other.example`, 0], verify(1, 'runs-differ'),
    ],
  },
  {
    title: 'rules that nobody approved', pipeline: 'emails',
    steps: [
      delivered, [`verify out --input PEOPLE --approved ${'0'.repeat(64)}`, 1, 'not-approved'],
    ],
  },
  {
    title: 'letters that became question marks', pipeline: 'emails',
    steps: [
      ({ write }) => {
        const steps = 'steps: { pseudonyms: { hash: { non-ascii: question-mark } } }'
        write('own.yaml', `version: 1\nextends: ./rules/emails.yaml\n${steps}\n`)
      },
      ['run own.yaml IN --out out', 0], ['convert out --to utf8-base64 --out other', 2, 'not-convertible'],
    ],
  },
]
