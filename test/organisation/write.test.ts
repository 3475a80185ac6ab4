// The files that the writers leave: each decodes by the rules of its own format to the same rows in the same order.
import { parse } from 'csv-parse/sync'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { SaxesParser } from 'saxes'
import test from 'ava'
import { bigDomain, writeBigDirectory } from './big-directory.ts'
import { writeBigLog } from './big-log.ts'
import { isoTime, offsetOf } from './local-time.ts'
import { generateOrganisation } from './organisation.ts'
import { readRawLog, splitMembers } from './reading.ts'
import { inInputOrder, rowsOf } from './truth.ts'
import { writeTrackingClixml, writeUsersClixml } from './write-clixml.ts'
import { listSpellings, writeTrackingCsv, writeUsersCsv } from './write-csv.ts'
import type { CsvOptions } from './write-csv.ts'
import { writeTrackingJson, writeUsersJson } from './write-json.ts'
import type { JsonOptions } from './write-json.ts'
import { logText, writeRawLogs } from './write-raw-logs.ts'
import type { RawLogOptions } from './write-raw-logs.ts'

const organisation = generateOrganisation({ seed: 6, version: '2016', edge: true, hybrid: true, messages: 90 })
const { servers, accounts, version } = organisation
const rows = inInputOrder(servers)
const folder = mkdtempSync(join(tmpdir(), 'organisation-'))
test.after.always(() => rmSync(folder, { recursive: true }))

/** Text of a file, by its byte order mark. */
const decoded = (path: string): string => {
  const bytes = readFileSync(path)
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8')
  return text.replace(/^\ufeff/, '')
}

const times = rows.map(({ time }) => time)
const recipients = rows.map(({ cells }) => cells['recipient-address'] ?? [])

for (const [name, options] of Object.entries<RawLogOptions>({
  plain: {}, bare: { header: false, newline: '\n' }, bom: { bom: true }, repeated: { repeatHeader: true },
})) {
  test(`raw logs, ${name}: one file a day, server and kind, in name order`, t => {
    const paths = writeRawLogs(organisation, join(folder, `raw-${name}`), options)
    t.deepEqual([...paths], paths.toSorted())
    const text = paths.map(decoded)
    const back = text.flatMap(one => readRawLog(one, version))
    t.deepEqual(back.map(row => Date.parse(row.get('date-time') ?? '')), times)
    t.deepEqual(
      back.map(row => splitMembers(row.get('recipient-address') ?? '').filter(one => one !== '')),
      recipients.map(list => [...list]),
    )
    t.deepEqual(
      back.map(row => row.get('message-subject')), rows.map(({ cells }) => logText(cells['message-subject'] ?? '')),
    )
    const headers = text.join('').split('#Fields: ').length - 1
    t.is(headers, name === 'bare' ? 0 : name === 'repeated' ? 2 * paths.length : paths.length)
    t.is(readFileSync(paths[0] ?? '')[0] === 0xef, name === 'bom')
    t.is(text.join('').includes('\r'), name !== 'bare')
    t.regex(basename(paths[0] ?? ''), /^MSGTRK(M[DS]?)?\d{10}-1\.LOG$/)
  })
}

