// Bytes to a descriptor, all of them.
import { errorCode } from './deliver-failure.ts'
import type { FileSystem } from './file-system.ts'

/**
 * Writes all bytes, also when the system takes fewer at a time, as it may on a full disk just before it says so. Two
 * well-known packages for atomic writes ignore that count and publish a cut file (security-reliability.md §1.11).
 */
export function writeFully(files: FileSystem, descriptor: number, bytes: Uint8Array): void {
  let offset = 0
  let fruitless = 0
  while (offset < bytes.length) {
    const written = attempt(files, descriptor, bytes, offset)
    offset += written
    fruitless = written > 0 ? 0 : fruitless + 1
    if (fruitless === patience) throw Object.assign(new Error('no progress'), { code: 'EIO' })
  }
}

/** Calls in a row that write nothing before it counts as a failure. */
const patience = 100

function attempt(files: FileSystem, descriptor: number, bytes: Uint8Array, offset: number): number {
  try {
    return files.write(descriptor, bytes, offset, bytes.length - offset)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'EINTR' || code === 'EAGAIN') return 0
    throw error
  }
}

/** An encoder of text to UTF-8 that reuses one buffer; the bytes are valid until the next call. */
export function textEncoder(): (text: string) => Uint8Array {
  let space = Buffer.allocUnsafeSlow(0)
  return text => {
    if (space.length < text.length * 3) space = Buffer.allocUnsafeSlow(Math.max(text.length * 3, 256 * 1024))
    return space.subarray(0, space.write(text, 'utf8'))
  }
}
