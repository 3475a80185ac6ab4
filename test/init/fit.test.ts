// Columns whose cells a field cannot hold: never proposed, refused by name, and never called checked.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { newFolder } from '../command-line.ts'
import { type Started, start } from './terminal.ts'

const mails = 'Timestamp,EventId,Source,MessageId,Sender,Recipients\n'
  + ['anna', 'ben', 'cara'].map((name, index) => `2024-05-2${index}T08:00:00Z,DELIVER,STOREDRIVER,m${index}@mail.contoso.example,${name}@contoso.example,ben@contoso.example\n`).join('')

/** A directory of three, whose last column has this name and these cells. */
const users = (column: string, ...cells: readonly string[]): string => `DistinguishedName;mail;${column}\n`
  + ['anna', 'ben', 'cara'].map((name, index) => `CN=${name},DC=x;${name}@contoso.example;${cells[index]}\n`).join('')

const inputs = { tracking: 'tracking.csv', people: 'users.csv' }
const wanted = { inputs, domains: 'contoso.example' }
const written = (folder: string): boolean => existsSync(join(folder, 'customers/contoso/emails.yaml'))
const told = ({ shown, stop }: Started): string => shown.out + shown.err + shown.asked.join('\n') + JSON.stringify(stop?.diagnostic ?? '')

test('a column of words is not proposed for a field of numbers; one of numbers is', async t => {
  for (const [cells, asked] of [[['UserBox', 'UserBox', 'RoomBox'], 0], [['1', '1', '16'], 1], [['1', '1', 'RoomBox'], 0]] as const) {
    const folder = newFolder(t)
    const done = await start(folder, { 'tracking.csv': mails, 'users.csv': users('msExchRecipientTypeDetail', ...cells) }, { ...wanted, answers: [''] })
    t.is(done.shown.asked.filter(question => question.includes('field "type"')).length, asked, cells.join())
    t.is(done.code, 0, told(done))
    t.is(done.read('contoso/emails.yaml').includes('msExchRecipientTypeDetail') || done.read('contoso/organisation.yaml').includes('msExchRecipientTypeDetail'), asked === 1)
  }
})

test('one that is named is refused with the reason, and nothing is written', async t => {
  const folder = newFolder(t)
  const done = await start(folder, { 'tracking.csv': mails, 'users.csv': users('Typ', 'UserBox', '', 'RoomBox') }, { ...wanted, column: ['people.type=Typ'] })
  t.is(done.stop?.exit, 2)
  t.regex(done.stop!.diagnostic.message, /type.*no cell of Typ.*whole number.*2 of 2/)
  t.false(written(folder))
  t.notRegex(told(done), /UserBox|RoomBox/)
})

test('whoever chooses such a column at a terminal is told, and asked again', async t => {
  const folder = newFolder(t)
  const log = mails.replace('Timestamp', 'Wann').replace('EventId', 'Was').replace(/STOREDRIVER/g, 'STORE DRIVER 1')
  const done = await start(folder, { 'tracking.csv': log.replace(',Source,', ',Woher,'), 'users.csv': users('x', '1', '2', '3') }, { ...wanted, answers: ['Was', 'Woher', 'Woher', 'Woher'] })
  t.is(done.code, 2)
  t.regex(done.shown.err, /no cell of Woher is a word/)
})

test('where only some cells fit, the rules are written, and what a run would refuse is said', async t => {
  const folder = newFolder(t)
  const done = await start(folder, { 'tracking.csv': mails, 'users.csv': users('Typ', '1', '', 'RoomBox') }, { ...wanted, column: ['people.type=Typ'] })
  t.is(done.code, 1)
  t.true(written(folder))
  t.regex(done.shown.out, /a run would refuse 1 of 3 records.*type, read from Typ, is no whole number/)
  t.notRegex(told(done), /✓|RoomBox/)
})

test('so is a column that the rules know by its name', async t => {
  const folder = newFolder(t)
  const done = await start(folder, { 'tracking.csv': mails, 'users.csv': users('msExchRecipientTypeDetails', 'UserBox', 'UserBox', 'RoomBox') }, wanted)
  t.is(done.code, 1)
  t.regex(done.shown.out, /a run would refuse 3 of 3 records.*type, read from msExchRecipientTypeDetails, is no whole number/)
  t.notRegex(told(done), /✓|UserBox/)
})

test('a record that steps drop before they read its odd cell is none that a run refuses', async t => {
  const folder = newFolder(t)
  const other = mails.replace('DELIVER,STOREDRIVER,m1@mail.contoso.example', 'SUBMIT,STOREDRIVER,')
  const done = await start(folder, { 'tracking.csv': other }, { inputs: { tracking: 'tracking.csv' }, domains: 'contoso.example' })
  t.is(done.code, 0, told(done))
  t.regex(done.shown.out, /✓/)
  const blank = await start(newFolder(t), { 'tracking.csv': mails.replace('m1@mail.contoso.example', '') }, { inputs: { tracking: 'tracking.csv' }, domains: 'contoso.example' })
  t.is(blank.code, 1)
  t.regex(blank.shown.out, /a run would refuse 1 of 3 records.*message, read from MessageId, is blank/)
})
