// Names of files, folders and parameters: what has an @ is withheld, and so are folders that tell nothing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { canary, wordOf } from './canaries.ts'
import { rowsOf, written } from './exports.ts'
import { isColumnName, options, place } from './place.ts'
import { argsOf } from './sequence.ts'

const log = written('tracking', 'csv', rowsOf('tracking'))
const cut = `${log}"${canary.address('mail 2')}"\r\n`

for (const { title, files, text, exit, shown } of [
  {
    title: 'a folder called after somebody, without an @', files: [`${wordOf('folder')}/tracking.csv`], text: log,
    exit: 0, shown: '"tracking.csv"',
  },
  {
    title: 'the same, when a record is refused', files: [`${wordOf('folder')}/tracking.csv`], text: cut, exit: 1,
    shown: 'tracking.csv',
  },
  {
    title: 'two files of one name below mailboxes',
    files: [`${canary.address('folder')}/tracking.csv`, `${canary.address('other folder')}/tracking.csv`], text: log,
    exit: 0, shown: '"file-2"',
  },
  {
    title: 'the same, when a record is refused',
    files: [`${canary.address('folder')}/tracking.csv`, `${canary.address('other folder')}/tracking.csv`], text: cut,
    exit: 1, shown: 'file-1',
  },
]) {
  test.serial(`${title}: ${exit === 0 ? 'a run record' : 'a quarantine'} with ${shown}`, async t => {
    const { folder, write, hide, run, leaks } = place(t, 'emails')
    for (const file of files) write(`in/${file}`, text)
    hide(files.flatMap(file => [file, ...file.split('/')]))
    const given = files.flatMap(file => ['--input', `tracking=in/${file}`])
    const printed = await run([...argsOf('run RULES --input PEOPLE --set domains=DOMAIN --out out', 'emails'), ...given])
    t.is(printed.code, exit, printed.err)
    t.deepEqual(leaks(printed), [])
    const left = exit === 0 ? 'out/emails.run.json' : 'out.quarantine/emails.jsonl'
    t.true(readFileSync(join(folder, left), 'utf8').includes(shown))
  })
}

test.serial('a file whose name has no @ is shown by it, and by nothing else of its path', async t => {
  const { write, hide, run, leaks } = place(t, 'emails')
  const file = `in/${wordOf('folder')}/${wordOf('file')}.csv`
  write(file, log)
  hide([wordOf('folder'), wordOf('file')])
  const printed = await run(argsOf(`run RULES --input tracking=${file} --input PEOPLE --set domains=DOMAIN --out out`, 'emails'))
  t.deepEqual(leaks(printed), [`out/emails.run.json: ${wordOf('file')}`])
})

test.serial('rules whose file is called after somebody', async t => {
  const name = canary.address('rules')
  const { write, hide, run, leaks } = place(t, 'emails')
  write(`${name}.yaml`, 'version: 1\nextends: ./rules/emails.yaml\n')
  hide([wordOf('rules'), name])
  for (const line of [`run ${name}.yaml IN --out out`, 'verify out --input PEOPLE']) {
    const printed = await run(argsOf(line, 'emails'))
    t.is(printed.code, 0, printed.err)
    t.deepEqual(leaks(printed).filter(leak => !isColumnName(leak)), [])
  }
})

for (const { title, value, found } of [
  { title: 'an address is withheld in the run record', value: canary.address('note'), found: [] },
  { title: 'a word stands in the run record alone', value: wordOf('note'), found: [`out/emails.run.json: ${wordOf('note')}`] },
]) {
  test.serial(`--set with ${title}`, async t => {
    const { write, hide, run, leaks } = place(t, 'emails')
    write('own.yaml', `version: 1
extends: ./rules/emails.yaml
params: { note: { type: text, about: a remark } }
after: { who: { some-of-them: { drop: { when: 'sender = $params.note', because: agreed } } } }
`)
    hide([wordOf('note'), value])
    const printed = await run(['run', 'own.yaml', ...options('emails'), '--set', `note=${value}`, '--out', 'out'])
    t.is(printed.code, 0, printed.err)
    t.deepEqual(leaks(printed), found)
  })
}

