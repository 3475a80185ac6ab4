// What the synthetic organisations are like, so that the tests which build on them prove something.
import test from 'ava'
import type { Version } from './log-row.ts'
import { columnsOf } from './log-row.ts'
import { generateOrganisation } from './organisation.ts'
import type { Organisation } from './organisation.ts'
import { readRawLog, rowsByRule, splitMembers } from './reading.ts'
import { inInputOrder } from './truth.ts'
import { rawLog } from './write-raw-logs.ts'
import type { OrganisationOptions } from './world.ts'

const versions: readonly Version[] = ['2007', '2010', '2013', '2016']
const all: readonly OrganisationOptions[] = versions.flatMap((version, place) => [false, true].map(edge =>
  ({ seed: 3 * place + (edge ? 1 : 0), version, edge, hybrid: place % 2 === 1, servers: 1 + place })))

const title = ({ version, edge, hybrid, servers }: OrganisationOptions): string =>
  `${version}, ${edge ? 'Edge' : 'no Edge'}${hybrid === true ? ', hybrid' : ''}, ${servers} servers`

const events = (organisation: Organisation): ReadonlySet<string> =>
  new Set(inInputOrder(organisation.servers).map(({ cells }) => cells['event-id'] ?? ''))

/** The kinds of mail of which nothing may be written. */
const silent = new Set([
  'fromContestedAlias', 'fromEncapsulatedStranger', 'relayed', 'oddAddresses', 'fromApplication', 'fromRoom',
  'fromService', 'withoutSender', 'healthProbe', 'journalReport', 'notice', 'outOfOffice', 'quotaNotice',
  'readReceipt', 'systemMailbox',
  'failedAfterHop', 'refusedOutside', 'unknownRecipient', 'toCloudRoom',
])

test('the same seed gives the same organisation, another seed another one', t => {
  const options = { version: '2016', edge: true, hybrid: true, messages: 80 } as const
  t.deepEqual(generateOrganisation({ seed: 7, ...options }), generateOrganisation({ seed: 7, ...options }))
  t.notDeepEqual(
    generateOrganisation({ seed: 7, ...options }).truth, generateOrganisation({ seed: 8, ...options }).truth,
  )
})

for (const options of all) {
  test(`${title(options)}: each kind of mail occurs, and proves what it must`, t => {
    for (const [name, { rows, evidence }] of generateOrganisation(options).flows) {
      t.true(rows > 0, `${name} has no rows`)
      t.is(evidence.length === 0, silent.has(name), `${name} proves ${evidence.length} rows`)
    }
  })

  test(`${title(options)}: the rule, applied to the rows in file order, gives the truth`, t => {
    for (const seed of [options.seed, options.seed + 100]) {
      const organisation = generateOrganisation({ ...options, seed, messages: 200 })
      const rows = readRawLog(rawLog(inInputOrder(organisation.servers), options.version), options.version)
      const expected = organisation.truth.map(row => JSON.stringify(row))
      const found = rowsByRule(rows, organisation).map(row => JSON.stringify(row))
      t.deepEqual(found.filter((row, place) => row !== expected[place]).slice(0, 3), [])
      t.is(found.length, expected.length)
    }
  })
}

for (const [version, count] of [['2007', 21], ['2010', 26], ['2013', 27], ['2016', 30]] as const) {
  test(`a row of ${version} has ${count} fields`, t => {
    t.is(columnsOf[version].length, count)
    const found = events(generateOrganisation({ seed: 2, version, edge: true }))
    t.is(found.has('SENDEXTERNAL'), version === '2016')
    t.is(found.has('HAREDIRECT'), version !== '2007')
    const submitted = ['NOTIFYMAPI', 'SUBMIT', 'RECEIVE']
    const transported = ['RESOLVE', 'EXPAND', 'REDIRECT', 'TRANSFER', 'SEND', 'DELIVER', 'FAIL', 'DSN']
    for (const event of [...submitted, ...transported]) t.true(found.has(event), event)
  })
}

