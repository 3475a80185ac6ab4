// The form of the times of a column: what the data prove, and what they leave open.
import test from 'ava'
import fc from 'fast-check'
import { type Dates, datesOf, lacksZone } from '../../engine/init/dates.ts'
import { patternReader } from '../../engine/time/pattern.ts'
import { timeReader } from '../../engine/time/time.ts'

const { read } = timeReader({})
const isKnown = (text: string): boolean => {
  const time = read(text)
  return typeof time === 'string' || time.code === 'missing-zone'
}

const cases: readonly { readonly title: string, readonly texts: readonly string[], readonly dates: Dates }[] = [
  { title: 'blanks tell nothing', texts: ['', ' '], dates: { form: 'none' } },
  { title: 'ISO needs no pattern', texts: ['2024-05-20T08:00:00Z', '2024-05-20 08:00:00', ''], dates: { form: 'known' } },
  { title: 'nor do the dates of 5.1 in JSON', texts: ['/Date(1716182779700)/'], dates: { form: 'known' } },
  { title: 'Germany: a day above 12, and leading zeros', texts: ['05.06.2024 07:00:00', '13.05.2024 10:00:00'], dates: { form: 'pattern', pattern: 'dd.MM.yyyy HH:mm:ss' } },
  { title: 'a leading zero of the month in one row, of the day in another', texts: ['13.05.2024 10:00:00', '05.12.2024 07:00:00'], dates: { form: 'pattern', pattern: 'dd.MM.yyyy HH:mm:ss' } },
  { title: 'without leading zeros', texts: ['5.6.2024 7:00:00', '13.10.2024 10:00:00'], dates: { form: 'pattern', pattern: 'd.M.yyyy H:mm:ss' } },
  { title: 'where no day tells, one letter takes both', texts: ['20.11.2024 10:00:00', '21.11.2024 11:00:00'], dates: { form: 'pattern', pattern: 'd.M.yyyy H:mm:ss' } },
  { title: 'the United States', texts: ['5/20/2024 4:00:00 AM', '12/1/2024 11:00:00 PM'], dates: { form: 'pattern', pattern: 'M/d/yyyy h:mm:ss tt' } },
  { title: 'Denmark: a dot between hours and minutes', texts: ['20-05-2024 10.00.00'], dates: { form: 'pattern', pattern: 'd-MM-yyyy H.mm.ss' } },
  { title: 'the year first needs no proof', texts: ['2024/05/06 10:00:00'], dates: { form: 'pattern', pattern: 'yyyy/MM/dd H:mm:ss' } },
  { title: 'only small figures', texts: ['05/06/2024 10:00:00', '07/06/2024 10:00:00'], dates: { form: 'either', dayFirst: 'dd/MM/yyyy H:mm:ss', monthFirst: 'MM/dd/yyyy H:mm:ss' } },
  { title: 'day and month the same', texts: ['05.05.2024'], dates: { form: 'either', dayFirst: 'dd.MM.yyyy', monthFirst: 'MM.dd.yyyy' } },
  { title: 'two cultures in one column', texts: ['13.05.2024 10:00:00', '5/20/2024 4:00:00 AM'], dates: { form: 'unknown' } },
  { title: 'both orders in one column', texts: ['13/05/2024', '05/13/2024'], dates: { form: 'unknown' } },
  { title: 'words', texts: ['last Monday'], dates: { form: 'unknown' } },
  { title: 'ISO beside a culture: the rest decides', texts: ['2024-05-20T08:00:00Z', '13.05.2024 10:00:00'], dates: { form: 'pattern', pattern: 'd.MM.yyyy H:mm:ss' } },
]

for (const { title, texts, dates } of cases) test(title, t => { t.deepEqual(datesOf(texts, isKnown), dates) })

test('a pattern that is found reads every text, as the culture meant it', t => {
  const time = fc.date({ min: new Date('1991-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(fc.property(fc.array(time, { minLength: 1, maxLength: 8 }), fc.boolean(), fc.boolean(), (times, dayFirst, zeros) => {
    const digits = (value: number): string => zeros ? String(value).padStart(2, '0') : String(value)
    const texts = times.map(one => {
      const [day, month] = [digits(one.getUTCDate()), digits(one.getUTCMonth() + 1)]
      return `${dayFirst ? `${day}.${month}` : `${month}.${day}`}.${one.getUTCFullYear()} ${digits(one.getUTCHours())}:${String(one.getUTCMinutes()).padStart(2, '0')}`
    })
    const dates = datesOf(texts, () => false)
    const pattern = dates.form === 'pattern' ? dates.pattern : dates.form === 'either' ? dates[dayFirst ? 'dayFirst' : 'monthFirst'] : undefined
    t.not(pattern, undefined)
    const readPattern = patternReader(pattern!)
    texts.forEach((text, index) => { t.is(readPattern(text)?.clock, Math.floor(times[index]!.getTime() / 60_000) * 60_000) })
    if (dates.form === 'either') t.true(times.every(one => one.getUTCDate() <= 12))
  }))
})

const zones: readonly { readonly title: string, readonly texts: readonly string[], readonly pattern?: string, readonly lacks: boolean }[] = [
  { title: 'UTC carries its zone', texts: ['2024-05-20T08:00:00Z'], lacks: false },
  { title: 'an offset is one', texts: ['2024-05-20T08:00:00+02:00', ''], lacks: false },
  { title: 'a clock has none', texts: ['2024-05-20T08:00:00Z', '2024-05-20 08:00:00'], lacks: true },
  { title: 'nor has a culture', texts: ['13.05.2024 10:00:00'], pattern: 'dd.MM.yyyy HH:mm:ss', lacks: true },
]
for (const { title, texts, pattern, lacks } of zones) test(`zone: ${title}`, t => { t.is(lacksZone(texts, pattern), lacks) })
