// Leaks of every kind, in every encoding, in every column of every file: each of them is found, at its place.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import type { Spot } from '../../engine/verify/check.ts'
import { catalogue } from '../../engine/verify/catalogue.ts'
import { readDirectoryFile } from '../../engine/verify/directory-file.ts'
import { numberWatch } from '../../engine/verify/numbers.ts'
import { readOutput } from '../../engine/verify/outputs.ts'
import { readFolder } from '../../engine/verify/records.ts'
import { identitySearch } from '../../engine/verify/search.ts'
import type { Spots } from '../../engine/verify/spots.ts'
import { newFolder } from '../command-line.ts'
import { deliver, directoryOf } from './delivery.ts'
import { encodings } from './encodings.ts'

/** One account, as the generated directory has it: read from the file, so that the test does not know the generator. */
const columns = ['mail', 'legacyExchangeDN', 'DistinguishedName', 'Name', 'SamAccountName', 'EmployeeID', 'ObjectGUID', 'SID'] as const

/** Keeps every place. */
function everyPlace(): Spots & { readonly places: Set<string> } {
  const places = new Set<string>()
  const add = ({ file, line, column }: Spot): void => { places.add(`${file}:${line}:${column}`) }
  return { add, places, get count() { return places.size }, all: () => [] }
}

test('every kind of identity, in every encoding, in every column', async t => {
  const delivery = await deliver(newFolder(t), 41)
  const directory = readFileSync(delivery.people, 'utf8').replace(/^\uFEFF/, '').split('\r\n').map(line => [...line.matchAll(/(?:^|[,;])(?:"((?:[^"]|"")*)"|([^,;]*))/g)].map(([, quoted, plain]) => (quoted ?? plain ?? '').replaceAll('""', '"')))
  const header = directory.find(cells => cells.includes('DistinguishedName'))!
  const account = directory.find(cells => cells.length === header.length && columns.every(column => (cells[header.indexOf(column)] ?? '').length > 3) && cells !== header)!
  t.truthy(account)
  const identities = columns.map(column => account[header.indexOf(column)]!)

  const known = catalogue()
  for (const one of directoryOf(delivery)) await readDirectoryFile(one.path, known, one.options)
  const search = identitySearch(known.finish())
  let planted = 0
  for (const { record } of readFolder(delivery.folder).records) {
    for (const output of record.outputs) {
      const path = join(delivery.folder, output.file)
      const [head = '', row = ''] = readFileSync(path, 'latin1').split('\r\n')
      const names = head.split(';')
      const cells = row.replace(/"(?:[^"]|"")*"/g, '""').split(';')
      const leaks = names.flatMap((_, column) => Object.values(encodings).flatMap(encode => identities.map(identity => ({ column, text: Buffer.from(encode(identity)).toString('latin1') }))))
      // One leak a row; all other cells are as the run wrote them.
      const rows = leaks.map(({ column, text }) => cells.with(column, `"${text.replaceAll('"', '""')}"`).join(';'))
      const lineOf: number[] = []
      rows.reduce((line, text, index) => {
        lineOf[index] = line
        return line + 1 + (text.match(/\n/g)?.length ?? 0)
      }, 2)
      writeFileSync(path, Buffer.from(`${head}\r\n${rows.join('\r\n')}\r\n`, 'latin1'))
      const [identitiesFound, excepted] = [everyPlace(), everyPlace()]
      await readOutput(delivery.folder, output.file, output, { search, numbers: new Set(), most: 10, findings: { identities: identitiesFound, excepted, addresses: everyPlace(), odd: everyPlace() } })
      const missed = leaks.filter(({ column }, index) =>
        !(output.allowed?.[names[column]!] === undefined ? identitiesFound : excepted).places.has(`${output.file}:${lineOf[index]}:${names[column]}`))
      planted += leaks.length
      // A number in a column of numbers is no more than that; see below for a column full of them.
      const isNumber = ({ column, text }: typeof leaks[number]): boolean => ['integer', 'number'].includes(output.columns[names[column]!]!) && /^[1-9]\d*$/.test(text)
      t.deepEqual(missed.filter(leak => !isNumber(leak)).map(({ column, text }) => [output.file, names[column], text]), [])
    }
  }
  t.true(planted > 38 * 8 * 40, `${planted} leaks were planted`)
})

for (const { title, numbers, cells, found } of [
  { title: 'a column full of employee numbers', numbers: [...Array(40).keys()].map(number => 7000 + 37 * number), cells: [...Array(20).keys()].map(row => 7000 + 74 * row), found: true },
  { title: 'minutes, some of which are somebody\'s number', numbers: [30, 60, 90, 4711, 7000], cells: [15, 30, 45, 60, 90, 120, 480, 1440], found: false },
  { title: 'counts from one to twenty, where numbers are dealt out in turn', numbers: [...Array(500).keys()].map(number => number + 1), cells: [...Array(20).keys()].map(row => row + 1), found: false },
]) {
  test(title, t => {
    const watch = numberWatch(new Set(numbers))
    cells.forEach((cell, row) => { watch.add(String(cell), row + 2) })
    t.is(watch.telling(), found ? 2 : undefined)
  })
}
