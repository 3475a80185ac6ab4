// What Get-CalendarDiagnosticAnalysis -OutputAs CSV writes: quotes that prove nothing, and line breaks anywhere.
import test from 'ava'
import fc from 'fast-check'
import { readCalendarLog } from '../../engine/inputs/calendar-log.ts'
import { type Meeting, advanced, bareLogOf, basic, cellsOf, logOf, usual } from './calendar-writer.ts'
import { blocksOf } from './reading.ts'
import { readTable } from './table.ts'

const read = (text: string, size?: number, list?: readonly string[]) => readTable(readCalendarLog, blocksOf(text, size, true), list)

const T1 = '"Jun 01, 2023 11:41:45:4060"'
const t1 = 'Jun 01, 2023 11:41:45:4060'
const head = 'Local Log Time,StartTime,Subject,Duration\r\n'

type Case = {
  title: string, text: string, columns?: string[][], rows?: string[][], lines?: number[], refused?: string[], stop?: string
}

const files: readonly Case[] = [
  { title: 'a record with its alerts', text: `${head}${T1},2023 06 01 12 30 00 0000,Planning,60,1 ALERTS:[Error-Late:Changed]\r\n`,
    rows: [[t1, '2023 06 01 12 30 00 0000', 'Planning', '60']], lines: [2] },
  { title: 'alerts with commas, in quotes or not', text: `${head}${T1},,a,60,"2 ALERTS:[A-B:c, d],[E]"\r\n${T1},,b,60,2 ALERTS:[A-B:c, d],[E]\r\n`,
    rows: [[t1, '', 'a', '60'], [t1, '', 'b', '60']] },
  { title: 'no alerts', text: `${head}${T1},,a,60\r\n`, rows: [[t1, '', 'a', '60']] },
  { title: 'LF alone, and blank lines between files', text: `${head.replace('\r', '')}${T1},,a,60\n\n${T1},,b,60\n`, rows: [[t1, '', 'a', '60'], [t1, '', 'b', '60']], lines: [2, 4] },
  { title: 'a cell in quotes for its comma', text: `${head}${T1},,"a, b",60\r\n`, rows: [[t1, '', 'a, b', '60']] },
  { title: 'quotes in a text without comma are its own', text: `${head}${T1},,"Q3" and "Q4",60\r\n${T1},,"Q3",60\r\n${T1},,",60\r\n`,
    rows: [[t1, '', '"Q3" and "Q4"', '60'], [t1, '', '"Q3"', '60'], [t1, '', '"', '60']] },
  { title: 'quotes in a text with commas that no comma follows', text: `${head}${T1},,"Plan "B" for a, b",60\r\n`, rows: [[t1, '', 'Plan "B" for a, b', '60']] },
  { title: 'a quote before a comma: refused, never guessed', text: `${head}${T1},,"Say "hi", Bob",60,1 ALERTS:[A]\r\n${T1},,"a", b",60\r\n${T1},,c,60\r\n`,
    rows: [[t1, '', 'c', '60']], refused: ['cell-count 2', 'cell-count 3'] },
  { title: 'a text that would be two cells, and one that would be none', text: `${head}${T1},,"a, b","c, d",60\r\n${T1},,60\r\n${T1},,x,60\r\n`,
    rows: [[t1, '', 'x', '60']], refused: ['cell-count 2', 'cell-count 3'] },
  { title: 'line breaks in a text, also beside a comma', text: `${head}${T1},,one\r\n\r\ntwo,60\r\n${T1},,"a,\nb",60\r\n${T1},,x,60\r\n`,
    rows: [[t1, '', 'one\r\n\r\ntwo', '60'], [t1, '', 'a,\nb', '60'], [t1, '', 'x', '60']], lines: [2, 5, 7] },
  { title: 'letters of any language, in the log time too', text: `${head}"čvn 01, 2023 11:41:45:4060",,Łódź 東京 😀,60\r\n"6月 01, 2023 11:41:45:4060",,x,60\r\n"juin. 01, 2023 11.41.45.4060",,y,60\r\n`,
    rows: [['čvn 01, 2023 11:41:45:4060', '', 'Łódź 東京 😀', '60'], ['6月 01, 2023 11:41:45:4060', '', 'x', '60'], ['juin. 01, 2023 11.41.45.4060', '', 'y', '60']] },
  { title: 'log times without a comma, so without quotes', text: `${head}2023-06-01 11:41:45.406,,a,60\r\n2023 06 01 11 41 45 4060,,b,60\r\n`,
    rows: [['2023-06-01 11:41:45.406', '', 'a', '60'], ['2023 06 01 11 41 45 4060', '', 'b', '60']] },
  { title: 'the header again, with columns of its own', text: `${head}${T1},,a,60\r\n${head}${T1},,b,60\r\n\uFEFFLocal Log Time,Duration,Location\r\n${T1},30,x\r\n`,
    columns: [['Local Log Time', 'StartTime', 'Subject', 'Duration'], ['Local Log Time', 'Duration', 'Location']],
    rows: [[t1, '', 'a', '60'], [t1, '', 'b', '60'], [t1, '30', 'x']], lines: [2, 4, 6] },
  { title: 'a header with a comma at its end', text: `Local Log Time, StartTime ,Subject,Duration,\r\n${T1},,a,60,0 ALERTS:\r\n`, rows: [[t1, '', 'a', '60']] },
  { title: 'lines that are no record, each', text: `${head}Loading\r\nthe log\r\n${T1},,a,60\r\n`, rows: [[t1, '', 'a', '60']], refused: ['cell-count 2', 'cell-count 3'] },
  { title: 'log times of an unknown form: every line', text: `${head}01/06/2023,,a,60\r\n02/06/2023,,b,60\r\n`, refused: ['cell-count 2', 'cell-count 3'] },
  { title: 'a last record that is cut inside a cell', text: `${head}${T1},,a,60\r\n${T1},,b,6`, rows: [[t1, '', 'a', '60']], refused: ['cell-count 3'] },
  { title: 'a last record that is cut inside its alerts', text: `${head}${T1},,b,60,1 ALERTS:[War`, rows: [[t1, '', 'b', '60']] },
  { title: 'a last record that is cut in the log time', text: `${head}${T1},,b,60\r\n"Jun 01, 2023 11:4`, rows: [[t1, '', 'b', '60\r\n"Jun 01']].slice(1), refused: ['cell-count 2'] },
  { title: 'a file without a last line end before another: what follows has unknown columns until the next header',
    text: `${head}${T1},,b,60Local Log Time,Subject,StartTime,Duration\r\n${T1},secret,,60\r\nLocal Log Time,Duration\r\n${T1},60\r\n`,
    columns: [['Local Log Time', 'StartTime', 'Subject', 'Duration'], ['Local Log Time', 'Duration']], rows: [[t1, '60']], refused: ['cell-count 2', 'cell-count 3'] },
  { title: 'the same behind alerts', text: `${head}${T1},,b,60,1 ALERTS:[A]Local Log Time,Subject\r\n${T1},secret\r\n`, rows: [[t1, '', 'b', '60']], refused: ['cell-count 3'] },
  { title: 'two columns of one name', text: 'Local Log Time,Subject,subject\r\n', columns: [], stop: 'duplicate-column 1' },
  { title: 'only a header', text: head },
]

