// Files get their final names: all of them, or everything is as it was.
import { join } from 'node:path'
import { errorCode, writeFailed } from './deliver-failure.ts'
import { partialName } from './deliver-file.ts'
import { type FileSystem, discard } from './file-system.ts'

/** Where a delivered file waits until the new ones have their names; put back should one of them fail. */
export const previousName = (name: string): string => `${name}.previous`

export type Publication = {
  readonly folder: string
  /** The outputs, in order. */
  readonly names: readonly string[]
  /** Its removal begins the exchange and its appearance ends it: without it, or with other hashes in it, nothing counts as delivered. */
  readonly record: string
  readonly files: FileSystem
  readonly log: (line: string) => void
  /** Whether the user has ended the run meanwhile. */
  readonly isOver: () => boolean
}

/**
 * Renames `X.partial` to `X` for all outputs, the record last. Throws a Stop with `write-failed` after undoing what was
 * done; the partial files are then there again. A kill in between leaves no record, and each file whole, old or new.
 */
export async function publishFiles(publication: Publication): Promise<void> {
  const { folder, names, record, files } = publication
  const done: [from: string, to: string][] = []
  const move = async (from: string, to: string, name: string): Promise<void> => {
    await rename(join(folder, from), join(folder, to), name, publication)
    done.push([from, to])
  }
  const setAside = async (name: string): Promise<void> => {
    if (files.kind(join(folder, name)) !== 'none') await move(name, previousName(name), name)
  }
  let current = record
  try {
    await setAside(record)
    for (const name of names) {
      current = name
      await setAside(name)
      await move(partialName(name), name, name)
    }
    current = record
    await move(partialName(record), record, record)
    syncFolder(folder, files)
  } catch (error) {
    undo(done, folder, files)
    throw writeFailed(error, current)
  }
  for (const name of [record, ...names]) discard(join(folder, previousName(name)), files)
}

/** Windows refuses to rename a file that a program has open; scanners and indexers let go within seconds. */
async function rename(from: string, to: string, name: string, { files, log, isOver }: Publication): Promise<void> {
  for (let waited = 0, pause = 50; ; waited += pause, pause = Math.min(pause * 2, 1000)) {
    try {
      files.rename(from, to)
      return
    } catch (error) {
      const held = files.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))
      if (!held || waited >= 10_000 || isOver()) throw error
      if (waited === 0) log(`another program holds ${name}; trying again for 10 seconds`)
      await files.pause(pause)
    }
  }
}

function undo(done: readonly [from: string, to: string][], folder: string, files: FileSystem): void {
  for (const [from, to] of done.toReversed()) {
    try {
      files.rename(join(folder, to), join(folder, from))
    } catch {
      // Going on restores as much as the disk allows; what stays aside is put back by the next run.
    }
  }
}

/** Makes the new names last through a power failure, where the system can do that for a folder; Windows cannot. */
function syncFolder(folder: string, files: FileSystem): void {
  try {
    const descriptor = files.open(folder, 'r')
    try {
      files.sync(descriptor)
    } finally {
      files.close(descriptor)
    }
  } catch (error) {
    if (!['EPERM', 'EISDIR', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(errorCode(error))) throw error
  }
}
