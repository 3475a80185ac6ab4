// Patterns: what they may say, and what they read.
import test from 'ava'
import { checkPattern, patternReader } from '../../engine/time/pattern.ts'

const time = Date.UTC(2015, 8, 6, 13, 2, 44)

const readable: readonly { pattern: string, text: string, gives?: number }[] = [
  { pattern: 'dd/MM/yyyy HH:mm:ss', text: '06/09/2015 13:02:44' },
  { pattern: 'd/M/yyyy H:mm:ss', text: '6/9/2015 13:02:44' },
  { pattern: 'd/M/yyyy H:mm:ss', text: '06/09/2015 13:02:44' },
  { pattern: 'dd-MM-yyyy HH.mm.ss', text: '06-09-2015 13.02.44' },
  { pattern: 'd. M. yyyy H:mm:ss', text: '6. 9. 2015 13:02:44' },
  { pattern: 'M/d/yyyy h:mm:ss tt', text: '9/6/2015 1:02:44 PM' },
  { pattern: 'M/d/yyyy h:mm:ss tt', text: '9/6/2015 1:02:44\u202FPM' },
  { pattern: 'M/d/yyyy h:mm:ss tt', text: '9/6/2015 1:02:44 p. m.' },
  { pattern: 'dd MMM yyyy HH:mm:ss', text: '06 Sep 2015 13:02:44' },
  { pattern: 'MMMM d, yyyy HH:mm:ss', text: 'SEPTEMBER 6, 2015 13:02:44' },
  { pattern: 'MMM dd, yyyy HH:mm:ss:ffff', text: 'Sep 06, 2015 13:02:44:1239', gives: time + 123 },
  { pattern: 'yyyyMMddHHmmss', text: '20150906130244' },
  { pattern: 'yyyy MM dd HH mm ss ffff', text: '2015 09 06 13 02 44 0010', gives: time + 1 },
  { pattern: 'yyyy-MM-ddTHH:mm:ss.f', text: '2015-09-06T13:02:44.5', gives: time + 500 },
  { pattern: 'yyyy-MM-dd HH:mm:ss.ff', text: '2015-09-06 13:02:44.05', gives: time + 50 },
  { pattern: "yy'y'MM\\mdd HH:mm:ss", text: '15y09m06 13:02:44' },
  { pattern: 'dd/MM/yy HH:mm:ss', text: '31/12/90 00:00:00', gives: Date.UTC(1990, 11, 31) },
  { pattern: 'dd.MM.yyyy', text: '06.09.2015', gives: Date.UTC(2015, 8, 6) },
  { pattern: 'd/M/yyyy h tt', text: '6/9/2015 12 am', gives: Date.UTC(2015, 8, 6) },
  { pattern: 'd/M/yyyy h tt', text: '6/9/2015 12 pm', gives: Date.UTC(2015, 8, 6, 12) },
  { pattern: 'd/M/yyyy', text: '29/2/2016', gives: Date.UTC(2016, 1, 29) },
  { pattern: 'd/M/yyyy', text: '29/2/2015', gives: NaN },
  { pattern: 'd/M/yyyy', text: '29/2/2100', gives: NaN },
  { pattern: 'd/M/yyyy', text: '31/4/2015', gives: NaN },
  { pattern: 'd/M/yyyy', text: '0/4/2015', gives: NaN },
  { pattern: 'd/M/yyyy', text: '1/0/2015', gives: NaN },
  { pattern: 'd/M/yyyy', text: '1/1/0001', gives: NaN },
  { pattern: 'd/M/yyyy H:mm', text: '1/1/2015 24:00', gives: NaN },
  { pattern: 'd/M/yyyy H:mm:ss', text: '1/1/2015 23:59:60', gives: NaN },
  { pattern: 'd/M/yyyy h:mm tt', text: '1/1/2015 13:00 PM', gives: NaN },
  { pattern: 'd/M/yyyy h:mm tt', text: '1/1/2015 0:30 AM', gives: NaN },
]
for (const { pattern, text, gives = time } of readable) {
  test(`${pattern} reads ${JSON.stringify(text).replace('\u202F', '\\u202F')}`, t => {
    t.is(checkPattern(pattern), undefined)
    t.is(patternReader(pattern)(text)?.clock, gives)
  })
}

const unreadable: readonly { pattern: string, text: string }[] = [
  { pattern: 'dd/MM/yyyy', text: '6/09/2015' },
  { pattern: 'dd/MM/yyyy', text: '06.09.2015' },
  { pattern: 'dd/MM/yyyy', text: '06/09/2015 ' },
  { pattern: 'dd/MM/yyyy', text: '06/09/15' },
  { pattern: 'd/M/yyyy', text: '006/9/2015' },
  { pattern: 'd/M/yyyy H:mm tt', text: '6/9/2015 1:02' },
  { pattern: 'd/M/yyyy h:mm tt', text: '6/9/2015 1:02' },
  { pattern: 'd MMM yyyy', text: '6 Okt 2015' },
  { pattern: 'd/M/yyyy H:mm:ss.fff', text: '6/9/2015 1:02:44.12' },
  { pattern: 'd/M/yyyy', text: '٦/٩/٢٠١٥' },
]
for (const { pattern, text } of unreadable) {
  test(`${pattern} does not fit "${text}"`, t => t.is(patternReader(pattern)(text), undefined))
}

const faults: readonly { pattern: string, says: string }[] = [
  { pattern: '', says: 'it has no day' },
  { pattern: 'dd/MM', says: 'it has no year' },
  { pattern: 'dd/mm/yyyy', says: 'it has no month' },
  { pattern: 'dd/MM/yyyy hh:mm', says: 'it has hours to 12 (h) but no tt for AM or PM; hours to 24 are H' },
  { pattern: 'dd/MM/yyyy HH:mm tt', says: 'it has tt but no hours to 12 (h)' },
  { pattern: 'dd/MM/yyyy MM:ss', says: 'the month stands twice in it' },
  {
    pattern: 'DD/MM/YYYY',
    says: 'DD is none of d dd M MM MMM MMMM yy yyyy H HH h hh m mm s ss f to fffffff tt; put plain text in',
  },
  { pattern: 'dd/MM/yyyy zzz', says: 'zzz is none of' },
  { pattern: 'dd/MM/yyyyZ', says: 'Z is none of' },
  { pattern: 'dMyyyy', says: 'digits follow d directly, so its end cannot be told: write dd' },
  { pattern: "dd/MM/yyyy 'at", says: 'a quote or backslash in it has no partner' },
]
for (const { pattern, says } of faults) {
  test(`"${pattern}" is refused`, t => t.true(checkPattern(pattern)?.startsWith(says), checkPattern(pattern)))
}
