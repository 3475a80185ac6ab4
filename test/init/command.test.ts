// init as a whole: a person at a terminal answers; and nothing personal is ever printed or written.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import init from '../../engine/commands/init.ts'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import { binary, newFolder, root } from '../command-line.ts'
import { spawnSync } from 'node:child_process'
import { generateOrganisation } from '../organisation/organisation.ts'
import { writeUsersCsv } from '../organisation/write-csv.ts'
import { filesBelow, leaksIn, personalValues } from '../scenarios/leaks.ts'
import { terminal } from './terminal.ts'

const exported = [
  'Zeitpunkt;EventId;Source;MessageId;Absender;Recipients',
  '05/06/2024 10:00:00;DELIVER;STOREDRIVER;<m1@mail.contoso.example>;j\u00f6rg@contoso.example;anna@contoso.example', '',
].join('\n')
const users = ['mail,DistinguishedName', ...Array.from({ length: 30 }, (_, index) => `u${index}@contoso.example,"CN=User ${index},DC=x"`), 'g@guest.example,"CN=Guest,DC=x"', ''].join('\n')

test('a person is asked for what the files leave open, in this order, with what is likely', async t => {
  const folder = newFolder(t)
  writeFileSync(join(folder, 'tracking.csv'), Buffer.from(exported, 'latin1'))
  writeFileSync(join(folder, 'users.csv'), users)
  const { world, shown, left } = terminal('', '', '1', '1', 'Europe/Berlin', '')
  const code = await init.run(['contoso'], { base: 'rules/emails.yaml', input: [`tracking=${join(folder, 'tracking.csv')}`, `people=${join(folder, 'users.csv')}`], to: join(folder, 'customers') }, world)
  t.is(code, 0, shown.err)
  t.deepEqual(left, [])
  for (const [index, part] of ['windows-1252', 'field "time"', 'field "sender"', 'the day or the month', 'carry no zone', 'mail domains'].entries()) t.true(shown.asked[index]!.includes(part), part)
  t.true(shown.asked[5]!.includes('[contoso.example]'), 'domains are proposed')
  t.false(shown.asked.join('').includes('guest.example'))
  const text = ['organisation', 'emails'].map(file => readFileSync(join(folder, `customers/contoso/${file}.yaml`), 'utf8')).join('')
  for (const line of [/dates: +dd\/MM\/yyyy H:mm:ss /, /zone: +Europe\/Berlin /, /domains: \[contoso\.example\]/, /encoding: windows-1252/, /sender: \{ from: \[Absender\] \}/]) t.regex(text, line)
})

test('domains of cloud mailboxes are proposed where the directory has some; they may be left out', async t => {
  for (const [answer, line] of [['', /cloud-domains: \[contoso\.mail\.onmicrosoft\.com\]/], ['2', /domains: \[contoso\.example\]\n(?!.*cloud)/]] as const) {
    const folder = newFolder(t)
    writeFileSync(join(folder, 'users.csv'), 'mail,DistinguishedName,proxyAddresses\nanna@contoso.example,"CN=A,DC=x","SMTP:anna@contoso.example;smtp:anna@contoso.mail.onmicrosoft.com"\n')
    const { world, shown } = terminal('', answer)
    t.is(await init.run(['contoso'], { base: 'rules/users.yaml', input: [`people=${join(folder, 'users.csv')}`], to: folder }, world), 0, shown.err)
    t.regex(readFileSync(join(folder, 'contoso/organisation.yaml'), 'utf8'), line)
  }
})

test('who breaks off, or finds no answer, has nothing written', async t => {
  const folder = newFolder(t)
  writeFileSync(join(folder, 'tracking.csv'), Buffer.from(exported, 'latin1'))
  const { world } = terminal('no such page', 'none', 'x')
  await t.throwsAsync(init.run(['contoso'], { base: 'rules/emails.yaml', input: [`tracking=${join(folder, 'tracking.csv')}`], to: join(folder, 'customers') }, world), { instanceOf: Stop })
  t.deepEqual([...filesBelow(folder).keys()], ['tracking.csv'])
})

test('a new export: marks are taken as they are proposed, or one by one', async t => {
  const folder = newFolder(t)
  writeFileSync(join(folder, 'doors.csv'), 'When,Seconds,Comment\n2024-05-20T08:00:00Z,12,late\n2024-05-21T08:00:00Z,13,\n')
  const options = { new: 'doors', input: [`doors=${join(folder, 'doors.csv')}`], to: folder, force: true }
  const all = terminal('')
  t.is(await init.run([], options, all.world), 0, all.shown.err)
  t.regex(all.shown.err, /Comment +sensitive +text +free text/)
  t.regex(readFileSync(join(folder, 'doors.yaml'), 'utf8'), /columns:\n {6}when: when\n {6}seconds: seconds\n/)
  const each = terminal('2', '', '4', '')
  t.is(await init.run([], options, each.world), 0, each.shown.err)
  t.regex(readFileSync(join(folder, 'doors.yaml'), 'utf8'), /columns:\n {6}when: when\n\ntests/)
})

test('without --to, rules for a customer stand under rules/customers, and name the schema that the base names', t => {
  const folder = newFolder(t)
  for (const part of ['rules/emails.yaml', 'rules/organisation.yaml', 'schemas']) cpSync(join(root, part), join(folder, part), { recursive: true })
  writeFileSync(join(folder, 'tracking.csv'), 'Timestamp,EventId,Source,MessageId,Sender,Recipients\n2024-05-20T08:00:00Z,DELIVER,STOREDRIVER,m1,a@contoso.example,b@contoso.example\n')
  const run = (...words: readonly string[]) => spawnSync(process.execPath, [binary, ...words], { cwd: folder, encoding: 'utf8' })
  const { status, stderr } = run('init', 'contoso', '--base', 'rules/emails.yaml', '--input', 'tracking=tracking.csv', '--domains', 'contoso.example')
  t.is(status, 0, stderr)
  t.regex(readFileSync(join(folder, 'rules/customers/contoso/emails.yaml'), 'utf8'), /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/schemas\/pipeline\.schema\.json\nversion: 1\nextends: \.\.\/\.\.\/emails\.yaml\n/)
  t.is(run('check', 'rules/customers/contoso/emails.yaml').status, 0)
  t.is(run('test', 'rules/customers/contoso/emails.yaml').status, 0)
})

test('of a whole directory nothing personal is printed, asked or written', async t => {
  const folder = newFolder(t)
  writeUsersCsv(generateOrganisation({ seed: 5, version: '2016', edge: true, servers: 2, hybrid: true }), join(folder, 'users.csv'), { shell: '7', times: 'de-DE' })
  const values = personalValues(readFileSync(join(folder, 'users.csv'), 'utf8'))
  t.true(values.length > 50)
  for (const options of [{ base: 'rules/users.yaml', input: [`people=${join(folder, 'users.csv')}`], yes: true, zone: 'Europe/Berlin' }, { new: 'staff', input: [`staff=${join(folder, 'users.csv')}`], yes: true, zone: 'Europe/Berlin' }]) {
    const { world, shown } = terminal()
    const code = await init.run('base' in options ? ['contoso'] : [], { ...options, to: join(folder, 'new') }, world)
    t.is(code, 0, shown.err)
    const written = [...filesBelow(join(folder, 'new')).values()]
    t.true(written.length > 0)
    t.deepEqual(leaksIn(Buffer.concat([Buffer.from(shown.out + shown.err + shown.asked.join('\n')), ...written]), values), [])
  }
})
