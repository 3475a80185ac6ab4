// Bytes of files and of standard input, packed or not.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import test from 'ava'
import fc from 'fast-check'
import { openBytes } from '../../engine/inputs/bytes.ts'
import type { BytesOptions } from '../../engine/inputs/bytes.ts'
import { stopIn, stopOf } from './table.ts'

const folder = mkdtempSync(join(tmpdir(), 'np-bytes-'))
test.after.always(() => rmSync(folder, { recursive: true }))

let files = 0
const fileOf = (content: Buffer): string => {
  const path = join(folder, `${files++}`)
  writeFileSync(path, content)
  return path
}

const readBytes = async (path: string, options: Partial<BytesOptions> = {}) => {
  const bytes = openBytes(path, { display: 'input', ...options })
  const blocks: Buffer[] = []
  // A copy, as a block is valid only until the next one.
  for await (const block of bytes.blocks) blocks.push(Buffer.from(block))
  return { content: Buffer.concat(blocks), sizes: blocks.map(block => block.length), receipt: bytes.receipt() }
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

async function* streamOf(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

for (const length of [0, 1, 2, 3, 65_535, 65_536, 65_537, 5_000_000]) {
  test(`a file of ${length} bytes, with its size and SHA-256`, async t => {
    const content = randomBytes(length)
    const read = await readBytes(fileOf(content))
    t.true(read.content.equals(content))
    t.deepEqual(read.receipt, { bytes: length, sha256: sha256(content) })
    t.true(read.sizes.every(size => size <= 65_536))
  })
}

test('the bytes read so far are told as they grow', async t => {
  const told: number[] = []
  await readBytes(fileOf(randomBytes(150_000)), { onBytes: read => told.push(read) })
  t.deepEqual(told, [65_536, 131_072, 150_000])
})

test('gzip is told by its first bytes, and size and SHA-256 are those of the packed file', async t => {
  const content = randomBytes(300_000)
  const packed = gzipSync(content)
  const read = await readBytes(fileOf(packed))
  t.true(read.content.equals(content))
  t.deepEqual(read.receipt, { bytes: packed.length, sha256: sha256(packed) })
})

test('gzip members stand one after the other, as cat a.gz b.gz makes them, whatever the blocks', async t => {
  const packed = Buffer.concat(['first\n', '', 'second\n', 'third\n'].map(text => gzipSync(text)))
  await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: packed.length + 1 }), async size => {
    const file = await readBytes(fileOf(packed), { blockSize: size })
    const stream = await readBytes('-', { stdin: streamOf(packed, size) })
    return file.content.toString() === 'first\nsecond\nthird\n' && stream.content.equals(file.content)
  }), { numRuns: 40 })
  t.pass()
})

const flipped = (bytes: Buffer, at: number): Buffer => Buffer.from(bytes.map((byte, index) => index === at ? byte ^ 4 : byte))

const broken: readonly { title: string, content: Buffer, message: RegExp }[] = [
  { title: 'gzip cut in the middle', content: gzipSync(randomBytes(1000)).subarray(0, 500), message: /ends too early/ },
  { title: 'gzip with a flipped bit', content: flipped(gzipSync('a'.repeat(1000)), 14), message: /damaged/ },
  { title: 'gzip with something else behind it', content: Buffer.concat([gzipSync('a'), Buffer.from('rest')]),
    message: /damaged/ },
]

for (const { title, content, message } of broken) {
  test(`${title} stops the run`, async t => {
    const stop = await stopIn(() => readBytes(fileOf(content)))
    t.is(stop?.exit, 3)
    t.is(stop?.diagnostic.code, 'unreadable-file')
    t.regex(stop?.diagnostic.message ?? '', message)
  })
}

test('a compressed bomb is noticed long before it is unpacked', async t => {
  const packed = gzipSync(Buffer.alloc(100_000_000))
  let unpacked = 0
  const stop = await stopIn(async () => {
    for await (const block of openBytes(fileOf(packed), { display: 'input' }).blocks) unpacked += block.length
  })
  t.is(stop?.diagnostic.code, 'compressed-bomb')
  t.true(unpacked < 66 * 1024 * 1024)
})

test('a small file may shrink as it likes', async t => {
  const content = Buffer.alloc(10_000_000, 'a')
  t.true((await readBytes(fileOf(gzipSync(content)))).content.equals(content))
})

test('standard input is read as a stream', async t => {
  const content = randomBytes(10_000)
  const read = await readBytes('-', { stdin: streamOf(content, 700) })
  t.true(read.content.equals(content))
  t.deepEqual(read.receipt, { bytes: 10_000, sha256: sha256(content) })
})

test('a missing file and a folder stop before the first record', async t => {
  const missing = await stopIn(() => readBytes(join(folder, 'missing')))
  t.is(missing?.exit, 2)
  t.is(missing?.diagnostic.message, 'input cannot be opened: ENOENT')
  t.is(await stopOf(() => readBytes(folder)), 'unreadable-file')
})

test('other work gets its turn while a file is read', async t => {
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  const { blocks } = openBytes(fileOf(Buffer.alloc(20_000_000)), { display: 'input' })
  let length = 0
  for await (const block of blocks) {
    length += block.length
    for (const end = performance.now() + 0.2; performance.now() < end;);
  }
  clearInterval(timer)
  t.is(length, 20_000_000)
  t.true(turns > 3)
})
