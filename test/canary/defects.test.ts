// A run that crashes, or is ended: nothing is shown but where in the engine, and nothing stays but finished rows.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import test from 'ava'
import { binary, testKey } from '../command-line.ts'
import { wordOf } from './canaries.ts'
import { defects } from './defects.ts'
import { rowsOf, written } from './exports.ts'
import { codesIn, place, runArgs } from './place.ts'
import { argsOf } from './sequence.ts'

/** All that is said: where in the engine, if that is known. */
const crashed = /^error: a defect of np-pipeline(?: at engine\/[\w/-]+\.js:\d+)?; nothing was delivered\. [^\n]*\n$/

for (const { title, module, line = 'run RULES IN --out out', exit = 70, code } of defects) {
  test.serial(`a defect: ${title}`, async t => {
    const { folder, write, run, start, leaks } = place(t, 'emails')
    write('sabotage.mjs', module)
    write('own.yaml', 'version: 1\nextends: ./rules/emails.yaml\n')
    if (line.startsWith('verify')) await run(runArgs('emails'))
    const printed = start(argsOf(line, 'emails'), { NODE_OPTIONS: `--import ${join(folder, 'sabotage.mjs')}` })
    t.deepEqual(leaks(printed), [])
    t.is(printed.code, exit, printed.out + printed.err)
    if (exit === 70) t.regex(printed.err, crashed)
    if (code !== undefined) t.true(codesIn(folder, printed).has(code), printed.err)
  })
}

/** Mails that go on for ever, so that the run is in the middle of its work. */
const [, mail] = rowsOf('tracking')
const log = written('tracking', 'raw', Array.from({ length: 12_000 }, (_, row) =>
  ({ ...mail!, 'message-id': `<${row}.${wordOf('message 2')}@quillmoor.example>` })))

for (const [signal, code] of [['SIGKILL', null], ['SIGTERM', 143], ['SIGINT', 130]] as const) {
  test.serial(`${signal} in the middle of a run`, async t => {
    const { folder, leaks } = place(t, 'emails')
    const args = runArgs('emails').map(arg => arg.startsWith('tracking=') ? 'tracking=-' : arg)
    const env = { ...process.env, NP_HMAC_KEY: testKey, TMPDIR: join(folder, 'tmp') }
    const running = spawn(process.execPath, [binary, ...args], { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] })
    const printed = { code: null, out: '', err: '' }
    running.stdout.on('data', (text: Buffer) => { printed.out += text.toString('latin1') })
    running.stderr.on('data', (text: Buffer) => { printed.err += text.toString('latin1') })
    running.stdin.on('error', () => {})
    running.stdin.write(log)
    const partial = join(folder, 'out/emails.csv.partial')
    await grown(running, partial)
    t.is(running.exitCode, null, printed.err)
    t.deepEqual(leaks(printed), [])
    const ended = once(running, 'exit')
    running.kill(signal)
    t.deepEqual(await ended, code === null ? [null, signal] : [code, null])
    t.is(existsSync(partial), code === null)
    t.is(existsSync(join(folder, 'out')), code === null)
    t.deepEqual(leaks(printed), [])
  })
}

async function grown(running: ChildProcess, file: string): Promise<void> {
  while (running.exitCode === null && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) < 1000) await wait(20)
}
