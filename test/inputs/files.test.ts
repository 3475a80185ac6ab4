// Which files an input means: paths and patterns as an administrator types them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import test from 'ava'
import { findFiles } from '../../engine/inputs/files.ts'
import { stopIn } from './table.ts'

const base = mkdtempSync(join(tmpdir(), 'np-files-'))
test.after.always(() => rmSync(base, { recursive: true }))

const present = [
  'MSGTRKMD10-1.LOG', 'MSGTRKMD9-1.LOG', 'MSGTRKMS9-1.LOG', 'notes.txt', 'a b/one (1).LOG', 'deep/er/x.LOG',
  'deep/y.LOG', '[logs]/1.LOG', 'l/trap.LOG', 'r[1].csv', 'r1.csv', '!mail.csv', 'mail.csv', 'x{1,2}.csv',
]
for (const name of present) {
  mkdirSync(dirname(join(base, name)), { recursive: true })
  writeFileSync(join(base, name), '')
}

const patterns: readonly { title: string, given: string[], gives: string[] }[] = [
  { title: 'a path', given: ['notes.txt'], gives: ['notes.txt'] },
  { title: 'an absolute path', given: [join(base, 'notes.txt')], gives: ['notes.txt'] },
  { title: 'standard input', given: ['-'], gives: ['-'] },
  { title: 'a star, in the order of code units', given: ['MSGTRKMD*.LOG'],
    gives: ['MSGTRKMD10-1.LOG', 'MSGTRKMD9-1.LOG'] },
  { title: 'a question mark', given: ['MSGTRKM?9-1.LOG'], gives: ['MSGTRKMD9-1.LOG', 'MSGTRKMS9-1.LOG'] },
  { title: 'two stars go down folders', given: ['deep/**/*.LOG'], gives: ['deep/er/x.LOG', 'deep/y.LOG'] },
  { title: 'each file once, sorted over all patterns', given: ['notes.txt', '*.txt', 'MSGTRKMS*'],
    gives: ['MSGTRKMS9-1.LOG', 'notes.txt'] },
  { title: 'a folder with a blank, a name with brackets', given: ['a b/one (*).LOG'], gives: ['a b/one (1).LOG'] },
  { title: 'a folder named like a pattern', given: ['[logs]/*.LOG'], gives: ['[logs]/1.LOG'] },
  { title: 'a file named like a pattern', given: ['r[1].csv'], gives: ['r[1].csv'] },
  { title: 'a class of characters', given: ['r[0-9].csv'], gives: ['r1.csv'] },
  { title: 'an exclamation mark is a letter', given: ['!*.csv'], gives: ['!mail.csv'] },
  { title: 'braces are letters', given: ['x{1,2}.*'], gives: ['x{1,2}.csv'] },
  { title: 'parts that lead back', given: ['deep/../notes.*'], gives: ['notes.txt'] },
]

for (const { title, given, gives } of patterns) {
  test(title, async t => {
    const found = await findFiles(given, base)
    t.deepEqual(found.map(path => path === '-' ? path : relative(base, path).replaceAll(sep, '/')), gives)
  })
}

for (const given of ['missing.LOG', '*.missing', 'deep', 'deep/', 'a,b', 'missing/*.LOG']) {
  test(`${given} means no file, and says so`, async t => {
    const stop = await stopIn(() => findFiles(['notes.txt', given], base))
    t.is(stop?.exit, 2)
    t.is(stop?.diagnostic.code, 'no-files')
    t.true(stop?.diagnostic.message.includes(given))
  })
}

test('for a folder the hint is the pattern to give', async t => {
  const stop = await stopIn(() => findFiles(['deep/'], base))
  t.is(stop?.diagnostic.hint, `give its files: deep${sep}*`)
})
