// A file system that fails where it is told to, as disks do.
import type { FileSystem } from '../../engine/run/file-system.ts'

export type Fault = {
  /** The number of the call that fails, from 1, counted over all that reach the disk. */
  readonly at: number
  /** Only calls of this kind count; all by default. */
  readonly of?: keyof FileSystem
  /** `short`: a write takes half of the bytes and says so. A function is called instead of failing. */
  readonly as: 'short' | (() => void) | (string & {})
  /** It stays broken from there on. */
  readonly forever?: boolean
}

const calls = ['open', 'write', 'size', 'sync', 'close', 'read', 'kind', 'rename', 'unlink', 'makeFolder', 'removeFolder'] as const

/** `disk` with a fault; `count` says how many calls were made. Pauses take no time. */
export function faulty(disk: FileSystem, fault: Fault): FileSystem & { readonly count: () => number } {
  let count = 0
  const isDue = (call: string): boolean => (fault.of === undefined || call === fault.of)
    && (++count === fault.at || fault.forever === true && count > fault.at)
  const fail = (): void => {
    if (typeof fault.as === 'function') fault.as()
    else throw Object.assign(new Error(`${fault.as}: with /some/path in the text`), { code: fault.as })
  }
  const wrapped = Object.fromEntries(calls.map(call => [call, (...given: unknown[]) => {
    const real = (disk[call] as (...all: unknown[]) => unknown)
    if (!isDue(call)) return real(...given)
    if (fault.as === 'short') {
      return call === 'write' ? real(given[0], given[1], given[2], Math.ceil((given[3] as number) / 2)) : real(...given)
    }
    // A descriptor is closed even when close reports a failure.
    if (call === 'close') real(...given)
    fail()
    return real(...given)
  }])) as unknown as Pick<FileSystem, typeof calls[number]>
  return { ...disk, ...wrapped, pause: async () => {}, count: () => count }
}
