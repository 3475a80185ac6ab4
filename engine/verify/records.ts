// The run records of a folder: what each run says it has left there.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from '../diagnostics/diagnostic.ts'
import { recordEnding } from '../run/earlier-runs.ts'
import { columnKinds } from '../run/output-columns.ts'
import { type RunRecord, shownNames } from '../run/record.ts'
import { partsOf } from './shapes.ts'

export type DeliveredRecord = { readonly file: string, readonly shown: string, readonly text: string, readonly sha256: string, readonly record: RunRecord }

export type Folder = {
  readonly path: string
  readonly records: readonly DeliveredRecord[]
  /** Shown names of records that cannot be read. */
  readonly broken: readonly string[]
  /** All names in the folder, in order, and how messages call them. */
  readonly names: ReadonlyMap<string, string>
}

/** Stops (2) where there is no such folder, or no run record in it. */
export function readFolder(path: string): Folder {
  const found = namesIn(path).toSorted()
  const shown = shownNames(found)
  const names = new Map(found.map((name, index) => [name, shown[index]!]))
  const all = found.filter(name => name.endsWith(recordEnding)).map(file => ({ file, shown: names.get(file)!, ...textOf(join(path, file)) }))
  if (all.length === 0) throw stop(`${path} holds no run record (NAME.run.json)`, 'give the folder that a run wrote to with --out')
  const read = all.map(one => ({ ...one, record: parsed(one.text) }))
  return {
    path, names,
    records: read.flatMap(({ record, ...one }) => record ? [{ ...one, record }] : []),
    broken: read.filter(({ record }) => !record).map(one => one.shown),
  }
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    throw stop(`${path} is no folder, or this account may not read it`, 'give the folder that a run wrote to with --out')
  }
}

function textOf(path: string): { readonly text: string, readonly sha256: string } {
  try {
    const bytes = readFileSync(path)
    return { text: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch {
    return { text: '', sha256: '' }
  }
}

/** Undefined unless it is whole, and of a form that this version writes. */
export function parsed(text: string): RunRecord | undefined {
  try {
    const record = JSON.parse(text) as RunRecord
    return isRecord(record) ? record : undefined
  } catch {
    return undefined
  }
}

/** Of what messages show, only what a run writes there: another text could be anybody's name. */
function isRecord({ engine, rules, name, params, key, inputs, outputs }: RunRecord): boolean {
  return isText(engine.name) && isText(rules.file) && /^\d+\.\d+\.\d+(?:-(?:alpha|beta|rc)[.\d]*)?$/.test(engine.version)
    && /^[0-9a-f]{64}$/.test(rules.digest) && /^[A-Za-z][\w-]*$/.test(name) && typeof params === 'object' && Array.isArray(inputs)
    && (key === undefined || /^[0-9a-f]{16}$/.test(key.fingerprint) && (key.profile === undefined || ['ascii-hex', 'utf8-base64'].includes(key.profile)))
    && outputs.every(({ file, rows, bytes, sha256, delimiter, newline, columns, words = {}, allowed = {} }) =>
      isText(file) && !/[/\\]/.test(file) && isText(sha256) && isText(delimiter) && delimiter !== '' && ['crlf', 'lf'].includes(newline)
      && typeof rows === 'number' && typeof bytes === 'number'
      && Object.values(columns).every(fact => isText(fact) && columnKinds.includes(partsOf(fact).kind))
      && Object.values(words).every(list => Array.isArray(list) && list.every(isText)) && Object.values(allowed).every(isText))
}

const isText = (value: unknown): value is string => typeof value === 'string'

const stop = (message: string, hint: string): Stop => new Stop(2, { code: 'no-delivery', message, hint })
