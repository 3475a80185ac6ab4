// What can be wrong with a delivery, and what verify says of it; and what is right with one although it looks odd.
import { appendFileSync, readFileSync, readdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { SAMPLE_KEY } from '../../engine/hash/key.ts'
import { verifyText } from '../../engine/report/verify-text.ts'
import { type VerifyOptions, verify } from '../../engine/verify/verify.ts'
import { newFolder, npPipeline } from '../command-line.ts'
import { stopOf } from '../deliver/folder.ts'
import { leaksIn, personalValues } from '../scenarios/leaks.ts'
import { type Delivery, deliver, directoryOf } from './delivery.ts'

type Case = {
  readonly title: string
  readonly spoil: (delivery: Delivery, at: (name: string) => string) => void
  /** Codes of findings and warnings, in the order of the report, `small-groups` left out. */
  readonly codes: readonly string[]
  readonly options?: Partial<VerifyOptions>
}

const change = (path: string, from: string | RegExp, to: string): void => { writeFileSync(path, readFileSync(path, 'utf8').replace(from, to)) }
const record = (path: string, edit: (record: any) => void): void => {
  const found = JSON.parse(readFileSync(path, 'utf8'))
  edit(found)
  writeFileSync(path, `${JSON.stringify(found, undefined, 2)}\n`)
}
const personOf = ({ people }: Delivery): string => /[\w.]+@contoso\.com/.exec(readFileSync(people, 'utf8'))![0]

const cases: readonly Case[] = [
  { title: 'nothing', spoil: () => {}, codes: [] },
  { title: 'a file was saved by another program', spoil: (_, at) => { change(at('emails.csv'), /\r\n/g, '\n') }, codes: ['altered-output'] },
  { title: 'a record with another number of rows', spoil: (_, at) => { record(at('emails.run.json'), found => { found.outputs[0].rows++ }) }, codes: ['altered-output'] },
  { title: 'a row was taken out', spoil: (_, at) => { change(at('emails.csv'), /\r\n.*\r\n/, '\r\n') }, codes: ['altered-output'] },
  { title: 'a header was changed', spoil: (_, at) => { change(at('emails.csv'), 'when', 'time') }, codes: ['altered-output'] },
  { title: 'a word stands where pseudonyms stand', spoil: (_, at) => { change(at('emails.csv'), 'external', 'partner') }, codes: ['altered-output', 'odd-cell'] },
  { title: 'an address was written over a pseudonym', spoil: (delivery, at) => { change(at('emails.csv'), 'external', personOf(delivery)) }, codes: ['altered-output', 'identity-in-clear'] },
  { title: 'an address of an outsider', spoil: (_, at) => { change(at('emails.csv'), 'external', 'john@partner.example') }, codes: ['altered-output', 'address-in-clear'] },
  { title: 'an own domain alone', spoil: (_, at) => { change(at('emails.csv'), 'external', 'contoso.com') }, codes: ['altered-output', 'identity-in-clear'] },
  { title: 'a name in the header', spoil: (delivery, at) => { change(at('emails.csv'), 'when', personOf(delivery)) }, codes: ['altered-output', 'identity-in-clear'] },
  { title: 'a file is missing', spoil: (_, at) => { unlinkSync(at('emails.csv')) }, codes: ['missing-output'] },
  { title: 'a file of an earlier run', spoil: (_, at) => { writeFileSync(at('2023-05_emails.csv'), 'email_id\n') }, codes: ['unlisted-file'] },
  { title: 'the name of a file tells of somebody', spoil: (delivery, at) => { writeFileSync(at(`${personOf(delivery).split('@')[0]}.txt`), '') }, codes: ['unlisted-file', 'identity-in-clear'] },
  { title: 'a record was cut', spoil: (_, at) => { writeFileSync(at('emails.run.json'), readFileSync(at('emails.run.json')).subarray(0, 300)) }, codes: ['bad-record', 'unlisted-file'] },
  { title: 'an address in a record', spoil: (delivery, at) => { record(at('emails.run.json'), found => { found.params.zone = `of ${personOf(delivery)}` }) }, codes: ['identity-in-clear'] },
  { title: 'a login in a record, which may be a word', spoil: (_, at) => { record(at('emails.run.json'), found => { found.inputs[0].file = 'ahansen0.LOG' }) }, codes: ['word-in-record'] },
  { title: 'another key', spoil: (_, at) => { record(at('users.run.json'), found => { found.key.fingerprint = '0123456789abcdef' }) }, codes: ['other-key'] },
  { title: 'another version of the engine', spoil: (_, at) => { record(at('users.run.json'), found => { found.engine.version = '0.0.9' }) }, codes: ['runs-differ'] },
  { title: 'other own domains', spoil: (_, at) => { record(at('users.run.json'), found => { found.params.domains = ['contoso.com'] }) }, codes: ['runs-differ'] },
  { title: 'the same domains in another order', spoil: (_, at) => { record(at('users.run.json'), found => { found.params.domains.reverse() }) }, codes: [] },
  { title: 'other domains than are asked for', spoil: () => {}, codes: ['runs-differ'], options: { domains: ['fabrikam.example'] } },
  { title: 'a short key', spoil: (_, at) => { record(at('users.run.json'), found => { found.key.short = true }) }, codes: ['weak-key'] },
  { title: 'a digest that nobody approved', spoil: () => {}, codes: ['not-approved'], options: { approved: ['0'.repeat(64)] } },
  { title: 'another directory', spoil: ({ people }) => { appendFileSync(people, '\r\n') }, codes: ['other-directory'] },
  { title: 'a directory whose lists were lost', spoil: ({ people }) => { change(people, /"[^"]*CN=All Staff[^"]*"/g, '"Microsoft.ActiveDirectory.Management.ADPropertyValueCollection"') }, codes: ['other-directory', 'few-identities'] },
  {
    title: 'Base64 beside hex', codes: ['altered-output', 'runs-differ', 'few-joins'],
    spoil: (_, at) => { change(at('emails.csv'), /[0-9a-f]{64}/g, '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=') },
  },
  {
    title: 'people whom the list of people does not have', codes: ['altered-output', 'few-joins'],
    spoil: (_, at) => { writeFileSync(at('emails.csv'), readFileSync(at('emails.csv'), 'utf8').replaceAll(/;[0-9a-f](?=[0-9a-f]{63})/g, one => one === ';0' ? ';1' : ';0')) },
  },
]

for (const { title, spoil, codes, options } of cases) {
  test(`a delivery in which: ${title}`, async t => {
    const delivery = await deliver(newFolder(t), 51)
    const values = personalValues(readFileSync(delivery.people, 'utf8')).filter(value => value.length > 4)
    spoil(delivery, name => join(delivery.folder, name))
    const verification = await verify(delivery.folder, { directory: directoryOf(delivery), approved: [], smallestGroup: 5, ...options })
    t.deepEqual(verification.checks.flatMap(({ code }) => code === undefined || code === 'small-groups' ? [] : [code]), codes as typeof verification.checks[number]['code'][])
    const report = verifyText(verification, 'delivery', (_, text) => text) + JSON.stringify(verification)
    t.deepEqual(leaksIn(Buffer.from(report), values), [], 'the report names nobody')
  })
}

test('runs under the sample key are named, which is a warning', async t => {
  const folder = newFolder(t)
  t.is(npPipeline(['run', 'rules/emails.yaml', '--out', join(folder, 'out'), '--quiet'], { env: { NP_HMAC_KEY: SAMPLE_KEY } }).code, 0)
  const { checks } = await verify(join(folder, 'out'), { directory: [{ path: 'rules/samples/ad-users.csv', options: { display: 'ad-users.csv', input: 'people' } }], approved: [], smallestGroup: 5 })
  t.deepEqual(checks.filter(({ code }) => code !== undefined).map(({ code, result, spots }) => [code, result, spots[0]?.file]), [['sample-key', 'warning', 'emails.run.json']])
})

test('groups below a size are named by their line', async t => {
  const delivery = await deliver(newFolder(t), 52)
  const groupsBelow = async (smallestGroup: number): Promise<readonly (readonly [number | undefined, string | undefined])[]> => {
    const { checks } = await verify(delivery.folder, { directory: directoryOf(delivery), approved: [], smallestGroup })
    return checks.filter(({ code }) => code === 'small-groups').flatMap(({ spots }) => spots.map(({ line, text }) => [line, text] as const))
  }
  const tables = (file: string): readonly string[] => readFileSync(join(delivery.folder, file), 'utf8').trimEnd().split('\r\n').slice(1)
  const groups = tables('employees_groups.csv').map(row => row.split(';')[0]!)
  const members = groups.map(group => tables('employees.csv').filter(row => row.includes(group)).length)
  const expected = (limit: number) => members.flatMap((count, row) => count > 0 && count < limit ? [[row + 2, `${count} member${count === 1 ? '' : 's'}`] as const] : [])
  for (const limit of [2, 5, 12]) t.deepEqual(await groupsBelow(limit), expected(limit))
  t.true(expected(12).length > 0)
})

test('a folder without a run record, or none at all, is no delivery', async t => {
  const folder = newFolder(t)
  const options = { directory: [], approved: [], smallestGroup: 5 }
  for (const path of [folder, join(folder, 'missing')]) {
    const stop = await stopOf(() => verify(path, options))
    t.deepEqual([stop?.exit, stop?.diagnostic.code], [2, 'no-delivery'])
  }
})

test('a leftover of a killed run is an unlisted file, and the lock is none', async t => {
  const delivery = await deliver(newFolder(t), 53)
  renameSync(join(delivery.folder, 'users.csv'), join(delivery.folder, 'users.csv.partial'))
  writeFileSync(join(delivery.folder, '.np-pipeline.lock'), '')
  const { checks } = await verify(delivery.folder, { directory: directoryOf(delivery), approved: [], smallestGroup: 0 })
  t.deepEqual(checks.filter(({ result }) => result === 'finding').map(({ code, spots }) => [code, spots.map(({ file }) => file)]),
    [['missing-output', ['users.run.json']], ['unlisted-file', ['users.csv.partial']]])
  t.true(readdirSync(delivery.folder).includes('.np-pipeline.lock'))
})

test('each directory file is judged by itself, and the columns are named that are not searched', async t => {
  const delivery = await deliver(newFolder(t), 54)
  const staff = join(delivery.folder, '../staff.csv')
  writeFileSync(staff, `Personalnummer;Nachname;Vorname;Abteilung\n${Array.from({ length: 30 }, (_, index) => `00${4700 + index};M\u00fcller;Eva${index};Sales\n`).join('')}`)
  const { checks } = await verify(delivery.folder, { directory: [...directoryOf(delivery), { path: staff, options: { display: 'staff.csv', input: 'people' } }], approved: [], smallestGroup: 0 })
  const few = checks.find(({ code }) => code === 'few-identities')
  t.deepEqual(few?.spots.map(({ file, text }) => [file, text]), [['staff.csv', 'no addresses, no distinguished names and no logins']])
  const columns = checks.find(({ check }) => check === 'columns')
  t.is(columns?.result, 'information')
  t.is(columns?.spots.find(({ file }) => file === 'staff.csv')?.text, 'Nachname (only with the given name), Vorname (only with the surname), Abteilung')
  t.regex(columns?.spots.find(({ file }) => file === 'people.csv')?.text ?? '', /Department/)
})