for (const [name, options] of Object.entries<CsvOptions>({
  'shell 7, exact times': { shell: '7', times: 'exact' },
  'shell 7, as needed': { shell: '7', times: 'exact', quotes: 'as-needed', lists: 'bar' },
  'shell 5.1, German, semicolon': {
    shell: '5.1', times: 'de-DE', zone: 'Europe/Warsaw', delimiter: ';', lists: 'comma',
  },
  'shell 5.1, UTF-16, tabs, American': {
    shell: '5.1', times: 'en-US', zone: 'America/New_York', delimiter: '\t', encoding: 'utf16le', remoting: true,
  },
})) {
  test(`CSV, ${name}`, t => {
    const paths = writeTrackingCsv(organisation, join(folder, name), options)
    t.deepEqual(paths.map(path => basename(path)), servers.map(server => `${server.name}.csv`))
    const text = paths.map(decoded)
    t.true(text.every(one => one.startsWith('#TYPE Selected.') === (options.shell === '5.1')))
    const records = text.flatMap(one => parse(one.replace(/^#TYPE.*\r\n/, ''), {
      delimiter: options.delimiter ?? ',', columns: true,
    })) as readonly Readonly<Record<string, string>>[]
    t.is(records.length, rows.length)
    const spell = listSpellings[options.lists ?? 'semicolon']
    t.deepEqual(
      records.map(record => record['Recipients']), recipients.map(list => list.length === 0 ? '' : spell(list)),
    )
    t.is('PSComputerName' in (records[0] ?? {}), options.remoting === true)
    const pattern = {
      'exact': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/, 'de-DE': /^\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d$/,
      'en-US': /^\d+\/\d+\/\d{4} \d+:\d\d:\d\d [AP]M$/,
    }
    t.true(records.every(record => pattern[options.times as keyof typeof pattern].test(record['Timestamp'] ?? '')))
    if (options.times === 'exact') t.deepEqual(records.map(record => Date.parse(record['Timestamp'] ?? '')), times)
  })
}

for (const [name, options] of Object.entries<JsonOptions>({
  'shell 7, local': { shell: '7', zone: 'Asia/Kolkata' }, 'shell 7, lines': { shell: '7', lines: true },
  'shell 5.1': { shell: '5.1' }, 'shell 5.1, wrapped': { shell: '5.1', wrapped: true },
})) {
  test(`JSON, ${name}`, t => {
    const text = writeTrackingJson(organisation, join(folder, name), options).map(decoded)
    const objects = text.flatMap(one => options.lines === true
      ? one.trim().split('\r\n').map(line => JSON.parse(line) as Record<string, unknown>)
      : JSON.parse(one) as Record<string, unknown>[])
    const bare = (value: unknown): unknown =>
      value !== null && typeof value === 'object' && 'value' in value ? value.value : value
    t.deepEqual(objects.map(one => bare(one['Recipients'])), recipients.map(list => [...list]))
    const time = (value: string): number => value.startsWith('/Date(') ? Number(value.slice(6, -2)) : Date.parse(value)
    t.deepEqual(objects.map(one => time(String(bare(one['Timestamp'])))), times)
    t.is(text[0]?.includes('"\\u003c'), options.shell === '5.1')
    t.is(text[0]?.includes('\\/Date('), options.shell === '5.1')
  })
}

for (const selected of [false, true]) {
  test(`CLIXML, properties in ${selected ? 'MS' : 'Props'}`, t => {
    const paths = writeTrackingClixml(
      organisation, join(folder, `clixml-${selected}`), { shell: '5.1', zone: 'Europe/Warsaw', selected },
    )
    t.is(readFileSync(paths[0] ?? '')[0], 0xff)
    const found = paths.flatMap(path => textsOf(decoded(path), ['Timestamp', 'Recipients']))
    t.deepEqual(found.filter(([name]) => name === 'Timestamp').map(([, text]) => Date.parse(text)), times)
    t.deepEqual(found.filter(([name]) => name === 'Recipients').map(([, text]) => text), recipients.flat())
  })
}

