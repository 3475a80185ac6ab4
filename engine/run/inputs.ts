// Reading the files of one input, in order: each header binds the fields anew, each record goes to the taker.
import type { Code } from '../diagnostics/codes.ts'
import { readFile } from '../inputs/front.ts'
import { atLine } from '../inputs/place.ts'
import type { Cells } from '../inputs/records.ts'
import type { InputPlan } from '../plan/plan.ts'
import { type ReadField, bind, rawRecord, unbound } from './binding.ts'
import { Stop } from '../diagnostics/diagnostic.ts'
import { shownNames } from './record.ts'
import { inputTimes } from './times.ts'

/**
 * Where the run is reading; part of every message about a record. `record` counts those of all inputs; `raw` gives the
 * record, as far as it is read at all.
 */
export type Position = { input: string, file: string, line: number, record: number, raw: () => string }

export type InputRead = {
  readonly name: string
  readonly file: string
  readonly format: string
  readonly encoding: string
  readonly bytes: number
  readonly sha256: string
  readonly records: number
}

export type Taker = {
  bind(fields: ReadonlyMap<string, ReadField>): void
  record(cells: Cells): void
  /** A record of a broken shape. */
  refuse(code: Code): void
}

export type ReadOptions = {
  readonly encoding?: string
  readonly stdin?: AsyncIterable<Buffer>
  /** Told how many bytes of all files were read so far. */
  readonly onBytes?: (bytes: number) => void
}

/**
 * Reads all files of an input. Gives what was read per file, how many times fell in an hour that the clock repeats, and the
 * fields for which no file has a column.
 */
export async function readInput(
  input: InputPlan, files: readonly string[], position: Position, taker: Taker, options: ReadOptions,
): Promise<{ readonly read: readonly InputRead[], readonly ambiguousHours: number, readonly lacking: ReadonlySet<string> }> {
  const times = inputTimes(input, ({ code, message, hint }) => {
    throw new Stop(3, { code, message, hint, place: atLine(position.file, position.line) })
  })
  const shown = shownNames(files)
  const read: InputRead[] = []
  let lacking = new Set(input.fields.map(({ name }) => name))
  let before = 0
  for (const [index, path] of files.entries()) {
    const file = path === '-' ? 'standard input' : shown[index]!
    position.input = input.name
    position.file = file
    let records = 0
    let raw: (cells: Cells) => string = () => ''
    const facts = await readFile(path, {
      header(columns, line) {
        position.line = line
        raw = rawRecord(input, columns)
        taker.bind(bind(input, columns, file, times.read))
        lacking = new Set(unbound(input, columns).filter(name => lacking.has(name)))
      },
      record(cells, line) {
        position.line = line
        position.raw = () => raw(cells)
        position.record++
        records++
        taker.record(cells)
      },
      refuse(code, line, text) {
        position.line = line
        position.raw = text
        position.record++
        records++
        taker.refuse(code)
      },
    }, {
      display: file, input: input.name,
      ...(input.encoding === undefined && options.encoding === undefined ? {} : { encoding: options.encoding ?? input.encoding! }),
      ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
      onBytes: bytes => options.onBytes?.(before + bytes),
    })
    before += facts.bytes
    read.push({ name: input.name, file, ...facts, records })
  }
  return { read, ambiguousHours: times.ambiguousHours(), lacking }
}
