// The first bytes of an input, looked at before it is known how to read the rest.

export type Head = { readonly head: Buffer, readonly all: AsyncIterable<Buffer> }

/** At least `size` bytes from the start (fewer only at the end of the input), and the whole input with them. */
export const headOf = async (blocks: AsyncIterable<Buffer>, size: number): Promise<Head> => {
  const iterator = blocks[Symbol.asyncIterator]()
  const copies: Buffer[] = []
  for (let length = 0; length < size;) {
    const block = await iterator.next()
    if (block.done) break
    // A copy: the reader fills the same buffer again.
    copies.push(Buffer.from(block.value))
    length += block.value.length
  }
  const head = Buffer.concat(copies)
  const all = async function* (): AsyncGenerator<Buffer, void> {
    try {
      if (head.length > 0) yield head
      yield* { [Symbol.asyncIterator]: () => iterator }
    } finally {
      await iterator.return?.()
    }
  }
  return { head, all: all() }
}
