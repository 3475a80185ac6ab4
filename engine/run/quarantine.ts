// Refused records: where they stand and why, in a folder of their own that only its owner can read.
import { join, resolve } from 'node:path'
import type { Code } from '../diagnostics/codes.ts'
import { writeFailed } from './deliver-failure.ts'
import { claimName } from './deliver-name.ts'
import { writeFully } from './deliver-write.ts'
import { type FileSystem, discard } from './file-system.ts'

/** A refused record. `file` is its shown name (`shownNames`), `line` counts from 1; `raw` is kept only when asked for. */
export type Refusal = {
  readonly file: string
  readonly line: number
  readonly step?: string
  readonly field?: string
  readonly code: Code
  readonly raw?: string
}

export type Quarantine = {
  add(refusal: Refusal): void
  readonly count: number
  /** Writes what is left. Without a refusal, removes the file of an earlier run of this name, and the folder when empty. */
  close(): void
}

/** Text collected before it is written. */
const pieceLength = 64 * 1024

/**
 * Opens `DIRECTORY.quarantine/NAME.jsonl`, one JSON object a line, which comes into being with the first refusal and
 * replaces that of an earlier run. It stays when the run fails: it is what the user needs then. Errors are a Stop with
 * `write-failed`.
 */
export function openQuarantine(
  directory: string, name: string, options: { readonly raw: boolean }, files: FileSystem,
): Quarantine {
  const folder = `${resolve(directory)}.quarantine`
  const fileName = `${name}.jsonl`
  const path = join(folder, fileName)
  claimName(fileName, new Set())
  let count = 0
  let text = ''
  let descriptor: number | undefined

  const guarded = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      throw writeFailed(error, `the quarantine file ${fileName}`)
    }
  }
  const flush = (): void => {
    if (text === '' || descriptor === undefined) return
    const bytes = Buffer.from(text)
    text = ''
    writeFully(files, descriptor, bytes)
  }
  const open = (): number => {
    files.makeFolder(folder, 0o700)
    // Never written through: what has the name may be a link, or readable to others.
    if (files.kind(path) !== 'none') files.unlink(path)
    return files.open(path, 'wx', 0o600)
  }

  return {
    get count() { return count },
    add(refusal) {
      guarded(() => {
        descriptor ??= open()
        count++
        text += toLine(refusal, options.raw)
        if (text.length >= pieceLength) flush()
      })
    },
    close() {
      if (count === 0) return guarded(() => { removeOld(folder, path, files) })
      guarded(() => {
        const closing = descriptor
        if (closing === undefined) return
        try {
          flush()
          files.sync(closing)
        } finally {
          descriptor = undefined
          files.close(closing)
        }
      })
    },
  }
}

/** The keys always in this order. JSON.stringify leaves out what is undefined, and escapes control characters. */
const toLine = ({ file, line, step, field, code, raw }: Refusal, withRaw: boolean): string =>
  `${JSON.stringify({ file, line, step, field, code, raw: withRaw ? raw : undefined })}\n`

function removeOld(folder: string, path: string, files: FileSystem): void {
  if (files.kind(path) === 'none') return
  discard(path, files)
  try {
    files.removeFolder(folder)
  } catch {
    // It holds the files of other runs.
  }
}
