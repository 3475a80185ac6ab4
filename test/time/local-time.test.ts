// Local times and dates: the clock as an export shows it, in no zone.
import test from 'ava'
import fc from 'fast-check'
import { monthOf } from '../../engine/time/local-months.ts'
import { localReader } from '../../engine/time/local-time.ts'

const none = localReader({})

const times: readonly { text: string, gives: string, pattern?: string }[] = [
  { text: '', gives: '' },
  { text: '  ', gives: '' },
  // the receiver's own form: as it stands
  { text: '2023-06-01 12:30:00', gives: '2023-06-01 12:30:00' },
  { text: ' 2023-06-01 11:41:45.406 ', gives: '2023-06-01 11:41:45.406' },
  // properties of calendar diagnostics; the last four figures are tenths of a millisecond
  { text: '2023 06 01 11 41 45 4069', gives: '2023-06-01 11:41:45.406' },
  { text: '2024 02 29 00 00 00 0000', gives: '2024-02-29 00:00:00.000' },
  // the log time, in the server's language
  { text: 'Jun 01, 2023 11:41:45:4060', gives: '2023-06-01 11:41:45.406' },
  { text: 'Mrz 01, 2023 11:41:45:4060', gives: '2023-03-01 11:41:45.406' },
  { text: 'PAŹ 01, 2023 11:41:45:4060', gives: '2023-10-01 11:41:45.406' },
  { text: 'déc. 01, 2023 11:41:45:4060', gives: '2023-12-01 11:41:45.406' },
  { text: 'de\u0301c. 01, 2023 11:41:45:4060', gives: '2023-12-01 11:41:45.406' },
  { text: 'kesä 1, 2023 11.41.45.4060', gives: '2023-06-01 11:41:45.406' },
  // ISO 8601: the clock as written, whatever its offset
  { text: '2023-06-01T12:30:00+02:00', gives: '2023-06-01 12:30:00.000' },
  { text: '2023-06-01T12:30:00Z', gives: '2023-06-01 12:30:00.000' },
  { text: '2023-06-01T12:30:00.1234567', gives: '2023-06-01 12:30:00.123' },
  { text: '2023-06-01 12:30:00.4', gives: '2023-06-01 12:30:00.400' },
  { text: '2023-06-01 12:30', gives: '2023-06-01 12:30:00.000' },
  { text: '2023-06-01', gives: '2023-06-01 00:00:00.000' },
  // ConvertTo-Json of 5.1: UTC
  { text: '/Date(1670344068257)/', gives: '2022-12-06 16:27:48.257' },
  // years of a calendar: a series without end, and the empty FILETIME
  { text: '4500-12-31 23:59:00', gives: '4500-12-31 23:59:00' },
  { text: '4500 12 31 23 59 00 0000', gives: '4500-12-31 23:59:00.000' },
  { text: '1601-01-01T00:00:00', gives: '1601-01-01 00:00:00.000' },
  // a declared pattern, and what needs none beside it
  { text: '6/1/2023 1:05:09 PM', pattern: 'M/d/yyyy h:mm:ss tt', gives: '2023-06-01 13:05:09.000' },
  { text: '31.12.4500 23:59', pattern: 'dd.MM.yyyy HH:mm', gives: '4500-12-31 23:59:00.000' },
  { text: '2023-06-01 12:30:00', pattern: 'dd.MM.yyyy HH:mm', gives: '2023-06-01 12:30:00' },
  { text: 'Jun 01, 2023 11:41:45:4060', pattern: 'dd.MM.yyyy HH:mm', gives: '2023-06-01 11:41:45.406' },
  // a pattern comes before what looks like another form
  { text: '2023-01-06 12:30:00', pattern: 'yyyy-dd-MM HH:mm:ss', gives: '2023-06-01 12:30:00.000' },
  { text: '2023-06-01 12:30:00', pattern: 'yyyy-MM-dd HH:mm:ss', gives: '2023-06-01 12:30:00' },
]
for (const { text, gives, ...options } of times) {
  test(`"${text}" ${JSON.stringify(options)}`, t => t.is(localReader(options).time(text), gives))
}

const impossible = [
  '2023-02-29 00:00:00', '2023-06-31 00:00:00.000', '2023-06-01 24:00:00', '2023-06-01 25:00:00', '2023-06-01 00:60:00', '2023-06-01 00:00:60',
  '2023 02 30 00 00 00 0000', 'Feb 30, 2023 00:00:00:0000', '1600-12-31 23:59:59', '4501-01-01 00:00:00', '0001-01-01T00:00:00', '/Date(-62135596800000)/',
  '30/02/2015', '13/13/2015',
  // broken quoting puts any text into the column
  'Planning', ' Q3"', '2023 06 01', 'Foo 01, 2023 11:41:45:4060', '1670344068257', '2023-06-01 12:30:00 Anna',
]
for (const text of impossible) {
  test(`"${text}" is no local time`, t => {
    t.deepEqual(none.time(text), { code: 'bad-time' })
    t.deepEqual(localReader({ pattern: 'dd.MM.yyyy HH:mm' }).time(text === '30/02/2015' || text === '13/13/2015' ? '30.02.2015 00:00' : text), { code: 'bad-time' })
  })
}

