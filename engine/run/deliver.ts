// The files of one rule file: they appear together when the run ends well, or not at all.
import { join, resolve } from 'node:path'
import { Stop } from '../diagnostics/diagnostic.ts'
import { errorCode, writeFailed } from './deliver-failure.ts'
import { type Output, type OutputFile, type PartialFile, openPartial, partialName } from './deliver-file.ts'
import { lockFolder } from './deliver-lock.ts'
import { claimName } from './deliver-name.ts'
import { previousName, publishFiles } from './deliver-publish.ts'
import { type FileSystem, discard } from './file-system.ts'

export type { Output, OutputFile } from './deliver-file.ts'

export type Delivery = {
  /** Files found half-written by a run that was killed, and replaced; for the warning `stale-partial`. Grows with `file`. */
  readonly stale: readonly string[]
  /** Opens an output by its base name. Writes after the end of the delivery are ignored. */
  file(name: string): OutputFile
  /** Gives all files their names, and last the run record, whose text is made from the outputs in the order they were opened. */
  publish(record: (outputs: readonly Output[]) => string): Promise<void>
  /** Removes what is half-written. Does nothing after the end; while publishing, waits until that has ended. */
  abandon(): Promise<void>
}

/**
 * Takes a folder for the outputs and the run record `NAME.run.json` of one run, and makes it where it is missing. Whatever
 * fails (Stop 2 `busy`, `bad-path`; Stop 3 `write-failed`, `busy` when the folder was lost meanwhile), the delivery is
 * over, its partial files are removed, the folder too if it is new, and files delivered before are as they were. Source: security-reliability.md §1.11.
 * `log` takes lines for the person who waits.
 */
export async function openDelivery(
  directory: string, name: string, files: FileSystem, log: (line: string) => void,
): Promise<Delivery> {
  const folder = resolve(directory)
  const record = `${name}.run.json`
  const taken = new Set<string>()
  claimName(record, taken)
  const isNew = makeFolder(folder, files)
  const lock = await lockFolder(folder, files)
  const stale: string[] = []
  const open: PartialFile[] = []
  let over = false
  let abandoned = false
  let publishing: Promise<void> | undefined

  const end = (): void => {
    if (over) return
    over = true
    const ours = lock.isOurs()
    for (const file of open) {
      file.drop()
      if (ours) discard(join(folder, partialName(file.name)), files)
    }
    lock.release()
    if (isNew) removeIfEmpty(folder, files)
  }
  const orEnd = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      end()
      throw error
    }
  }
  const start = (fileName: string): PartialFile => {
    if (clearWay(folder, fileName, files)) stale.push(fileName)
    const file = openPartial(folder, fileName, files)
    open.push(file)
    return file
  }
  const finish = async (text: (outputs: readonly Output[]) => string): Promise<void> => {
    const names = open.map(file => file.name)
    const outputs = open.map(file => file.finish())
    // What an interrupted run set aside may not match what is there now.
    discard(join(folder, previousName(record)), files)
    const last = start(record)
    last.write(text(outputs))
    last.finish()
    if (!lock.isOurs()) throw lost()
    await publishFiles({ folder, names, record, files, log, isOver: () => abandoned })
  }

  return {
    stale,
    file(fileName) {
      if (over || publishing) throw new Error('the delivery is over')
      const file = orEnd(() => {
        claimName(fileName, taken)
        return start(fileName)
      })
      return { write: part => { orEnd(() => { file.write(part) }) } }
    },
    async publish(text) {
      if (over || publishing) throw new Error('the delivery is over')
      publishing = finish(text).finally(end)
      await publishing
    },
    async abandon() {
      abandoned = true
      if (!publishing) return end()
      await publishing.catch(() => {})
    },
  }
}

/** True where the folder was missing. */
function makeFolder(folder: string, files: FileSystem): boolean {
  try {
    const isNew = files.kind(folder) === 'none'
    files.makeFolder(folder, 0o700)
    return isNew
  } catch (error) {
    throw writeFailed(error, 'the output folder')
  }
}

function removeIfEmpty(folder: string, files: FileSystem): void {
  try {
    files.removeFolder(folder)
  } catch (error) {
    // It holds what was delivered.
    if (errorCode(error) === '') throw error
  }
}

/** Removes what a killed run left of a file, and says whether there was anything half-written. */
function clearWay(folder: string, name: string, files: FileSystem): boolean {
  const [final, partial, previous] = [name, partialName(name), previousName(name)].map(one => join(folder, one)) as [string, string, string]
  try {
    const kind = files.kind(final)
    if (kind === 'folder') {
      throw new Stop(2, { code: 'bad-path', message: `a folder has the name of the output ${name}`, hint: 'rename or remove it' })
    }
    if (files.kind(previous) !== 'none') {
      if (kind === 'none') files.rename(previous, final)
      else files.unlink(previous)
    }
    const left = files.kind(partial) !== 'none'
    if (left) files.unlink(partial)
    return left
  } catch (error) {
    throw writeFailed(error, name)
  }
}

const lost = (): Stop => new Stop(3, {
  code: 'busy',
  message: 'another run has taken this folder meanwhile; nothing was delivered',
  hint: 'let the other run end, then run again; do not remove the lock file of a run that is going on',
})
