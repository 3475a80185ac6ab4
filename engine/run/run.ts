// One rule file, run: read, transformed, counted, checked, and delivered as a whole or not at all.
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import type { Code } from '../diagnostics/codes.ts'
import { Stop } from '../diagnostics/diagnostic.ts'
import { type Profile, digester, fingerprint } from '../hash/digest.ts'
import { type Key, type KeySource, readKey } from '../hash/key.ts'
import type { KeyFiles } from '../hash/key-file.ts'
import type { Loaded } from '../load/rules.ts'
import type { Limit, OutputPlan, Plan } from '../plan/plan.ts'
import { allSteps, sourceInputs } from '../plan/steps.ts'
import { engine } from '../engine.ts'
import { steps as stepTypes } from '../steps/index.ts'
import { atLine } from '../inputs/place.ts'
import { csvWriter } from '../outputs/csv.ts'
import { isSafe } from './column.ts'
import { type Counts, addedIn, imbalance, newCounts } from './counts.ts'
import { type Delivery, openDelivery } from './deliver.ts'
import { readDirectories } from './directories.ts'
import { earlierRuns } from './earlier-runs.ts'
import type { FileSystem } from './file-system.ts'
import { type InputRead, type Position, type ReadOptions, readInput } from './inputs.ts'
import { checkLimit } from './limit.ts'
import { type Refusals, refusals } from './refusals.ts'
import type { LeftOut, Prepared, Wishes } from './prepare.ts'
import { type Quarantine, openQuarantine } from './quarantine.ts'
import { outputColumns } from './output-columns.ts'
import { type DeliveredFile, type RunRecord, runRecord } from './record.ts'
import type { Refusal } from './environment.ts'
import { compileRows } from './rows.ts'
import { rulesDigest } from './rules-digest.ts'
import { type Ends, type Facts, type Warning, findWarnings } from './warnings.ts'

export type RunOptions = Wishes & {
  readonly out: string
  readonly key: KeySource
  readonly allowShortKey: boolean
  /** Takes the place of the limit in the rule file. */
  readonly limit?: Limit
  readonly quarantineRaw: boolean
}

/** What a run needs of the world. */
export type Outside = {
  readonly files: FileSystem
  readonly keyFiles: KeyFiles
  readonly stdin: AsyncIterable<Buffer>
  readonly log: (line: string) => void
  /** Called often while files are read; `total` is their size where it is known. */
  readonly progress: (input: string, bytes: number, records: number) => void
  /** Given what takes back a half-done delivery; the command calls it when it is told to end. */
  readonly onDelivery: (abandon: () => Promise<void>) => void
}

export type RunResult = {
  readonly plan: Plan
  readonly sample: boolean
  /** Outputs that were not written, since an input was left out. */
  readonly leftOut: readonly LeftOut[]
  /** Hashed with the published key of the samples. */
  readonly sampleKey: boolean
  readonly counts: Counts
  readonly inputs: readonly InputRead[]
  readonly outputs: readonly DeliveredFile[]
  readonly warnings: readonly Warning[]
  readonly quarantined: number
  readonly fingerprint?: string
}

/**
 * Runs a prepared rule file. Gives what happened; throws Stop (2 or 3) when nothing could be delivered, among others with
 * `above-quarantine-limit` (exit 1 for the command) after writing the quarantine.
 */
