// A plan run in memory: what becomes of every row, and nothing is written.
import { createHmac } from 'node:crypto'
import type { Code } from '../diagnostics/codes.ts'
import { Stop } from '../diagnostics/diagnostic.ts'
import { digester } from '../hash/digest.ts'
import type { Key } from '../hash/key.ts'
import { atLine } from '../inputs/place.ts'
import type { Plan } from '../plan/plan.ts'
import { sourceInputs } from '../plan/steps.ts'
import { type Counts, newCounts } from '../run/counts.ts'
import { readDirectories } from '../run/directories.ts'
import { type InputRead, type Position, type ReadOptions, readInput } from '../run/inputs.ts'
import { compileRows } from '../run/rows.ts'
import { tracker } from './tracker.ts'

/** A row that is written. Rows of two plans with the same key were made of the same part of the same record. */
export type ObservedRow = { readonly key: string, readonly place: string, readonly cells: readonly string[] }

export type Observed = {
  readonly plan: Plan
  readonly counts: Counts
  readonly read: readonly InputRead[]
  readonly outputs: ReadonlyMap<string, readonly ObservedRow[]>
  /** The step that dropped a row, by its key. */
  readonly dropped: ReadonlyMap<string, string>
  /** Refused rows by code. */
  readonly refused: ReadonlyMap<Code, number>
}

/**
 * `parting` names the steps that make several rows of one in both plans. Throws Stop (3) as a run does. The rows of all
 * outputs, and a few bytes for each row that is dropped, stay in memory.
 */
export async function observe(
  plan: Plan, files: ReadonlyMap<string, readonly string[]>, key: Key, parting: ReadonlySet<string>, encodings: ReadonlyMap<string, string>,
): Promise<Observed> {
  const position: Position = { input: '', file: '', line: 0, record: 0, raw: () => '' }
  const counts = newCounts(plan)
  const refused = new Map<Code, number>()
  const refuse = (code: Code): void => { refused.set(code, (refused.get(code) ?? 0) + 1) }
  const reading = (input: string): ReadOptions => {
    const encoding = encodings.get(input)
    return encoding === undefined ? {} : { encoding }
  }
  const sources = sourceInputs(plan)
  const directories = await readDirectories(plan, files, position, (_, code) => { if (!sources.includes(position.input)) refuse(code) }, reading)
  const track = tracker(plan, position, parting)
  const written = new Map(plan.outputs.map(({ name }) => [name, [] as string[][]]))
  const rows = compileRows(plan, {
    counts, watch: track.watch,
    directory: lookup => directories.byLookup.get(lookup)!,
    digest: profile => digester(key, profile),
    mac: bytes => createHmac('sha256', key.secret).update(bytes).digest(),
    // Tables come here when they are settled, in the order in which their rows were watched.
    write: output => cells => { written.get(output)!.push([...cells]) },
    refuse: ({ code }) => { refuse(code) },
    warn: () => {}, meet: () => {},
    stop: (code, message, hint) => { throw new Stop(3, { code, message, hint, place: atLine(position.file, position.line) }) },
    place: () => atLine(position.file, position.line),
    here: track.here,
  })
  const read: InputRead[] = [...directories.read.filter(({ name }) => !sources.includes(name))]
  for (const [name, source] of rows.sources) {
    const done = await readInput(plan.inputs.get(name)!, files.get(name) ?? [], position, {
      bind: source.bind,
      record(cells) {
        track.next()
        source.record(cells)
      },
      refuse(code) {
        source.refused()
        refuse(code)
      },
    }, reading(name))
    read.push(...done.read)
  }
  rows.end()
  const outputs = new Map([...written].map(([name, all]) => [name, all.map((cells, index) => ({ ...track.written(name)[index]!, cells }))]))
  return { plan, counts, read, outputs, dropped: track.dropped, refused }
}
