// The bytes of an input: a file in blocks, or standard input; unpacked when they are gzip.
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { Stop } from '../diagnostics/diagnostic.ts'
import { headOf } from './bytes-head.ts'
import { isGzip, unpacked } from './bytes-gzip.ts'

/** Strings of this many characters stay out of the large-object space: three times as fast (performance.md). */
export const usualBlock = 64 * 1024

/** Blocks between two turns of the event loop, in which signals and progress are served: a few milliseconds. */
const blocksPerTurn = 32

export type BytesOptions = {
  /** The name in messages. */
  readonly display: string
  /** Read when the path is `-`. */
  readonly stdin?: AsyncIterable<Buffer>
  readonly blockSize?: number
  /** Told after each block how many bytes were read so far, as stored. */
  readonly onBytes?: (read: number) => void
}

export type Bytes = {
  /** The content, unpacked; a block is valid until the next one is asked for. */
  readonly blocks: AsyncIterable<Buffer>
  /** Size and SHA-256 (hex) of the file as stored, once all blocks are read. */
  readonly receipt: () => { readonly bytes: number, readonly sha256: string }
  /** Lets go of the file; needed when not all blocks were read. */
  readonly close: () => Promise<void>
}

/**
 * Opens a file, or standard input as `-`, when the first block is asked for. Stops (2) when it cannot be opened and (3)
 * when reading breaks off or what it holds unpacks to far more than a log does.
 */
export const openBytes = (path: string, options: BytesOptions): Bytes => {
  const hash = createHash('sha256')
  let bytes = 0
  const stored = async function* (): AsyncGenerator<Buffer, void> {
    const { stdin, display, blockSize = usualBlock, onBytes } = options
    for await (const block of path === '-' && stdin ? stdin : fileBlocks(path, display, blockSize)) {
      bytes += block.length
      hash.update(block)
      onBytes?.(bytes)
      yield block
    }
  }
  const content = async function* (): AsyncGenerator<Buffer, void> {
    const { head, all } = await headOf(stored(), 3)
    yield* isGzip(head) ? unpacked(all, { display: options.display, packed: () => bytes }) : all
  }
  const blocks = content()
  return { blocks, receipt: () => ({ bytes, sha256: hash.digest('hex') }), close: async () => void await blocks.return() }
}

// Synchronous reads into one buffer are seven times as fast as a stream (performance.md).
async function* fileBlocks(path: string, display: string, blockSize: number): AsyncGenerator<Buffer, void> {
  const file = openFile(path, display)
  try {
    const buffer = Buffer.allocUnsafeSlow(blockSize)
    for (let block = 1; ; block++) {
      const length = readBlock(file, buffer, display)
      if (length === 0) return
      yield buffer.subarray(0, length)
      if (block % blocksPerTurn === 0) await setImmediate()
    }
  } finally {
    closeSync(file)
  }
}

const openFile = (path: string, display: string): number => {
  const file = opened(path, display)
  if (fstatSync(file).isFile()) return file
  closeSync(file)
  throw new Stop(2, {
    code: 'unreadable-file',
    message: `${display} is not a regular file.`,
    hint: 'Give a file, or - to read standard input.',
  })
}

const opened = (path: string, display: string): number => {
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw new Stop(2, {
      code: 'unreadable-file',
      message: `${display} cannot be opened: ${reason(error)}.`,
      hint: 'Check that the file exists and that this account may read it.',
    })
  }
}

const readBlock = (file: number, buffer: Buffer, display: string): number => {
  try {
    return readSync(file, buffer, 0, buffer.length, null)
  } catch (error) {
    throw new Stop(3, {
      code: 'unreadable-file',
      message: `Reading ${display} broke off: ${reason(error)}.`,
      hint: 'Copy the file to a local disk and run again.',
    })
  }
}

/** The system's name of the error, such as `EACCES`; its text is not ours to pass on. */
const reason = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown reason'
