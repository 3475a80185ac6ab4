// What stands in the folder where a run delivers.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canary, wordOf } from './canaries.ts'
import type { Place } from './place.ts'
import type { Sequence } from './sequence.ts'

/** Not as something given: it must be gone, or never be shown. */
const left = (name: string, text: string) => ({ folder }: Place): void => {
  mkdirSync(join(folder, 'out'), { recursive: true })
  writeFileSync(join(folder, name), text)
}

export const folderSequences: readonly Sequence[] = [
  {
    title: 'rows of a run that was killed', pipeline: 'emails',
    steps: [
      left('out/emails.csv.partial', canary.address('mail 1')), ['run RULES IN --out out', 0, 'stale-partial'],
    ],
  },
  {
    title: 'outputs of another key', pipeline: 'emails',
    steps: [
      ({ write }) => {
        write('out/before.run.json', `{ "name": "${wordOf('mail 1')}", "key": { "fingerprint": "0123456789abcdef" } }`)
      },
      ['run RULES IN --out out', 0, 'other-key'],
    ],
  },
  {
    title: 'an output of an earlier run', pipeline: 'users',
    steps: [
      ['run RULES IN --out out', 0],
      ['run RULES --input PEOPLE --set domains=DOMAIN --without groups --without access --out out', 0, 'earlier-output'],
    ],
  },
  {
    title: 'the lock of another run', pipeline: 'emails',
    steps: [
      ({ write }) => { write('out/.np-pipeline.lock', `4711 ${wordOf('mail 1')} 0000-0000\n`) },
      ['run RULES IN --out out', 2, 'busy'],
    ],
  },
  {
    title: 'a folder with the name of an output', pipeline: 'emails',
    steps: [
      ({ folder }) => { mkdirSync(join(folder, 'out/emails.csv'), { recursive: true }) },
      ['run RULES IN --out out', 2, 'bad-path'],
    ],
  },
  {
    title: 'a file where the folder should be', pipeline: 'emails',
    steps: [
      ({ folder }) => { writeFileSync(join(folder, 'blocked'), 'a file') },
      ['run RULES IN --out blocked', 3, 'write-failed'],
    ],
  },
  {
    title: 'a file where the quarantine should be', pipeline: 'emails',
    steps: [
      ({ folder, write }) => {
        const columns = 'date-time,event-id,source,message-id,sender-address,recipient-address'
        write('cut.csv', `${columns}\n2024-05-20T08:00:00Z,DELIVER\n`)
        writeFileSync(join(folder, 'out.quarantine'), 'a file')
      },
      ['run RULES --input tracking=cut.csv --input PEOPLE --set domains=DOMAIN --out out', 3, 'write-failed'],
    ],
  },
]
