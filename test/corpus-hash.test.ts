// The vectors of the vendor's hash function through the real binary: key file in, pseudonyms out.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { newFolder, npPipeline } from './command-line.ts'
import { corpus } from './corpus.ts'

type Vector = { readonly key: string, readonly message: string, readonly expect: string }
type Vectors = {
  readonly keys: Readonly<Record<string, { readonly text: string, readonly engine_must: string }>>
  readonly ascii_hex: readonly Vector[]
  readonly utf8_base64: readonly Vector[]
}

const rules = (profile: string, nonAscii: string): string => `
version: 1
name: vectors
inputs: { messages: { files: messages.json, fields: { text: { from: [text], privacy: sensitive } } } }
from: messages
steps: { pseudonym: { hash: { fields: [text], profile: ${profile}, non-ascii: ${nonAscii} } } }
outputs: { out: { csv: { file: out.csv }, columns: { text: text } } }
`

const profiles = { ascii_hex: rules('ascii-hex', 'question-mark'), utf8_base64: rules('utf8-base64', 'utf8') }

/** What Windows PowerShell 5.1 writes with `>`, an editor with a line end, and a program without one. */
const keyForms: Readonly<Record<string, (key: string) => Buffer>> = {
  'UTF-16LE with a byte order mark': key => Buffer.from(`\uFEFF${key}\r\n`, 'utf16le'),
  'UTF-8 with a byte order mark': key => Buffer.from(`\uFEFF${key}`),
  'one line': key => Buffer.from(`${key}\n`),
  'no line end': key => Buffer.from(key),
}

/**
 * Blanks around a value are no part of it, and JSON cannot hold half a pair; the digest's own tests have both. The words
 * that the vendor's function lets pass do so in address fields only, and these are texts.
 */
const isValue = ({ message, expect }: Vector): boolean =>
  message !== '' && message === message.trim() && !/\p{Surrogate}/u.test(message) && expect !== message

if (corpus === undefined) test('vectors of the hash function', t => { t.log('not run: the corpus is missing (NP_CORPUS)'); t.pass() })
else {
  const vectors = JSON.parse(readFileSync(join(corpus, 'hmac/vectors.json'), 'utf8')) as Vectors

  const pseudonyms = (folder: string, profile: keyof typeof profiles, messages: readonly string[], key: Buffer): { code: number | null, err: string, rows: readonly string[] } => {
    writeFileSync(join(folder, 'vectors.yaml'), profiles[profile])
    writeFileSync(join(folder, 'vectors.key'), key, { mode: 0o600 })
    writeFileSync(join(folder, 'messages.json'), JSON.stringify(messages.map(text => ({ text }))))
    const { code, err } = npPipeline(['run', join(folder, 'vectors.yaml'), '--key-file', join(folder, 'vectors.key'), '--out', join(folder, 'out'), '--quiet'])
    const rows = code === 0 ? readFileSync(join(folder, 'out/out.csv'), 'utf8').split('\r\n').slice(1, -1) : []
    return { code, err, rows }
  }

  for (const profile of ['ascii_hex', 'utf8_base64'] as const) {
    const own = vectors[profile].filter(vector => vector.key === 'main' && isValue(vector))
    for (const [form, bytes] of Object.entries(keyForms)) {
      test(`${profile}: ${own.length} values, the key file as ${form}`, t => {
        const { err, rows } = pseudonyms(newFolder(t), profile, own.map(({ message }) => message), bytes(vectors.keys['main']!.text))
        t.is(err, '')
        t.deepEqual(rows, own.map(({ expect }) => expect))
      })
    }
  }

  for (const [name, { text, engine_must: verdict }] of Object.entries(vectors.keys)) {
    test(`key ${name}: ${verdict}`, t => {
      const { code, err, rows } = pseudonyms(newFolder(t), 'ascii_hex', ['test@example.com'], Buffer.from(text))
      t.is(code, verdict === 'refuse' ? 2 : 0, err)
      t.regex(err, verdict === 'refuse' ? /^error weak-key / : /^$/)
      const judged = verdict.includes('same as main') ? 'main' : name
      const expected = vectors.ascii_hex.find(({ key, message }) => key === judged && message === 'test@example.com')
      if (code === 0) t.deepEqual(rows, [expected!.expect])
    })
  }
}
