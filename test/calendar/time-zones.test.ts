import test from 'ava'
import fc from 'fast-check'
import { scrubTimeZone, timeZones } from '../../engine/calendar/time-zones.ts'

const cases: readonly { title: string, text: string, zone: string }[] = [
  { title: 'the name of a zone', text: '(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb', zone: '(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb' },
  { title: 'a name with a sign', text: '(UTC-08:00) Pacific Time (US & Canada)', zone: '(UTC-08:00) Pacific Time (US & Canada)' },
  { title: 'a name without offset', text: '(UTC) Coordinated Universal Time', zone: '(UTC) Coordinated Universal Time' },
  { title: 'a name with a blank before', text: ' (UTC+05:45) Kathmandu ', zone: '(UTC+05:45) Kathmandu' },
  { title: 'an older name', text: '(GMT+01:00) Sarajevo, Skopje, Warsaw, Zagreb', zone: '(UTC+01:00)' },
  { title: 'an older name without offset', text: '(GMT) Greenwich Mean Time', zone: '(UTC)' },
  { title: 'a name in Japanese', text: '(UTC+09:00) 大阪、札幌、東京', zone: '(UTC+09:00)' },
  { title: 'what somebody wrote behind an offset', text: '(UTC+01:00) Office of Anna', zone: '(UTC+01:00)' },
  { title: 'a name at another offset than it has', text: '(UTC+02:00) Kathmandu', zone: '(UTC+02:00)' },
  { title: 'an offset alone', text: '(UTC-09:30)', zone: '(UTC-09:30)' },
  { title: 'the last offset', text: '(UTC+14:00) x', zone: '(UTC+14:00)' },
  { title: 'an offset beyond the last', text: '(UTC+14:15) x', zone: '' },
  { title: 'an offset before the first', text: '(UTC-12:15) x', zone: '' },
  { title: 'an offset in no quarter of an hour', text: '(UTC+01:23) x', zone: '' },
  { title: 'an offset in the middle of a text', text: 'Anna (UTC+01:00)', zone: '' },
  { title: 'a text', text: 'Office of Anna', zone: '' },
  { title: 'blank', text: '', zone: '' },
]
for (const { title, text, zone } of cases) test(title, t => { t.is(scrubTimeZone(text), zone) })

test('every name of the list stays, and no two are alike', t => {
  for (const name of timeZones) t.is(scrubTimeZone(name), name)
  t.is(new Set(timeZones).size, timeZones.length)
})

test('whatever is given, the result is on the list or blank', t => {
  const texts = fc.oneof(fc.string(), fc.tuple(fc.constantFrom('(UTC', '(GMT', '(utc'), fc.stringMatching(/^[+-]?\d{0,2}:?\d{0,2}\)?.{0,20}$/)).map(parts => parts.join('')))
  fc.assert(fc.property(texts, text => ['', ...timeZones].includes(scrubTimeZone(text))), { numRuns: 3000 })
  t.pass()
})
