import test from 'ava'
import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { Code } from '../../engine/diagnostics/codes.ts'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import { fingerprint } from '../../engine/hash/digest.ts'
import { type Key, type KeyOptions, type KeySource, SAMPLE_KEY, keyOf, readKey } from '../../engine/hash/key.ts'
import { type KeyFiles, keyFiles } from '../../engine/hash/key-file.ts'
import { newKey } from '../../engine/hash/keygen.ts'
import { corpus } from '../corpus.ts'

const good = 'np-demo-key-0123456789abcdefGHIJ'
const strict: KeyOptions = { allowShort: false, sampleRun: false }

/** One key file with these bytes, whatever its path. */
const holding = (bytes: string | Uint8Array, more: { mode?: number, regular?: boolean, size?: number, platform?: string } = {}): KeyFiles => {
  const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  return {
    platform: more.platform ?? 'linux',
    read: () => ({ regular: more.regular ?? true, size: more.size ?? content.length, mode: more.mode ?? 0o100600, bytes: content }),
  }
}
const failing = (code: string): KeyFiles => ({
  platform: 'linux',
  read() { throw Object.assign(new Error(`${code}: some text with the path`), { code }) },
})

const outcome = (source: KeySource, options: KeyOptions, files: KeyFiles): Key | Stop => {
  try {
    return readKey(source, options, files)
  } catch (error) {
    if (error instanceof Stop) return error
    throw error
  }
}
const fromFile = (bytes: string | Uint8Array, options: Partial<KeyOptions> = {}, files = holding(bytes)): Key | Stop =>
  outcome({ file: 'np.key' }, { ...strict, ...options }, files)
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

const accepted: readonly { title: string, bytes: string | Uint8Array, options?: Partial<KeyOptions>, as: string }[] = [
  { title: '32 ASCII characters', bytes: good, as: good },
  { title: 'one CRLF at the end is no part of it', bytes: `${good}\r\n`, as: good },
  { title: 'one LF at the end is no part of it', bytes: `${good}\n`, as: good },
  { title: 'UTF-16LE with BOM, as `>` of Windows PowerShell 5.1 writes it', bytes: utf16(`${good}\r\n`), as: good },
  { title: 'UTF-16BE with BOM', bytes: utf16(good).swap16(), as: good },
  { title: 'UTF-8 with BOM, as Notepad can write it', bytes: `\uFEFF${good}`, as: good },
  { title: 'letters beyond ASCII with profile utf8-base64', bytes: 'zażółć-gęślą-jaźń-klucz-2023-abcd!', options: { profile: 'utf8-base64' }, as: 'zażółć-gęślą-jaźń-klucz-2023-abcd!' },
  { title: 'three question marks apart', bytes: `${good}?a?b?c`, as: `${good}?a?b?c` },
  { title: 'a short key, when the user insists', bytes: 'short-1234567', options: { allowShort: true }, as: 'short-1234567' },
  { title: 'punctuation only', bytes: '!#$%&()*+,-./:;<=>@[]^_{|}~!#$%&()*', as: '!#$%&()*+,-./:;<=>@[]^_{|}~!#$%&()*' },
  { title: 'the sample key in a sample run', bytes: SAMPLE_KEY, options: { sampleRun: true }, as: SAMPLE_KEY },
]

for (const { title, bytes, options, as } of accepted) {
  test(`accepted: ${title}`, t => {
    const key = fromFile(bytes, options)
    if (key instanceof Stop) return t.fail(key.diagnostic.message)
    t.is(key.secret.export().toString(), as)
    t.is(key.short, as.length < 32)
    t.is(key.sample, as === SAMPLE_KEY)
  })
}

