// `npm run bench [megabytes] [runs]`: the e-mail export over a generated log, beside a straightforward chain of packages that
// does the same job in the same run. Times are of whole processes, start and directory included; quote the ratio.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bigDomain, writeBigDirectory } from '../organisation/big-directory.ts'
import { writeBigLog } from '../organisation/big-log.ts'

type Usage = { readonly cpu: number, readonly memory: number, readonly wall: number }

const [megabytes = 200, runs = 3] = process.argv.slice(2).map(Number)
const here = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'np-bench-'))
const at = (name: string): string => join(folder, name)
const key = 'np-bench-key-5d41402abc4b2a76b9719d911017c592'

try {
  const { bytes, rows } = writeBigLog(at('big.log'), megabytes, 7)
  writeBigLog(at('small.log'), megabytes / 4, 7)
  writeBigDirectory(at('people.csv'))
  const engine = (log: string): Usage => measure([join(here, '../../engine/cli.js'), 'run', 'rules/emails.yaml', '--quiet',
    '--input', `tracking=${at(log)}`, '--input', `people=${at('people.csv')}`, '--set', `domains=${bigDomain}`, '--out', at('out')])
  const chain = (): Usage => measure([join(here, 'chain.js'), at('big.log'), at('people.csv'), at('chain.csv'), bigDomain, key])

  console.log(`${(bytes / 1e6).toFixed(0)} MB raw log, ${rows} rows, 20 250 accounts; ${runs} runs in turn, medians; Node ${process.version}\n`)
  const pairs = Array.from({ length: runs }, () => ({ engine: engine('big.log'), chain: chain() }))
  const [ours, theirs] = [at('out/emails.csv'), at('chain.csv')].map(path => createHash('sha256').update(readFileSync(path)).digest('hex'))
  const small = engine('small.log')
  row('', 'CPU s', 'wall s', 'MB/s (CPU)', 'rows/s (CPU)', 'peak MB')
  for (const name of ['engine', 'chain'] as const) {
    const cpu = median(pairs.map(pair => pair[name].cpu))
    row(name === 'engine' ? 'np-pipeline' : 'chain of packages', cpu.toFixed(2), median(pairs.map(pair => pair[name].wall)).toFixed(2),
      (bytes / 1e6 / cpu).toFixed(0), (rows / cpu).toFixed(0), median(pairs.map(pair => pair[name].memory)).toFixed(0))
  }
  console.log(`\nratio of CPU, pair by pair: ${pairs.map(pair => (pair.chain.cpu / pair.engine.cpu).toFixed(1)).join(', ')}; median ${median(pairs.map(pair => pair.chain.cpu / pair.engine.cpu)).toFixed(1)}`)
  console.log(`memory on a quarter of the log: ${small.memory.toFixed(0)} MB; \`unique\` adds 21 to 43 bytes a row kept (64 while it grows)`)
  console.log(ours === theirs ? 'both wrote the same bytes' : 'THE TWO WROTE DIFFERENT BYTES: the comparison is void')
  if (ours !== theirs) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measure(args: readonly string[]): Usage {
  const { status, output } = spawnSync(process.execPath, ['--import', join(here, 'usage.js'), ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'], env: { ...process.env, NP_HMAC_KEY: key },
  })
  if (status !== 0) throw new Error(`a measured process ended with ${status}`)
  return JSON.parse(String(output[3])) as Usage
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function row(...cells: readonly string[]): void {
  console.log(cells.map((cell, index) => index === 0 ? cell.padEnd(18) : cell.padStart(14)).join(''))
}
