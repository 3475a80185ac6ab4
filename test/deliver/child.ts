// A run in a process of its own, for the tests that kill one or start many: node child.js FOLDER TEXT [CALL]
import { createInterface } from 'node:readline/promises'
import { openDelivery } from '../../engine/run/deliver.ts'
import { disk, silent, stopOf } from './folder.ts'
import { faulty } from './faulty.ts'

const [folder = '', text = '', call = ''] = process.argv.slice(2)

// With CALL, the process kills itself at that call to the disk; without, it says how it goes and waits for a line.
const files = call === '' ? disk : faulty(disk, { at: Number(call), as: () => { process.kill(process.pid, 'SIGKILL') } })

const stop = await stopOf(async () => {
  const delivery = await openDelivery(folder, 'users', files, silent)
  for (const name of ['users.csv', 'groups.csv']) delivery.file(name).write(`${text}\r\n`.repeat(1000))
  if (call === '') {
    const lines = createInterface(process.stdin)
    process.stdout.write('ready\n')
    await new Promise(resolve => { lines.once('line', resolve).once('close', resolve) })
    lines.close()
  }
  await delivery.publish(() => text)
})
process.stdout.write(stop ? `${stop.diagnostic.code}\n` : 'published\n')
