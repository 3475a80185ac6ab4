// Times as exports write them, and what the reader says where it must not guess.
import test from 'ava'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { timeReader } from '../../engine/time/time.ts'

const none = timeReader({})
const warsaw = timeReader({ zone: 'Europe/Warsaw' })

const readable: readonly { text: string, gives: string, zone?: string, pattern?: string }[] = [
  { text: '', gives: '' },
  // the raw log
  { text: '2023-06-01T06:36:56.042Z', gives: '2023-06-01T06:36:56.042Z' },
  { text: '2024-02-29T23:59:59.999Z', gives: '2024-02-29T23:59:59.999Z' },
  // Export-Clixml, ConvertTo-Json of 7
  { text: '2021-12-03T12:15:47.1234567-05:00', gives: '2021-12-03T17:15:47.123Z' },
  { text: '2021-12-03T12:15:47.1239999Z', gives: '2021-12-03T12:15:47.123Z' },
  { text: '2021-12-03T12:15:47Z', gives: '2021-12-03T12:15:47.000Z' },
  { text: '2021-12-03T12:15:47.5+05:45', gives: '2021-12-03T06:30:47.500Z' },
  { text: '2021-12-03T12:15:47,05+0100', gives: '2021-12-03T11:15:47.050Z' },
  { text: '2021-12-03 12:15 +01', gives: '2021-12-03T11:15:00.000Z' },
  { text: ' 2021-12-03 12:15:47Z ', gives: '2021-12-03T12:15:47.000Z' },
  // no zone in the text
  { text: '2023-06-01T12:00:00', gives: '2023-06-01T10:00:00.000Z', zone: 'Europe/Warsaw' },
  { text: '2023-06-01 12:00', gives: '2023-06-01T10:00:00.000Z', zone: 'Central European Standard Time' },
  { text: '2023-06-01', gives: '2023-06-01T00:00:00.000Z', zone: 'UTC' },
  // ConvertTo-Json of 5.1
  { text: '/Date(1670344068257)/', gives: '2022-12-06T16:27:48.257Z' },
  { text: '\\/Date(1670344068257+0100)\\/', gives: '2022-12-06T16:27:48.257Z' },
  // Export-Csv in the culture of the computer
  {
    text: '8/20/2018 11:32:37 AM', gives: '2018-08-20T09:32:37.000Z', zone: 'Europe/Warsaw',
    pattern: 'M/d/yyyy h:mm:ss tt',
  },
  {
    text: '06/09/2015 01:02:44', gives: '2015-09-06T00:02:44.000Z', zone: 'Europe/London',
    pattern: 'dd/MM/yyyy HH:mm:ss',
  },
  // a declared pattern does not keep times with their own zone from being read
  { text: '2023-06-01T06:36:56.042Z', gives: '2023-06-01T06:36:56.042Z', pattern: 'dd/MM/yyyy HH:mm:ss' },
  { text: '2023-06-01T06:36:56+02:00', gives: '2023-06-01T04:36:56.000Z', pattern: 'dd/MM/yyyy HH:mm:ss' },
  { text: '2023-01-06 06:36:56', gives: '2023-06-01T06:36:56.000Z', zone: 'UTC', pattern: 'yyyy-dd-MM HH:mm:ss' },
]
for (const { text, gives, ...options } of readable) {
  test(`"${text}" ${JSON.stringify(options)}`, t => t.is(timeReader(options).read(text), gives))
}

const impossible = [
  '2023-02-29T00:00:00.000Z', '2023-06-31T00:00:00.000Z', '2023-00-01T00:00:00.000Z', '2023-13-01T00:00:00.000Z',
  '2023-06-01T24:00:00.000Z', '2023-06-01T00:60:00.000Z', '2023-06-01T00:00:60.000Z', '1989-12-31T23:59:59.999Z',
  '2101-01-01T00:00:00.000Z', '0001-01-01T00:00:00', '0001-01-01T00:00:00.000Z',
  '1990-01-01T00:00:00+01:00', '01/01/0001 00:00:00',
  '/Date(-62135596800000)/', '/Date(999999999999999)/', '13/13/2015', '30/02/2015', '2023-03-26 02:30:00',
]
for (const text of impossible) test(`"${text}" is no time`, t => t.deepEqual(warsaw.read(text), { code: 'bad-time' }))

