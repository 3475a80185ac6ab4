// One run at a time writes to a folder.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Stop } from '../diagnostics/diagnostic.ts'
import { errorCode, writeFailed } from './deliver-failure.ts'
import { writeFully } from './deliver-write.ts'
import { type FileSystem, discard } from './file-system.ts'

export type Lock = {
  /** Whether the lock file still says that this run has the folder. */
  isOurs(): boolean
  /** Gives the folder back, if it is still ours. */
  release(): void
}

/** The lock file; holds the number of the process, a word for its computer, and a word for this one run. */
export const lockName = '.np-pipeline.lock'

/** Folders this process has: its own number in a lock file can also be left from an earlier process of that number. */
const held = new Set<string>()

/**
 * Takes the folder, or stops with exit 2, `busy`. The lock of a process that no longer lives is taken over. Two runs that
 * do so in the same instant can both believe to have it: so `isOurs` is asked again before anything is published.
 */
export async function lockFolder(folder: string, files: FileSystem): Promise<Lock> {
  const path = join(folder, lockName)
  const text = `${files.process} ${files.machine} ${randomUUID()}\n`
  for (let tries = 0; !create(path, text, files); tries++) {
    if (tries === 10) throw busy('its lock cannot be read, or not be removed')
    const owner = await readOwner(path, files)
    if (!owner) continue
    if (held.has(path)) throw busy('this very process')
    if (owner.machine !== files.machine) throw busy('a process on another computer')
    if (owner.process !== files.process && files.isAlive(owner.process)) throw busy(`process ${owner.process}`)
    discard(path, files)
  }
  held.add(path)
  const isOurs = (): boolean => {
    try {
      return files.read(path) === text
    } catch (error) {
      return errorCode(error) !== 'ENOENT'
    }
  }
  return {
    isOurs,
    release() {
      held.delete(path)
      if (isOurs()) discard(path, files)
    },
  }
}

function create(path: string, text: string, files: FileSystem): boolean {
  let descriptor: number
  try {
    descriptor = files.open(path, 'wx', 0o600)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw writeFailed(error, lockName)
  }
  try {
    writeFully(files, descriptor, Buffer.from(text))
    files.close(descriptor)
    return true
  } catch (error) {
    discard(path, files)
    throw writeFailed(error, lockName)
  }
}

type Owner = { readonly process: number, readonly machine: string }

/**
 * Who has the folder; undefined when the lock has gone. A lock that stays empty, as a run leaves it that is killed at once,
 * counts as left by an earlier process of our number.
 */
async function readOwner(path: string, files: FileSystem): Promise<Owner | undefined> {
  for (let tries = 0; ; tries++) {
    const text = readIfThere(path, files)
    if (text === undefined) return undefined
    const [, number, machine] = /^(\d+) (\w+) [\w-]+\n$/.exec(text) ?? []
    if (number !== undefined && machine !== undefined) return { process: Number(number), machine }
    if (tries === 10) return { process: files.process, machine: files.machine }
    await files.pause(50)
  }
}

function readIfThere(path: string, files: FileSystem): string | undefined {
  try {
    return files.read(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw writeFailed(error, lockName)
  }
}

const busy = (who: string): Stop => new Stop(2, {
  code: 'busy',
  message: `another run writes to this folder: ${who}`,
  hint: `wait until it has ended, or give another folder with --out; if no run is going on, remove the file ${lockName} in it`,
})
