// Hashes that need no key: whoever has a list of addresses finds the one behind each of them.
import { hash } from 'node:crypto'

export const digestNames = ['MD5', 'SHA-1', 'SHA-256'] as const
export type DigestName = typeof digestNames[number]

const algorithms: Readonly<Record<DigestName, string>> = { 'MD5': 'md5', 'SHA-1': 'sha1', 'SHA-256': 'sha256' }
const lengths: readonly number[] = [16, 20, 32]

export type Digests = {
  /** The number of the text whose digest these bytes are, and of which kind it is. */
  find(bytes: Uint8Array): { readonly text: number, readonly name: DigestName } | undefined
}

/**
 * MD5, SHA-1 and SHA-256 of each text, as it is written and in lower case. Kept are the first 64 bits: among a
 * thousand million digests one is taken for another with a chance of one in a thousand.
 */
export function digestsOf(texts: readonly string[]): Digests {
  let size = 1 << 12
  while (size < texts.length * digestNames.length * 3) size *= 2
  const keys = new Uint32Array(size * 2)
  const values = new Int32Array(size)
  const slotOf = (high: number, low: number): number => {
    let slot = (high ^ Math.imul(low, 0x9e3779b1)) & (size - 1)
    while (values[slot] !== 0 && (keys[slot * 2] !== high || keys[slot * 2 + 1] !== low)) slot = (slot + 1) & (size - 1)
    return slot
  }
  texts.forEach((text, index) => {
    const lower = text.toLowerCase()
    for (const form of lower === text ? [text] : [text, lower]) {
      digestNames.forEach((name, kind) => {
        const digest = hash(algorithms[name], form, 'binary')
        const [high, low] = [word(digest, 0), word(digest, 4)]
        const slot = slotOf(high, low)
        keys[slot * 2] = high
        keys[slot * 2 + 1] = low
        values[slot] = index * digestNames.length + kind + 1
      })
    }
  })
  return {
    find(bytes) {
      const kind = lengths.indexOf(bytes.length)
      if (kind < 0) return undefined
      const high = bytes[0]! | bytes[1]! << 8 | bytes[2]! << 16 | bytes[3]! << 24
      const low = bytes[4]! | bytes[5]! << 8 | bytes[6]! << 16 | bytes[7]! << 24
      const value = values[slotOf(high >>> 0, low >>> 0)]! - 1
      return value < 0 || value % digestNames.length !== kind ? undefined
        : { text: Math.floor(value / digestNames.length), name: digestNames[kind]! }
    },
  }
}

/** Four bytes, given as one character each. */
const word = (bytes: string, at: number): number => (bytes.charCodeAt(at) | bytes.charCodeAt(at + 1) << 8
  | bytes.charCodeAt(at + 2) << 16 | bytes.charCodeAt(at + 3) << 24) >>> 0