export async function run(loaded: Loaded, prepared: Prepared, options: RunOptions, outside: Outside): Promise<RunResult> {
  const { plan, files, sample, leftOut } = prepared
  const profile = profileOf(plan)
  const key = profile === undefined ? undefined : readKey(options.key, { allowShort: options.allowShortKey, sampleRun: sample, profile }, outside.keyFiles)
  const delivery = await openDelivery(options.out, plan.name, outside.files, outside.log)
  outside.onDelivery(() => delivery.abandon())
  try {
    const quarantine = openQuarantine(options.out, plan.name, { raw: options.quarantineRaw }, outside.files)
    const done = await transform(plan, files, options, key, delivery, quarantine, outside).finally(() => { quarantine.close() })
    checkSums(plan, done.counts)
    checkLimit(done.refused.tallies(done.read), options.limit ?? plan.quarantineLimit, `${options.out}.quarantine/${plan.name}.jsonl`, done.refused.reasons())
    const print = key === undefined ? undefined : fingerprint(key)
    const left = leftOut.filter(({ file }) => outside.files.kind(join(options.out, file)) !== 'none')
    const otherKeys = print === undefined ? [] : earlierRuns(options.out, outside.files).filter(earlier => earlier.fingerprint !== print)
    const warnings = findWarnings({
      ...done, plan, stale: delivery.stale, left: left.map(({ file }) => file), otherKeys, ...(print === undefined ? {} : { fingerprint: print }),
    })
    let outputs: readonly DeliveredFile[] = []
    await delivery.publish(written => {
      outputs = written.map((output, index) => ({ ...output, rows: done.counts.outputs.get(plan.outputs[index]!.name)!.written }))
      return runRecord(recordOf(rulesOf(loaded, options), plan, done, outputs, warnings, quarantine.count, key && { key, print: print!, profile: profile! }))
    })
    return {
      plan, sample, leftOut, sampleKey: key?.sample === true, counts: done.counts, inputs: done.read, outputs, warnings,
      quarantined: quarantine.count, ...(print === undefined ? {} : { fingerprint: print }),
    }
  } catch (error) {
    await delivery.abandon()
    throw error
  }
}

type Done = Omit<Facts, 'plan' | 'stale' | 'left' | 'otherKeys' | 'fingerprint'> & { readonly refused: Refusals }

async function transform(
  plan: Plan, files: ReadonlyMap<string, readonly string[]>, options: RunOptions, key: Key | undefined,
  delivery: Delivery, quarantine: Quarantine, outside: Outside,
): Promise<Done> {
  const position: Position = { input: '', file: '', line: 0, record: 0, raw: () => '' }
  const counts = newCounts(plan)
  const ends: Ends = { all: 0, unknown: 0, damaged: 0 }
  const counted = new Map<Code, number>()
  const reading = (input: string): ReadOptions => {
    const encoding = options.encodings.get(input)
    return {
      stdin: outside.stdin, ...(encoding === undefined ? {} : { encoding }),
      onBytes: bytes => outside.progress(input, bytes, counts.read),
    }
  }
  const refused = refusals(plan)
  const refuse = (refusal: Refusal): void => {
    const { file, line, raw } = position
    refused.note(position, refusal)
    quarantine.add({ file, line, ...refusal, ...(options.quarantineRaw ? { raw: raw() } : {}) })
  }
  const isSource = new Set(sourceInputs(plan))
  const directories = await readDirectories(plan, files, position, (field, code) => {
    // Records that become rows too are refused when they do.
    if (!isSource.has(position.input)) refuse({ code, ...(field === undefined ? {} : { field }) })
  }, reading)
  const writers = new Map(plan.outputs.map(output => [output.name, writerOf(output, delivery)]))
  const rows = compileRows(plan, {
    counts,
    directory: lookup => directories.byLookup.get(lookup)!,
    digest: profile => digester(key!, profile),
    mac: bytes => createHmac('sha256', key!.secret).update(bytes).digest(),
    write: output => writers.get(output)!.row,
    refuse,
    stop: (code, message, hint) => { throw new Stop(3, { code, message, hint, place: atLine(position.file, position.line) }) },
    warn: code => { counted.set(code, (counted.get(code) ?? 0) + 1) },
    meet(account) {
      ends.all++
      if (account.kind === 'unknown') ends.unknown++
      if (account.text.includes('?')) ends.damaged++
    },
    place: () => atLine(position.file, position.line),
    here: () => remembered(position, options.quarantineRaw),
  })
  const read: InputRead[] = []
  let ambiguousHours = 0
  for (const [input, source] of rows.sources) {
    const done = await readInput(plan.inputs.get(input)!, files.get(input)!, position, {
      ...source,
      refuse(code) {
        source.refused()
        refuse({ code })
      },
    }, reading(input))
    read.push(...done.read)
    ambiguousHours += done.ambiguousHours
  }
  const remarks = rows.end()
  for (const writer of writers.values()) writer.end()
  const all = [...directories.read.filter(({ name }) => !isSource.has(name)), ...read]
  return {
    counts, ends, counted, remarks, ambiguousHours,
    read: all, refused, directories: directories.byLookup, damagedEntries: directories.damaged,
    lacking: directories.lacking,
  }
}

