// Commands that look at data, and runs that fail for other reasons than their data: nothing of the canaries is shown.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import test from 'ava'
import { binary, testKey } from '../command-line.ts'
import { domain, wordOf } from './canaries.ts'
import { rowsOf, written } from './exports.ts'
import { codesIn, inputFile, options, place, runArgs } from './place.ts'

const words = (line: string): readonly string[] => line.split(' ')

/** Commands one after the other, in a folder with canaries; IN stands for the options that give them. */
const sequences: readonly { readonly title: string, readonly pipeline: string, readonly commands: readonly (readonly [line: string, exit: number, code?: string])[] }[] = [
  { title: 'a summary for machines', pipeline: 'emails', commands: [['run RULES IN --out out --json', 0]] },
  { title: 'warnings only', pipeline: 'emails', commands: [['run RULES IN --out out --quiet', 0]] },
  { title: 'checked after the run', pipeline: 'emails', commands: [['run RULES IN --out out', 0], ['verify out --input PEOPLE', 0], ['verify out --input PEOPLE --format json', 0]] },
  ...['emails', 'meetings', 'users'].map(pipeline => ({
    title: 'looked at', pipeline,
    commands: [
      ['check RULES', 0], ['test RULES', 0], ['resolve RULES', 0],
      ['preview RULES IN', 0], ['preview RULES IN --diff --rows 40', 0], ['preview RULES IN --format json --rows 40', 0],
      ['explain RULES IN --row 1 --row 2', 0], ['explain RULES IN --row 2 --format json', 0],
      ['diff RULES RULES IN', 0], ['diff RULES RULES IN --format json', 0],
    ] as const,
  })),
  { title: 'a customer begun', pipeline: 'emails', commands: [[`init quill --base rules/emails.yaml --input tracking=TRACKING --input PEOPLE --domains ${domain} --to made --yes`, 0], ['check made/quill/emails.yaml', 0], ['test made/quill/emails.yaml', 0]] },
  { title: 'a new export begun', pipeline: 'emails', commands: [['init --new notes --input notes=TRACKING --to made', 2, 'usage']] },
  { title: 'an output folder that is a file', pipeline: 'emails', commands: [['run RULES IN --out blocked', 3, 'write-failed']] },
  { title: 'an address in the name of an output', pipeline: 'emails', commands: [['run RULES IN --out out --set prefix=a@b', 2, 'identity-in-name']] },
  { title: 'no file there', pipeline: 'emails', commands: [[`run RULES --input tracking=in/${wordOf('gone')}@x.example.LOG --without people --set domains=${domain}`, 2, 'no-files']] },
]

for (const { title, pipeline, commands } of sequences) {
  test.serial(`${pipeline}: ${title}`, t => {
    const { folder, run, leaks } = place(t, pipeline)
    writeFileSync(join(folder, 'blocked'), 'a file')
    for (const [line, exit, code] of commands) {
      const args = words(line).flatMap(word => word === 'IN' ? options(pipeline) : [word.replace('RULES', `rules/${pipeline}.yaml`).replace('PEOPLE', `people=${inputFile('people')}`).replace('TRACKING', inputFile('tracking'))])
      const printed = run(args)
      if (process.env['SHOW']) t.log(`${line} -> ${printed.code} ${[...codesIn(folder, printed)].join()}\n${printed.err.slice(0, 500)}`)
      // init names the columns that it asks about: whoever marks them has to see them.
      const named = new Set(line.startsWith('init --new') ? [wordOf('header of tracking'), `Notes of ${wordOf('header of tracking')}`] : [])
      t.deepEqual(leaks(printed).filter(leak => !named.has(leak.replace(/^[^:]+: /, ''))), [], line)
      t.is(printed.code, exit, `${line}\n${printed.err}`)
      if (code !== undefined) t.true(codesIn(folder, printed).has(code), printed.err)
    }
  })
}

test.serial('an expression that fails on a name', t => {
  const { folder, write, run, leaks } = place(t, 'emails')
  write('own.yaml', 'version: 1\nextends: ./rules/emails.yaml\nafter: { one-recipient: { numbered: { drop: { when: $number(sender) > 5, because: a number } } } }\n')
  const printed = run(['run', 'own.yaml', ...options('emails'), '--out', 'out'])
  t.deepEqual(leaks(printed), [])
  t.is(printed.code, 1, printed.err)
  t.true(codesIn(folder, printed).has('expression-failed'), printed.err)
})

