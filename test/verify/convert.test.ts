// A delivery in the other form is the one that a run with the other profile would have written, but for its record.
import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { fileSystem } from '../../engine/run/file-system.ts'
import { type ConvertOptions, convert } from '../../engine/verify/convert.ts'
import { verify } from '../../engine/verify/verify.ts'
import { newFolder } from '../command-line.ts'
import { stopOf } from '../deliver/folder.ts'
import { deliver, directoryOf } from './delivery.ts'

const outside = { files: fileSystem(process), log: () => {}, onDelivery: () => {} }
const files = (folder: string): readonly string[] => readdirSync(folder).filter(name => name.endsWith('.csv')).toSorted()

for (const [from, to] of [['ascii-hex', 'utf8-base64'], ['utf8-base64', 'ascii-hex']] as const) {
  test(`${from} to ${to}: the bytes of a run with that profile, and back`, async t => {
    const base = newFolder(t)
    const [one, other] = [await deliver(join(base, 'one'), 61, { 'hash-profile': from }), await deliver(join(base, 'other'), 61, { 'hash-profile': to })]
    await convert({ from: one.folder, to, out: join(base, 'converted') }, outside)
    t.deepEqual(files(join(base, 'converted')), files(other.folder))
    for (const file of files(other.folder)) t.is(readFileSync(join(base, 'converted', file), 'utf8'), readFileSync(join(other.folder, file), 'utf8'), file)
    await convert({ from: join(base, 'converted'), to: from, out: join(base, 'back') }, outside)
    for (const file of files(one.folder)) t.is(readFileSync(join(base, 'back', file), 'utf8'), readFileSync(join(one.folder, file), 'utf8'), file)
    const { checks } = await verify(join(base, 'converted'), { directory: directoryOf(one), approved: [], smallestGroup: 5 })
    t.deepEqual(checks.filter(({ result }) => result === 'finding'), [])
    const { key, converted } = JSON.parse(readFileSync(join(base, 'converted/emails.run.json'), 'utf8'))
    t.is(key.profile, to)
    t.is(converted.profile, from)
  })
}

const refused: readonly { readonly title: string, readonly spoil: (folder: string) => void, readonly options?: Partial<ConvertOptions>, readonly end: readonly [2 | 3, string] }[] = [
  { title: 'other letters were question marks', spoil: folder => { writeFileSync(join(folder, 'users.run.json'), readFileSync(join(folder, 'users.run.json'), 'utf8').replace('"profile": "ascii-hex"', '"profile": "ascii-hex", "questionMarks": true')) }, end: [2, 'not-convertible'] },
  { title: 'it has that form already', spoil: () => {}, options: { to: 'ascii-hex' }, end: [2, 'not-convertible'] },
  { title: 'a row was added', spoil: folder => { appendFileSync(join(folder, 'emails.csv'), 'x;y;z;t\r\n') }, end: [3, 'altered-output'] },
  { title: 'a word was changed', spoil: folder => { writeFileSync(join(folder, 'emails.csv'), readFileSync(join(folder, 'emails.csv'), 'utf8').replace('external', 'internal')) }, end: [3, 'altered-output'] },
  { title: 'a record is broken', spoil: folder => { writeFileSync(join(folder, 'emails.run.json'), '{}') }, end: [2, 'bad-record'] },
]

for (const { title, spoil, options, end } of refused) {
  test(`not converted: ${title}`, async t => {
    const base = newFolder(t)
    const { folder } = await deliver(base, 62)
    spoil(folder)
    const stop = await stopOf(() => convert({ from: folder, to: 'utf8-base64', out: join(base, 'converted'), ...options }, outside))
    t.deepEqual([stop?.exit, stop?.diagnostic.code], end as [2 | 3, NonNullable<typeof stop>['diagnostic']['code']])
    t.false(existsSync(join(base, 'converted/emails.csv')))
  })
}

test('not converted: into the folder itself', async t => {
  const { folder } = await deliver(newFolder(t), 63)
  t.is((await stopOf(() => convert({ from: folder, to: 'utf8-base64', out: `${folder}/.` }, outside)))?.diagnostic.code, 'usage')
})
