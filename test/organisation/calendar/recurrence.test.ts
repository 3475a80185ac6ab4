// Blobs and ids that the calendar logs hold: the encoders give what real ones are, and what may leave tells nothing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { corpus } from '../../corpus.ts'
import { eventIdHex, scrubbedEventId } from './event-id.ts'
import { readBlob } from './reading.ts'
import { recurrenceHex, scrubbedRecurrenceHex } from './recurrence.ts'
import type { Recurrence } from './recurrence.ts'

const at = (text: string): number => Date.parse(`${text}Z`)
const on = (day: string): number => at(`${day}T00:00`)

/** The examples of MS-OXOCAL and a real blob of Outlook, as models. */
const models: Readonly<Record<string, Recurrence>> = {
  'oxocal-4.1.1.2-weekly-exception-subject-location': {
    frequency: 'weekly', period: 1, days: 0x32, first: on('2007-03-26'), last: on('2007-04-20'), count: 12, counted: true,
    from: 600, to: 630, deleted: [],
    exceptions: [{
      original: at('2007-04-16T10:00'), start: at('2007-04-16T11:00'), end: at('2007-04-16T11:30'),
      subject: 'Simple Recurrence with exceptions', location: '34/4141',
    }],
  },
  'oxocal-4.1.1.3-daily-deleted-only': {
    frequency: 'daily', period: 3, first: on('2011-04-07'), last: on('2011-05-04'), count: 10, from: 480, to: 510,
    deleted: [on('2011-04-19'), on('2011-04-22')], exceptions: [],
  },
  'oxocal-nmonthly-exception-location': {
    frequency: 'monthly', period: 3, days: 0x41, day: 3, first: on('2008-02-09'), last: on('2010-05-08'), count: 10,
    counted: true, from: 840, to: 1020, deleted: [],
    exceptions: [
      { original: at('2008-05-10T14:00'), start: at('2008-05-11T14:00'), end: at('2008-05-11T17:00') },
      { original: at('2008-08-09T14:00'), start: at('2008-08-09T14:00'), end: at('2008-08-09T17:00'), location: 'new location' },
    ],
  },
  'msgreader-friday-lunch': {
    frequency: 'weekly', period: 1, days: 0x20, first: on('2023-01-06'), last: on('2023-12-31'), count: 52, from: 720, to: 780,
    deleted: [on('2023-01-06')],
    exceptions: [
      { original: at('2023-01-13T12:00'), start: at('2023-01-09T12:00'), end: at('2023-01-09T13:00'), subject: 'Monday Lunch' },
      { original: at('2023-01-20T12:00'), start: at('2023-01-20T12:00'), end: at('2023-01-20T13:00'), busy: 3 },
    ],
  },
}

test('the model of an example of MS-OXOCAL gives its bytes, and without its texts those that may leave', t => {
  const model = models['oxocal-4.1.1.2-weekly-exception-subject-location']!
  const head = '043004300B2001000000C0210000010000000000000032000000222000000C0000000000000001000000A096BC0C01000000A096BC0C'
    + '8020BC0C20ADBC0C0630000009300000580200007602000001003499BC0C5299BC0CF898BC0C1100'
  const times = '3499BC0C5299BC0CF898BC0C'
  t.is(recurrenceHex(model), [
    head, '22002100', Buffer.from('Simple Recurrence with exceptions').toString('hex'), '08000700', Buffer.from('34/4141').toString('hex'),
    '00000000', '04000000', '00000000', '00000000', times,
    '2100', Buffer.from('Simple Recurrence with exceptions', 'utf16le').toString('hex'),
    '0700', Buffer.from('34/4141', 'utf16le').toString('hex'), '00000000', '00000000',
  ].join('').toUpperCase())
  t.is(scrubbedRecurrenceHex(model), `${head}0100000001000000000000000400000000000000000000${'00'}${times}000000000000000000000000`)
})

test('the models of real blobs give their bytes, and without their texts those of the vectors', t => {
  if (corpus === undefined) {
    t.log('not run: no corpus')
    return t.pass()
  }
  const vectors = JSON.parse(readFileSync(join(corpus, 'calendar/vectors.json'), 'utf8')) as
    readonly { readonly name: string, readonly kind: string, readonly hex: string, readonly scrubKeepFlagsHex: string }[]
  for (const [name, model] of Object.entries(models)) {
    const vector = vectors.find(one => one.name === name && one.kind === 'recurrence')
    t.deepEqual([recurrenceHex(model), scrubbedRecurrenceHex(model)], [vector?.hex.toUpperCase(), vector?.scrubKeepFlagsHex], name)
  }
})