const undeclared: readonly {
  text: string
  code: string
  hint: readonly string[]
  message?: string
  pattern?: string
}[] = [
  {
    text: '06/09/2015 01:02:44', code: 'ambiguous-time', message: '"6 September 2015" or "9 June 2015"',
    hint: ['--set dates="dd/MM/yyyy HH:mm:ss"', '--set dates="MM/dd/yyyy HH:mm:ss"'],
  },
  {
    text: '6/9/2015 1:02:44 PM', code: 'ambiguous-time',
    hint: ['--set dates="d/M/yyyy h:mm:ss tt"', '--set dates="M/d/yyyy h:mm:ss tt"'],
  },
  { text: '6/6/2015 1:02', code: 'ambiguous-time', message: 'nothing tells', hint: ['--set dates="d/M/yyyy H:mm"'] },
  { text: '11-11-2025 11:31:30', code: 'ambiguous-time', hint: ['--set dates="d-M-yyyy H:mm:ss"'] },
  {
    text: '8/20/2018 11:32:37 AM', code: 'unreadable-time',
    hint: ['declare the form it has: --set dates="M/d/yyyy h:mm:ss tt"'],
  },
  {
    text: '14.12.2016 19:03:47', code: 'unreadable-time',
    hint: ['declare the form it has: --set dates="d.M.yyyy H:mm:ss"'],
  },
  {
    text: '14. 12. 2016 9:03:47', code: 'unreadable-time',
    hint: ['declare the form it has: --set dates="d. M. yyyy H:mm:ss"'],
  },
  {
    text: '2016. 12. 04. 9:03:47', code: 'unreadable-time',
    hint: ['declare the form it has: --set dates="yyyy. M. dd. H:mm:ss"'],
  },
  {
    text: '2016/12/14 19:03:47.123', code: 'unreadable-time',
    hint: ['declare the form it has: --set dates="yyyy/M/d H:mm:ss.fff"'],
  },
  { text: '14.12.2016', code: 'unreadable-time', hint: ['declare the form it has: --set dates="d.M.yyyy"'] },
  { text: 'středa 14. prosince', code: 'unreadable-time', hint: ['declare its form in the letters'] },
  { text: '1670344068257', code: 'unreadable-time', hint: ['declare its form in the letters'] },
  { text: '2023-06-01T06:36:56.Z', code: 'unreadable-time', hint: ['declare its form in the letters'] },
  { text: '2023-06-01T06:36:56+25:00', code: 'unreadable-time', hint: ['declare its form in the letters'] },
  { text: '2023-06-01T06:36:56.042z', code: 'unreadable-time', hint: ['declare its form in the letters'] },
  { text: '2023-06-01 12:00:00', code: 'missing-zone', hint: ['--set zone=Europe/Warsaw'] },
  {
    text: '06/09/2015 01:02:44', code: 'missing-zone', pattern: 'dd/MM/yyyy HH:mm:ss',
    hint: ['--set zone=Europe/Warsaw'],
  },
  {
    text: '06.09.2015 01:02:44', code: 'unreadable-time', pattern: 'dd/MM/yyyy HH:mm:ss',
    hint: ['--set dates="dd.MM.yyyy HH:mm:ss" or --set dates="MM.dd.yyyy HH:mm:ss"'],
  },
  {
    text: '08/20/2018 11:32:37', code: 'unreadable-time', pattern: 'dd/MM/yyyy HH:mm:ss',
    hint: ['--set dates="MM/d/yyyy H:mm:ss"'],
  },
]
for (const { text, code, hint, message = '', pattern } of undeclared) {
  test(`"${text}" as ${pattern ?? 'ISO'}: ${code}`, t => {
    const problem = timeReader(pattern === undefined ? {} : { pattern }).read(text)
    if (typeof problem === 'string' || problem.code === 'bad-time') return t.fail(JSON.stringify(problem))
    t.is(problem.code, code as never)
    for (const part of hint) t.true(problem.hint.includes(part), problem.hint)
    t.true(problem.message.includes(message), problem.message)
  })
}

