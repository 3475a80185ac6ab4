// From bytes to text: byte order marks, UTF-16 without one, strict UTF-8, and what must be declared.
import test from 'ava'
import fc from 'fast-check'
import { headOf } from '../../engine/inputs/bytes-head.ts'
import { textOf } from '../../engine/inputs/encoding.ts'
import { stopIn, stopOf } from './table.ts'

const mark = '\uFEFF'
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

async function* blocksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  // One buffer for all blocks, as for files.
  const buffer = Buffer.alloc(Math.min(size, bytes.length))
  for (let at = 0; at < bytes.length; at += size) {
    yield buffer.subarray(0, bytes.copy(buffer, 0, at, at + size))
  }
}

const decoded = async (bytes: Buffer, declared?: string, size = 65_536) => {
  const { encoding, blocks } = textOf(await headOf(blocksOf(bytes, size), 8), 'export.csv', declared)
  let text = ''
  for await (const block of blocks) text += block.decode(block.text)
  return { encoding, text }
}

const sample = 'Name;City\r\nZażółć gęślą jaźń;Łódź\r\n😀;東京\r\n'
const central = Buffer.from('Name;City\r\nJ\xf3zef;\xa3\xf3d\x9f\r\n', 'latin1')
const western = Buffer.from('Name;City\r\nJ\xfcrgen;K\xf6ln\r\n', 'latin1')

const encodings: readonly { title: string, bytes: Buffer, declared?: string, encoding: string, text: string }[] = [
  { title: 'UTF-8, as PowerShell 7 writes it', bytes: Buffer.from(sample), encoding: 'utf-8', text: sample },
  { title: 'UTF-8 with a mark, -Encoding UTF8 of 5.1', bytes: Buffer.from(mark + sample),
    encoding: 'utf-8', text: sample },
  { title: 'UTF-16LE with a mark, > and Out-File of 5.1', bytes: Buffer.from(mark + sample, 'utf16le'),
    encoding: 'utf-16le', text: sample },
  { title: 'UTF-16BE with a mark', bytes: utf16be(mark + sample), encoding: 'utf-16be', text: sample },
  { title: 'UTF-16LE without a mark', bytes: Buffer.from(sample, 'utf16le'), encoding: 'utf-16le', text: sample },
  { title: 'UTF-16BE without a mark', bytes: utf16be(sample), encoding: 'utf-16be', text: sample },
  { title: 'windows-1250 when declared', bytes: central,
    declared: 'windows-1250', encoding: 'windows-1250', text: 'Name;City\r\nJózef;Łódź\r\n' },
  { title: 'windows-1252 when declared', bytes: western,
    declared: 'windows-1252', encoding: 'windows-1252', text: 'Name;City\r\nJürgen;Köln\r\n' },
  { title: 'another name of an encoding', bytes: western,
    declared: 'latin1', encoding: 'windows-1252', text: 'Name;City\r\nJürgen;Köln\r\n' },
  { title: 'a mark wins over what is declared', bytes: Buffer.from(mark + sample),
    declared: 'windows-1250', encoding: 'utf-8', text: sample },
  { title: 'plain ASCII is UTF-8', bytes: Buffer.from('a,b\n'), encoding: 'utf-8', text: 'a,b\n' },
  { title: 'only a mark is no text', bytes: Buffer.from(mark), encoding: 'utf-8', text: '' },
  { title: 'nothing is no text', bytes: Buffer.alloc(0), encoding: 'utf-8', text: '' },
]

for (const { title, bytes, declared, encoding, text } of encodings) {
  for (const size of [1, 3, 65_536]) {
    test(`${title}, in blocks of ${size}`, async t => {
      t.deepEqual(await decoded(bytes, declared, size), { encoding, text })
    })
  }
}

test('whatever the text and the blocks, the text comes back, and no block ends within a character', async t => {
  const anyText = fc.string({ unit: 'binary', maxLength: 60 })
    .filter(text => !text.includes('\0') && !text.startsWith(mark))
  await fc.assert(fc.asyncProperty(anyText, fc.integer({ min: 1, max: 9 }), async (text, size) => {
    t.is((await decoded(Buffer.from(`name\n${text}`), 'utf-8', size)).text, `name\n${text}`)
    t.is((await decoded(Buffer.from(`${mark}${text}`, 'utf16le'), undefined, size)).text, text)
  }))
})

