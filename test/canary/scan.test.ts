// The search itself: what is planted is found, wherever it was printed or written and however it is spelt.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { filesBelow } from '../scenarios/leaks.ts'
import { canary, wordOf } from './canaries.ts'
import { rowsOf, written } from './exports.ts'
import { type Place, type Printed, inputFile, place, runArgs } from './place.ts'
import { argsOf } from './sequence.ts'

const nothing: Printed = { code: 0, out: '', err: '' }
const secret = canary.address('mail 2')
const base64 = Buffer.from(`sender: ${secret}`, 'utf16le').toString('base64')

const printing = (printed: Partial<Printed>) => (): Printed => ({ ...nothing, ...printed })
const writing = (name: string, text: string) => ({ folder }: Place): Printed => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text)
  return nothing
}

const plants: Readonly<Record<string, (place: Place) => Printed>> = {
  'standard output': printing({ out: `found ${secret}` }),
  'standard error': printing({ err: `Error: ${encodeURIComponent(canary.subject('tracking 2 message-subject'))}` }),
  'tmp/swap': writing('tmp/swap', base64),
  'out/emails.csv': writing('out/emails.csv', Buffer.from(secret, 'utf16le').toString('hex')),
  'the name of out': writing(`out/${wordOf('mail 2')}.csv`, ''),
  // What was given is searched as soon as a command has written to it.
  [inputFile('people')]: writing(inputFile('people'), secret),
  'core'({ folder }) {
    renameSync(join(folder, inputFile('people')), join(folder, 'core'))
    return nothing
  },
}

for (const [where, plant] of Object.entries(plants)) {
  test.serial(`planted in ${where}`, t => {
    const here = place(t, 'emails')
    t.deepEqual(here.leaks(nothing), [])
    const found = here.leaks(plant(here))
    t.true(found.some(leak => leak.startsWith(where)), found.join('\n'))
  })
}

test.serial('refused records that are kept with their text are found by the scan', async t => {
  const log = written('tracking', 'raw', rowsOf('tracking', { 'event-id': 'of Wilma' }))
  const { run, leaks } = place(t, 'emails', { tracking: { format: 'raw', bytes: log } })
  const printed = await run(runArgs('emails', '--quarantine-raw'))
  t.is(printed.code, 1, printed.err)
  const found = leaks(printed)
  t.true(found.length > 0)
  t.true(found.every(leak => leak.includes('out.quarantine')), found.join('\n'))
})

test.serial('the process that lasts prints and leaves what a process of its own does', async t => {
  for (const line of ['run RULES IN --out out', 'run RULES IN --json', 'run RULES', 'check none.yaml', 'check RULES --format x', 'review RULES']) {
    const args = argsOf(line, 'emails')
    const [one, other] = [place(t, 'emails'), place(t, 'emails')]
    const [lasting, own] = [await one.run(args), other.start(args)]
    const same = (text: string): string => text.replace(/\d+\.\d s/g, 'T s')
    t.deepEqual([lasting.code, same(lasting.out), same(lasting.err)], [own.code, same(own.out), same(own.err)])
    t.deepEqual(filesBelow(one.folder), filesBelow(other.folder))
  }
})
