import test from 'ava'
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Output, openDelivery } from '../../engine/run/deliver.ts'
import { contents, disk, silent, stopOf, temporary } from './folder.ts'

const record = (outputs: readonly Output[]): string => JSON.stringify(outputs.map(output => output.file))

test('outputs appear together, under their names, when the run ends well', async t => {
  const out = temporary(t)
  const delivery = await openDelivery(out, 'users', disk, silent)
  const [users, groups] = [delivery.file('users.csv'), delivery.file('groups.csv')]
  users.write('id;')
  users.write(Buffer.from('name\r\n'))
  groups.write('zażółć 😀\r\n')
  t.deepEqual(Object.keys(contents(out)), ['.np-pipeline.lock', 'groups.csv.partial', 'users.csv.partial'])

  let outputs: readonly Output[] = []
  await delivery.publish(finished => record(outputs = finished))
  t.deepEqual(contents(out), { 'groups.csv': 'zażółć 😀\r\n', 'users.csv': 'id;name\r\n', 'users.run.json': '["users.csv","groups.csv"]' })
  t.deepEqual(outputs, ['users.csv', 'groups.csv'].map(file => {
    const bytes = readFileSync(join(out, file))
    return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  }))
  t.deepEqual(delivery.stale, [])
})

test('an abandoned run leaves nothing, and what was delivered before', async t => {
  const out = temporary(t)
  const first = await openDelivery(out, 'emails', disk, silent)
  first.file('emails.csv').write('old')
  await first.publish(record)
  const before = contents(out)

  const second = await openDelivery(out, 'emails', disk, silent)
  const file = second.file('emails.csv')
  file.write('new')
  await second.abandon()
  file.write('a row that was on its way')
  await second.abandon()
  t.deepEqual(contents(out), before)
  await t.throwsAsync(second.publish(record), { message: 'the delivery is over' })
})

test('a run replaces its own outputs only', async t => {
  const out = temporary(t)
  for (const [name, text] of [['emails', 'one'], ['users', 'two'], ['emails', 'three']] as const) {
    const delivery = await openDelivery(out, name, disk, silent)
    delivery.file(`${name}.csv`).write(text)
    await delivery.publish(() => text)
  }
  t.deepEqual(contents(out), { 'emails.csv': 'three', 'emails.run.json': 'three', 'users.csv': 'two', 'users.run.json': 'two' })
})

test('a run without outputs still leaves its record; a large output comes whole', async t => {
  const out = temporary(t)
  await (await openDelivery(out, 'none', disk, silent)).publish(record)
  t.deepEqual(contents(out), { 'none.run.json': '[]' })

  const large = await openDelivery(out, 'large', disk, silent)
  const file = large.file('large.csv')
  const block = 'ż'.repeat(300_000)
  for (let part = 0; part < 5; part++) file.write(block)
  await large.publish(record)
  t.true(readFileSync(join(out, 'large.csv'), 'utf8') === block.repeat(5))
})

test('a record that cannot be made ends the delivery', async t => {
  const out = temporary(t)
  const delivery = await openDelivery(out, 'emails', disk, silent)
  delivery.file('emails.csv').write('x')
  await t.throwsAsync(delivery.publish(() => { throw new Error('the sum does not hold') }), { message: 'the sum does not hold' })
  t.deepEqual(contents(out), {})
})

if (process.platform !== 'win32') {
  test('outputs and record are for their owner only', async t => {
    const out = temporary(t)
    const delivery = await openDelivery(out, 'emails', disk, silent)
    delivery.file('emails.csv').write('x')
    t.is(statSync(join(out, 'emails.csv.partial')).mode & 0o777, 0o600)
    await delivery.publish(record)
    for (const name of ['emails.csv', 'emails.run.json']) t.is(statSync(join(out, name)).mode & 0o777, 0o600)
  })

  test('a link in place of an output is replaced, not followed; one in place of the partial file likewise', async t => {
    const out = temporary(t)
    mkdirSync(out)
    const target = join(out, 'elsewhere.txt')
    writeFileSync(target, 'not ours')
    symlinkSync(target, join(out, 'emails.csv'))
    symlinkSync(target, join(out, 'emails.csv.partial'))
    const delivery = await openDelivery(out, 'emails', disk, silent)
    delivery.file('emails.csv').write('ours')
    await delivery.publish(record)
    t.deepEqual(contents(out), { 'elsewhere.txt': 'not ours', 'emails.csv': 'ours', 'emails.run.json': '["emails.csv"]' })
    t.true(lstatSync(join(out, 'emails.csv')).isFile())
  })
}

test('what a killed run left is replaced and reported', async t => {
  const out = temporary(t)
  mkdirSync(out)
  writeFileSync(join(out, '.np-pipeline.lock'), `999999999 ${disk.machine} 0\n`)
  writeFileSync(join(out, 'emails.csv.partial'), 'half a ro')
  const delivery = await openDelivery(out, 'emails', disk, silent)
  delivery.file('emails.csv').write('whole')
  t.deepEqual(delivery.stale, ['emails.csv'])
  await delivery.publish(record)
  t.deepEqual(contents(out), { 'emails.csv': 'whole', 'emails.run.json': '["emails.csv"]' })
})

test('an output that a killed run had set aside comes back, unless the new one was there already', async t => {
  const out = temporary(t)
  mkdirSync(out)
  for (const [name, text] of [['a.csv', 'new'], ['a.csv.previous', 'old'], ['b.csv.previous', 'old'], ['all.run.json.previous', 'old']] as const) {
    writeFileSync(join(out, name), text)
  }
  const delivery = await openDelivery(out, 'all', disk, silent)
  delivery.file('a.csv')
  delivery.file('b.csv')
  await delivery.abandon()
  t.deepEqual(contents(out), { 'a.csv': 'new', 'all.run.json.previous': 'old', 'b.csv': 'old' })
})

test('a folder in place of an output stops the run before the first record', async t => {
  const out = temporary(t)
  mkdirSync(join(out, 'emails.csv'), { recursive: true })
  const delivery = await openDelivery(out, 'emails', disk, silent)
  const stop = await stopOf(() => delivery.file('emails.csv'))
  t.is(stop?.diagnostic.code, 'bad-path')
  t.deepEqual(contents(out), { 'emails.csv/': '' })
})

test('a file in place of the folder', async t => {
  const out = temporary(t)
  writeFileSync(out, '')
  t.is((await stopOf(() => openDelivery(out, 'emails', disk, silent)))?.diagnostic.message,
    'cannot write the output folder: something else has that name; nothing was delivered')
})
