// The head of an export as a table, column by column.
import { Stop } from '../diagnostics/diagnostic.ts'
import { isLost, readRecords } from './head.ts'
import { isHeader } from './header.ts'
import type { LookedAt, Survey } from './survey.ts'

export type Table = {
  readonly cells: ReadonlyMap<string, readonly string[]>
  /** Columns whose lists the export lost. */
  readonly lost: readonly string[]
}

/** Stops (2) where nothing tells the columns: a file without records, or without names of columns. */
export async function tableOf(survey: Survey, encoding: string | undefined): Promise<Table> {
  return readTable(survey, encoding, ({ head, writing }, names, cells) => {
    const known = new Map([...cells].map(([name, texts]) => [name, new Set(texts)]))
    if (names.length === 0 || ![...cells.values()].some(texts => texts.length > 0)) throw stop(`${head.display} holds no record`, 'give an export with some records: types are told from them')
    if (!isHeader(writing.format, names.filter(name => name !== ''), name => known.get(name)!)) throw stop(`${head.display} does not begin with the names of its columns`, 'export again with the header line, or write it before the first record')
  })
}

/** The cells of each column, whatever its name. `judge` is called after each file. */
export async function readTable(
  { files }: Survey, encoding: string | undefined,
  judge: (file: LookedAt, names: readonly string[], cells: Table['cells']) => void = () => {},
): Promise<Table> {
  const cells = new Map<string, string[]>()
  const lost = new Set<string>()
  for (const file of files) {
    let names: readonly string[] = []
    await readRecords(file.head, encoding, {
      header: columns => {
        names = columns
        for (const name of columns) if (name !== '' && !cells.has(name)) cells.set(name, [])
      },
      record: record => {
        names.forEach((name, index) => {
          if (name === '' || lost.has(name)) return
          try {
            cells.get(name)!.push(record.text(index))
          } catch (error) {
            if (!isLost(error)) throw error
            lost.add(name)
          }
        })
      },
    })
    judge(file, names, cells)
  }
  for (const name of lost) cells.delete(name)
  return { cells, lost: [...lost] }
}

const stop = (message: string, hint: string): Stop => new Stop(2, { code: 'unknown-format', message, hint })
