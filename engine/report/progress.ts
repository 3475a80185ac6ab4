// Progress on a terminal: how much is read, how fast, and how long it will take.
import { statSync } from 'node:fs'
import type { World } from '../commands/command.ts'
import { grouped } from './summary.ts'

const interval = 200

export type Progress = {
  readonly at: (input: string, bytes: number, records: number) => void
  readonly end: () => void
}

/** Draws on standard error, and only when that is a terminal. */
export function progressOn(world: Pick<World, 'terminal' | 'err' | 'now'>, files: ReadonlyMap<string, readonly string[]>): Progress {
  if (!world.terminal) return { at: () => {}, end: () => {} }
  const totals = new Map([...files].map(([input, paths]) => [input, sizeOf(paths)]))
  const started = new Map<string, number>()
  let drawn = 0
  return {
    at(input, bytes, records) {
      const now = world.now()
      if (!started.has(input)) started.set(input, now)
      if (now - drawn < interval) return
      drawn = now
      world.err(`\r\u001b[K${line(input, bytes, totals.get(input), records, (now - started.get(input)!) / 1000)}`)
    },
    end() { if (drawn > 0) world.err('\r\u001b[K') },
  }
}

function line(input: string, bytes: number, total: number | undefined, records: number, seconds: number): string {
  const rate = seconds > 0 ? bytes / seconds : 0
  const parts = [`${input}: ${grouped(Math.round(bytes / 1e6))}${total === undefined ? '' : ` of ${grouped(Math.round(total / 1e6))}`} MB`, `${grouped(records)} records`]
  if (rate > 0) parts.push(`${grouped(Math.round(rate / 1e6))} MB/s`)
  if (total !== undefined && rate > 0) parts.push(`${timeText((total - bytes) / rate)} left`)
  return parts.join(', ')
}

const timeText = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`

/** Undefined where a size is not to be had, as of standard input. */
function sizeOf(paths: readonly string[]): number | undefined {
  try {
    return paths.includes('-') ? undefined : paths.reduce((sum, path) => sum + statSync(path).size, 0)
  } catch {
    return undefined
  }
}
