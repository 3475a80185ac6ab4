// Ways in which bytes get lost, changed or put where they do not belong.
import fc from 'fast-check'

/** The bytes after one to five accidents. */
export const damaged = (bytes: Buffer): fc.Arbitrary<Buffer> =>
  fc.array(accident(bytes.length), { minLength: 1, maxLength: 5 }).map(accidents => accidents.reduce((left, change) => change(left), bytes))

type Accident = (bytes: Buffer) => Buffer

function accident(length: number): fc.Arbitrary<Accident> {
  const place = fc.nat(length)
  const size = fc.integer({ min: 1, max: 40 })
  return fc.oneof(
    fc.tuple(place, fc.nat(255)).map(([at, byte]): Accident => bytes => put(bytes, at, Buffer.of(byte))),
    // Counts and lengths are small numbers, so small numbers do the most harm.
    fc.tuple(place, fc.nat(40), fc.constantFrom(2, 4)).map(([at, value, width]): Accident => bytes => {
      const number = Buffer.alloc(width)
      number.writeUIntLE(value, 0, width)
      return put(bytes, at, number)
    }),
    place.map((at): Accident => bytes => bytes.subarray(0, at)),
    fc.tuple(place, size).map(([at, count]): Accident => bytes => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + count)])),
    fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 40 })).map(([at, more]): Accident => bytes => insert(bytes, at, more)),
    fc.tuple(place, place, size).map(([from, to, count]): Accident => bytes => insert(bytes, to, bytes.subarray(from, from + count))),
  )
}

const insert = (bytes: Buffer, at: number, more: Uint8Array): Buffer => Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)])

function put(bytes: Buffer, at: number, part: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  part.copy(copy, at)
  return copy
}
