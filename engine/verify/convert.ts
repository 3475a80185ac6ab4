// A delivery whose pseudonyms take the other form, hex or Base64, without the key: both write the same 32 bytes.
import { join, resolve } from 'node:path'
import { Stop } from '../diagnostics/diagnostic.ts'
import { type Profile } from '../hash/digest.ts'
import { atLine } from '../inputs/place.ts'
import { csvWriter } from '../outputs/csv.ts'
import { type Delivery, openDelivery } from '../run/deliver.ts'
import type { FileSystem } from '../run/file-system.ts'
import { type RunRecord, runRecord } from '../run/record.ts'
import { readCells } from './output-cells.ts'
import { type DeliveredRecord, readFolder } from './records.ts'
import { membersOf, own, partsOf, pseudonymForm } from './shapes.ts'

export type ConvertOptions = { readonly from: string, readonly to: Profile, readonly out: string }
export type ConvertOutside = { readonly files: FileSystem, readonly log: (line: string) => void, readonly onDelivery: (abandon: () => Promise<void>) => void }

/** What was written: files with their rows, and how many pseudonyms took the other form. */
export type Converted = { readonly file: string, readonly rows: number, readonly pseudonyms: number }

type Output = RunRecord['outputs'][number]

/**
 * Writes the delivery of each run record of a folder into another one, whole or not at all, as runs do. Only columns change
 * that hold pseudonyms by the record. Stops (2) where a run cannot be converted, (3) where a file is not as its record says.
 *
 * What makes it possible: HMAC-SHA256 of ASCII is the same under both profiles, and so is that of other letters where they
 * were hashed as UTF-8 (security-reliability.md §1.3). Only where they became question marks another text was hashed.
 */
export async function convert({ from, to, out }: ConvertOptions, { files, log, onDelivery }: ConvertOutside): Promise<readonly Converted[]> {
  if (resolve(from) === resolve(out)) throw new Stop(2, { code: 'usage', message: 'a delivery cannot be converted in its place', hint: 'give another folder with --out' })
  const { records, broken } = readFolder(from)
  if (broken.length > 0) throw new Stop(2, { code: 'bad-record', message: `the run record ${broken[0]} cannot be read`, hint: 'run the rules again' })
  for (const one of records) checkConvertible(one, to)
  const converted: Converted[] = []
  for (const one of records) {
    const delivery = await openDelivery(out, one.record.name, files, log)
    onDelivery(() => delivery.abandon())
    try {
      const done: Converted[] = []
      for (const output of one.record.outputs) done.push(await convertFile(from, output, to, delivery))
      await delivery.publish(written => runRecord({
        ...one.record, key: { ...one.record.key!, profile: to }, converted: { profile: one.record.key!.profile!, record: one.sha256 },
        outputs: one.record.outputs.map((output, index) => ({ ...output, ...written[index]! })),
      }))
      converted.push(...done)
    } catch (error) {
      await delivery.abandon()
      throw error
    }
  }
  return converted
}

function checkConvertible({ shown, record: { key } }: DeliveredRecord, to: Profile): void {
  if (key?.profile === undefined) throw no(`${shown}: the run has hashed nothing`, 'copy its files as they are')
  if (key.profile === to) throw no(`${shown}: its pseudonyms have the form ${to} already`, 'nothing needs to be converted')
  if (key.questionMarks) {
    throw no(`${shown}: letters beyond ASCII became question marks before they were hashed, so ${to} gives other pseudonyms for them`,
      `run the rules again with --set hash-profile=${to}`)
  }
}

async function convertFile(folder: string, output: Output, to: Profile, delivery: Delivery): Promise<Converted> {
  const file = delivery.file(output.file)
  let pseudonyms = 0
  const other = (pseudonym: string): string => {
    const form = pseudonymForm(pseudonym)
    if (form === undefined || form === to) return pseudonym
    pseudonyms++
    return form === 'ascii-hex' ? Buffer.from(pseudonym, 'hex').toString('base64') : Buffer.from(pseudonym, 'base64').toString('hex')
  }
  let change: readonly ((cell: string) => string)[] = []
  let writer: ReturnType<typeof csvWriter> | undefined
  let row: string[] = []
  let rows = -1
  const begin = (header: readonly string[]): ReturnType<typeof csvWriter> => {
    change = header.map(name => changeOf(own(output.columns, name), other))
    return csvWriter({ delimiter: output.delimiter, newline: output.newline, header, safe: header.map(() => false) }, file)
  }
  const facts = await readCells(join(folder, output.file), output.file, output.delimiter, {
    cell(cell, column) {
      const text = Buffer.from(cell, 'latin1').toString('utf8')
      row.push(rows < 0 ? text : change[column]?.(text) ?? text)
    },
    row(columns, line, blank) {
      if (blank || writer && columns !== change.length) throw altered(output.file, line)
      if (writer) writer.row(row)
      else writer = begin(row)
      row = []
      rows++
    },
  })
  if (facts.sha256 !== output.sha256 || rows !== output.rows) throw altered(output.file, 1)
  writer?.end()
  return { file: output.file, rows, pseudonyms }
}

function changeOf(fact: Output['columns'][string] | undefined, other: (pseudonym: string) => string): (cell: string) => string {
  const { kind, list } = partsOf(fact ?? 'text')
  if (kind !== 'person' && kind !== 'pseudonym') return cell => cell
  return list ? cell => cell === '' ? '' : JSON.stringify((membersOf(cell) ?? []).map(other)) : other
}

const no = (message: string, hint: string): Stop => new Stop(2, { code: 'not-convertible', message, hint })

const altered = (file: string, line: number): Stop => new Stop(3, {
  code: 'altered-output', message: `${file} is not what its run record says; nothing was delivered`, place: atLine(file, line),
  hint: 'np-pipeline verify says what differs; run the rules again',
})