const stops: readonly { title: string, bytes: Buffer, declared?: string, stop: string }[] = [
  { title: 'one bad byte', bytes: Buffer.from('a\nb\n\xe9\nc\n', 'latin1'), stop: 'unknown-encoding 3' },
  { title: 'a bad byte behind the sign that replaces bad ones', bytes: Buffer.from('a\xef\xbf\xbd\n\xffb', 'latin1'),
    stop: 'unknown-encoding 2' },
  { title: 'a character cut by the end of the file', bytes: Buffer.from('a\nž').subarray(0, 3),
    stop: 'unknown-encoding 2' },
  { title: 'an overlong form', bytes: Buffer.from('a\n\xc0\xaf', 'latin1'), stop: 'unknown-encoding 2' },
  { title: 'half a pair in UTF-8', bytes: Buffer.from('\xed\xa0\x80', 'latin1'), stop: 'unknown-encoding 1' },
  { title: 'half a pair in UTF-16', bytes: Buffer.from(`${mark}a\nb\ud800c`, 'utf16le'), stop: 'unknown-encoding 2' },
  { title: 'half a unit at the end of UTF-16', bytes: Buffer.from(`${mark}a\nb`, 'utf16le').subarray(0, -1),
    stop: 'unknown-encoding 2' },
  { title: 'a pair of bytes that Shift_JIS does not have', bytes: Buffer.from('a\n\x81 \n', 'latin1'),
    declared: 'shift_jis', stop: 'unknown-encoding 2' },
  { title: 'NUL in a declared encoding', bytes: Buffer.from('a\n\0'), declared: 'windows-1252',
    stop: 'forbidden-character 2' },
  { title: 'NUL', bytes: Buffer.from('a,b\nc,d\ne\0,f\n'), stop: 'forbidden-character 3' },
  { title: 'NUL in UTF-16', bytes: Buffer.from(`${mark}a\n\0`, 'utf16le'), stop: 'forbidden-character 2' },
  { title: 'an encoding nobody knows', bytes: Buffer.from('a'), declared: 'cp852', stop: 'unknown-encoding 1' },
]

for (const { title, bytes, declared, stop } of stops) {
  for (const size of [1, 2, 65_536]) {
    test(`${title} stops the run, in blocks of ${size}`, async t => {
      t.is(await stopOf(() => decoded(bytes, declared, size)), stop)
    })
  }
}

for (const declared of ['windows-1252', 'windows-1250', 'iso-8859-2', 'latin1']) {
  test(`UTF-8 where ${declared} is declared stops the run: it would be read as other letters`, async t => {
    const stop = await stopIn(() => decoded(Buffer.from('Name;City\r\nJürgen;Köln\r\n'), declared))
    t.regex(stop?.diagnostic.message ?? '', /^(WINDOWS|ISO)-\d+(-2)? is declared, but the text is UTF-8$/)
  })
}

const genuine: readonly { title: string, bytes: Buffer, declared: string, text: string }[] = [
  { title: 'Polish capitals that happen to be UTF-8', bytes: Buffer.from('K\xd3\xa3KO;K\xd3\xa3KO;', 'latin1'), declared: 'windows-1250', text: 'KÓŁKO;KÓŁKO;' },
  { title: 'Russian', bytes: Buffer.from('\xcf\xf0\xe8\xe2\xe5\xf2', 'latin1'), declared: 'windows-1251', text: 'Привет' },
  { title: 'one letter only', bytes: Buffer.from('\xc3\xa4', 'latin1'), declared: 'windows-1252', text: 'Ã¤' },
]

for (const { title, bytes, declared, text } of genuine) {
  test(`${title} stays ${declared}`, async t => t.is((await decoded(bytes, declared)).text, text))
}

const suggestions: readonly { title: string, bytes: Buffer, suggests: string }[] = [
  { title: 'Polish', bytes: central, suggests: 'windows-1250' },
  { title: 'Czech', bytes: Buffer.from('n\nJi\xf8\xed Dvo\xf8\xe1k', 'latin1'), suggests: 'windows-1250' },
  { title: 'German', bytes: western, suggests: 'windows-1252' },
  { title: 'French', bytes: Buffer.from('n\nFran\xe7ois B\xe9rang\xe8re', 'latin1'), suggests: 'windows-1252' },
]

for (const { title, bytes, suggests } of suggestions) {
  test(`${title} bytes suggest ${suggests}, and show nothing of the text`, async t => {
    const stop = await stopIn(() => decoded(bytes))
    t.true(stop?.diagnostic.hint?.includes(`--encoding INPUT=${suggests}`))
    t.is(stop?.diagnostic.message, 'the text is not UTF-8')
  })
}
