// One input of the base, and the files that a customer has for it: what is in them, before anyone is asked.
import { findFiles } from '../inputs/files.ts'
import type { InputPlan } from '../plan/plan.ts'
import { shownNames } from '../run/record.ts'
import { type Head, type Writing, longestDirectory, longestHead, readHead, readRecords, writingOf } from './head.ts'

/** Of a pattern that means many files, so many are looked at, from the first to the last. */
const mostFiles = 8

export type LookedAt = { readonly head: Head, readonly writing: Writing }

export type Survey = {
  readonly input: InputPlan
  /** All files there are. */
  readonly paths: readonly string[]
  readonly files: readonly LookedAt[]
}

/**
 * Reads the heads of an input's files; of a directory, as a lookup reads it, all files and as much as can be. Stops (2)
 * where there is none, (3) at what is no export.
 */
export async function survey(input: InputPlan, patterns: readonly string[], encoding: string | undefined, directory = false): Promise<Survey> {
  const paths = await findFiles(patterns, process.cwd())
  const names = shownNames(paths)
  const files: LookedAt[] = []
  for (const index of directory ? paths.keys() : spread(paths.length)) {
    const head = await readHead(paths[index]!, names[index]!, input.name, directory ? longestDirectory : longestHead)
    files.push({ head, writing: await writingOf(head, encoding ?? input.encoding) })
  }
  return { input, paths, files }
}

const spread = (count: number): readonly number[] => {
  const few = Math.min(count, mostFiles)
  return [...new Set(Array.from({ length: few }, (_, index) => few === 1 ? 0 : Math.round(index * (count - 1) / (few - 1))))]
}

export type Columns = {
  /** In the order of their first appearance. */
  readonly columns: readonly string[]
  /** By the name that messages give a file; a file without a header has none. */
  readonly byFile: ReadonlyMap<string, readonly string[]>
  /** How many records stand in the heads. */
  readonly records: number
}

export async function columnsOf({ files }: Survey, encoding: string | undefined): Promise<Columns> {
  const byFile = new Map<string, readonly string[]>()
  let records = 0
  for (const { head } of files) {
    const own = new Set<string>()
    await readRecords(head, encoding, { header: names => { for (const name of names) own.add(name) }, record: () => { records++ } })
    byFile.set(head.display, [...own])
  }
  return { columns: [...new Set([...byFile.values()].flat())], byFile, records }
}

/** The texts of some columns, record by record; those of a list apart. A column that a file lacks is blank there. */
export async function textsOf(
  { files }: Survey, encoding: string | undefined, wanted: readonly { readonly column: string, readonly list: boolean }[],
): Promise<readonly (readonly (readonly string[])[])[]> {
  const rows: (readonly string[])[][] = []
  for (const { head } of files) {
    let places: readonly number[] = []
    await readRecords(head, encoding, {
      header: names => { places = wanted.map(({ column }) => names.indexOf(column)) },
      record: cells => { rows.push(places.map((place, index) => place < 0 ? [] : wanted[index]!.list ? cells.list(place) : [cells.text(place)])) },
    })
  }
  return rows
}
