// Numbers of a binary layout: described once, read with a check of each, and written back in the same order.

/** A little-endian unsigned number of 2 or 4 bytes, and which values it can have. */
export type NumberField = { readonly size: 2 | 4, readonly sound: (value: number) => boolean }

/** Numbers that follow each other; the order of the keys is their order in the bytes. */
export type Layout = Readonly<Record<string, NumberField>>
export type Numbers<L extends Layout = Layout> = { readonly [Name in keyof L]: number }

/**
 * Goes through bytes from the start. A read that finds too few bytes, or a number that is not sound, spoils the whole:
 * it and every read after it give 0, and `spoilt` tells. Nothing is thrown and nothing is allocated by what a count says.
 */
export type Cursor = {
  readonly left: number
  readonly spoilt: boolean
  /** Bytes that were gone past without being read. */
  readonly passed: number
  number(field: NumberField): number
  /** Goes past bytes whose content does not matter. */
  pass(size: number): void
  /** Reads as many items of at least `size` bytes as `count` says, where there are bytes for that many. */
  repeat<Item>(count: number, size: number, item: (index: number) => Item): readonly Item[]
}

export function cursorOver(bytes: Buffer): Cursor {
  let at = 0
  let passed = 0
  let spoilt = false
  const spoil = (): 0 => {
    spoilt = true
    at = bytes.length
    return 0
  }
  return {
    get left() { return bytes.length - at },
    get spoilt() { return spoilt },
    get passed() { return passed },
    number({ size, sound }) {
      if (bytes.length - at < size) return spoil()
      const value = size === 2 ? bytes.readUInt16LE(at) : bytes.readUInt32LE(at)
      at += size
      return sound(value) ? value : spoil()
    },
    pass(size) {
      if (size < 0 || bytes.length - at < size) return void spoil()
      at += size
      passed += size
    },
    repeat(count, size, item) {
      if (count * size > bytes.length - at) spoil()
      return spoilt ? [] : Array.from({ length: count }, (_, index) => item(index))
    },
  }
}

export function readNumbers<L extends Layout>(cursor: Cursor, layout: L): Numbers<L> {
  const numbers: Record<string, number> = {}
  for (const name in layout) numbers[name] = cursor.number(layout[name]!)
  return numbers as Numbers<L>
}

/** Collects numbers as bytes. */
export type Writer = { number(size: 2 | 4, value: number): void, bytes(): Buffer }

export function writer(): Writer {
  const bytes: number[] = []
  return {
    number(size, value) {
      for (let shift = 0; shift < size * 8; shift += 8) bytes.push(value >>> shift & 0xff)
    },
    bytes: () => Buffer.from(bytes),
  }
}

export function writeNumbers<L extends Layout>(into: Writer, layout: L, numbers: Numbers<L>): void {
  for (const name in layout) into.number(layout[name]!.size, numbers[name]!)
}
