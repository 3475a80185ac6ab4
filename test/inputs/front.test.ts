// From a file to its records: packing, encoding and format told by content.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import test from 'ava'
import type { Code } from '../../engine/diagnostics/codes.ts'
import { readFile } from '../../engine/inputs/front.ts'
import type { ReadOptions } from '../../engine/inputs/front.ts'
import { corpus } from '../corpus.ts'
import { stopIn, stopOf, tableSink } from './table.ts'

const folder = mkdtempSync(join(tmpdir(), 'np-front-'))
test.after.always(() => rmSync(folder, { recursive: true }))

let files = 0
const readContent = async (content: Buffer, options: Partial<ReadOptions> = {}) => {
  const path = join(folder, `${files++}.log`)
  writeFileSync(path, content)
  const { table, sink } = tableSink()
  const seen = await readFile(path, sink, { display: 'input', ...options })
  return { ...table, seen }
}

const csv = '"name","city"\r\n"Łukasz","Łódź"\r\n'
const json = '[{"name": "Łukasz", "city": "Łódź"}]'
const clixml = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><MS>' +
  '<S N="name">Łukasz</S><S N="city">Łódź</S></MS></Obj></Objs>'
const log = '#Software: Microsoft Exchange Server\r\n#Fields: name,city\r\nŁukasz,Łódź\r\n'

const formats = [['csv', csv], ['json', json], ['clixml', clixml], ['tracking-log', log]] as const
type Writing = { title: string, encoding: string, bytes: (text: string) => Buffer, options?: Partial<ReadOptions> }
const writings: readonly Writing[] = [
  { title: 'UTF-8', encoding: 'utf-8', bytes: text => Buffer.from(text) },
  { title: 'UTF-8 with a mark', encoding: 'utf-8', bytes: text => Buffer.from(`\uFEFF${text}`) },
  { title: 'UTF-16LE with a mark', encoding: 'utf-16le', bytes: text => Buffer.from(`\uFEFF${text}`, 'utf16le') },
  { title: 'UTF-16LE without a mark', encoding: 'utf-16le', bytes: text => Buffer.from(text, 'utf16le') },
  { title: 'windows-1250, declared', encoding: 'windows-1250', options: { encoding: 'windows-1250' },
    bytes: text => Buffer.from(text.replace(/[Łóź]/g, letter => ({ Ł: '\xa3', ó: '\xf3', ź: '\x9f' })[letter]!), 'latin1') },
]

for (const [format, text] of formats) {
  for (const { title, encoding, bytes, options } of writings) {
    for (const packed of [false, true]) {
      test(`${format} in ${title}${packed ? ', packed' : ''}`, async t => {
        const content = packed ? gzipSync(bytes(text)) : bytes(text)
        for (const blockSize of [1, 65_536]) {
          const read = await readContent(content, { ...options, blockSize })
          t.deepEqual(read.headers, [['name', 'city']])
          t.deepEqual(read.rows, [['Łukasz', 'Łódź']])
          t.deepEqual(read.seen, {
            bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), format, encoding,
          })
        }
      })
    }
  }
}

test('letters of any language come out right wherever blocks cut them', async t => {
  const rows = Array.from({ length: 900 }, (_, index) => [`name${index}`, index % 7 === 0 ? 'Łódź 東京 😀' : 'Brno'])
  for (const [format, separator] of [['csv', ';'], ['tracking-log', ',']] as const) {
    const head = format === 'csv' ? 'name;city\n' : '#Fields: name,city\n'
    const content = Buffer.from(head + rows.map(row => `${row.join(separator)}\n`).join(''))
    for (const blockSize of [1, 2, 3, 5, 16, 61, 4096]) {
      const read = await readContent(content, { blockSize })
      t.is(read.seen.format, format)
      t.deepEqual(read.rows, rows)
    }
  }
})

for (const content of ['', '\uFEFF', '\r\n\r\n', ' \n']) {
  test(`${JSON.stringify(content)} is an empty file: no header, no record`, async t => {
    const read = await readContent(Buffer.from(content))
    t.is(read.seen.format, 'empty')
    t.deepEqual(read.headers, [])
    t.deepEqual(read.rows, [])
  })
}

test('sample: what Export-Csv writes for no object', async t => {
  if (!corpus) { t.log('did not run: no samples'); t.pass(); return }
  const { table, sink } = tableSink()
  t.is((await readFile(join(corpus, 'ad-users', 'bom-only.csv'), sink, { display: 'users' })).format, 'empty')
  t.deepEqual(table.headers, [])
})

const stops: readonly { title: string, content: Buffer, options?: Partial<ReadOptions>, code: Code, exit: 2 | 3 }[] = [
  { title: 'a workbook', content: Buffer.from('PK\x03\x04\x14\x00', 'latin1'), code: 'unknown-format', exit: 3 },
  { title: 'HTML', content: Buffer.from('<html></html>'), code: 'unknown-format', exit: 3 },
  { title: 'a bad byte', content: Buffer.from('name\nJos\xe9\n', 'latin1'), code: 'unknown-encoding', exit: 3 },
  { title: 'an encoding nobody knows', content: Buffer.from(csv), options: { encoding: 'klingon' },
    code: 'unknown-encoding', exit: 2 },
]

for (const { title, content, options, code, exit } of stops) {
  test(`${title} stops the run`, async t => {
    const stop = await stopIn(() => readContent(content, options))
    t.is(stop?.diagnostic.code, code)
    t.is(stop?.exit, exit)
  })
}

test('no message holds what a file holds', async t => {
  const secret = 'secretname'
  const contents = [
    `a,b\n"${secret}`, `a,b\n"${secret}"${secret},1\n`, `a,b\n${secret}"${secret},1\n`, `a,b\n${secret}\r${secret},1\n`,
    `${secret}@x.com,1\n`, `2023-03-28T21:33:57.324Z,${secret}\n`, `<${secret}>`, `a\n${secret}\0`, `a\n${secret}\xff`,
  ]
  for (const content of contents) {
    const stop = await stopIn(() => readContent(Buffer.from(content, 'latin1')))
    t.truthy(stop, content)
    t.false(JSON.stringify(stop?.diagnostic).includes(secret), content)
    t.truthy(stop?.diagnostic.hint)
  }
})

test('progress is told, also for standard input', async t => {
  let told = 0
  const { table, sink } = tableSink()
  const stdin = (async function* () { yield Buffer.from(csv).subarray(0, 9); yield Buffer.from(csv).subarray(9) })()
  const seen = await readFile('-', sink, { display: 'standard input', stdin, onBytes: read => { told = read } })
  t.is(told, Buffer.byteLength(csv))
  t.is(seen.bytes, told)
  t.is(table.rows.length, 1)
})

test('a file is let go of when reading it stops', async t => {
  const path = join(folder, 'stopped.csv')
  writeFileSync(path, `a,b\n1,2"\n${'3,4\n'.repeat(100_000)}`)
  t.is(await stopOf(() => readFile(path, tableSink().sink, { display: 'input' })), 'bare-quote 2')
  const packed = join(folder, 'stopped.csv.gz')
  writeFileSync(packed, gzipSync(`<html>${randomBytes(1_000_000).toString('hex')}`))
  t.is(await stopOf(() => readFile(packed, tableSink().sink, { display: 'input' })), 'unknown-format 1')
  if (!existsSync('/proc/self/fd')) { t.log('open files are seen on Linux only'); return }
  const open = readdirSync('/proc/self/fd').map(name => {
    try { return readlinkSync(`/proc/self/fd/${name}`) } catch { return '' }
  })
  t.deepEqual(open.filter(name => name === path || name === packed), [])
})
