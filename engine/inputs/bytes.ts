// The bytes of an input: a file in blocks, or standard input; unpacked when they are gzip.
import { createHash } from 'node:crypto'
import { fileBlocks } from './bytes-file.ts'
import { isGzip, unpacked } from './bytes-gzip.ts'
import { headOf } from './bytes-head.ts'

/** Strings of this many characters stay out of the large-object space: three times as fast (performance.md). */
const usualBlock = 64 * 1024

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
  return {
    blocks,
    receipt: () => ({ bytes, sha256: hash.digest('hex') }),
    close: async () => void await blocks.return(),
  }
}
