// What the tests of readers share: a text as blocks, and a sink that remembers what it is given.
import type { ReadRecords, TextBlock } from '../../engine/inputs/records.ts'

/** One record as a test sees it: the text of each column, and the members of each. */
export type Seen = {
  readonly line: number
  readonly text: Record<string, string>
  readonly list: Record<string, readonly string[]>
}

/** `text` in blocks of `size` characters; `bytes` gives UTF-8 with one character per byte, as for a file of UTF-8. */
export async function* blocksOf(text: string, size = Infinity, bytes = false): AsyncGenerator<TextBlock> {
  const given = bytes ? Buffer.from(text, 'utf8').toString('latin1') : text
  const decode = (piece: string) => bytes ? Buffer.from(piece, 'latin1').toString('utf8') : piece
  for (let at = 0; at < given.length; at += size) yield { text: given.slice(at, at + size), decode }
}

/** All records, and each header with its line. `only` names the columns to look at; without it all are. */
export const readAll = async (read: ReadRecords, blocks: AsyncIterable<TextBlock>, only?: readonly string[]) => {
  const records: Seen[] = []
  const headers: { columns: readonly string[], line: number }[] = []
  let columns: readonly string[] = []
  await read(blocks, {
    header: (names, line) => {
      columns = [...names]
      headers.push({ columns, line })
    },
    record: (cells, line) => {
      const wanted = columns.map((name, index) => ({ name, index })).filter(({ name }) => only?.includes(name) ?? true)
      records.push({
        line,
        text: Object.fromEntries(wanted.map(({ name, index }) => [name, cells.text(index)])),
        list: Object.fromEntries(wanted.map(({ name, index }) => [name, cells.list(index)])),
      })
    },
    refuse: () => { throw new Error('a reader of whole objects refuses no record') },
  }, 'export')
  return { records, headers }
}