for (const { title, text, columns = [['Local Log Time', 'StartTime', 'Subject', 'Duration']], rows = [], lines, refused = [], stop } of files) {
  test(title, async t => {
    for (const size of [1, 2, 3, 7, 64, Infinity]) {
      const log = await read(text, size)
      t.deepEqual(log.headers, columns)
      t.deepEqual(log.rows, rows)
      t.deepEqual(log.refused, refused)
      t.is(log.stop, stop)
      if (lines) t.deepEqual(log.lines, lines)
    }
  })
}

test('a list is read as elsewhere', async t => {
  t.deepEqual((await read(`${head}${T1},,a; b,60\r\n`, 7, ['Subject'])).rows, [[t1, '', 'a | b', '60']])
})

test('texts with commas beside time zones with commas are read: no quote ever stands in a time zone', async t => {
  const meeting = { NormalizedSubject: 'Planning, Q3', Subject: 'RE: Planning, Q3', ChangeList: '14AC', InternetMessageId: '<1@x>' }
  for (const columns of [advanced, [...advanced, 'ChangeList', 'InternetMessageId']]) {
    const log = await read(logOf([meeting], { columns }))
    t.deepEqual(log.refused, [])
    t.deepEqual(log.rows, [cellsOf(meeting, columns)])
  }
})

test('a record of 4 MiB is read in time, a longer one stops the run', async t => {
  const long = 'x'.repeat(4 << 20)
  t.is((await read(`${head}${T1},,${long.slice(100)},60\r\n`, 65_536)).rows.length, 1)
  t.is((await read(`${head}${T1},,${long},60\r\n`, 65_536)).stop, 'too-long 2')
  t.is((await read(`${head}${T1},,${long}${long}${long}`, 65_536)).stop, 'too-long 2')
})

test('a record of nothing but quotes and commas is refused before it takes long', async t => {
  const begin = performance.now()
  const log = await read(`Local Log Time,${Array.from({ length: 900 }, (_, index) => `c${index}`).join()}\r\n${T1},${'"a,",'.repeat(200_000)}\r\n`)
  t.deepEqual(log.refused, ['cell-count 2'])
  t.true(performance.now() - begin < 10_000)
})