test('the exact pattern a message gives reads the text it was made for', t => {
  const pad = (value: number, wide: boolean) => String(value).padStart(wide ? 2 : 1, '0')
  const days = fc.integer({ min: 1, max: 28 })
  const months = fc.integer({ min: 1, max: 12 })
  const hours = fc.integer({ min: 0, max: 23 })
  const separators = fc.constantFrom('/', '.', '-', '. ')
  fc.assert(fc.property(days, months, hours, fc.boolean(), separators, (day, month, hour, wide, separator) => {
    const text = `${pad(day, wide)}${separator}${pad(month, wide)}${separator}2015 ${pad(hour, wide)}:05:09`
    const problem = none.read(text)
    if (typeof problem === 'string' || problem.code === 'bad-time') return t.fail()
    const pattern = /dates="([^"]*)"/.exec(problem.hint)?.[1] ?? ''
    const iso = `2015-${pad(month, true)}-${pad(day, true)}T${pad(hour, true)}:05:09.000Z`
    t.is(timeReader({ zone: 'UTC', pattern }).read(text), iso)
  }))
  t.pass()
})

test('times in the hour that the clock shows twice are counted', t => {
  const reader = timeReader({ zone: 'Europe/Warsaw' })
  t.is(reader.read('2023-10-29 01:30:00'), '2023-10-28T23:30:00.000Z')
  t.is(reader.ambiguousHours(), 0)
  t.is(reader.read('2023-10-29 02:30:00'), '2023-10-29T00:30:00.000Z')
  t.is(reader.read('2023-10-29 02:30:00+01:00'), '2023-10-29T01:30:00.000Z')
  t.is(reader.ambiguousHours(), 1)
})

test('a day remembered as good says nothing of the next', t => {
  t.is(none.read('2023-02-28T00:00:00.000Z'), '2023-02-28T00:00:00.000Z')
  t.deepEqual(none.read('2023-02-29T00:00:00.000Z'), { code: 'bad-time' })
  t.deepEqual(none.read('2023-02-28T25:00:00.000Z'), { code: 'bad-time' })
})

test('any instant comes back from its text with any offset', t => {
  const years = { min: Date.UTC(1990, 0, 2), max: Date.UTC(2100, 11, 30) }
  const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 })
  const two = (value: number) => String(value).padStart(2, '0')
  fc.assert(fc.property(fc.integer(years), offsets, fc.constantFrom(0, 3, 7), (instant, minutes, digits) => {
    const ahead = Math.abs(minutes)
    const timeZone = `${minutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`
    const fractionalSecondDigits = digits as 0 | 3 | 7
    const text = Temporal.Instant.fromEpochMilliseconds(instant).toString({ timeZone, fractionalSecondDigits })
    t.is(none.read(text), new Date(digits === 0 ? instant - instant % 1000 : instant).toISOString())
  }))
  t.pass()
})

test('any text gives a time or a problem, and no problem repeats it', t => {
  const unit = fc.constantFrom(...'0123456789-/:.TZ+ APM'.split(''), 'personal')
  fc.assert(fc.property(fc.string({ unit }), text => {
    const read = none.read(text)
    if (typeof read !== 'string') t.false(JSON.stringify(read).includes('personal'))
    else t.regex(read, /^$|^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  }), { numRuns: 2000 })
  t.pass()
})