for (const [name, model] of Object.entries(models)) {
  test(`${name} is read back: the same days and flags, texts or none`, t => {
    const whole = readBlob(recurrenceHex(model))
    const scrubbed = readBlob(scrubbedRecurrenceHex(model))
    t.is(whole.left, 0)
    t.deepEqual(whole.exceptions.map(({ original }) => original), model.exceptions.map(({ original }) => original))
    t.deepEqual(whole.exceptions.flatMap(({ wide }) => wide), model.exceptions.flatMap(({ subject, location }) =>
      [subject, location].filter(text => text !== undefined)))
    const blank = (texts: readonly string[]): readonly string[] => texts.map(() => '')
    t.deepEqual(scrubbed, {
      ...whole, exceptions: whole.exceptions.map(one => ({ ...one, narrow: blank(one.narrow), wide: blank(one.wide) })),
    })
  })
}

test('a blob without tail keeps its 8-bit texts, and stale bytes follow the end', t => {
  const model = models['msgreader-friday-lunch']!
  const cut = readBlob(recurrenceHex(model, { tail: false }))
  t.deepEqual(cut.exceptions.map(({ narrow, wide }) => [...narrow, ...wide]), [['Monday Lunch'], []])
  t.is(readBlob(recurrenceHex(model, { stale: Buffer.alloc(300) })).left, 300)
  t.is(readBlob(scrubbedRecurrenceHex(model, { stale: Buffer.alloc(300) })).left, 0)
})

test('a letter that Windows-1252 lacks is a question mark in the 8-bit text only', t => {
  const exceptions = [{ original: on('2024-05-13'), start: on('2024-05-13'), end: on('2024-05-13'), subject: 'Ü Ł' }]
  const [read] = readBlob(recurrenceHex({ ...models['oxocal-4.1.1.3-daily-deleted-only']!, exceptions })).exceptions
  t.deepEqual([read?.narrow, read?.wide], [['Ü ?'], ['Ü Ł']])
})

const day = on('2024-05-20')
const mac = (bytes: Buffer): Buffer => Buffer.alloc(32, bytes.length)
/** Real ones (calendar-domain.md (b)). */
const ids = [
  { title: 'a native id', id: { kind: 'native', created: Date.UTC(2023, 3, 25, 12, 56, 51, 896), guid: '2fcdf04279af6940a5bfb94f9b9f73cd' },
    series: '040000008200E00074C5B7101A82E008000000008063B5677577D9010000000000000000100000002FCDF04279AF6940A5BFB94F9B9F73CD' },
  { title: 'a foreign UID', id: { kind: 'uid', uid: 'foobar123@abc.com', ended: true },
    series: '040000008200E00074C5B7101A82E0080000000000000000000000000000000000000000'
      + '1E0000007643616C2D55696401000000666F6F626172313233406162632E636F6D00' },
] as const
for (const { title, id, series } of ids) {
  test(`${title}: an exception differs from its series in four bytes`, t => {
    t.is(eventIdHex(id), series)
    t.is(eventIdHex(id, day), `${series.slice(0, 32)}07E80514${series.slice(40)}`)
  })
}

test('of a foreign UID only its HMAC leaves, under the same day; a native id as it is', t => {
  const [native, foreign] = [ids[0].id, ids[1].id]
  t.is(scrubbedEventId(native, day, mac), eventIdHex(native, day))
  const scrubbed = scrubbedEventId(foreign, day, mac) ?? ''
  t.is(scrubbed.slice(32, 40), '07E80514')
  t.is(scrubbed.slice(72, 80), '4D000000')
  // "uid:" and 17 letters of the UID are 21 bytes.
  t.is(Buffer.from(scrubbed.slice(104), 'hex').toString(), `${'15'.repeat(32)}\0`)
  t.is(scrubbed.length, 2 * (40 + 77))
  t.is(scrubbedEventId({ kind: 'odd', text: 'anna' }, undefined, mac), undefined)
})