/** The record in hand, to come back to; its text is kept only where the quarantine keeps texts. */
function remembered(position: Position, withRaw: boolean): () => void {
  const text = withRaw ? position.raw() : ''
  const here = { ...position, raw: () => text }
  return () => { Object.assign(position, here) }
}

function writerOf(output: OutputPlan, delivery: Delivery): ReturnType<typeof csvWriter> {
  const file = delivery.file(output.file)
  return csvWriter({
    delimiter: output.delimiter, newline: output.newline,
    header: output.columns.map(column => column.header), safe: output.columns.map(isSafe),
  }, file)
}

/** The hash profile of a plan; of several, the one that is stricter about keys. Keyed steps that have none go by the others. */
function profileOf(plan: Plan): Profile | undefined {
  const keyed = allSteps(plan).flatMap(step => stepTypes.filter(({ name, keyed }) => name === step.type && keyed).map(({ options }) => ({ step, options })))
  const profiles = keyed.filter(({ options }) => 'profile' in options).map(({ step }) => (step.options['profile'] ?? 'ascii-hex') as Profile)
  return profiles.includes('ascii-hex') || keyed.length > 0 && profiles.length === 0 ? 'ascii-hex' : profiles[0]
}

/** Then what was hashed of other letters cannot be told from outside: the digest is not that of their UTF-8. */
const asksForQuestionMarks = (plan: Plan): boolean =>
  allSteps(plan).some(({ options }) => options['non-ascii'] === 'question-mark' && options['profile'] !== 'utf8-base64')

function checkSums(plan: Plan, counts: Counts): void {
  for (const { name } of plan.outputs) {
    const difference = imbalance(counts, name)
    if (difference !== 0) {
      throw new Stop(3, { code: 'sum-mismatch', message: `output "${name}": ${difference} rows are not accounted for; nothing was delivered`, hint: 'this is a defect of this tool; please report it' })
    }
  }
}

const rulesOf = ({ file, merged }: Loaded, { settings, approved = [] }: RunOptions): RunRecord['rules'] =>
  ({ file, digest: rulesDigest({ merged }, settings, engine.version), ...(approved.length > 0 ? { approved: true as const } : {}) })

function recordOf(
  rules: RunRecord['rules'], plan: Plan, done: Done, outputs: readonly DeliveredFile[], warnings: readonly Warning[], quarantined: number,
  hashed: { readonly key: Key, readonly print: string, readonly profile: Profile } | undefined,
): RunRecord {
  const { counts } = done
  const stages = [['', counts.common] as const, ...[...counts.outputs].map(([name, stage]) => [`${name}/`, stage] as const)]
  const sum = (value: (stage: typeof counts.common) => number): number => stages.reduce((total, [, stage]) => total + value(stage), 0)
  return {
    engine: { name: engine.name, version: engine.version },
    rules,
    name: plan.name,
    params: Object.fromEntries([...plan.params].flatMap(([name, { value }]) => value === undefined ? [] : [[name, value]])),
    ...(hashed ? { key: { fingerprint: hashed.print, profile: hashed.profile, ...(hashed.key.short ? { short: true as const } : {}), ...(asksForQuestionMarks(plan) ? { questionMarks: true as const } : {}) } } : {}),
    inputs: done.read,
    outputs: outputs.map((output, index) => ({ ...output, ...outputColumns(plan, plan.outputs[index]!) })),
    counts: {
      read: counts.read + [...counts.outputs.values()].reduce((sum, { read }) => sum + read, 0), added: sum(addedIn), quarantined,
      written: outputs.reduce((total, output) => total + output.rows, 0),
      dropped: Object.fromEntries(stages.flatMap(([prefix, stage]) => [...stage.dropped].filter(([, reasons]) => reasons.size > 0)
        .map(([step, reasons]) => [`${prefix}${step}`, Object.fromEntries(reasons)]))),
    },
    warnings: warnings.map(({ code, count }) => ({ code, count })),
  }
}

