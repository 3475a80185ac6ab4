// A run that is ended in the middle, and the one after it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import test from 'ava'
import { binary, newFolder, npPipeline, root, testKey } from '../command-line.ts'

const header = '#Fields: date-time,source,event-id,message-id,network-message-id,recipient-address,sender-address,return-path\n'
const line = (number: number): string =>
  `2024-05-20T08:00:00.000Z,STOREDRIVER,DELIVER,<${number}@mail.contoso.example>,,anna@contoso.example,ben@contoso.example,\n`
/** Some 3 MB of log: more than all buffers on the way. */
const log = Array.from({ length: 30_000 }, (_, number) => line(number))

const run = (input: string, out: string): readonly string[] =>
  ['run', 'rules/emails.yaml', '--input', `tracking=${input}`, '--without', 'people', '--set', 'domains=contoso.example', '--out', out]

/** Starts a run whose standard input never ends, and waits until rows are written beside their final name. */
async function startAndStall(out: string): Promise<ChildProcess> {
  const running = spawn(process.execPath, [binary, ...run('-', out)], { cwd: root, env: { ...process.env, NP_HMAC_KEY: testKey }, stdio: ['pipe', 'ignore', 'ignore'] })
  running.stdin!.on('error', () => {})
  running.stdin!.write(header + log.join(''))
  while (running.exitCode === null && sizeOf(join(out, 'emails.csv.partial')) === 0) await wait(20)
  return running
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

const outputs = (out: string): readonly string[] => readdirSync(out).toSorted()

for (const { signal, left } of [
  { signal: 'SIGKILL', left: ['.np-pipeline.lock', 'emails.csv', 'emails.csv.partial', 'emails.run.json'] },
  { signal: 'SIGTERM', left: ['emails.csv', 'emails.run.json'] },
] as const) {
  test(`${signal} in the middle of a run: what was delivered before stays, nothing half-written has its name, the next run works`, async t => {
    const folder = newFolder(t)
    const out = join(folder, 'out')
    const before = join(folder, 'before.log')
    writeFileSync(before, header + line(0))
    t.is(npPipeline(run(before, out)).code, 0)
    const delivered = readFileSync(join(out, 'emails.csv'), 'utf8')

    const running = await startAndStall(out)
    t.is(npPipeline(run(before, out)).code, 2, 'the folder is busy')
    const ended = once(running, 'exit')
    running.kill(signal)
    t.deepEqual(await ended, signal === 'SIGKILL' ? [null, 'SIGKILL'] : [143, null])
    t.deepEqual(outputs(out), left)
    t.is(readFileSync(join(out, 'emails.csv'), 'utf8'), delivered)

    const next = npPipeline(run(before, out))
    t.is(next.code, 0)
    t.is(next.out.includes('warning stale-partial'), signal === 'SIGKILL')
    t.deepEqual(outputs(out), ['emails.csv', 'emails.run.json'])
    t.is(readFileSync(join(out, 'emails.csv'), 'utf8'), delivered)
  })
}
