// The key of the pseudonyms: where it comes from and which keys are refused.
import { createSecretKey, type KeyObject } from 'node:crypto'
import { Stop } from '../diagnostics/diagnostic.ts'
import type { Profile } from './digest.ts'
import { type KeyFiles, decodeKey, isOpen, openKeyFile } from './key-file.ts'
import { weakness } from './key-strength.ts'

/**
 * A key that may be used. The bytes are inside Node's KeyObject, which neither JSON nor an inspection shows, and which
 * passes to a worker thread.
 */
export type Key = {
  readonly secret: KeyObject
  /** Below 32 characters, taken because the user insisted; goes into the run record. */
  readonly short: boolean
  /** The published sample key: protects nobody. */
  readonly sample: boolean
}

/** Where a key may be: a file, or the text of NP_HMAC_KEY. The file wins. */
export type KeySource = { readonly file?: string, readonly env?: string }

export type KeyOptions = {
  readonly allowShort: boolean
  /** Every input of the run is a sample. */
  readonly sampleRun: boolean
  /** `ascii-hex` unless given; the stricter of the two. */
  readonly profile?: Profile
}

/** The key of the sample run. Everybody has it, so it is refused for anything but the samples. */
export const SAMPLE_KEY = 'np-pipeline-sample-key-0123456789-not-a-secret'

/**
 * Reads and judges the key. Stops with exit 2 and one of `missing-key-material`, `unreadable-file`, `unknown-encoding`,
 * `open-key-file`, `sample-key`, `weak-key`. No message carries a place: a code frame would print the key.
 * Rules: security-reliability.md §1.2.
 */
export function readKey(source: KeySource, options: KeyOptions, files: KeyFiles): Key {
  const file = source.file === undefined ? undefined : openKeyFile(source.file, files)
  const text = withoutLineEnd(file ? decodeKey(file.bytes) : source.env ?? '')
  const name = file ? 'the key file' : 'NP_HMAC_KEY'

  if (text === '' && !file && options.sampleRun) return keyOf(SAMPLE_KEY)
  if (text === '') {
    throw new Stop(2, {
      code: 'missing-key-material',
      message: file ? 'the key file is empty' : 'no key is given',
      hint: 'make one with `np-pipeline keygen`, keep it in a file that only you can read, and give `--key-file FILE` '
        + '(or set NP_HMAC_KEY)',
    })
  }
  if (text === SAMPLE_KEY) {
    if (options.sampleRun) return keyOf(text)
    throw new Stop(2, {
      code: 'sample-key',
      message: `${name} holds the published sample key, which everybody can read; it is for the samples only`,
      hint: 'make your own with `np-pipeline keygen`',
    })
  }
  if (source.file !== undefined && file && isOpen(file, files)) {
    throw new Stop(2, {
      code: 'open-key-file',
      message: 'others than its owner can read or change the key file',
      hint: `chmod 600 ${quoted(source.file)}`,
    })
  }
  const weak = weakness(text, options.profile ?? 'ascii-hex', options.allowShort)
  if (weak) throw new Stop(2, { code: 'weak-key', message: `${name} ${weak.message}`, hint: weak.hint })
  return keyOf(text)
}

/** A key made of a text as it stands, unjudged: for tests and the sample key. The bytes are UTF-8. */
export const keyOf = (text: string): Key =>
  ({ secret: createSecretKey(text, 'utf8'), short: Array.from(text).length < 32, sample: text === SAMPLE_KEY })

/** Editors and shells end a file with a line end that nobody meant to be part of the key; only one, though. */
const withoutLineEnd = (text: string): string => text.replace(/\r?\n$/, '')

const quoted = (path: string): string =>
  /^[\w./][\w./-]*$/.test(path) ? path : `'${path.replaceAll('\'', String.raw`'\''`)}'`
