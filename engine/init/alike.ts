// Several files of one input: they are read by the same rules, so each must have what these need.
import { Stop } from '../diagnostics/diagnostic.ts'
import type { FieldPlan, InputPlan } from '../plan/plan.ts'
import { matchColumns } from './columns.ts'
import type { Columns } from './survey.ts'

/**
 * What is worth a remark: fields that can be done without, and that some files lack. Stops (2) where a file lacks a
 * field that is needed and that another has, as when exports of two kinds were given as one.
 */
export function differences(
  { name, fields }: InputPlan, { byFile }: Columns, chosen: ReadonlyMap<string, string>,
): readonly string[] {
  const files = [...byFile].filter(([, columns]) => columns.length > 0)
    .map(([file, columns]) => ({ file, found: matchColumns(fields, columns, chosen).found }))
  const lacking = files.flatMap(({ file, found }) => {
    const lost = fields.filter(field => !found.has(field.name) && files.some(other => other.found.has(field.name)))
    const fuller = files.find(other => lost.some(field => other.found.has(field.name)))
    return fuller ? [{ file, fuller, lost: lost.filter(field => fuller.found.has(field.name)) }] : []
  })
  const short = lacking.find(({ lost }) => lost.some(isNeeded))
  if (short) {
    const needed = short.lost.filter(isNeeded)
    throw new Stop(2, {
      code: 'missing-column', message: `${differ(name, files.length)}: ${lacks(short.file, needed, short.fuller.file)}`,
      hint: `an export of another kind is an input of its own (docs/rules.md): leave ${short.file} out, `
        + `or export it with ${needed.map(field => short.fuller.found.get(field.name)!).join(', ')}`,
    })
  }
  return lacking.map(({ file, fuller, lost }) => lacks(file, lost, fuller.file))
}

const isNeeded = ({ optional }: FieldPlan): boolean => !optional

const differ = (input: string, count: number): string => `the ${count} files of ${input} are not of one kind`

const lacks = (file: string, fields: readonly FieldPlan[], fuller: string): string =>
  `${file} has no column for ${fields.map(({ name }) => name).join(', ')}, which ${fuller} has`

/** The columns that every file has which has any. */
export const common = ({ columns, byFile }: Columns): readonly string[] =>
  columns.filter(column => [...byFile.values()].every(own => own.length === 0 || own.includes(column)))
