// Every call to the disk fails once, in every way: nothing torn, nothing half-delivered, what was there before kept.
import test from 'ava'
import { isDeepStrictEqual } from 'node:util'
import { type Output, openDelivery } from '../../engine/run/deliver.ts'
import type { FileSystem } from '../../engine/run/file-system.ts'
import { contents, disk, silent, stopOf, temporary } from './folder.ts'
import { faulty } from './faulty.ts'

/** A run with two outputs; `text` tells which run a file is from. */
async function run(out: string, text: string, files: FileSystem, log: (line: string) => void = silent): Promise<void> {
  const delivery = await openDelivery(out, 'users', files, log)
  const [users, groups] = [delivery.file('users.csv'), delivery.file('groups.csv')]
  for (let part = 0; part < 3; part++) {
    users.write(`${text}\r\n`.repeat(100))
    groups.write(Buffer.from(`${text}\r\n`.repeat(50)))
  }
  await delivery.publish((outputs: readonly Output[]) => `${text} ${outputs.map(output => output.bytes).join(' ')}`)
}

const delivered = (text: string): Record<string, string> => ({
  'groups.csv': `${text}\r\n`.repeat(150),
  'users.csv': `${text}\r\n`.repeat(300),
  'users.run.json': `${text} ${300 * (text.length + 2)} ${150 * (text.length + 2)}`,
})

const left = (all: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !/\.(lock|previous|partial)$/.test(name)))

for (const as of ['ENOSPC', 'EIO', 'EACCES', 'EDQUOT', 'EINTR', 'EMFILE', 'short']) {
  for (const before of ['nothing', 'an earlier delivery']) {
    test(`${as} once, at every call, over ${before}`, async t => {
      let failures = 0
      for (let at = 1; ; at++) {
        const out = temporary(t)
        const old = before === 'nothing' ? {} : delivered('old')
        if (before !== 'nothing') await run(out, 'old', disk)
        const files = faulty(disk, { at, as })
        const stop = await stopOf(() => run(out, 'new', files))
        if (files.count() < at) {
          t.is(stop, undefined)
          break
        }
        t.deepEqual(left(contents(out)), stop ? old : delivered('new'), `call ${at}`)
        if (stop) {
          failures++
          t.true(['write-failed', 'busy'].includes(stop.diagnostic.code), stop.diagnostic.code)
          t.notRegex(JSON.stringify(stop.diagnostic), /some\/path/)
        }
        await run(out, 'next', disk)
        t.deepEqual(contents(out), delivered('next'), `a run after call ${at}`)
      }
      t.is(failures === 0, as === 'short')
    })
  }
}

test('a disk that dies at any call: no file is torn, a record never belongs to other files, and the next run puts it right', async t => {
  for (let at = 1; ; at++) {
    const out = temporary(t)
    await run(out, 'old', disk)
    const files = faulty(disk, { at, as: 'EIO', forever: true })
    await stopOf(() => run(out, 'new', files))
    if (files.count() < at) break
    const after = left(contents(out))
    const whole = [delivered('old'), delivered('new')]
    for (const [name, text] of Object.entries(after)) t.true(whole.some(one => one[name] === text), `${name} at call ${at}`)
    if (after['users.run.json'] !== undefined) t.true(whole.some(one => isDeepStrictEqual(one, after)), `call ${at}`)
    await run(out, 'next', disk)
    t.deepEqual(contents(out), delivered('next'), `a run after call ${at}`)
  }
})

test('a disk that takes one byte at a time is only slow; one that takes none at all fails', async t => {
  const slow = temporary(t)
  await run(slow, 'new', { ...disk, write: (descriptor, bytes, offset) => disk.write(descriptor, bytes, offset, 1) })
  t.deepEqual(contents(slow), delivered('new'))
  const stop = await stopOf(() => run(temporary(t), 'new', { ...disk, write: () => 0 }))
  t.is(stop?.diagnostic.code, 'write-failed')
})

test('bytes that were counted and are not on the disk fail the run', async t => {
  const out = temporary(t)
  const stop = await stopOf(() => run(out, 'new', { ...disk, size: descriptor => disk.size(descriptor) - 1 }))
  t.is(stop?.diagnostic.code, 'write-failed')
  t.deepEqual(contents(out), {})
})

test('the message names the file, the reason and what to do', async t => {
  const files: FileSystem = { ...disk, sync: () => { throw Object.assign(new Error('/some/path'), { code: 'ENOSPC' }) } }
  const stop = await stopOf(() => run(temporary(t), 'new', files))
  t.is(stop?.exit, 3)
  t.like(stop?.diagnostic, {
    code: 'write-failed',
    message: 'cannot write users.csv: the disk is full; nothing was delivered',
    hint: 'make room, or give a folder on another disk with --out; then run again',
  })
})

/** Windows, where Excel has `groups.csv` open for the first `times` tries. */
const heldByExcel = (times: number): { files: FileSystem, waited: () => number } => {
  let [tries, waited] = [0, 0]
  return {
    waited: () => waited,
    files: {
      ...disk,
      platform: 'win32',
      rename(from, to) {
        if (from.endsWith('groups.csv') && tries++ < times) throw Object.assign(new Error('/some/path'), { code: 'EBUSY' })
        disk.rename(from, to)
      },
      async pause(milliseconds) { waited += milliseconds },
    },
  }
}

test('Windows: a file that a program lets go within seconds is replaced', async t => {
  const out = temporary(t)
  await run(out, 'old', disk)
  const lines: string[] = []
  const { files, waited } = heldByExcel(5)
  await run(out, 'new', files, line => lines.push(line))
  t.deepEqual(contents(out), delivered('new'))
  t.is(waited(), 50 + 100 + 200 + 400 + 800)
  t.deepEqual(lines, ['another program holds groups.csv; trying again for 10 seconds'])
})

test('Windows: a file that stays open ends the run, and all files are as they were', async t => {
  const out = temporary(t)
  await run(out, 'old', disk)
  const { files, waited } = heldByExcel(Infinity)
  const stop = await stopOf(() => run(out, 'new', files))
  t.is(stop?.diagnostic.message, 'cannot write groups.csv: another program holds the file; nothing was delivered')
  t.true(waited() >= 10_000 && waited() < 12_000)
  t.deepEqual(contents(out), delivered('old'))
})

test('Windows: a run that is ended while it waits stops waiting, and undoes', async t => {
  const out = temporary(t)
  await run(out, 'old', disk)
  const { files, waited } = heldByExcel(Infinity)
  const delivery = await openDelivery(out, 'users', {
    ...files,
    async pause(milliseconds) {
      await files.pause(milliseconds)
      void delivery.abandon()
    },
  }, silent)
  for (const name of ['users.csv', 'groups.csv']) delivery.file(name).write('new')
  t.is((await stopOf(() => delivery.publish(() => 'new')))?.diagnostic.code, 'write-failed')
  t.is(waited(), 50)
  t.deepEqual(contents(out), delivered('old'))
})

test('a system that cannot sync folders, as Windows, is no failure', async t => {
  const out = temporary(t)
  await run(out, 'new', {
    ...disk,
    open(path, flags, mode) {
      if (flags === 'r') throw Object.assign(new Error('/some/path'), { code: 'EISDIR' })
      return disk.open(path, flags, mode)
    },
  })
  t.deepEqual(contents(out), delivered('new'))
})