/** The texts at or directly in the lists of the named properties; throws unless the document is well-formed. */
const textsOf = (xml: string, names: readonly string[]): readonly (readonly [string, string])[] => {
  const found: [string, string][] = []
  const open: string[] = []
  const parser = new SaxesParser()
  parser.on('error', error => { throw error })
  parser.on('opentag', ({ name, attributes }) => {
    open.push(attributes['N'] ?? '')
    const list = name === 'S' && attributes['N'] === undefined ? open.at(-3) ?? '' : ''
    if (names.includes(attributes['N'] ?? '') && name !== 'Obj') found.push([attributes['N'] ?? '', ''])
    else if (names.includes(list)) found.push([list, ''])
  })
  parser.on('text', text => {
    const last = found.at(-1)
    if (last && (open.at(-1) === last[0] || open.at(-3) === last[0] && open.at(-1) === '')) last[1] += text.trim()
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return found
}

test('all formats of the directory hold every account, names and DNs unharmed', t => {
  const path = (name: string): string => join(folder, name)
  writeUsersCsv(organisation, path('users-7.csv'), { shell: '7', times: 'da-DK' })
  writeUsersCsv(
    organisation, path('users-5.csv'), { shell: '5.1', encoding: 'utf16le', delimiter: ';', times: 'de-DE' },
  )
  writeUsersJson(organisation, path('users.json'), { shell: '5.1' })
  writeUsersClixml(organisation, path('users.xml'), { shell: '5.1' })
  const names = accounts.map(({ dn }) => dn)
  const seven = parse(decoded(path('users-7.csv')), { columns: true }) as readonly Record<string, string>[]
  const five = parse(
    decoded(path('users-5.csv')).replace(/^#TYPE.*\r\n/, ''), { columns: true, delimiter: ';' },
  ) as readonly Record<string, string>[]
  const json = JSON.parse(decoded(path('users.json'))) as readonly Record<string, unknown>[]
  for (const records of [seven, five, json]) t.deepEqual(records.map(one => one['DistinguishedName']), names)
  t.deepEqual(textsOf(decoded(path('users.xml')), ['DistinguishedName']).map(([, text]) => text), names)
  t.deepEqual(seven.map(one => one['proxyAddresses']), accounts.map(({ proxyAddresses }) => proxyAddresses.join(';')))
  t.true(seven.some(one => one['Description']?.includes('\r\n')))
  t.true(names.some(name => name.includes('\\, ')) && names.some(name => /[ŁŻÖ]/.test(name)))
})

test('times keep their milliseconds and drop zeros as .NET does', t => {
  const time = Date.UTC(2024, 4, 13, 8, 30, 0, 120)
  t.is(isoTime(time, offsetOf('Europe/Warsaw')), '2024-05-13T10:30:00.12+02:00')
  t.is(isoTime(time - 120, offsetOf('UTC')), '2024-05-13T08:30:00Z')
  t.is(isoTime(time, offsetOf('America/New_York')), '2024-05-13T04:30:00.12-04:00')
})

test('the big log has the shape the measurements assume', t => {
  const path = join(folder, 'big.LOG')
  const { bytes, rows: count, messages, recipients: sent } = writeBigLog(path, 6, 2)
  t.is(statSync(path).size, bytes)
  t.true(Math.abs(bytes - 6e6) < 20_000)
  t.true(Math.abs(bytes / count - 893) < 25, `${bytes / count} bytes a row`)
  t.true(Math.abs(sent / messages - 4) < 0.3, `${sent / messages} recipients a message`)
  const text = readFileSync(path, 'utf8')
  const back = readRawLog(text, '2016')
  t.is(back.length, count)
  t.is(back.filter(row => row.get('event-id') === 'DELIVER').length, messages)
  t.is(text.split('\r\n').filter(line => line.includes('"')).length, 0.4 * count)
  const addresses = back.flatMap(row => splitMembers(row.get('recipient-address') ?? ''))
  t.true(Math.abs(addresses.filter(one => one === one.toUpperCase()).length / addresses.length - 0.15) < 0.02)
  writeBigDirectory(join(folder, 'big.csv'))
  const users = parse(decoded(join(folder, 'big.csv')), { columns: true }) as readonly Record<string, string>[]
  const known = new Set(users.map(user => user['mail']))
  t.is(known.size, users.length)
  t.is(new Set(users.map(user => user['DistinguishedName'])).size, users.length)
  t.true(addresses.every(one => known.has(one.toLowerCase()) !== one.toLowerCase().endsWith('.example')))
  t.true(addresses.some(one => one.endsWith(`@${bigDomain}`)))
})

test('a server has the rows of its logs, transport first', t => {
  for (const server of servers) t.deepEqual(rowsOf(server), server.logs.flatMap(log => log.rows))
})
