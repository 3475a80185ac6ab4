import test from 'ava'
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { openDelivery } from '../../engine/run/deliver.ts'
import { contents, disk, silent, stopOf, temporary } from './folder.ts'

const child = fileURLToPath(new URL('child.js', import.meta.url))

const files = (text: string): Record<string, string> => ({
  'groups.csv': `${text}\r\n`.repeat(1000), 'users.csv': `${text}\r\n`.repeat(1000), 'users.run.json': text,
})

/** A run in this process. */
async function run(out: string, text: string): Promise<readonly string[]> {
  const delivery = await openDelivery(out, 'users', disk, silent)
  for (const name of ['users.csv', 'groups.csv']) delivery.file(name).write(`${text}\r\n`.repeat(1000))
  await delivery.publish(() => text)
  return delivery.stale
}

/** Starts a run and reads what it says, line by line. */
function start(out: string, text: string): { says: () => Promise<string>, goOn: () => void, kill: () => Promise<void> } {
  const running = spawn(process.execPath, [child, out, text], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(running.stdout)[Symbol.asyncIterator]()
  return {
    says: async () => String((await lines.next()).value),
    goOn() { running.stdin.end('\n') },
    kill: async () => {
      const gone = new Promise<void>(resolve => { running.once('exit', () => { resolve() }) })
      running.kill('SIGKILL')
      await gone
    },
  }
}

test('a run killed in the middle leaves no half file under a final name; the next one reports it and works', async t => {
  const out = temporary(t)
  const first = start(out, 'first')
  t.is(await first.says(), 'ready')
  t.is((await stopOf(() => openDelivery(out, 'users', disk, silent)))?.diagnostic.code, 'busy')
  await first.kill()
  t.deepEqual(Object.keys(contents(out)), ['.np-pipeline.lock', 'groups.csv.partial', 'users.csv.partial'])

  t.deepEqual(await run(out, 'second'), ['users.csv', 'groups.csv'])
  t.deepEqual(contents(out), files('second'))
})

test('killed at every call to the disk: each file is whole, a record never belongs to other files, the next run works', async t => {
  const last = { status: null as number | null }
  for (let call = 1; last.status !== 0; call++) {
    const out = temporary(t)
    await run(out, 'old')
    last.status = spawnSync(process.execPath, [child, out, 'new', String(call)]).status
    const after = contents(out)
    for (const name of Object.keys(files('old'))) {
      const found = after[name] ?? after[`${name}.previous`]
      t.true(found === files('old')[name] || found === files('new')[name], `${name} at call ${call}`)
    }
    const record = after['users.run.json']
    if (record !== undefined) {
      for (const [name, text] of Object.entries(files(record))) t.is(after[name], text, `${name} at call ${call}`)
    }
    await run(out, 'next')
    t.deepEqual(contents(out), files('next'), `a run after call ${call}`)
  }
})

for (const lock of ['no lock', 'the lock of a dead process']) {
  test(`of 12 runs started together over ${lock}, one delivers and the others are told`, async t => {
    const out = temporary(t)
    mkdirSync(out)
    if (lock !== 'no lock') writeFileSync(join(out, '.np-pipeline.lock'), `999999999 ${disk.machine} 0\n`)
    const runs = Array.from({ length: 12 }, (_, index) => start(out, `run-${index}`))
    const first = await Promise.all(runs.map(run => run.says()))
    const ready = runs.filter((_, index) => first[index] === 'ready')
    t.true(ready.length > 0)
    const ended: string[] = []
    for (const run of ready) {
      run.goOn()
      ended.push(await run.says())
    }
    t.is(ended.filter(word => word === 'published').length, 1)
    t.true([...first.filter(word => word !== 'ready'), ...ended].every(word => word === 'busy' || word === 'published'))
    t.deepEqual(contents(out), files(contents(out)['users.run.json']!))
  })
}

const locks: readonly { title: string, text: string, busy: boolean }[] = [
  { title: 'a living process', text: `${process.ppid} ${disk.machine} 0\n`, busy: true },
  { title: 'a process on another computer', text: '999999999 0123456789abcdef 0\n', busy: true },
  { title: 'a dead process', text: `999999999 ${disk.machine} 0\n`, busy: false },
  { title: 'an earlier process of our own number, as containers have', text: `${process.pid} ${disk.machine} 0\n`, busy: false },
  { title: 'a run killed before it could write its number', text: '', busy: false },
]
for (const { title, text, busy } of locks) {
  test(`a lock of ${title} is ${busy ? 'kept' : 'taken over'}`, async t => {
    const out = temporary(t)
    mkdirSync(out)
    writeFileSync(join(out, '.np-pipeline.lock'), text)
    const stop = await stopOf(async () => { await (await openDelivery(out, 'users', disk, silent)).abandon() })
    t.is(stop?.diagnostic.code, busy ? 'busy' : undefined)
    t.deepEqual(contents(out), busy ? { '.np-pipeline.lock': text } : {})
  })
}

test('one process cannot have a folder twice, and can have it again', async t => {
  const out = temporary(t)
  const first = await openDelivery(out, 'users', disk, silent)
  const stop = await stopOf(() => openDelivery(out, 'emails', disk, silent))
  t.is(stop?.exit, 2)
  t.is(stop?.diagnostic.code, 'busy')
  await first.abandon()
  await (await openDelivery(out, 'emails', disk, silent)).abandon()
  t.deepEqual(contents(out), {})
})

test('a run whose lock was removed, and whose folder another took, delivers nothing and removes nothing', async t => {
  const out = temporary(t)
  const delivery = await openDelivery(out, 'users', disk, silent)
  delivery.file('users.csv').write('mine')
  writeFileSync(join(out, '.np-pipeline.lock'), `1 ${disk.machine} another\n`)
  unlinkSync(join(out, 'users.csv.partial'))
  writeFileSync(join(out, 'users.csv.partial'), 'theirs')
  const stop = await stopOf(() => delivery.publish(() => 'mine'))
  t.is(stop?.exit, 3)
  t.is(stop?.diagnostic.code, 'busy')
  t.deepEqual(contents(out)['users.csv.partial'], 'theirs')
  t.is(contents(out)['users.csv'], undefined)
})

if (process.platform !== 'win32') {
  test('a lock that is a link to nowhere does not make the run wait for ever', async t => {
    const out = temporary(t)
    mkdirSync(out)
    symlinkSync(join(out, 'nowhere'), join(out, '.np-pipeline.lock'))
    t.is((await stopOf(() => openDelivery(out, 'users', disk, silent)))?.diagnostic.code, 'busy')
  })
}
