// What all exports of a customer share stands in one file; a second export includes it, and repeats nothing.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { newFolder, npPipeline } from '../command-line.ts'
import { start } from './terminal.ts'

const files = {
  'tracking.csv': 'Timestamp,EventId,Source,MessageId,Sender,Recipients\n2024-05-20 08:00:00,DELIVER,STOREDRIVER,m1@mail.contoso.example,anna@contoso.example,ben@contoso.example\n',
  'users.csv': Buffer.from('Verzeichnisname;mail;Personalnummer;Abteilung;Kind\n"CN=Jörg,DC=x";joerg@contoso.example;0007;IT;a\n"CN=Anna,DC=x";anna@contoso.example;0008;IT;b\n', 'latin1'),
}
const people = { column: ['people.dn=Verzeichnisname', 'employee-id=Personalnummer'], encoding: ['people=windows-1252'] }
const first = { ...people, inputs: { tracking: 'tracking.csv', people: 'users.csv' }, domains: 'contoso.example', zone: 'Europe/Berlin' }

test('the first export writes both files: domains and the directory there, times here', async t => {
  const folder = newFolder(t)
  const { code, shown, read } = await start(folder, files, first)
  t.is(code, 0, shown.err)
  t.is(read('contoso/organisation.yaml').replace(/^#.*\n/, ''), `version: 1
about: What all exports of contoso share; each includes this file.
extends: ${join(process.cwd(), 'rules/organisation.yaml')}

params:
  domains: [contoso.example]

inputs:
  people:
    encoding: windows-1252   # the files do not tell it
    fields:
      dn:          { from: [Verzeichnisname] }   # the export names it so
      employee-id: { from: [Personalnummer] }    # the export names it so
`.replace(join(process.cwd(), 'rules/organisation.yaml'), /^extends: (.*)$/m.exec(read('contoso/organisation.yaml'))![1]!))
  const own = read('contoso/emails.yaml')
  t.regex(own, /\ninclude: \[\.\/organisation\.yaml\]\n/)
  t.regex(own, /\n {2}zone: +Europe\/Berlin/)
  t.notRegex(own, /domains:|encoding:|Verzeichnisname/)
  t.regex(shown.out, /organisation\.yaml/)
  t.is(npPipeline(['check', join(folder, 'customers/contoso/emails.yaml')]).code, 0)
  t.is(npPipeline(['test', join(folder, 'customers/contoso/emails.yaml')]).code, 0)
})

test('the second includes what is there, asks for nothing that it says, and says only what is its own', async t => {
  const folder = newFolder(t)
  await start(folder, files, first)
  const before = readFileSync(join(folder, 'customers/contoso/organisation.yaml'), 'utf8')
  const { code, shown, read } = await start(folder, {}, { base: 'rules/users.yaml', inputs: { people: 'users.csv' }, column: ['department=Abteilung'], answers: [] })
  t.is(code, 0, shown.err)
  t.deepEqual(shown.asked, [])
  t.is(read('contoso/organisation.yaml'), before)
  const own = read('contoso/users.yaml')
  t.regex(own, /include: \[\.\/organisation\.yaml\]/)
  t.regex(own, /inputs:\n {2}people:\n {4}fields:\n {6}department: \{ from: \[Abteilung\] \}/)
  t.notRegex(own, /domains:|encoding:|Verzeichnisname|Personalnummer/)
  t.is(npPipeline(['check', join(folder, 'customers/contoso/users.yaml')]).code, 0)
})

test('--domains may repeat what is there, and not contradict it', async t => {
  const folder = newFolder(t)
  await start(folder, files, first)
  t.is((await start(folder, {}, { ...first, force: true })).code, 0)
  const { stop } = await start(folder, {}, { ...first, force: true, domains: 'fabrikam.example' })
  t.is(stop?.exit, 2)
  t.regex(stop!.diagnostic.message, /organisation\.yaml.*domains/)
})

test('a file of that name that cannot be read as rules is reported, and nothing is written', async t => {
  const folder = newFolder(t)
  await start(folder, files, first)
  rmSync(join(folder, 'customers/contoso/emails.yaml'))
  writeFileSync(join(folder, 'customers/contoso/organisation.yaml'), 'version: 1\nextends: ../nowhere.yaml\n')
  const { code, shown } = await start(folder, {}, first)
  t.is(code, 1)
  t.regex(shown.err, /organisation\.yaml/)
})
