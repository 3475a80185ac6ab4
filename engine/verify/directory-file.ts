// The directory as it was exported: every column is looked at, not only those that rules read.
import { Stop } from '../diagnostics/diagnostic.ts'
import { readFile } from '../inputs/front.ts'
import type { Cells } from '../inputs/records.ts'
import { type Attribute, attributeOf, fullNames, identitiesIn } from './attributes.ts'
import type { catalogue } from './catalogue.ts'

export type DirectoryRead = {
  readonly file: string
  readonly sha256: string
  readonly records: number
  /** Columns whose lists the export lost (`System.String[]`). */
  readonly lost: readonly string[]
}

export type DirectoryOptions = { readonly display: string, readonly input: string, readonly encoding?: string, readonly stdin?: AsyncIterable<Buffer> }

type Column = { readonly index: number, readonly name: string, readonly attribute: Attribute | undefined }

/** Adds all identities of a file to the catalogue. Stops as reading an input does (2 or 3). */
export async function readDirectoryFile(path: string, into: ReturnType<typeof catalogue>, options: DirectoryOptions): Promise<DirectoryRead> {
  const lost = new Set<string>()
  let columns: readonly Column[] = []
  let records = 0
  const { sha256 } = await readFile(path, {
    header(names) { columns = names.map((name, index) => ({ index, name, attribute: attributeOf(name) })) },
    record(cells, line) {
      records++
      let given = ''
      let surname = ''
      for (const { index, name, attribute } of columns) {
        for (const text of membersOf(cells, index, name, attribute, lost)) {
          if (attribute === 'given') given ||= text.trim()
          else if (attribute === 'surname') surname ||= text.trim()
          identitiesIn(text, attribute, (kind, identity) => { into.add(kind, identity, options.display, line) })
        }
      }
      for (const name of fullNames(given, surname)) into.add('name', name, options.display, line)
    },
    // A broken record is as personal as a whole one.
    refuse(_code, line, raw) {
      for (const text of raw().split(/[,;\t|"]/)) identitiesIn(text, undefined, (kind, identity) => { into.add(kind, identity, options.display, line) })
    },
  }, options)
  return { file: options.display, sha256, records, lost: [...lost] }
}

function membersOf(cells: Cells, index: number, name: string, attribute: Attribute | undefined, lost: Set<string>): readonly string[] {
  try {
    const text = cells.text(index)
    // A name can hold what separates the members of a list.
    if (text === '' || attribute !== undefined && attribute !== 'person') return [text]
    return text.includes('@') || text.includes('=') ? cells.list(index) : [text]
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    lost.add(name)
    return []
  }
}
