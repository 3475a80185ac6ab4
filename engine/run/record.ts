// The run record: what a run read, did and wrote, without a personal value, the same bytes for the same run.
import type { ParamValue } from '../expression/scope.ts'
import type { Code } from '../diagnostics/codes.ts'
import type { Profile } from '../hash/digest.ts'
import type { OutputColumns } from './output-columns.ts'

/** A file of the delivery. */
export type DeliveredFile = { readonly file: string, readonly rows: number, readonly bytes: number, readonly sha256: string }

export type RunRecord = {
  readonly engine: { readonly name: string, readonly version: string }
  /** `approved`: the run was told the digest, and would have refused another. */
  readonly rules: { readonly file: string, readonly digest: string, readonly approved?: true }
  readonly name: string
  readonly params: Readonly<Record<string, ParamValue>>
  /** Left out by rules that hash nothing. `questionMarks`: letters beyond ASCII became `?` before they were hashed. */
  readonly key?: { readonly fingerprint: string, readonly profile?: Profile, readonly short?: true, readonly questionMarks?: true }
  /** Made by `convert` from the delivery with this run record (SHA-256), whose pseudonyms had the other form. */
  readonly converted?: { readonly profile: Profile, readonly record: string }
  /** One entry per file; `name` is the input's. Sizes are of the file as it lies on the disk. */
  readonly inputs: readonly {
    readonly name: string, readonly file: string, readonly format: string, readonly encoding: string
    readonly bytes: number, readonly sha256: string, readonly records: number
  }[]
  readonly outputs: readonly (DeliveredFile & OutputColumns)[]
  readonly counts: {
    readonly read: number, readonly added: number, readonly written: number, readonly quarantined: number
    /** Step, then reason, then rows. */
    readonly dropped: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
  readonly warnings: readonly { readonly code: Code, readonly count: number }[]
}

/**
 * The record as JSON: two blanks of indent, a line feed at the end, fixed order of keys, maps sorted by key. Paths become
 * base names; names and parameters that look like an address are withheld.
 */
export function runRecord({ engine, rules, name, params, key, converted, inputs, outputs, counts, warnings }: RunRecord): string {
  const inputNames = shownNames(inputs.map(input => input.file))
  const outputNames = shownNames(outputs.map(output => output.file))
  const record: RunRecord = {
    engine: { name: engine.name, version: engine.version },
    rules: { file: shownNames([rules.file])[0]!, digest: rules.digest, ...(rules.approved && { approved: rules.approved }) },
    name,
    params: sorted(params, withheld),
    ...(key && {
      key: {
        fingerprint: key.fingerprint,
        ...(key.profile && { profile: key.profile }),
        ...(key.short && { short: key.short }),
        ...(key.questionMarks && { questionMarks: key.questionMarks }),
      },
    }),
    ...(converted && { converted: { profile: converted.profile, record: converted.record } }),
    inputs: inputs.map(({ name: input, format, encoding, bytes, sha256, records }, index) =>
      ({ name: input, file: inputNames[index]!, format, encoding, bytes, sha256, records })),
    outputs: outputs.map(({ rows, bytes, sha256, delimiter, newline, columns, words, allowed }, index) => ({
      file: outputNames[index]!, rows, bytes, sha256, delimiter, newline,
      columns: sorted(columns, fact => fact),
      ...(words && { words: sorted(words, list => list.map(withheldText)) }),
      ...(allowed && { allowed: sorted(allowed, withheldText) }),
    })),
    counts: {
      read: counts.read,
      added: counts.added,
      written: counts.written,
      quarantined: counts.quarantined,
      dropped: sorted(counts.dropped, reasons => sorted(reasons, rows => rows)),
    },
    warnings: warnings.map(({ code, count }) => ({ code, count })),
  }
  return `${JSON.stringify(record, undefined, 2)}\n`
}

/**
 * Files as messages, records and the quarantine call them: by base name, with so many folders before it as tell it from
 * the others (servers name their logs alike); by number (from 1) where an @ stands in that.
 */
export function shownNames(paths: readonly string[]): readonly string[] {
  const tail = (path: string, length: number): string => path.split(/[/\\]/).slice(-length).join('/')
  let names = paths.map(path => tail(path, 1))
  for (let length = 2; length <= deepest && new Set(names).size < names.length; length++) {
    const files = new Map<string, number>()
    for (const name of names) files.set(name, (files.get(name) ?? 0) + 1)
    names = names.map((name, index) => files.get(name) === 1 ? name : tail(paths[index]!, length))
  }
  return names.map((name, index) => name.includes('@') ? `file-${index + 1}` : name)
}

/** Folders and base name; the same file given for two inputs has nothing to tell it apart. */
const deepest = 8

const withheld = (value: ParamValue): ParamValue =>
  typeof value === 'string' ? withheldText(value) : Array.isArray(value) ? value.map(withheldText) : value

const withheldText = (text: string): string => text.includes('@') ? '(withheld)' : text

/** Steps and reasons are met in an order that depends on threads; so keys are put in order of their code units. */
const sorted = <Value, Shown>(map: Readonly<Record<string, Value>>, show: (value: Value) => Shown): Record<string, Shown> =>
  Object.fromEntries(Object.entries(map).toSorted(([one], [other]) => one < other ? -1 : 1).map(([key, value]) => [key, show(value)]))
