// Names that stand in rule files: whoever asks for the rules may see them, and no file that a run leaves has them.
import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { root } from '../command-line.ts'
import { authored, brokenRules, meant, ownRules, spots } from './authored.ts'
import { canary, wordOf } from './canaries.ts'
import { type Place, codesIn, isColumnName, place } from './place.ts'
import { argsOf } from './sequence.ts'

/** Where a leak was found, and what. */
const parts = (leak: string): { readonly where: string, readonly what: string } => {
  const at = leak.indexOf(': ')
  return { where: leak.slice(0, at), what: leak.slice(at + 2) }
}

const all: readonly string[] = spots.map(authored)
const byWill: ReadonlySet<string> = new Set(meant.map(authored))

/** A folder with the rules of `authored.ts`, whose names are searched for as those of the data are. */
function withOwnRules(t: ExecutionContext): Place {
  const here = place(t, 'emails')
  here.write('own.yaml', ownRules)
  here.hide(all)
  return here
}

for (const line of [
  'run own.yaml IN --out out', 'run own.yaml IN --out out --json', 'run own.yaml IN --out out --quiet', 'check own.yaml',
  'preview own.yaml IN', 'preview own.yaml IN --format json',
]) {
  test.serial(`${line}: nothing of what the author wrote but reasons and words of outputs`, async t => {
    const { run, leaks } = withOwnRules(t)
    const printed = await run(argsOf(line, 'emails'))
    t.is(printed.code, 0, printed.err)
    t.deepEqual(leaks(printed).filter(leak => !byWill.has(parts(leak).what)), [])
  })
}

for (const [line, exit] of [
  ['resolve own.yaml', 0], ['resolve own.yaml --format json', 0], ['test own.yaml', 1], ['test own.yaml --coverage', 1],
  ['review own.yaml --set domains=DOMAIN', 0], ['review own.yaml --set domains=DOMAIN --json', 0],
  ['diff rules/emails.yaml own.yaml IN', 0], ['explain own.yaml IN --row 1', 0],
  [`explain own.yaml IN --where $contains(sender,"${wordOf('mail 2')}")`, 0],
] as const) {
  test.serial(`${line}: what the author wrote is shown, nothing that was read, and no file has it`, async t => {
    const { run, leaks } = withOwnRules(t)
    const printed = await run(argsOf(line, 'emails'))
    t.is(printed.code, exit, printed.err)
    const shown = [...all, ...line.includes('--where') ? [wordOf('mail 2')] : []]
    const found = leaks(printed).map(parts)
    t.true(found.length > 0)
    t.deepEqual(found.filter(({ where, what }) => where !== 'standard output' || !shown.includes(what)), [])
  })
}

test.serial('a delivery of such rules is verified and converted without them', async t => {
  const { run, leaks } = withOwnRules(t)
  for (const line of [
    'run own.yaml IN --out out', 'verify out --input PEOPLE', 'verify out --input PEOPLE --format json',
    'convert out --to utf8-base64 --out other',
  ]) {
    const printed = await run(argsOf(line, 'emails'))
    t.is(printed.code, 0, printed.out + printed.err)
    t.deepEqual(leaks(printed).filter(leak => !byWill.has(parts(leak).what) && !isColumnName(leak)), [], line)
  }
})

test.serial('test -u writes what came into the rule file, and nowhere else', async t => {
  const { run, leaks } = withOwnRules(t)
  const printed = await run(['test', '-u', 'own.yaml'])
  t.is(printed.code, 0, printed.err)
  const found = leaks(printed).map(parts)
  t.deepEqual(found.filter(({ where, what }) => !['standard output', 'own.yaml'].includes(where) || !all.includes(what)), [])
})

/** All commands that read rules. */
const readers = [
  'check own.yaml', 'check own.yaml --format json', 'check own.yaml --format github', 'check own.yaml --fix',
  'run own.yaml IN --out out', 'test own.yaml', 'preview own.yaml IN', 'explain own.yaml IN --row 1',
  'diff RULES own.yaml IN', 'resolve own.yaml', 'review own.yaml --html page.html', 'test own.yaml --record --row 1 IN',
]

for (const { title, text, code } of brokenRules) {
  test.serial(`broken rules: ${title}`, async t => {
    const { folder, write, run, leaks } = place(t, 'emails')
    write('own.yaml', `version: 1\nextends: ./rules/emails.yaml\n${text}\n`)
    // What the author wrote of somebody who is also in the data.
    const own = [
      canary.address('mail 1'), wordOf('mail 1'),
      ...text.includes('in/') ? [wordOf('folder of people'), wordOf('file of people')] : [],
    ]
    for (const line of readers) {
      const printed = await run(argsOf(line, 'emails'))
      t.is(printed.code, 1, `${line}\n${printed.out}${printed.err}`)
      if (line === 'check own.yaml') t.true(codesIn(folder, printed).has(code), printed.err)
      const found = leaks(printed).map(parts)
      t.deepEqual(found.filter(({ where, what }) => !where.startsWith('standard ') || !own.some(one => what.includes(one))), [], line)
      t.false(existsSync(join(folder, 'out')))
      t.false(existsSync(join(folder, 'page.html')))
    }
  })
}

const folder = 'test/check/broken'
const codesOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/^\S+ error ([a-z-]+) /gm)].map(([, code]) => code!))].toSorted()

// Every code of check is in one of them: test/diagnostics/codes.test.ts.
test.serial('whatever check refuses, a run does not begin', async t => {
  const here = place(t, 'emails')
  symlinkSync(join(root, 'test'), join(here.folder, 'test'), 'junction')
  for (const file of readdirSync(folder).filter(name => name.endsWith('.yaml'))) {
    const refused = codesOf(readFileSync(join(folder, file.replace('.yaml', '.txt')), 'utf8'))
    // Some have warnings only.
    if (refused.length === 0) continue
    const printed = await here.run(argsOf(`run ${folder}/${file} --input tracking=TRACKING --out out`, 'emails'))
    t.is(printed.code, 1, `${file}\n${printed.err}`)
    t.deepEqual(codesOf(printed.err), refused, file)
    t.false(existsSync(join(here.folder, 'out')), file)
    t.deepEqual(here.leaks(printed), [], file)
  }
})
