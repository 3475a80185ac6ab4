// A search for many texts at once: of each the rarest stretch of a few characters stands in a table of hashes.

/** Told of each text that stands in the searched one, by its number, and where it begins. */
export type Seen = (text: number, at: number) => void

/** Finds which of the texts stand in another one. */
export type Search = (text: string, seen: Seen) => void

const base = 0x01000193

/**
 * For texts of at least `width` characters; `numbers` are those of the texts to search for. All positions of the searched
 * text are looked at once, whatever the number of texts: a rolling hash (Karp and Rabin) asks a table of bits that fits in
 * the processor's cache, and only what that has is compared. The stretch that stands for a text is the one that fewest
 * others have, so that a common beginning such as `/o=contoso/ou=` costs nothing.
 */
export function windowSearch(texts: readonly string[], numbers: readonly number[], width: number): Search {
  if (numbers.length === 0) return () => {}
  let power = 1
  for (let count = 0; count < width; count++) power = Math.imul(power, base)
  const chosen = rarestWindows(texts, numbers, width, power)

  // One text in 16 to 32 bits: three positions of a hundred are compared in vain.
  const bits = Math.min(26, Math.max(10, Math.ceil(Math.log2(numbers.length)) + 4))
  const slots = 1 << Math.max(8, Math.ceil(Math.log2(numbers.length * 2)))
  const shift = 32 - Math.log2(slots)
  const slotOf = (hash: number): number => Math.imul(hash, golden) >>> shift
  const starts = new Uint32Array(slots + 1)
  for (const hash of chosen.hashes) starts[slotOf(hash) + 1]!++
  for (let slot = 0; slot < slots; slot++) starts[slot + 1]! += starts[slot]!
  const filled = starts.slice()
  const entries = new Uint32Array(numbers.length)
  const filter = new Uint32Array(1 << (bits - 5))
  chosen.hashes.forEach((hash, index) => {
    entries[filled[slotOf(hash)]!++] = index
    const bit = Math.imul(hash, golden) >>> (32 - bits)
    filter[bit >>> 5]! |= 1 << (bit & 31)
  })

  return (text, seen) => {
    let hash = 0
    for (let at = 0; at < text.length; at++) {
      hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0
      if (at >= width) hash = (hash - Math.imul(text.charCodeAt(at - width), power)) | 0
      if (at < width - 1) continue
      const mixed = Math.imul(hash, golden)
      const bit = mixed >>> (32 - bits)
      if ((filter[bit >>> 5]! >>> (bit & 31) & 1) === 0) continue
      const slot = mixed >>> shift
      for (let entry = starts[slot]!; entry < starts[slot + 1]!; entry++) {
        const index = entries[entry]!
        if (chosen.hashes[index] !== hash) continue
        const start = at - width + 1 - chosen.offsets[index]!
        const number = numbers[index]!
        if (start >= 0 && text.startsWith(texts[number]!, start)) seen(number, start)
      }
    }
  }
}

const golden = 0x9e3779b1

/** Of each text the hash and the place of one of its stretches. */
function rarestWindows(texts: readonly string[], numbers: readonly number[], width: number, power: number): { readonly hashes: Int32Array, readonly offsets: Uint16Array } {
  const counts = new Uint16Array(1 << 20)
  for (const number of numbers) {
    eachWindow(texts[number]!, width, power, hash => {
      const place = Math.imul(hash, golden) >>> 12
      if (counts[place]! < 0xffff) counts[place]!++
    })
  }
  const hashes = new Int32Array(numbers.length)
  const offsets = new Uint16Array(numbers.length)
  numbers.forEach((number, index) => {
    let fewest = Infinity
    eachWindow(texts[number]!, width, power, (hash, offset) => {
      const count = counts[Math.imul(hash, golden) >>> 12]!
      if (count >= fewest || offset > 0xffff) return
      fewest = count
      hashes[index] = hash
      offsets[index] = offset
    })
  })
  return { hashes, offsets }
}

function eachWindow(text: string, width: number, power: number, take: (hash: number, offset: number) => void): void {
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0
    if (at >= width) hash = (hash - Math.imul(text.charCodeAt(at - width), power)) | 0
    if (at >= width - 1) take(hash, at - width + 1)
  }
}
