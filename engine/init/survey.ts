// One input of the base, and the files that a customer has for it: what is in them, before anyone is asked.
import { findFiles } from '../inputs/files.ts'
import type { InputPlan } from '../plan/plan.ts'
import { shownNames } from '../run/record.ts'
import { type Head, type Writing, readHead, readRecords, writingOf } from './head.ts'

/** Of a pattern that means many files, so many are looked at, from the first to the last. */
const mostFiles = 8

export type LookedAt = { readonly head: Head, readonly writing: Writing }

export type Survey = {
  readonly input: InputPlan
  /** How many files there are. */
  readonly count: number
  readonly files: readonly LookedAt[]
}

/** Reads the heads of an input's files. Stops (2) where there is none, (3) at what is no export. */
export async function survey(input: InputPlan, patterns: readonly string[], encoding: string | undefined): Promise<Survey> {
  const paths = await findFiles(patterns, process.cwd())
  const names = shownNames(paths)
  const files: LookedAt[] = []
  for (const index of spread(paths.length)) {
    const head = await readHead(paths[index]!, names[index]!, input.name)
    files.push({ head, writing: await writingOf(head, encoding ?? input.encoding) })
  }
  return { input, count: paths.length, files }
}

const spread = (count: number): readonly number[] => {
  const few = Math.min(count, mostFiles)
  return [...new Set(Array.from({ length: few }, (_, index) => few === 1 ? 0 : Math.round(index * (count - 1) / (few - 1))))]
}

/** The names of the columns, in the order of their first appearance, and how many records stand in the heads. */
export async function columnsOf({ files }: Survey, encoding: string | undefined): Promise<{ readonly columns: readonly string[], readonly records: number }> {
  const columns = new Set<string>()
  let records = 0
  for (const { head } of files) {
    await readRecords(head, encoding, { header: names => { for (const name of names) columns.add(name) }, record: () => { records++ } })
  }
  return { columns: [...columns], records }
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
