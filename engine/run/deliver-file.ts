// One file of a delivery while it is written: under a name that nobody takes for the finished one.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { writeFailed } from './deliver-failure.ts'
import { textEncoder, writeFully } from './deliver-write.ts'
import type { FileSystem } from './file-system.ts'

/** A finished file, as it goes into the run record: base name, size and SHA-256 in lower-case hex. */
export type Output = { readonly file: string, readonly bytes: number, readonly sha256: string }

/** Where the rows of one output go. Text becomes UTF-8 without a byte order mark. */
export type OutputFile = { write(part: string | Uint8Array): void }

export type PartialFile = OutputFile & {
  readonly name: string
  /** Makes sure all bytes are on the disk, and closes. */
  finish(): Output
  /** Closes, if need be, whatever the disk says. */
  drop(): void
}

/** The name of a file while it is written. */
export const partialName = (name: string): string => `${name}.partial`

/** Opens `folder/name.partial` for its owner only. All errors are a Stop with `write-failed`. */
export function openPartial(folder: string, name: string, files: FileSystem): PartialFile {
  const guarded = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw writeFailed(error, name)
    }
  }
  const hash = createHash('sha256')
  const encode = textEncoder()
  let bytes = 0
  let descriptor: number | undefined = guarded(() => files.open(join(folder, partialName(name)), 'wx', 0o600))
  const close = (): void => {
    const closing = descriptor
    // A descriptor is gone after close, even one that failed: a second try could hit a stranger's.
    descriptor = undefined
    if (closing !== undefined) files.close(closing)
  }

  return {
    name,
    write(part) {
      if (descriptor === undefined) return
      const block = typeof part === 'string' ? encode(part) : part
      guarded(() => writeFully(files, descriptor!, block))
      hash.update(block)
      bytes += block.length
    },
    finish() {
      guarded(() => {
        files.sync(descriptor!)
        if (files.size(descriptor!) !== bytes) throw Object.assign(new Error('size differs'), { code: 'EIO' })
        close()
      })
      return { file: name, bytes, sha256: hash.digest('hex') }
    },
    drop() {
      try {
        close()
      } catch {
        // The file is about to be removed.
      }
    },
  }
}