test('the truth has people and outsiders on both ends, oneself, leavers and cloud colleagues', t => {
  const { truth, accounts } = generateOrganisation({ seed: 5, version: '2016', edge: true, hybrid: true })
  const person = new Map(accounts.filter(({ kind }) => kind === 'person').map(one => [one.address, one]))
  const count = (wanted: (from: boolean, to: boolean) => boolean): number =>
    truth.filter(({ from, to }) => wanted(person.has(from), person.has(to))).length
  t.true(count((from, to) => from && to) > 300)
  t.true(count((from, to) => from && !to) > 100)
  t.true(count((from, to) => !from && to) > 30)
  t.is(count((from, to) => !from && !to), 0)
  t.true(truth.some(({ from, to }) => from === to))
  t.true(truth.some(({ from }) => person.get(from)?.enabled === false))
  t.true(truth.some(({ to }) => person.has(to) && person.get(to)?.server === undefined))
  t.true(truth.some(({ message }) => /^[0-9a-f-]{36}$/.test(message)), 'a network-message-id stands in')
})

test('only DELIVER, SEND and SENDEXTERNAL rows prove anything', t => {
  const proving = inInputOrder(generateOrganisation({ seed: 5, version: '2016', edge: true }).servers)
    .filter(({ evidence }) => evidence.length > 0)
  for (const { cells } of proving) t.true(['DELIVER', 'SEND', 'SENDEXTERNAL'].includes(cells['event-id'] ?? ''))
})

test('rows outnumber what counts, and rows that count repeat it', t => {
  const { servers, truth } = generateOrganisation({ seed: 5, version: '2016', edge: true })
  const rows = inInputOrder(servers)
  t.true(rows.length > 5 * truth.length)
  t.true(rows.flatMap(({ evidence }) => evidence).length > 1.1 * truth.length)
})

test('what left through an Edge server has the time of the first file: EDGE01 before EX01, GATE01 after', t => {
  for (const [seed, edge] of [[4, 'EDGE01'], [5, 'GATE01']] as const) {
    const { servers, truth } = generateOrganisation({ seed, version: '2016', edge: true })
    t.is(servers.map(({ name }) => name).indexOf(edge), edge === 'EDGE01' ? 0 : servers.length - 1)
    const first = new Map(inInputOrder(servers).toReversed().flatMap(({ time, evidence }) =>
      evidence.map(one => [JSON.stringify(one), new Date(time).toISOString()])))
    for (const { when, ...one } of truth) t.is(first.get(JSON.stringify(one)), `${when.replace(' ', 'T')}Z`)
  }
})

test('without the logs of the Edge server the same rows are known from the mailbox servers', t => {
  const options = { seed: 9, version: '2016', edge: true, hybrid: true } as const
  const plain = (organisation: Organisation): readonly string[] =>
    organisation.truth.map(({ message, from, to }) => JSON.stringify([message, from, to])).toSorted()
  const without = generateOrganisation({ ...options, edgeCollected: false })
  t.false(without.servers.some(({ name }) => name.startsWith('GATE')))
  t.false(events(without).has('SENDEXTERNAL'))
  t.deepEqual(plain(without), plain(generateOrganisation(options)))
})

test('a field is quoted when it holds a comma or a quote, and only then', t => {
  const text = rawLog(
    inInputOrder(generateOrganisation({ seed: 1, version: '2016', edge: true }).servers), '2016', { header: false },
  )
  const quoted = [...text.matchAll(/(?<=,|^)"((?:[^"]|"")*)"(?=,|\r?$)/gm)].map(([, inner]) => inner ?? '')
  t.true(quoted.length > 1000)
  t.true(quoted.every(inner => /[,"]/.test(inner)))
  t.true(quoted.some(inner => inner.includes('""')))
  t.true(text.includes("'o''brien") || text.includes(".o''brien"))
  t.true(text.includes(',folded\\r\\n header,'))
})

for (const [field, members] of [
  ['', ['']],
  [';', ['', '']],
  ["a@x;'james.o''brien@contoso.com';b@x", ['a@x', "james.o'brien@contoso.com", 'b@x']],
  ["'250 2.1.5 Expanded; list'", ['250 2.1.5 Expanded; list']],
] as const) test(`the members of ${JSON.stringify(field)}`, t => t.deepEqual([...splitMembers(field)], [...members]))