test.serial('refused records that are kept with their text are found by the scan: it is not blind', t => {
  const { run, leaks } = place(t, 'emails', { tracking: { format: 'raw', bytes: written('tracking', 'raw', rowsOf('tracking', { 'event-id': 'of Wilma' })) } })
  const printed = run(runArgs('emails', '--quarantine-raw'))
  t.is(printed.code, 1, printed.err)
  const found = leaks(printed)
  t.true(found.length > 0)
  t.true(found.every(leak => leak.includes('out.quarantine')), found.join('\n'))
})

if (process.platform !== 'win32' && process.getuid?.() !== 0) {
  test.serial('an output folder that is closed', t => {
    const { folder, run, leaks } = place(t, 'emails')
    mkdirSync(join(folder, 'closed'), { mode: 0o500 })
    t.teardown(() => { chmodSync(join(folder, 'closed'), 0o700) })
    const printed = run(['run', 'rules/emails.yaml', ...options('emails'), '--out', 'closed/out'])
    t.deepEqual(leaks(printed), [])
    t.not(printed.code, 0)
  })
}

/** A defect of ours that has a value in its message: Node would print it, with the line of source. */
const defects: Readonly<Record<string, string>> = {
  'an error thrown': 'throw new Error("cannot hash " + text)',
  'a plain object thrown, as by JSONata': 'throw { code: "D3030", value: text, message: "cannot hash " + text }',
  'a text thrown': 'throw text',
  'an error thrown later': 'setTimeout(() => { throw new Error("cannot hash " + text) }); return this',
  'a promise that nobody awaits': 'Promise.reject(new Error("cannot hash " + text)); return this',
  'an error whose name is a value': 'const error = new Error(text); error.name = text; error.stack = text + " at dist/engine/" + text + ".js:1"; throw error',
}
for (const [title, body] of Object.entries(defects)) {
  test.serial(`a defect: ${title}`, t => {
    const { folder, write, run, leaks } = place(t, 'emails')
    write('sabotage.mjs', `import { Hmac } from 'node:crypto'\nHmac.prototype.update = function (text) { if (String(text).includes('wilma')) { ${body} } return this }\nHmac.prototype.digest = () => 'f'.repeat(64)\n`)
    const printed = run(runArgs('emails'), { env: { NODE_OPTIONS: `--import ${join(folder, 'sabotage.mjs')}` } })
    t.deepEqual(leaks(printed), [])
    t.is(printed.code, 70, printed.err)
    t.regex(printed.err, /^error: a defect of np-pipeline/)
  })
}

test.serial('a run killed in the middle leaves finished rows only', async t => {
  const { folder, leaks } = place(t, 'emails')
  const log = written('tracking', 'raw', Array.from({ length: 12_000 }, (_, row) => ({ ...rowsOf('tracking')[1]!, 'message-id': `<${row}.${wordOf('message 2')}@quillmoor.example>` })))
  const args = runArgs('emails').map(arg => arg.startsWith('tracking=') ? 'tracking=-' : arg)
  const running = spawn(process.execPath, [binary, ...args], { cwd: folder, env: { ...process.env, NP_HMAC_KEY: testKey, TMPDIR: join(folder, 'tmp') }, stdio: ['pipe', 'pipe', 'pipe'] })
  const printed = { code: null, out: '', err: '' }
  running.stdout.on('data', (text: Buffer) => { printed.out += text.toString('latin1') })
  running.stderr.on('data', (text: Buffer) => { printed.err += text.toString('latin1') })
  running.stdin.on('error', () => {})
  running.stdin.write(log)
  const partial = join(folder, 'out/emails.csv.partial')
  while (running.exitCode === null && (statSync(partial, { throwIfNoEntry: false })?.size ?? 0) === 0) await wait(20)
  t.is(running.exitCode, null, printed.err)
  const ended = once(running, 'exit')
  running.kill('SIGKILL')
  t.deepEqual(await ended, [null, 'SIGKILL'])
  t.true(statSync(partial).size > 1000)
  t.deepEqual(leaks(printed), [])
})
