// The record to show, and the entries of the directory that it meets, as the texts of their export.
import { resolve, sep } from 'node:path'
import { Stop } from '../../diagnostics/diagnostic.ts'
import type { InputPlan } from '../../plan/plan.ts'
import { type Position, type ReadOptions, readInput } from '../../run/inputs.ts'
import type { ReadField } from '../../run/binding.ts'
import { isRefused } from '../../run/cells.ts'
import type { Cell } from '../../spec/field.ts'
import type { RawRow } from './stand-ins.ts'

/** The number of a record of the pipeline's own input, from 1, or the line of a file at which a record begins. */
export type Wanted = { readonly record: number } | { readonly file: string, readonly line: number }

/** `37`, or `logs/a.LOG:120`; undefined for anything else. */
export function wantedRecord(text: string): Wanted | undefined {
  if (/^[1-9]\d{0,11}$/.test(text)) return { record: Number(text) }
  const [, file, line] = /^(.+):([1-9]\d{0,11})$/.exec(text) ?? []
  return file === undefined ? undefined : { file, line: Number(line) }
}

/** Fields as they stand in the export: of lists the members, of everything else the text. */
const asWritten = (input: InputPlan): InputPlan => ({
  ...input, fields: input.fields.map(({ pattern: _, ...plan }) => {
    const { values: __, ...field } = plan.field
    return { ...plan, field: { ...field, type: 'text' } }
  }),
})

/** Reads the rows of an input until `take` has what it wants. Rows of a broken shape are passed over. */
export async function readRaw(
  input: InputPlan, files: readonly string[], options: ReadOptions, take: (row: () => RawRow, at: { readonly number: number, readonly line: number }) => boolean,
): Promise<void> {
  const position: Position = { input: input.name, file: '', line: 0, record: 0, raw: () => '' }
  let bound: ReadonlyMap<string, ReadField> = new Map()
  const done = Symbol('read enough')
  try {
    await readInput(asWritten(input), files, position, {
      bind(fields) { bound = fields },
      record(cells) {
        const row = (): RawRow => new Map([...bound].map(([name, read]): [string, Cell] => {
          const cell = read(cells)
          return [name, isRefused(cell) ? '' : cell]
        }))
        // Through the reader, which closes its file by itself.
        if (take(row, { number: position.record, line: position.line })) throw done
      },
      refuse() {},
    }, options)
  } catch (error) {
    if (error !== done) throw error
  }
}

/** Stops (2) where no record stands there. */
export async function findRecord(
  wanted: Wanted, sources: readonly { readonly input: InputPlan, readonly files: readonly string[] }[], options: (input: string) => ReadOptions,
): Promise<{ readonly input: string, readonly row: RawRow }> {
  let found: { input: string, row: RawRow } | undefined
  const looked = 'record' in wanted ? sources.slice(0, 1) : sources.map(source => ({ ...source, files: source.files.filter(path => isFile(path, wanted.file)) }))
  for (const { input, files } of looked) {
    if (files.length === 0) continue
    await readRaw(input, files, options(input.name), (row, { number, line }) => {
      const isIt = 'record' in wanted ? number === wanted.record : line === wanted.line
      if (isIt) found = { input: input.name, row: row() }
      return isIt
    })
    if (found) return found
  }
  const where = 'record' in wanted ? `the input has no record ${wanted.record}, or it cannot be read` : `no record of an input begins in line ${wanted.line} of ${wanted.file}`
  throw new Stop(2, { code: 'usage', message: `--row: ${where}`, hint: 'give the number of a record, or the file of an input and the line in which the record begins' })
}

const isFile = (path: string, file: string): boolean => path === resolve(file) || path.endsWith(`${sep}${file}`)
