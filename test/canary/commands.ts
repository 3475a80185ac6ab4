// What every command does in a folder with canaries, when all goes well and when its options are wrong.
import { wordOf } from './canaries.ts'
import type { Sequence } from './sequence.ts'

const mailbox = `${wordOf('mailbox')}@x.example`

export const commandSequences: readonly Sequence[] = [
  { title: 'a summary for machines', pipeline: 'emails', steps: [['run RULES IN --out out --json', 0]] },
  { title: 'warnings only', pipeline: 'emails', steps: [['run RULES IN --out out --quiet', 0]] },
  {
    title: 'checked, and brought to the other form, after the run', pipeline: 'emails',
    steps: [
      ['run RULES IN --out out', 0], ['verify out --input PEOPLE', 0], ['verify out --input PEOPLE --format json', 0],
      ['convert out --to utf8-base64 --out other', 0], ['verify other --input PEOPLE', 0],
    ],
  },
  ...['emails', 'meetings', 'users'].map((pipeline): Sequence => ({
    title: 'looked at', pipeline,
    steps: [
      ['check RULES', 0], ['test RULES', 0], ['test RULES --coverage', 0], ['resolve RULES', 0],
      ['resolve RULES --format json', 0], ['preview RULES IN', 0], ['preview RULES IN --diff --rows 40', 0],
      ['preview RULES IN --format json --rows 40', 0], ['explain RULES IN --row 1 --row 2', 0],
      ['explain RULES IN --row 2 --format json', 0], ['diff RULES RULES IN', 0],
      ['diff RULES RULES IN --format json', 0], ['review RULES --set domains=DOMAIN', 0],
      ['review RULES --set domains=DOMAIN --json', 0], ['review RULES --set domains=DOMAIN --html page.html', 0],
      ['review RULES --set domains=DOMAIN --against page.html', 0],
    ],
  })),
  {
    title: 'a test made of each record', pipeline: 'emails',
    steps: [
      ({ write }) => { write('own.yaml', 'version: 1\nextends: ./rules/emails.yaml\n') },
      ['test --record --row 1 own.yaml IN', 0], ['test --record --row 2 own.yaml IN', 0], ['test own.yaml', 0],
    ],
  },
  {
    title: 'a customer begun', pipeline: 'emails',
    steps: [
      ['init quill --base RULES --input tracking=TRACKING --input PEOPLE --domains DOMAIN --to made --yes', 0],
      ['check made/quill/emails.yaml', 0], ['test made/quill/emails.yaml', 0],
    ],
  },
  {
    title: 'a new export begun', pipeline: 'emails',
    steps: [
      ['init --new notes --input notes=TRACKING --to made', 2, 'usage'],
    ],
  },
  {
    title: 'commands that read nothing', pipeline: 'emails',
    steps: [
      ['keygen', 0], ['fingerprint', 0], ['schema', 0], ['help', 0], ['help run', 0], ['help bad-cell', 0],
      ['help nothing-of-this-name', 2, 'usage'],
    ],
  },
  {
    title: 'an export in place of a rule file', pipeline: 'emails',
    steps: [
      ['check TRACKING', 2, 'bad-path'], ['check TRACKING --fix', 2, 'bad-path'],
      ['run TRACKING IN --out out', 2, 'bad-path'], ['test TRACKING', 2, 'bad-path'],
      ['preview TRACKING IN', 2, 'bad-path'], ['explain TRACKING IN --row 1', 2, 'bad-path'],
      ['resolve TRACKING', 2, 'bad-path'], ['review TRACKING', 2, 'bad-path'],
      ['diff RULES TRACKING IN', 2, 'bad-path'], ['init quill --base TRACKING --input PEOPLE --to made --yes', 2, 'bad-path'],
      ['test --record --row 1 TRACKING IN', 2, 'bad-path'],
    ],
  },
  {
    title: 'options that are missing, or name nothing', pipeline: 'emails',
    steps: [
      ['run RULES --input tracking=TRACKING --without people', 2, 'missing-param'],
      ['run RULES --input tracking=TRACKING', 2, 'missing-input'],
      ['run RULES IN --out out --input peple=TRACKING', 2, 'unknown-input'],
      ['run RULES IN --out out --set domain=x', 2, 'unknown-param'],
      ['run RULES IN --out out --set hash-profile=x', 2, 'usage'],
      ['run RULES IN --out out --encoding tracking=x', 2, 'unknown-encoding'],
      ['run RULES IN --out out --set zone=x', 2, 'unknown-zone'], ['run RULES TRACKING', 2, 'bad-path'],
      ['run RULES --input tracking=in --without people --set domains=DOMAIN', 2, 'no-files'],
      ['run RULES IN --out out --set prefix=a@b', 2, 'identity-in-name'],
      [`run RULES IN --out out --approved ${'0'.repeat(64)}`, 2, 'not-approved'], ['explain RULES IN --row 99', 1],
      ['explain RULES IN --row x', 2, 'usage'], ['preview RULES IN --at nowhere', 2, 'usage'],
      ['preview RULES IN --show-personal', 2, 'usage'], ['verify in --input PEOPLE', 2, 'no-delivery'],
      ['convert in --to utf8-base64 --out other', 2, 'no-delivery'],
    ],
  },
  {
    title: 'folders and files that are not there, called after people', pipeline: 'emails',
    steps: [
      ({ hide }) => { hide([mailbox]) },
      [`run RULES --input tracking=in/${mailbox}.LOG --without people --set domains=DOMAIN`, 2, 'no-files'],
      [`run RULES --input tracking=${mailbox}/*.LOG --without people --set domains=DOMAIN`, 2, 'no-files'],
      [`init quill --base RULES --input tracking=${mailbox}.LOG --domains DOMAIN --to made --yes`, 2, 'no-files'],
      [`verify in --input people=${mailbox}.csv`, 2, 'no-files'],
    ],
  },
  {
    title: 'pages that are none', pipeline: 'emails',
    steps: [
      ({ write }) => {
        write('page.html', `<p>${wordOf('mail 1')}</p>`)
        write('review.json', `{"name": "${wordOf('mail 1')}"}`)
      },
      ['review RULES --against page.html', 2, 'bad-review'], ['review RULES --against review.json', 2, 'bad-review'],
      ['review RULES --html tmp/a', 0], ['review RULES --html nowhere/page.html', 2, 'write-failed'],
    ],
  },
]
