import test from 'ava'
import { claimName } from '../../engine/run/deliver-name.ts'
import { openDelivery } from '../../engine/run/deliver.ts'
import { contents, disk, silent, stopOf, temporary } from './folder.ts'

for (const name of ['emails.csv', '2023-06_emails.csv', 'a b.csv', 'źródło.csv', 'console.csv', 'com10.csv', '.hidden', 'a..b']) {
  test(`a file may be called ${name}`, t => { t.notThrows(() => { claimName(name, new Set()) }) })
}

const refused: readonly { name: string, because: string }[] = [
  { name: '', because: 'is empty' },
  { name: '.', because: 'dots only' },
  { name: '..', because: 'dots only' },
  { name: '../emails.csv', because: 'separator' },
  { name: '/etc/emails.csv', because: 'separator' },
  { name: 'C:\\emails.csv', because: 'separator' },
  { name: 'C:emails.csv', because: 'Windows refuses' },
  { name: 'emails.csv:stream', because: 'Windows refuses' },
  { name: 'emails\0.csv', because: 'invisible' },
  { name: 'emails\n.csv', because: 'invisible' },
  { name: 'emails\u202E.csv', because: 'invisible' },
  { name: 'emails.csv.', because: 'ends with a dot' },
  { name: 'emails.csv ', because: 'ends with a dot or blank' },
  { name: '-emails.csv', because: 'begins with a dash' },
  { name: '~emails.csv', because: 'tilde' },
  { name: 'anna@contoso.example.csv', because: 'has an @' },
  { name: 'CON', because: 'device' },
  { name: 'nul.csv', because: 'device' },
  { name: 'com1.csv', because: 'device' },
  { name: 'emails.csv.partial', because: 'runs use' },
  { name: 'emails.csv.Previous', because: 'runs use' },
  { name: '.np-pipeline.lock', because: 'runs use' },
  { name: 'ż'.repeat(101), because: '200 bytes' },
]
for (const { name, because } of refused) {
  test(`no file may be called ${JSON.stringify(name.slice(0, 30))}: ${because}`, async t => {
    const stop = await stopOf(() => { claimName(name, new Set()) })
    t.is(stop?.exit, 2)
    t.is(stop?.diagnostic.code, 'bad-path')
    t.true(stop?.diagnostic.message.includes(because), stop?.diagnostic.message)
    t.false(name.length > 4 && JSON.stringify(stop).includes(name), 'the name may be an address')
  })
}

for (const [one, other] of [['emails.csv', 'emails.csv'], ['emails.csv', 'Emails.CSV'], ['\u017Cycie.csv', 'z\u0307ycie.csv'], ['a.csv', 'all.run.json']] as const) {
  test(`one run cannot write ${JSON.stringify(one)} and ${JSON.stringify(other)} (and all.run.json)`, async t => {
    const out = temporary(t)
    const delivery = await openDelivery(out, 'all', disk, silent)
    delivery.file(one).write('x')
    t.is((await stopOf(() => delivery.file(other)))?.diagnostic.code, 'bad-path')
    t.deepEqual(contents(out), {})
  })
}
