// What the tests of tabular readers share: everything a reader gave, and how it stopped.
import { Stop } from '../../engine/diagnostics/diagnostic.ts'
import type { ReadRecords, RecordSink, TextBlock } from '../../engine/inputs/records.ts'

export type Table = {
  readonly headers: (readonly string[])[]
  readonly rows: (readonly string[])[]
  /** The line each row begins in. */
  readonly lines: number[]
  /** Code and line of each refused record, such as `cell-count 3`. */
  readonly refused: string[]
}

/** A sink that remembers all cells as text; `list` names columns whose members are joined by a blank bar instead. */
export const tableSink = (list: readonly string[] = []): { readonly table: Table, readonly sink: RecordSink } => {
  const table: Table = { headers: [], rows: [], lines: [], refused: [] }
  let columns: readonly string[] = []
  const sink: RecordSink = {
    header: names => { table.headers.push(columns = [...names]) },
    record: (cells, line) => {
      const cell = (name: string, index: number): string =>
        list.includes(name) ? cells.list(index).join(' | ') : cells.text(index)
      table.rows.push(columns.map(cell))
      table.lines.push(line)
    },
    refuse: (code, line) => { table.refused.push(`${code} ${line}`) },
  }
  return { table, sink }
}

/** Reads blocks; `stop` is the code and line of what ended the reading, such as `bare-quote 2`. */
export const readTable = async (read: ReadRecords, blocks: AsyncIterable<TextBlock>, list?: readonly string[]) => {
  const { table, sink } = tableSink(list)
  const stop = await stopOf(() => read(blocks, sink, 'export.csv'))
  return { ...table, stop }
}

/** The code and line of the Stop that ends an action; undefined when it ends well. */
export const stopOf = async (action: () => Promise<unknown>): Promise<string | undefined> => {
  const diagnostic = (await stopIn(action))?.diagnostic
  const line = diagnostic?.place?.range.start.line
  return diagnostic && (line === undefined ? diagnostic.code : `${diagnostic.code} ${line}`)
}

export const stopIn = async (action: () => Promise<unknown>): Promise<Stop | undefined> => {
  try {
    await action()
    return undefined
  } catch (error) {
    if (error instanceof Stop) return error
    throw error
  }
}
