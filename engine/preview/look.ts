// A run that writes nothing: records through the plan, for those who look on, and no further than they want.
import { createHmac, randomBytes } from 'node:crypto'
import type { Code } from '../diagnostics/codes.ts'
import { Stop } from '../diagnostics/diagnostic.ts'
import { digester } from '../hash/digest.ts'
import { type Key, SAMPLE_KEY, keyOf } from '../hash/key.ts'
import { newKey } from '../hash/keygen.ts'
import { atLine } from '../inputs/place.ts'
import type { Cells } from '../inputs/records.ts'
import type { Directory } from '../people/directory.ts'
import { fieldsRead } from '../people/listing.ts'
import { sourceInputs } from '../plan/steps.ts'
import type { ReadField } from '../run/binding.ts'
import { isRefused } from '../run/cells.ts'
import { newCounts } from '../run/counts.ts'
import { readDirectories } from '../run/directories.ts'
import { type Position, type ReadOptions, readInput } from '../run/inputs.ts'
import type { Prepared, Wishes } from '../run/prepare.ts'
import { refusals } from '../run/refusals.ts'
import type { Watch } from '../run/environment.ts'
import { compileRows } from '../run/rows.ts'
import type { Cell } from '../spec/field.ts'

/** A record: its number among those that become rows, in the order they are read, and where it begins. */
export type Head = { readonly number: number, readonly input: string, readonly file: string, readonly line: number }

export type ReadCell = (field: string) => Cell | undefined

export type Onlooker = {
  readonly watch: Watch
  /** Before a record goes through the plan. `read` gives the cell of a field, undefined where it cannot be read. */
  record(head: Head, read: ReadCell): void
  /** After that. Nothing more of its input is read when it gives false. */
  more(head: Head): boolean
  /** A record that is refused for its shape. */
  refused(head: Head, code: Code): void
  /** A step keeps a row of the record in hand; what it gives makes that one the record in hand again. */
  here(): () => void
  /** Rows of an output that is judged as a whole, as they are after that. */
  judged(output: string, cells: readonly string[]): void
}

/** What was read of an input: records of the files, and whether that was all. */
export type Looked = {
  readonly read: ReadonlyMap<string, { readonly records: number, readonly whole: boolean }>
  readonly directories: ReadonlyMap<string, Directory>
  /** Why accounts of directories are not in them; nothing where all are. */
  readonly unread: readonly string[]
  /** What would end the run, and ended this. */
  readonly stopped?: Stop
}

/** What looking needs of the world. */
export type LookOptions = Pick<Wishes, 'encodings'> & {
  /** What pseudonyms are made with: `lookKey`, or what an earlier look had, to see the same rows again. */
  readonly key: Key
  readonly stdin: AsyncIterable<Buffer>
  readonly progress: (input: string, bytes: number, records: number) => void
}

/** The published key over the samples, else one that nobody ever sees. */
export const lookKey = ({ sample }: Prepared): Key => keyOf(sample ? SAMPLE_KEY : newKey(randomBytes))

/**
 * Takes records through a prepared plan and gives what was read. Stops (2) like a run; whatever would stop a run later is
 * part of the result.
 */
export async function look({ plan, files }: Prepared, { key, encodings, stdin, progress }: LookOptions, onlooker: Onlooker): Promise<Looked> {
  const position: Position = { input: '', file: '', line: 0, record: 0, raw: () => '' }
  let number = 0
  const reading = (input: string): ReadOptions => {
    const encoding = encodings.get(input)
    return { stdin, ...(encoding === undefined ? {} : { encoding }), onBytes: bytes => { progress(input, bytes, number) } }
  }
  const read = new Map<string, { records: number, whole: boolean }>()
  let directories: ReadonlyMap<string, Directory> = new Map()
  const refused = refusals(plan)
  const sources = sourceInputs(plan)
  // Records that become rows too are refused there.
  const refuse = (field: string | undefined, code: Code): void => {
    if (!sources.includes(position.input)) refused.note(position, { code, ...field === undefined ? {} : { field } })
  }
  try {
    directories = (await readDirectories(plan, files, position, refuse, reading, fieldsRead)).byLookup
    let complete = false
    const rows = compileRows(plan, {
      counts: newCounts(plan), watch: onlooker.watch,
      directory: lookup => directories.get(lookup)!,
      digest: profile => digester(key, profile),
      mac: bytes => createHmac('sha256', key.secret).update(bytes).digest(),
      write: output => cells => { if (complete) onlooker.judged(output, cells) },
      refuse: () => {}, warn: () => {}, meet: () => {},
      stop: (code, message, hint) => { throw new Stop(3, { code, message, hint, place: atLine(position.file, position.line) }) },
      place: () => atLine(position.file, position.line),
      here: () => {
        const place = { ...position }
        const back = onlooker.here()
        return () => {
          Object.assign(position, place)
          back()
        }
      },
    })
    const head = (): Head => ({ number, input: position.input, file: position.file, line: position.line })
    for (const input of sources) {
      const source = rows.sources.get(input)!
      const looked = { records: 0, whole: false }
      read.set(input, looked)
      let fields: ReadonlyMap<string, ReadField> = new Map()
      const count = (): void => {
        number++
        looked.records++
      }
      const on = (): void => { if (!onlooker.more(head())) throw enough }
      const taken = readInput(plan.inputs.get(input)!, files.get(input)!, position, {
        bind(bound) {
          fields = bound
          source.bind(bound)
        },
        record(cells) {
          count()
          onlooker.record(head(), field => readSoundly(fields.get(field), cells))
          source.record(cells)
          on()
        },
        refuse(code) {
          count()
          source.refused()
          onlooker.refused(head(), code)
          on()
        },
      }, reading(input))
      looked.whole = await taken.then(() => true, (error: unknown) => {
        if (error === enough) return false
        throw error
      })
    }
    // What is judged as a whole, and what steps hold back, cannot be had of a part.
    complete = [...read.values()].every(({ whole }) => whole)
    if (complete) rows.end()
    return { read, directories, unread: refused.reasons() }
  } catch (error) {
    if (!(error instanceof Stop) || error.exit === 2) throw error
    return { read, directories, unread: refused.reasons(), stopped: error }
  }
}

/** Ends the reading of an input. */
const enough = new Error('enough')

/** A cell that no step may ever ask for must not end anything. */
function readSoundly(field: ReadField | undefined, cells: Cells): Cell | undefined {
  if (!field) return undefined
  try {
    const cell = field(cells)
    return isRefused(cell) ? undefined : cell
  } catch (error) {
    if (error instanceof Stop) return undefined
    throw error
  }
}