const refused: readonly { title: string, bytes?: string | Uint8Array, options?: Partial<KeyOptions>, files?: KeyFiles, code: Code }[] = [
  { title: '31 characters', bytes: good.slice(1), code: 'weak-key' },
  { title: '9 different characters', bytes: 'abcdefghi'.repeat(8), code: 'weak-key' },
  { title: '9 different characters, short or not', bytes: 'abcdefghi', options: { allowShort: true }, code: 'weak-key' },
  { title: 'two line ends at the end', bytes: `${good}\n\n`, code: 'weak-key' },
  { title: 'two lines', bytes: `${good}\r\n${good}`, code: 'weak-key' },
  { title: 'a tabulator inside', bytes: `${good}\t${good}`, code: 'weak-key' },
  { title: 'UTF-16 without BOM, which is full of NUL', bytes: Buffer.from(good, 'utf16le'), code: 'weak-key' },
  { title: 'a BOM inside, as after joining two files', bytes: `${good}\uFEFF${good}`, code: 'weak-key' },
  { title: 'two BOMs', bytes: `\uFEFF\uFEFF${good}`, code: 'weak-key' },
  { title: 'a blank at the end, as echo of cmd.exe adds', bytes: `${good} \r\n`, code: 'weak-key' },
  { title: 'letters beyond ASCII with profile ascii-hex', bytes: 'zażółć-gęślą-jaźń-klucz-2023-abcd!', options: { profile: 'ascii-hex' }, code: 'weak-key' },
  { title: 'letters beyond ASCII with no profile named', bytes: 'zażółć-gęślą-jaźń-klucz-2023-abcd!', code: 'weak-key' },
  { title: 'letters turned to question marks', bytes: 'za????-g??l?-ja??-klucz-2023-abc!', code: 'weak-key' },
  { title: 'single letters turned to question marks', bytes: 'kl?cz-je?t-bar?zo-taj?y-0123456789ab', code: 'weak-key' },
  { title: 'letters turned to U+FFFD', bytes: 'za\uFFFD\uFFFD-klucz-0123456789-abcdefghijk', options: { profile: 'utf8-base64' }, code: 'weak-key' },
  { title: 'a placeholder', bytes: 'your-secret-key-here', options: { allowShort: true }, code: 'weak-key' },
  { title: 'a placeholder repeated', bytes: 'ChangeMe-Your-Key! ChangeMe-Your-Key!', code: 'weak-key' },
  { title: 'a placeholder in a sentence', bytes: 'PLEASE_REPLACE_THIS_WITH_A_RANDOM_STRING', code: 'weak-key' },
  { title: 'the alphabet', bytes: 'abcdefghijklmnopqrstuvwxyz0123456789', code: 'weak-key' },
  { title: 'the sample key on real data', bytes: SAMPLE_KEY, code: 'sample-key' },
  { title: 'an empty file', bytes: '', code: 'missing-key-material' },
  { title: 'an empty file in a sample run', bytes: '\r\n', options: { sampleRun: true }, code: 'missing-key-material' },
  { title: 'random bytes', bytes: Buffer.from([0xc3, 0x28, ...Buffer.from(good)]), code: 'unknown-encoding' },
  { title: 'half a UTF-16 unit', bytes: utf16(good).subarray(0, -1), code: 'unknown-encoding' },
  { title: 'half an emoji in UTF-16', bytes: utf16(`${good}\ud83d`), code: 'unknown-encoding' },
  { title: 'a file that group can read', files: holding(good, { mode: 0o100640 }), code: 'open-key-file' },
  { title: 'a file that others can read', files: holding(good, { mode: 0o100604 }), code: 'open-key-file' },
  { title: 'a folder, pipe or device', files: holding('', { regular: false }), code: 'unreadable-file' },
  { title: 'a file above 64 KiB', files: holding('', { size: 65537 }), code: 'unreadable-file' },
  { title: 'a file that may not be read', files: failing('EACCES'), code: 'unreadable-file' },
  { title: 'no file', files: failing('ENOENT'), code: 'missing-key-material' },
]

for (const { title, bytes = '', options, files, code } of refused) {
  test(`refused: ${title}`, t => {
    const stop = fromFile(bytes, options, files)
    if (!(stop instanceof Stop)) return t.fail('the key was accepted')
    t.is(stop.diagnostic.code, code)
    t.is(stop.exit, 2)
    t.truthy(stop.diagnostic.hint)
    t.is(stop.diagnostic.place, undefined, 'a code frame would print the key')
  })
}

