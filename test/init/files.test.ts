// What is wrong with the files themselves is said before anything is asked; and what they are like, one by one.
import test from 'ava'
import { newFolder } from '../command-line.ts'
import { start } from './terminal.ts'

const header = 'Timestamp;EventId;Source;MessageId;Sender;Recipients;Betreff;Dauer'
const mail = (recipients = 'anna@contoso.example'): string => `05.06.2024 07:00:00;DELIVER;STOREDRIVER;m1@mail.contoso.example;ben@contoso.example;${recipients};x;1`
const log = (recipients?: string): string => `${header}\r\n${mail(recipients)}\r\n`
const boxes = 'DistinguishedName;mail;proxyAddresses\nCN=Anna;anna@contoso.example;SMTP:anna@contoso.example\n'
const staff = 'Personalnummer;Nachname;mail\n0042;Hansen;anna@contoso.example\n'
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')
const latin = (text: string): Buffer => Buffer.from(text.replace(';x;', ';Gr\u00f6\u00dfe;'), 'latin1')

test('a lost list is found before the first question, whatever else is missing, also of a later input', async t => {
  for (const inputs of [{ tracking: 'lost.csv' }, { people: 'boxes.csv', tracking: 'lost.csv' }] as const) {
    const { stop, shown } = await start(newFolder(t), { 'lost.csv': log('System.String[]'), 'boxes.csv': boxes.replace(';mail;', ';Postfach;') }, { inputs, answers: ['Europe/Berlin'] })
    t.deepEqual([stop?.diagnostic.code, shown.asked], ['list-lost', []])
  }
})

test('files of one input that are of two kinds are told apart at once: which lacks what', async t => {
  const { stop, shown } = await start(newFolder(t), { 'boxes.csv': boxes, 'staff.csv': staff, 'tracking.csv': log() }, { inputs: { tracking: 'tracking.csv', people: ['boxes.csv', 'staff.csv'] }, answers: ['Europe/Berlin'] })
  t.deepEqual([stop?.exit, stop?.diagnostic.code, shown.asked], [2, 'missing-column', []])
  t.regex(stop!.diagnostic.message, /staff\.csv has no column for dn, which boxes\.csv has/)
  t.notRegex(JSON.stringify(stop!.diagnostic), /Anna|Hansen|0042/)
})

test('where only what is optional differs, that is a remark', async t => {
  const { code, shown } = await start(newFolder(t), { 'boxes.csv': boxes, 'more.csv': 'DistinguishedName;mail\nCN=Ben;ben@contoso.example\n' }, {
    base: 'rules/users.yaml', inputs: { people: ['boxes.csv', 'more.csv'] }, domains: 'contoso.example',
  })
  t.is(code, 0, shown.err)
  t.regex(shown.out, /! +more\.csv has no column for proxies, which boxes\.csv has/)
})

test('a column is chosen among those that all files have', async t => {
  const other = log().replace('Sender', 'Von')
  const { stop } = await start(newFolder(t), { '1.csv': other.replace('Dauer', 'Groesse'), '2.csv': other }, { inputs: { tracking: ['1.csv', '2.csv'] }, domains: 'contoso.example', zone: 'UTC' })
  t.regex(JSON.stringify(stop?.diagnostic.trail), /there is: Von, Betreff"/)
})

test('files of one input may be written in several ways: each is named', async t => {
  const { code, shown, read } = await start(newFolder(t), { 't1.csv': utf16(log()), 't2.csv': latin(log()), 't3.csv': utf16(log()) }, {
    inputs: { tracking: 't?.csv' }, domains: 'contoso.example', zone: 'Europe/Berlin', dates: 'dd.MM.yyyy HH:mm:ss', yes: true,
  })
  t.is(code, 0, shown.err)
  t.regex(shown.out, /^tracking: 3 files, written in 2 ways\n {2}2 files, CSV in UTF-16LE, ";" between cells: t1\.csv, t3\.csv\n {2}1 file, CSV in WINDOWS-1252, ";" between cells: t2\.csv\n/)
  t.regex(read('contoso/emails.yaml'), /encoding: windows-1252/)
})

test('the question says how many files do not tell their encoding', async t => {
  const { shown } = await start(newFolder(t), { 't1.csv': utf16(log()), 't2.csv': latin(log()) }, { inputs: { tracking: 't?.csv' }, domains: 'contoso.example', answers: ['', 'UTC'], dates: 'dd.MM.yyyy HH:mm:ss' })
  t.regex(shown.asked[0]!, /1 of the 2 files of tracking does not tell its encoding/)
})

test('columns that are not read are named', async t => {
  const { shown } = await start(newFolder(t), { 'tracking.csv': log() }, { inputs: { tracking: 'tracking.csv' }, domains: 'contoso.example', zone: 'UTC', dates: 'dd.MM.yyyy HH:mm:ss' })
  t.regex(shown.out, /2 columns not read: Betreff, Dauer\n/)
})

for (const [value, hint] of [['ansi', /--encoding tracking=windows-1252/], ['cp-1250', /--encoding tracking=windows-1250/], ['klingon', /such as windows-1252/]] as const) {
  test(`an encoding that is none is a wrong value, and no fault of a file: ${value}`, async t => {
    const { stop } = await start(newFolder(t), { 'tracking.csv': log() }, { inputs: { tracking: 'tracking.csv' }, encoding: [`tracking=${value}`] })
    t.deepEqual([stop?.exit, stop?.diagnostic.code, stop?.diagnostic.place], [2, 'unknown-encoding', undefined])
    t.regex(stop!.diagnostic.message, /^--encoding tracking: /)
    t.regex(stop!.diagnostic.hint!, hint)
  })
}