test('any split into blocks gives the same records', async t => {
  const text = logOf([{ NormalizedSubject: 'a\r\nb, "c"' }, { Location: 'Žižkov, 3' }, {}], { columns: advanced }) + logOf([{ NormalizedSubject: 'x' }])
  const whole = await read(text)
  t.is(whole.rows.length, 4)
  await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 900 }), async size => { t.deepEqual(await read(text, size), whole) }), { numRuns: 60 })
})

/** What breaks readers of this shape; lines that begin like a record or a header are told from none by anything. */
const hostile = fc.string({
  unit: fc.constantFrom('"', ',', '",', ',"', '","', '\n', '\r\n', 'x', ' ', 'ž', '1 ALERTS:[', ',1 ALERTS:[', '2023 06 01 12 30 00 0000', 'Local Log Time', '</Subject>'),
  maxLength: 12,
}).filter(text => !/\n(?:Local Log Time|2023 06 01 12 30 00 0000)(?:,|$)/.test(text))

/** Texts that one sender chooses, alike or not. */
const hostileMeeting = fc.oneof(
  hostile.map((text): Meeting => ({ NormalizedSubject: text, Subject: text })),
  hostile.map((text): Meeting => ({ NormalizedSubject: text, Subject: `RE: ${text}` })),
  fc.tuple(hostile, hostile, hostile, hostile, hostile).map(([NormalizedSubject, Subject, Location, SentRepresentingDisplayName, ResponsibleUserName]): Meeting =>
    ({ NormalizedSubject, Subject, Location, SentRepresentingDisplayName, ResponsibleUserName })),
)

/** A row in one text; line breaks at its end cannot be told from blank lines behind it. */
const shown = (row: readonly string[]): string => row.join(' | ').replace(/[\r\n]+$/, '')

for (const [title, columns] of [['Basic', basic], ['Advanced', advanced]] as const) {
  for (const alerts of [true, false]) {
    test(`${title} ${alerts ? 'with' : 'without'} alerts: whatever texts hold, a record is exact or refused`, async t => {
      let exact = 0
      await fc.assert(fc.asyncProperty(fc.array(hostileMeeting, { minLength: 1, maxLength: 3 }), async meetings => {
        const log = await read(alerts ? logOf(meetings, { columns }) : bareLogOf(meetings, columns))
        t.true(log.rows.length + log.refused.length >= meetings.length)
        const sound = meetings.map(meeting => shown(cellsOf(meeting, columns)))
        for (const row of log.rows) t.true(sound.includes(shown(row)), shown(row))
        exact += log.rows.length
      }), { numRuns: 1500 })
      t.true(exact > 100, `${exact} records were read`)
    })
  }
}

test('a long subject made to fit: enough cells of its own, the rest hidden in quotes', async t => {
  for (let cells = 0; cells < 40; cells++) {
    for (const [open, close] of [['x,y",', ','], [',",', ','], [',",', ',"'], ['x', ',1 ALERTS:['], ['x,y",', ',1 ALERTS:[']] as const) {
      const text = open + Array.from({ length: cells }, () => 'fake').join() + close
      for (const columns of [basic, advanced]) {
        const meeting = { NormalizedSubject: text, Subject: text, Location: 'Room 1, Floor 2' }
        const { rows } = await read(logOf([meeting], { columns }))
        for (const row of rows) t.deepEqual(row, cellsOf(meeting, columns))
      }
    }
  }
  t.pass()
})

test('a line that begins with a whole log time begins a record, whoever wrote it', async t => {
  const forged = `x,60\r\n${T1},,y`
  const log = await read(`${head}${T1},,${forged},60\r\n`)
  t.deepEqual(log.rows, [[t1, '', 'x', '60'], [t1, '', 'y', '60']])
})

test('whatever stands in a file, it ends in records, refusals or a Stop, the same for any blocks', async t => {
  const unit = fc.constantFrom('a', 'ž', ',', '"', '\n', '\r\n', '\uFEFF', `${T1},`, 'Local Log Time,', ',1 ALERTS:', head)
  await fc.assert(fc.asyncProperty(fc.string({ unit, maxLength: 40 }), fc.integer({ min: 1, max: 30 }), async (text, size) => {
    const whole = await read(head + text)
    t.deepEqual(await read(head + text, size), whole)
  }), { numRuns: 1500 })
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async bytes => {
    await read(head + Buffer.from(bytes).toString('latin1'))
  }), { numRuns: 300 })
  t.truthy(usual)
})
