import test from 'ava'
import { chmodSync, existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openQuarantine } from '../../engine/run/quarantine.ts'
import { contents, disk, stopOf, temporary } from './folder.ts'

test('refused records stand beside the outputs, one JSON object a line, without what they hold', t => {
  const out = temporary(t)
  const quarantine = openQuarantine(out, 'emails', { raw: false }, disk)
  quarantine.add({ file: 'tracking.LOG', line: 17, code: 'cell-count', raw: 'anna@contoso.example' })
  quarantine.add({ code: 'bad-time', field: 'time', line: 4, file: 'tracking.LOG', step: 'delivered' })
  t.is(quarantine.count, 2)
  quarantine.close()
  t.deepEqual(contents(`${out}.quarantine`), {
    'emails.jsonl': '{"file":"tracking.LOG","line":17,"code":"cell-count"}\n'
      + '{"file":"tracking.LOG","line":4,"step":"delivered","field":"time","code":"bad-time"}\n',
  })
  t.false(existsSync(out), 'the output folder is not touched')
})

test('raw records only when asked for', t => {
  const out = temporary(t)
  const quarantine = openQuarantine(out, 'emails', { raw: true }, disk)
  quarantine.add({ file: 'a.csv', line: 2, code: 'cell-count', raw: 'x,"y\u2028\r\n\ud83d' })
  quarantine.close()
  const [line] = contents(`${out}.quarantine`)['emails.jsonl']!.split('\n')
  t.deepEqual(JSON.parse(line!), { file: 'a.csv', line: 2, code: 'cell-count', raw: 'x,"y\u2028\r\n\ud83d' })
})

test('a folder given with a slash at its end has its quarantine beside it all the same', t => {
  const out = temporary(t)
  const quarantine = openQuarantine(`${out}/`, 'emails', { raw: false }, disk)
  quarantine.add({ file: 'a.csv', line: 2, code: 'cell-count' })
  quarantine.close()
  t.true(existsSync(`${out}.quarantine/emails.jsonl`))
})

test('a run replaces what an earlier run of its name refused', t => {
  const out = temporary(t)
  for (const [name, line] of [['emails', 1], ['users', 2], ['emails', 3]] as const) {
    const quarantine = openQuarantine(out, name, { raw: false }, disk)
    quarantine.add({ file: 'a.csv', line, code: 'cell-count' })
    quarantine.close()
  }
  t.deepEqual(contents(`${out}.quarantine`), {
    'emails.jsonl': '{"file":"a.csv","line":3,"code":"cell-count"}\n',
    'users.jsonl': '{"file":"a.csv","line":2,"code":"cell-count"}\n',
  })
})

test('a run without refusals makes no folder, and removes the old file of its name', t => {
  const out = temporary(t)
  const folder = `${out}.quarantine`
  openQuarantine(out, 'emails', { raw: false }, disk).close()
  t.false(existsSync(folder))
  mkdirSync(folder)
  for (const name of ['emails', 'users']) writeFileSync(join(folder, `${name}.jsonl`), 'old')
  openQuarantine(out, 'emails', { raw: false }, disk).close()
  t.deepEqual(contents(folder), { 'users.jsonl': 'old' })
  openQuarantine(out, 'users', { raw: false }, disk).close()
  t.false(existsSync(folder))
})

test('many refusals are written on the way', t => {
  const out = temporary(t)
  const quarantine = openQuarantine(out, 'emails', { raw: false }, disk)
  for (let line = 1; line <= 5000; line++) quarantine.add({ file: 'a.csv', line, code: 'cell-count' })
  t.true(contents(`${out}.quarantine`)['emails.jsonl']!.length > 100_000)
  quarantine.close()
  const lines = contents(`${out}.quarantine`)['emails.jsonl']!.trimEnd().split('\n')
  t.deepEqual(lines.map(text => (JSON.parse(text) as { line: number }).line), Array.from({ length: 5000 }, (_, index) => index + 1))
})

if (process.platform !== 'win32') {
  test('folder and file are for their owner only; a link or open file in the way is replaced, not written to', t => {
    const out = temporary(t)
    const folder = `${out}.quarantine`
    const add = (name: string): void => {
      const quarantine = openQuarantine(out, name, { raw: false }, disk)
      quarantine.add({ file: 'a.csv', line: 1, code: 'cell-count' })
      quarantine.close()
    }
    add('emails')
    t.is(statSync(folder).mode & 0o777, 0o700)
    chmodSync(join(folder, 'emails.jsonl'), 0o644)
    writeFileSync(`${out}.elsewhere`, 'not ours')
    symlinkSync(`${out}.elsewhere`, join(folder, 'users.jsonl'))
    add('emails')
    add('users')
    t.is(statSync(join(folder, 'emails.jsonl')).mode & 0o777, 0o600)
    t.is(statSync(`${out}.elsewhere`).size, 8)
  })
}

test('a full disk stops the run; short writes do not', async t => {
  const out = temporary(t)
  const full = openQuarantine(out, 'emails', { raw: false }, { ...disk, write() { throw Object.assign(new Error('/some/path'), { code: 'ENOSPC' }) } })
  full.add({ file: 'a.csv', line: 1, code: 'cell-count' })
  const stop = await stopOf(() => { full.close() })
  t.is(stop?.diagnostic.message, 'cannot write the quarantine file emails.jsonl: the disk is full; nothing was delivered')

  const slow = openQuarantine(out, 'emails', { raw: false }, { ...disk, write: (file, bytes, offset) => disk.write(file, bytes, offset, 1) })
  slow.add({ file: 'a.csv', line: 1, code: 'cell-count' })
  slow.close()
  t.is(contents(`${out}.quarantine`)['emails.jsonl'], '{"file":"a.csv","line":1,"code":"cell-count"}\n')
})
