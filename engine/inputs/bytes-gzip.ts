// Inputs packed with gzip, told by their first bytes whatever their name.
import { Readable, pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Stop } from '../diagnostics/diagnostic.ts'

/** Logs shrink 10 to 20 times; gzip reaches 1,029 (security-reliability.md §1.5). */
const mostRatio = 200
const fineAnyway = 64 * 1024 * 1024

/** RFC 1952 §2.3.1: two magic bytes and the only method there is. */
export const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8

/**
 * The unpacked content of one or more gzip members. `packed` tells the bytes read so far as stored. Stops (3) at
 * damaged or cut content, and when more than 64 MiB came out of less than a 200th of it.
 */
export async function* unpacked(
  blocks: AsyncIterable<Buffer>,
  { display, packed }: { readonly display: string, readonly packed: () => number },
): AsyncGenerator<Buffer, void> {
  const gunzip = createGunzip({ chunkSize: 64 * 1024 })
  const source = Readable.from(copied(blocks), { highWaterMark: 1 })
  // The loop below learns of errors from gunzip itself.
  pipeline(source, gunzip, () => undefined)
  let length = 0
  try {
    for await (const block of gunzip as AsyncIterable<Buffer>) {
      length += block.length
      if (length > fineAnyway && length > mostRatio * packed()) throw bomb(display)
      yield block
    }
  } catch (error) {
    throw error instanceof Stop ? error : damaged(display, error)
  } finally {
    await closed(source)
  }
}

/** Waits until the stream has let go of its blocks, and they of their file. */
const closed = async (source: Readable): Promise<void> => {
  source.destroy()
  if (!source.closed) await new Promise(resolve => source.once('close', resolve))
}

/** The stream keeps what it is given; the reader fills the same buffer again. */
async function* copied(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  for await (const block of blocks) yield Buffer.from(block)
}

const bomb = (display: string): Stop => new Stop(3, {
  code: 'compressed-bomb',
  message: `${display} unpacks to more than ${mostRatio} times its size; no export does`,
  hint: 'if the file is really an export, unpack it first and give the unpacked file',
})

const damaged = (display: string, error: unknown): Stop => {
  const cut = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
  return new Stop(3, {
    code: 'unreadable-file',
    message: `${display} is gzip, but ${cut ? 'ends too early' : 'damaged'}`,
    hint: 'copy the file again; gzip -t FILE tells whether it is whole',
  })
}