const faults: readonly { text: string, code: string, hint: string, pattern?: string }[] = [
  { text: '06/09/2015 01:02:44', code: 'ambiguous-time', hint: '--set dates="dd/MM/yyyy HH:mm:ss"' },
  { text: '14.12.2016 19:03:47', code: 'unreadable-time', hint: '--set dates="d.M.yyyy H:mm:ss"' },
  { text: '31/12/4500 23:59', code: 'unreadable-time', hint: '--set dates="d/M/yyyy H:mm"' },
  { text: '06.09.2015 01:02:44', code: 'unreadable-time', pattern: 'dd/MM/yyyy HH:mm:ss', hint: '--set dates="dd.MM.yyyy HH:mm:ss"' },
  { text: '08/20/2018 11:32:37', code: 'unreadable-time', pattern: 'dd/MM/yyyy HH:mm:ss', hint: '--set dates="MM/d/yyyy H:mm:ss"' },
]
for (const { text, code, hint, ...options } of faults) {
  test(`"${text}" ${JSON.stringify(options)}: ${code}, never missing-zone`, t => {
    for (const problem of [localReader(options).time(text), localReader(options).date(text)]) {
      if (typeof problem === 'string' || problem.code === 'bad-time') return t.fail(JSON.stringify(problem))
      t.is(problem.code, code as never)
      t.true(problem.hint.includes(hint), problem.hint)
    }
  })
}

const dates: readonly { text: string, gives: string, pattern?: string }[] = [
  { text: ' ', gives: '' },
  { text: '2023-06-01', gives: '2023-06-01' },
  { text: '1985-03-01', gives: '1985-03-01' },
  { text: '2023-06-01 23:30:00', gives: '2023-06-01' },
  { text: '2023-06-01T23:30:00.000', gives: '2023-06-01' },
  { text: '2023 06 01 23 30 00 0000', gives: '2023-06-01' },
  // with a zone it is an instant, and its date that of UTC
  { text: '2023-06-01T23:30:00-02:00', gives: '2023-06-02' },
  { text: '2023-06-01T00:30:00+02:00', gives: '2023-05-31' },
  { text: '2023-06-01T23:30:00Z', gives: '2023-06-01' },
  { text: '/Date(1670344068257)/', gives: '2022-12-06' },
  { text: '14.12.2016 19:03:47', pattern: 'd.M.yyyy H:mm:ss', gives: '2016-12-14' },
]
for (const { text, gives, ...options } of dates) {
  test(`the date of "${text}" ${JSON.stringify(options)}`, t => t.is(localReader(options).date(text), gives))
}

test('months of twelve languages', t => {
  const languages = [
    'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec', 'Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez', 'sty lut mar kwi maj cze lip sie wrz paź lis gru',
    'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.', 'ene. feb. mar. abr. may. jun. jul. ago. sep. oct. nov. dic.',
    'gen feb mar apr mag giu lug ago set ott nov dic', 'jan fev mar abr mai jun jul ago set out nov dez', 'jan feb mrt apr mei jun jul aug sep okt nov dec',
    'jan feb mar apr maj jun jul aug sep okt nov dec', 'jan feb mar apr maj juni juli aug sep okt nov dec', 'jan feb mar apr mai jun jul aug sep okt nov des',
    'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu', 'led úno bře dub kvě čvn čvc srp zář říj lis pro',
  ]
  for (const language of languages) t.deepEqual(language.split(' ').map(monthOf), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], language)
  t.is(monthOf('constructor'), NaN)
})

test('any clock comes back from each of its forms', t => {
  const range = { min: Date.UTC(1601, 0, 1), max: Date.UTC(4500, 11, 31) }
  const english = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
  fc.assert(fc.property(fc.integer(range), clock => {
    const iso = new Date(clock).toISOString()
    const plain = iso.replace('T', ' ').slice(0, 23)
    const [year, month, day, rest] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10), iso.slice(11, 19)]
    const tenths = `${iso.slice(20, 23)}7`
    const raw = `${year} ${month} ${day} ${rest.replaceAll(':', ' ')} ${tenths}`
    const display = `${english[Number(month) - 1]} ${day}, ${year} ${rest}:${tenths}`
    for (const text of [plain, raw, display, iso, `/Date(${clock})/`]) t.is(none.time(text), plain)
    t.is(none.date(plain), iso.slice(0, 10))
  }))
  t.pass()
})

test('any text gives a local time or a problem, and no problem repeats it', t => {
  const unit = fc.constantFrom(...'0123456789-/:.,TZ+ APM'.split(''), 'Jun', 'personal', '2023', '2023-06-01', ' 12:30:00')
  fc.assert(fc.property(fc.string({ unit, maxLength: 12 }), text => {
    const read = none.time(text)
    if (typeof read !== 'string') t.false(JSON.stringify(read).includes('personal'))
    else t.regex(read, /^$|^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{3})?$/)
    const date = none.date(text)
    if (typeof date === 'string') t.regex(date, /^$|^\d{4}-\d\d-\d\d$/)
  }), { numRuns: 3000 })
  t.pass()
})
