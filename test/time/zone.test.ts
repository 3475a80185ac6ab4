// Local times to instants, against Temporal.
import test from 'ava'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { windowsZones } from '../../engine/time/windows-zones.ts'
import { checkZone, localClock } from '../../engine/time/zone.ts'

for (const zone of ['Europe/Warsaw', 'America/New_York', 'Asia/Kathmandu', ...windowsZones.keys()]) {
  test(`${zone} is a zone`, t => t.true(checkZone(zone)))
}
for (const zone of ['', 'Europe', 'Warsaw', 'Europe/Warszawa', '+01:00', 'CET Standard Time', '__proto__']) {
  test(`"${zone}" is no zone`, t => t.false(checkZone(zone)))
}

const instantOf = (zone: string, local: string) => {
  const found = localClock(zone)(Date.parse(`${local}Z`))
  return found && `${new Date(found.instant).toISOString().slice(0, 16)}${found.repeated ? ' repeated' : ''}`
}

const times: readonly { zone: string, local: string, gives: string | undefined }[] = [
  { zone: 'UTC', local: '2023-10-29T02:30', gives: '2023-10-29T02:30' },
  { zone: 'Europe/Warsaw', local: '2023-01-15T12:00', gives: '2023-01-15T11:00' },
  { zone: 'Europe/Warsaw', local: '2023-07-15T12:00', gives: '2023-07-15T10:00' },
  { zone: 'Romance Standard Time', local: '2023-07-15T12:00', gives: '2023-07-15T10:00' },
  // spring: the clock leaps from 2 to 3
  { zone: 'Europe/Warsaw', local: '2023-03-26T01:59', gives: '2023-03-26T00:59' },
  { zone: 'Europe/Warsaw', local: '2023-03-26T02:00', gives: undefined },
  { zone: 'Europe/Warsaw', local: '2023-03-26T02:59', gives: undefined },
  { zone: 'Europe/Warsaw', local: '2023-03-26T03:00', gives: '2023-03-26T01:00' },
  // autumn: the clock shows 2 to 3 twice; the first is taken
  { zone: 'Europe/Warsaw', local: '2023-10-29T01:59', gives: '2023-10-28T23:59' },
  { zone: 'Europe/Warsaw', local: '2023-10-29T02:00', gives: '2023-10-29T00:00 repeated' },
  { zone: 'Europe/Warsaw', local: '2023-10-29T02:59', gives: '2023-10-29T00:59 repeated' },
  { zone: 'Europe/Warsaw', local: '2023-10-29T03:00', gives: '2023-10-29T02:00' },
  // half an hour; at one minute past midnight; a day that never was
  { zone: 'Australia/Lord_Howe', local: '2023-04-02T01:45', gives: '2023-04-01T14:45 repeated' },
  { zone: 'America/St_Johns', local: '2006-04-02T00:00', gives: '2006-04-02T03:30' },
  { zone: 'America/St_Johns', local: '2006-04-02T00:01', gives: undefined },
  { zone: 'America/St_Johns', local: '2006-10-29T00:00', gives: '2006-10-29T02:30 repeated' },
  { zone: 'America/St_Johns', local: '2006-10-29T00:01', gives: '2006-10-29T03:31' },
  { zone: 'Pacific/Apia', local: '2011-12-30T12:00', gives: undefined },
]
for (const { zone, local, gives } of times) {
  test(`${local} in ${zone}: ${gives ?? 'no such time'}`, t => t.is(instantOf(zone, local), gives))
}

const clocks = new Map<string, ReturnType<typeof localClock>>()
const clockOf = (zone: string) => {
  const known = clocks.get(zone) ?? localClock(zone)
  clocks.set(zone, known)
  return known
}

/** What Temporal makes of a local time: its earlier instant, and whether there are two. */
const expected = (zone: string, local: number) => {
  const plain = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime()
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (!earlier.toPlainDateTime().equals(plain)) return undefined
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' })
  return { instant: earlier.epochMilliseconds, repeated: later.epochMilliseconds !== earlier.epochMilliseconds }
}

const zones = Intl.supportedValuesOf('timeZone')
const years = { min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 11, 31) }

test('all zones agree with Temporal at any time', t => {
  fc.assert(fc.property(fc.constantFrom(...zones), fc.integer(years), (zone, local) => {
    t.deepEqual(clockOf(zone)(local), expected(zone, local))
  }), { numRuns: 1000 })
  t.pass()
})

test('all zones agree with Temporal around the changes of their clocks', t => {
  const year = fc.integer({ min: 1990, max: 2040 })
  const near = fc.integer({ min: -200, max: 200 })
  fc.assert(fc.property(fc.constantFrom(...zones), year, near, (zone, year, minutes) => {
    const start = Temporal.ZonedDateTime.from({ timeZone: zone, year, month: 1, day: 1 })
    const change = start.getTimeZoneTransition('next')
    if (!change) return
    for (const offset of [change.offsetNanoseconds, change.subtract({ hours: 1 }).offsetNanoseconds]) {
      const local = change.epochMilliseconds + offset / 1e6 + minutes * 60_000
      t.deepEqual(clockOf(zone)(local), expected(zone, local))
    }
  }), { numRuns: 1000 })
  t.pass()
})
