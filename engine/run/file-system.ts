// The few things a delivery asks of a file system, so that tests can make each of them fail.
import { createHash } from 'node:crypto'
import {
  closeSync, fstatSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmdirSync, unlinkSync, writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { errorCode } from './deliver-failure.ts'

/**
 * All calls throw as node:fs does, with a `code` such as ENOSPC. They are synchronous: rows must wait for a slow disk, or
 * they pile up in memory.
 */
export type FileSystem = {
  /** A descriptor. `wx` makes the file and fails when anything has the name, be it a dangling link. */
  open(path: string, flags: 'wx' | 'r', mode?: number): number
  /** How many of the bytes were written; may be fewer than given. */
  write(descriptor: number, bytes: Uint8Array, offset: number, length: number): number
  size(descriptor: number): number
  sync(descriptor: number): void
  close(descriptor: number): void
  /** The text of a small file. */
  read(path: string): string
  /** The names in a folder. */
  list(path: string): readonly string[]
  /** What has the name; a link is `other`, wherever it leads. */
  kind(path: string): 'none' | 'folder' | 'other'
  rename(from: string, to: string): void
  unlink(path: string): void
  /** Makes a folder and those above it; none of them need be missing. */
  makeFolder(path: string, mode: number): void
  /** Removes an empty folder. */
  removeFolder(path: string): void
  isAlive(process: number): boolean
  pause(milliseconds: number): Promise<void>
  /** This process; with `machine`, a word for this computer that does not tell its name, unique on a shared disk. */
  readonly process: number
  readonly machine: string
  /** As `process.platform`. */
  readonly platform: string
}

/** The real one; `running` is Node's `process`. */
export const fileSystem = (running: Pick<NodeJS.Process, 'pid' | 'platform' | 'kill'>): FileSystem => ({
  open: (path, flags, mode) => openSync(path, flags, mode),
  write: (descriptor, bytes, offset, length) => writeSync(descriptor, bytes, offset, length),
  size: descriptor => fstatSync(descriptor).size,
  sync: fsyncSync,
  close: closeSync,
  read: path => readFileSync(path, 'utf8'),
  list: path => readdirSync(path),
  kind(path) {
    const found = lstatSync(path, { throwIfNoEntry: false })
    return found === undefined ? 'none' : found.isDirectory() ? 'folder' : 'other'
  },
  rename: renameSync,
  unlink: unlinkSync,
  makeFolder: (path, mode) => { mkdirSync(path, { recursive: true, mode }) },
  removeFolder: rmdirSync,
  isAlive(process) {
    try {
      return running.kill(process, 0)
    } catch (error) {
      // EPERM: it lives and belongs to somebody else.
      return errorCode(error) === 'EPERM'
    }
  },
  pause: async milliseconds => { await setTimeout(milliseconds) },
  process: running.pid,
  machine: createHash('sha256').update(hostname()).digest('hex').slice(0, 16),
  platform: running.platform,
})

/** Removes a file that no longer matters, whatever the disk says; one that stays is met again by the next run. */
export function discard(path: string, files: FileSystem): void {
  try {
    files.unlink(path)
  } catch (error) {
    if (errorCode(error) === '') throw error
  }
}
