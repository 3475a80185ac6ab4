// Everything we could think of to get a name or address past the rules: what the check refuses, what stops the run, what
// shows nothing, and what works all the same, as docs/privacy.md says under "What rules cannot be stopped from doing".
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'ava'
import { checkRules } from '../../engine/check/rules.ts'
import { readRules } from '../../engine/commands/load.ts'
import { newFolder, npPipeline } from '../command-line.ts'
import { canaries, exported, ruleFile } from './delivery.ts'
import { throughExpressions } from './expressions.ts'
import { throughInputs } from './inputs.ts'
import { throughRows } from './rows.ts'
import type { Way } from './way.ts'

const ways = [...throughExpressions, ...throughRows, ...throughInputs]

for (const way of ways) {
  const { result } = way
  const verdict = result === 'silent' ? 'shows nothing' : 'refused' in result ? `the check refuses it: ${result.refused}` : 'stopped' in result ? `the run stops: ${result.stopped}` : 'works, by design'
  test(`${way.way}: ${verdict}`, t => {
    const folder = newFolder(t)
    const rules = join(folder, 'attack.yaml')
    writeFileSync(rules, ruleFile(way.rules))
    const { loaded, diagnostics: unread } = readRules(rules)
    const diagnostics = [...unread, ...loaded ? checkRules(loaded, new Map(), true).diagnostics : []].filter(({ severity }) => severity === 'error')
    if (typeof result === 'object' && 'refused' in result) {
      t.true(diagnostics.some(({ code }) => code === result.refused), JSON.stringify(diagnostics))
      return
    }
    t.deepEqual(diagnostics, [])
    const { code, said, outputs } = attack(way, rules, folder)
    if (result !== 'silent' && 'shows' in result) return void t.regex([...outputs].filter(([name]) => name.endsWith('.csv')).map(([, text]) => text).join(''), result.shows, said)
    t.is(code === 0, result === 'silent', said.split('\n').filter(line => line.includes('error')).join('\n'))
    if (result !== 'silent') t.true(said.includes(result.stopped), said.split('\n').filter(line => line.includes('error')).join('\n'))
    t.deepEqual(found([said, ...outputs.values(), ...outputs.keys()].join('\n')), [])
  })
}

test('at least thirty ways, each once', t => {
  t.true(ways.length >= 30)
  t.is(new Set(ways.map(({ way }) => way)).size, ways.length)
})

test('the search finds what it looks for', t => {
  t.deepEqual(canaries.filter(canary => !found(exported.mails + exported.people).includes(canary)), [])
  t.deepEqual(found(Buffer.from('Xaverine').toString('base64')), ['xaverine'])
})

/** Runs the rules, with and without --json, and gives what was said and every file that was written. */
function attack({ inputs = {}, names = {}, args = [], result }: Way, rules: string, folder: string): { code: number | null, said: string, outputs: ReadonlyMap<string, string> } {
  const given = Object.entries(exported).flatMap(([name, text]) => {
    const [place, file] = [join(folder, name), names[name] ?? `${name}.csv`]
    mkdirSync(place)
    writeFileSync(join(place, file), inputs[name] ?? text)
    return ['--input', `${name}=${join(place, file)}`]
  })
  const out = join(folder, 'out')
  const said = (typeof result === 'object' && 'shows' in result ? [[]] : [[], ['--json']]).map(more => npPipeline(['run', rules, ...given, '--out', out, ...args, ...more]))
  const written = [out, `${out}.quarantine`].flatMap(place => filesIn(place))
  // What the author wrote on the command line, or a file is called by, may be repeated to the one who did.
  return { code: said[0]!.code, said: said.map(one => one.out + one.err).join('\n').replaceAll(folder, ''), outputs: new Map(written) }
}

const filesIn = (folder: string): readonly (readonly [string, string])[] => {
  try {
    return readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')] as const)
  } catch {
    return []
  }
}

/** The canaries in a text, as they are and in the writings of bytes. */
function found(text: string): readonly string[] {
  const lower = text.toLowerCase()
  return canaries.filter(canary => spellings(canary).some(one => lower.includes(one.toLowerCase())))
}

const spellings = (canary: string): readonly string[] => [canary, canary[0]!.toUpperCase() + canary.slice(1)].flatMap(one => [
  one, [...one].reverse().join(''), Buffer.from(one).toString('hex'), Buffer.from(one, 'utf16le').toString('hex'), Buffer.from(one).toString('base64').replaceAll('=', ''), encodeURIComponent(one),
])
