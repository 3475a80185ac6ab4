// A canary in the place of the key: a name, an export, a password of somebody.
import { SAMPLE_KEY } from '../../engine/hash/key.ts'
import { wordOf } from './canaries.ts'
import type { Sequence } from './sequence.ts'

const noKeys: Readonly<Record<string, string | Buffer>> = {
  'two.key': `${wordOf('mail 1')}\n${wordOf('mail 2')}`,
  'short.key': wordOf('mail 1'),
  'latin.key': Buffer.from(`Zoë ${wordOf('mail 1')} ${wordOf('mail 2')}`, 'latin1'),
  'long.key': wordOf('mail 1').repeat(7000),
}

export const keySequences: readonly Sequence[] = [
  {
    title: 'no key', pipeline: 'emails', env: { NP_HMAC_KEY: '' },
    steps: [
      ['run RULES IN --out out', 2, 'missing-key-material'], ['fingerprint', 2, 'missing-key-material'],
      ['run RULES IN --out out --key-file nowhere', 2, 'missing-key-material'],
    ],
  },
  {
    title: 'a name for a key', pipeline: 'emails', env: { NP_HMAC_KEY: `Wilma.${wordOf('mail 1')}` },
    steps: [
      ['run RULES IN --out out', 2, 'weak-key'], ['fingerprint', 2, 'weak-key'],
      ['run RULES IN --out out --allow-short-key', 0], ['verify out --input PEOPLE', 0, 'weak-key'],
    ],
  },
  {
    title: 'the key of the samples', pipeline: 'emails', env: { NP_HMAC_KEY: SAMPLE_KEY },
    steps: [
      ['run RULES IN --out out', 2, 'sample-key'],
    ],
  },
  {
    title: 'files that are no keys', pipeline: 'emails',
    steps: [
      ({ write, chmod }) => {
        write('open.key', `${wordOf('mail 1')}-${wordOf('mail 2')}-${wordOf('name 1')}`)
        for (const [name, bytes] of Object.entries(noKeys)) {
          write(name, bytes)
          chmod(name, 0o600)
        }
      },
      ...process.platform === 'win32' ? []
        : [['run RULES IN --out out --key-file open.key', 2, 'open-key-file'] as const],
      ['run RULES IN --out out --key-file two.key', 2, 'weak-key'],
      ['run RULES IN --out out --key-file short.key', 2, 'weak-key'],
      ['run RULES IN --out out --key-file latin.key', 2, 'unknown-encoding'],
      ['run RULES IN --out out --key-file long.key', 2, 'unreadable-file'],
      ['run RULES IN --out out --key-file in', 2, 'unreadable-file'],
      ['fingerprint --key-file latin.key', 2, 'unknown-encoding'],
    ],
  },
]
