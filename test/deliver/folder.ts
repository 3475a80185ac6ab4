// A folder of its own for a test, and what is in it afterwards.
import type { ExecutionContext } from 'ava'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import { type FileSystem, fileSystem } from '../../engine/run/file-system.ts'

export const disk: FileSystem = fileSystem(process)

export const silent = (): void => {}

/** A new folder, removed after the test; outputs go to `out` in it. */
export function temporary(t: ExecutionContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'np-deliver-'))
  t.teardown(() => { rmSync(folder, { recursive: true, force: true }) })
  return join(folder, 'out')
}

/** The files of a folder by name, in order; subfolders end with a slash. A missing folder holds none. */
export const contents = (folder: string): Record<string, string> => Object.fromEntries((existsSync(folder) ? readdirSync(folder) : []).toSorted().map(name => {
  const path = join(folder, name)
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? [`${name}/`, ''] : [name, readFileSync(path, 'utf8')]
}))

/** The Stop that a piece of work ends with; undefined when it ends well. Other errors are defects and thrown on. */
export async function stopOf(work: () => unknown): Promise<Stop | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof Stop) return error
    throw error
  }
}
