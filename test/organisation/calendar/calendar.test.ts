// What the synthetic calendars are like, so that the tests which build on them prove something.
import test from 'ava'
import { generateOrganisation } from '../organisation.ts'
import { generateCalendar, rowsOf } from './calendar.ts'
import { propertyOf, vendorColumns } from './columns.ts'
import { meetingCells } from './expected.ts'
import { kinds } from './kinds/all.ts'
import { isPlainInRawCsv } from './raw-cells.ts'
import { readBlob } from './reading.ts'
import { personSpellings } from './spellings.ts'

const organisation = generateOrganisation({ seed: 4, version: '2016', edge: true, hybrid: true })
const calendar = generateCalendar(organisation, { seed: 4 })
const rows = [...new Set(rowsOf(calendar.mailboxes))]
const kept = rows.flatMap(({ truth }) => truth === undefined ? [] : [truth])

/** The kinds of meetings of which nothing may be written. */
const silent = new Set(['byRoom', 'byEquipment', 'bySharedMailbox', 'bySystemMailbox', 'byAttendant', 'sentByService'])

test('the same seed gives the same calendar, another seed another one', t => {
  t.deepEqual(generateCalendar(organisation, { seed: 4 }), calendar)
  t.notDeepEqual(generateCalendar(organisation, { seed: 5 }).truth, calendar.truth)
})

for (const seed of [1, 2, 3]) {
  test(`each kind of meeting occurs, and is written unless its organiser is no person (seed ${seed})`, t => {
    const found = generateCalendar(organisation, { seed }).kinds
    t.deepEqual([...found.keys()].toSorted(), Object.keys(kinds).toSorted())
    for (const [name, { rows: count, written }] of found) {
      t.true(count > 0, name)
      t.is(written === 0, silent.has(name), name)
    }
  })
}

test('rows that are equal in all that is read are the same row', t => {
  const read = rows.map(({ properties }) => JSON.stringify(
    vendorColumns.filter(column => column !== 'normalizedsubject').map(column => properties[propertyOf(column)] ?? null),
  ))
  t.is(new Set(read).size, rows.length)
  t.true(rowsOf(calendar.mailboxes).length > rows.length, 'repeated rows')
  t.is(calendar.truth.length, kept.length)
})

test('persons, outsiders and people nobody knows organise; the server itself only changes things', t => {
  const kindsOf = (of: 'organiser' | 'sender' | 'responsible'): readonly string[] =>
    [...new Set(kept.map(truth => truth[of].kind))].toSorted()
  t.deepEqual(kindsOf('organiser'), ['outside', 'person', 'unknown'])
  t.deepEqual(kindsOf('sender'), ['none', 'outside', 'person', 'unknown'])
  t.deepEqual(kindsOf('responsible'), ['person', 'service', 'system', 'unknown'])
})

test('one person is written in many ways', t => {
  t.is(Object.keys(personSpellings).length, 11)
  const spelt = rows.flatMap(({ properties }) => [properties.ResponsibleUserName, properties.SentRepresentingEmailAddress])
    .filter(value => typeof value === 'string')
  const patterns = [/^\/o=.*\/cn=\w/, /^\/O=.*\/CN=\w/, /^EX:/, /^IMCEAEX-/, /^".*" <\S+@\S+>$/, /^".*" <\/O=/, /^[^/@"]+$/]
  for (const pattern of patterns) {
    t.true(spelt.some(text => pattern.test(text)), String(pattern))
  }
  t.true(spelt.some(text => text.endsWith('/cn=Microsoft System Attendant')))
})

test('one meeting has one id in every mailbox, exceptions but for their day', t => {
  const mailboxesOf = new Map<unknown, Set<unknown>>()
  for (const { account, calls } of calendar.mailboxes) {
    for (const { properties: { CleanGlobalObjectId: id } } of calls.flatMap(call => call.rows)) {
      mailboxesOf.set(id, new Set([...mailboxesOf.get(id) ?? [], account]))
    }
  }
  t.true([...mailboxesOf.values()].filter(({ size }) => size > 1).length > 10)
  const exceptions = rows.filter(({ properties }) => properties.IsException === true)
  t.deepEqual([...new Set(exceptions.map(({ truth }) => truth?.event.id.kind))].toSorted(), ['native', 'uid'])
  for (const { properties: { GlobalObjectId: id, CleanGlobalObjectId: clean } } of exceptions) {
    t.not(id, clean)
    t.is(String(id).slice(0, 32) + String(id).slice(40), String(clean).slice(0, 32) + String(clean).slice(40))
  }
})

test('what may leave of a blob has no texts and nothing behind its end', t => {
  const blobs = rows.flatMap(({ properties, truth }) => typeof properties.AppointmentRecurrenceBlob === 'string' && truth
    ? [{ given: properties.AppointmentRecurrenceBlob, left: truth.open.appointmentrecurrenceblob }] : [])
  const whole = blobs.filter(({ left }) => left !== '')
  t.true(whole.length > 50 && blobs.length > whole.length)
  t.true(whole.some(({ given }) => given.includes(Buffer.from('Łukasz', 'utf16le').toString('hex').toUpperCase())))
  t.true(whole.some(({ given }) => given.includes(Buffer.from('Stale').toString('hex').toUpperCase())))
  for (const { given, left } of whole) {
    const [before, after] = [readBlob(given), readBlob(left)]
    t.is(after.left, 0)
    t.true(after.exceptions.every(({ narrow, wide }) => [...narrow, ...wide].every(text => text === '')))
    t.deepEqual([after.deleted, after.modified, after.from, after.to], [before.deleted, before.modified, before.from, before.to])
  }
})

test('a text that nobody may read stands in every row, and in no truth', t => {
  const addresses = organisation.accounts.map(({ address }) => address).filter(one => one !== '')
  const secret = /Anna|Łukasz|salary|kitchen|contoso|EX0\d|meet\.example/i
  t.true(rows.every(({ properties }) => secret.test(JSON.stringify(properties))))
  for (const truth of kept) {
    const cells = meetingCells(truth, { hash: () => 'hashed', mac: () => Buffer.alloc(32) })
    t.is(cells.length, 23)
    t.notRegex(cells.join(';'), secret)
    t.false(addresses.some(address => cells.includes(address)))
  }
})

test('some rows the raw CSV spoils; plain calendars have none of them', t => {
  t.true(rows.some(isPlainInRawCsv) && !rows.every(isPlainInRawCsv))
  t.true(rowsOf(generateCalendar(organisation, { seed: 4, plain: true }).mailboxes).every(isPlainInRawCsv))
})
