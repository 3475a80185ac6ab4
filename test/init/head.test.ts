// The beginning of an export: how it is written, and its records without the one that the end of the head cuts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import test from 'ava'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import { type Writing, longestHead, readHead, readRecords, writingOf } from '../../engine/init/head.ts'
import { newFolder } from '../command-line.ts'

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

const small: readonly { readonly title: string, readonly bytes: Buffer, readonly declared?: string, readonly writing: Writing }[] = [
  { title: 'UTF-8', bytes: Buffer.from('A,B\n1,2\n'), writing: { format: 'csv', encoding: 'utf-8', delimiter: ',', typeLine: false } },
  { title: 'a mark, a type line, semicolons', bytes: Buffer.from('\uFEFF#TYPE X\r\n"A";"B"\r\n"1";"2"\r\n'), writing: { format: 'csv', encoding: 'utf-8', delimiter: ';', typeLine: true } },
  { title: 'UTF-16 of Out-File, tabs', bytes: utf16('A\tB\r\n1\t2\r\n'), writing: { format: 'csv', encoding: 'utf-16le', delimiter: '\t', typeLine: false } },
  { title: 'the letters of Germany', bytes: Buffer.from('A;B\nGröße;Straße\n', 'latin1'), writing: { format: 'csv', encoding: 'windows-1252', likely: 'windows-1252', delimiter: ';', typeLine: false } },
  { title: 'the letters of Poland', bytes: Buffer.concat([Buffer.from('A;B\n'), Buffer.from([0xb3, 0xf3, 0xb9]), Buffer.from(';x\n')]), writing: { format: 'csv', encoding: 'windows-1250', likely: 'windows-1250', delimiter: ';', typeLine: false } },
  { title: 'what is declared', bytes: Buffer.from('A;B\nGröße;x\n', 'latin1'), declared: 'windows-1250', writing: { format: 'csv', encoding: 'windows-1250', delimiter: ';', typeLine: false } },
  { title: 'JSON', bytes: Buffer.from('[{"A":1}]'), writing: { format: 'json', encoding: 'utf-8' } },
  { title: 'a raw log', bytes: Buffer.from('#Software: Microsoft Exchange Server\r\n#Fields: date-time,event-id\r\n'), writing: { format: 'tracking-log', encoding: 'utf-8' } },
  { title: 'packed', bytes: gzipSync('A|B\n1|2\n'), writing: { format: 'csv', encoding: 'utf-8', delimiter: '|', typeLine: false } },
  { title: 'nothing', bytes: Buffer.from(''), writing: { format: 'empty', encoding: 'utf-8' } },
]
for (const { title, bytes, declared, writing } of small) {
  test(`told of its beginning: ${title}`, async t => {
    const path = join(newFolder(t), 'export')
    writeFileSync(path, bytes)
    t.deepEqual(await writingOf(await readHead(path, 'export', 'input'), declared), writing)
  })
}

test('a workbook is no export', async t => {
  const path = join(newFolder(t), 'export.xlsx')
  writeFileSync(path, Buffer.from('PK\x03\x04rest'))
  const head = await readHead(path, 'export.xlsx', 'input')
  await t.throwsAsync(writingOf(head), { instanceOf: Stop })
})

const records = 40_000
const lines = (line: (index: number) => string, count = records): string => Array.from({ length: count }, (_, index) => line(index)).join('')
const filler = 'ł'.repeat(60)

const large: readonly { readonly title: string, readonly bytes: () => Buffer }[] = [
  { title: 'CSV', bytes: () => Buffer.from(`id,text\n${lines(index => `m${index}-,"${filler}\n${filler}"\n`)}`) },
  { title: 'UTF-16', bytes: () => utf16(`id,text\r\n${lines(index => `m${index}-,${filler}\r\n`)}`) },
  { title: 'a JSON array', bytes: () => Buffer.from(`[${lines(index => `{"id":"m${index}-","text":"${filler}${filler}"},`)}{}]`) },
  { title: 'JSON lines', bytes: () => Buffer.from(lines(index => `{"id":"m${index}-","text":"${filler}${filler}"}\n`)) },
  { title: 'a raw log', bytes: () => Buffer.from(`#Software: x\n#Fields: id,text\n${lines(index => `m${index}-,${filler}${filler}\n`)}`) },
  { title: 'CLIXML', bytes: () => Buffer.from(`<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${lines(index => `<Obj RefId="${index}"><MS><S N="id">m${index}-</S><S N="text">${filler}</S></MS></Obj>`)}</Objs>`) },
  { title: 'gzip', bytes: () => gzipSync(`id,text\n${lines(index => `m${index}-,${filler}${filler}\n`)}`) },
]
for (const { title, bytes } of large) {
  test(`of a large file only the beginning is read, up to its last whole record: ${title}`, async t => {
    const path = join(newFolder(t), 'export')
    writeFileSync(path, bytes())
    const head = await readHead(path, 'export', 'input')
    t.false(head.whole)
    t.is(head.bytes.length, longestHead)
    await writingOf(head)
    const ids: string[] = []
    let place = -1
    await readRecords(head, undefined, { header: columns => { place = columns.indexOf('id') }, record: cells => { ids.push(cells.text(place)) } })
    t.true(ids.length > 1000 && ids.length < records, String(ids.length))
    t.deepEqual(ids, ids.map((_, index) => `m${index}-`))
  })
}
