// Every command, and every folder it can find: nothing of the canaries is shown.
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { commands } from '../../engine/commands/index.ts'
import { commandSequences } from './commands.ts'
import { deliverySequences } from './deliveries.ts'
import { folderSequences } from './folders.ts'
import { keySequences } from './keys.ts'
import { options, place } from './place.ts'
import { follow, linesOf } from './sequence.ts'

const groups = { commands: commandSequences, keys: keySequences, folders: folderSequences, deliveries: deliverySequences }

for (const [group, sequences] of Object.entries(groups)) {
  for (const sequence of sequences) {
    test.serial(`${group}, ${sequence.pipeline}: ${sequence.title}`, async t => { await follow(t, sequence) })
  }
}

test('no command is left out', t => {
  const run = new Set(linesOf(Object.values(groups).flat()).map(([line]) => line.split(' ')[0]))
  t.deepEqual(commands.map(({ name }) => name).filter(name => !run.has(name)), [])
})

if (process.platform !== 'win32' && process.getuid?.() !== 0) {
  test.serial('an output folder that is closed', async t => {
    const { folder, run, leaks } = place(t, 'emails')
    mkdirSync(join(folder, 'closed'), { mode: 0o500 })
    t.teardown(() => { chmodSync(join(folder, 'closed'), 0o700) })
    const printed = await run(['run', 'rules/emails.yaml', ...options('emails'), '--out', 'closed/out'])
    t.deepEqual(leaks(printed), [])
    t.not(printed.code, 0)
  })
}
