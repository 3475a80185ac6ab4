// The directory as it was exported: every column is looked at, whether rules read it or not.
import { Stop } from '../diagnostics/diagnostic.ts'
import { readFile } from '../inputs/front.ts'
import type { Cells } from '../inputs/records.ts'
import { folded } from '../run/binding.ts'
import { identitiesIn } from './attributes.ts'
import type { Collection } from './catalogue.ts'
import { type ColumnsOfRules, directoryColumns } from './directory-columns.ts'
import type { IdentityKind } from './identity.ts'

export type DirectoryRead = {
  readonly file: string
  readonly sha256: string
  readonly records: number
  /** Columns whose lists the export lost (`System.String[]`). */
  readonly lost: readonly string[]
  /** Columns with cells that nothing tells an identity from. */
  readonly unsearched: readonly string[]
  /** What the file has of people. */
  readonly kinds: ReadonlySet<IdentityKind>
}

export type DirectoryOptions = {
  readonly display: string
  readonly input: string
  readonly encoding?: string
  readonly stdin?: AsyncIterable<Buffer>
  readonly columns?: ColumnsOfRules
}

/** Adds all identities of a file to the collection. Stops as reading an input does (2 or 3). */
export async function readDirectoryFile(path: string, into: Collection, options: DirectoryOptions): Promise<DirectoryRead> {
  const lost = new Set<string>()
  const kinds = new Set<IdentityKind>()
  let names: readonly string[] = []
  let records = 0
  let line = 0
  const found = (kind: IdentityKind, identity: string, at = line): void => {
    kinds.add(kind)
    into.add(kind, identity, options.display, at)
  }
  const columns = directoryColumns(column => options.columns?.get(folded(column)), () => line)
  const { sha256 } = await readFile(path, {
    header(header) {
      names = header
      columns.header(header)
    },
    record(cells, at) {
      records++
      line = at
      columns.record(index => membersOf(cells, index, names[index]!, columns.isList(index), lost), found)
    },
    // A broken record is as personal as a whole one.
    refuse(_code, at, raw) {
      line = at
      for (const text of raw().split(/[,;\t|"]/)) identitiesIn(text, undefined, found)
    },
  }, options)
  const unsearched = columns.finish((text, at) => { found('own', text, at) }, text => into.has(text))
  return { file: options.display, sha256, records, lost: [...lost], unsearched, kinds }
}

/** A name can hold what separates the members of a list. */
function membersOf(cells: Cells, index: number, name: string, isList: boolean, lost: Set<string>): readonly string[] {
  try {
    const text = cells.text(index)
    return isList && (text.includes('@') || text.includes('=')) ? cells.list(index) : [text]
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    lost.add(name)
    return []
  }
}