test('where the key comes from', t => {
  const other = `other-${good}`
  const print = (source: KeySource, options = strict): string | undefined => {
    const key = outcome(source, options, holding(good))
    return key instanceof Stop ? key.diagnostic.code : key.secret.export().toString()
  }
  t.is(print({ file: 'np.key', env: other }), good, 'the file wins')
  t.is(print({ env: other }), other)
  t.is(print({ env: `${other}\n` }), other)
  t.is(print({ env: SAMPLE_KEY }), 'sample-key')
  t.is(print({}), 'missing-key-material')
  t.is(print({ env: '' }), 'missing-key-material')
  t.is(print({}, { ...strict, sampleRun: true }), SAMPLE_KEY)
  t.is(print({ env: other }, { ...strict, sampleRun: true }), other, 'a key of one\'s own is used on samples too')
})

test('file modes: said how to set them, not asked of Windows, nor of the sample key', t => {
  const open = outcome({ file: 'my keys/np.key' }, strict, holding(good, { mode: 0o100644 }))
  t.is(open instanceof Stop && open.diagnostic.hint, 'chmod 600 \'my keys/np.key\'')
  t.false(outcome({ file: 'np.key' }, strict, holding(good, { mode: 0o100666, platform: 'win32' })) instanceof Stop)
  t.false(outcome({ file: 'np.key' }, { ...strict, sampleRun: true }, holding(SAMPLE_KEY, { mode: 0o100644 })) instanceof Stop)
})

test('a key shows itself nowhere, nor does a refusal', t => {
  const key = fromFile(good) as Key
  t.notRegex(inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(key) + `${key.secret.type}`, /demo|6e702d/)
  fc.assert(fc.property(fc.string({ minLength: 4, maxLength: 40, unit: 'grapheme' }), text => {
    const stop = fromFile(`\u0007${text}-xQzW`)
    return stop instanceof Stop && !JSON.stringify(stop).includes('xQzW') && !inspect(stop).includes('xQzW')
  }))
})

test('a new key is 64 hex digits, is accepted, and is another every time', t => {
  const [one, other] = [newKey(randomBytes), newKey(randomBytes)]
  t.regex(one, /^[0-9a-f]{64}$/)
  t.not(one, other)
  t.false(fromFile(one) instanceof Stop)
  t.is(newKey(bytes => Buffer.alloc(bytes, 0xa5)), 'a5'.repeat(32))
})

test('on a real disk', t => {
  const folder = mkdtempSync(join(tmpdir(), 'np-key-'))
  t.teardown(() => { rmSync(folder, { recursive: true }) })
  const path = join(folder, 'np.key')
  const code = (file: string): string | undefined => {
    const key = outcome({ file }, strict, keyFiles(process.platform))
    return key instanceof Stop ? key.diagnostic.code : fingerprint(key)
  }
  writeFileSync(path, `${good}\n`, { mode: 0o600 })
  t.is(code(path), fingerprint(keyOf(good)))
  t.is(code(folder), 'unreadable-file')
  t.is(code(join(folder, 'none')), 'missing-key-material')
  t.is(code(join(path, 'none')), 'missing-key-material')
  if (process.platform === 'win32') return
  chmodSync(path, 0o644)
  t.is(code(path), 'open-key-file')
  execFileSync('mkfifo', [join(folder, 'pipe')])
  t.is(code(join(folder, 'pipe')), 'unreadable-file', 'a pipe that nobody writes to does not make the run wait')
})

test('the table of keys in the samples', t => {
  if (corpus === undefined) {
    t.log('did not run: the samples are missing')
    return t.pass()
  }
  type Keys = Readonly<Record<string, { readonly text: string, readonly engine_must: string }>>
  const { keys } = JSON.parse(readFileSync(join(corpus, 'hmac/vectors.json'), 'utf8')) as { keys: Keys }
  for (const [name, { text, engine_must: must }] of Object.entries(keys)) {
    for (const profile of ['ascii-hex', 'utf8-base64'] as const) {
      const key = fromFile(text, { profile })
      if (must === 'refuse') t.true(key instanceof Stop && key.diagnostic.code === 'weak-key', name)
      else t.false(key instanceof Stop, name)
      if (must.startsWith('strip')) t.is(fingerprint(key as Key), fingerprint(keyOf(keys['main']!.text)))
    }
  }
})
