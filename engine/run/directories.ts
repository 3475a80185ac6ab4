// The directories of a run: each lookup read from its input, or made from the rules alone.
import { Stop } from '../diagnostics/diagnostic.ts'
import { type Directory, buildDirectory, withoutDirectory } from '../people/directory.ts'
import { type Domains, ownDomains } from '../people/domains.ts'
import { fieldsRead } from '../people/listing.ts'
import type { InputPlan, LookupPlan, Plan } from '../plan/plan.ts'
import { allSteps } from '../plan/steps.ts'
import type { Cell } from '../spec/field.ts'
import type { ReadField } from './binding.ts'
import { isRefused } from './cells.ts'
import { type InputRead, type Position, type ReadOptions, type Taker, readInput } from './inputs.ts'
import type { Cells } from '../inputs/records.ts'

type Entry = ReadonlyMap<string, Cell>

export type Directories = {
  readonly byLookup: ReadonlyMap<string, Directory>
  readonly read: readonly InputRead[]
  /** Of each lookup that has a directory, the fields for which no file has a column. */
  readonly lacking: ReadonlyMap<string, ReadonlySet<string>>
  /** Entries with a `?` in an address. */
  readonly damaged: number
}

/**
 * Reads the directory of every lookup whose input has files; the others are made from domains and kinds alone. Of an entry
 * nothing stays but what lookup steps take, and `alsoKept`.
 */
export async function readDirectories(
  plan: Plan, files: ReadonlyMap<string, readonly string[]>, position: Position,
  refuse: (field: string | undefined, code: Parameters<Taker['refuse']>[0]) => void,
  options: (input: string) => ReadOptions, alsoKept: (lookup: LookupPlan) => readonly string[] = () => [],
): Promise<Directories> {
  const byLookup = new Map<string, Directory>()
  const lacking = new Map<string, ReadonlySet<string>>()
  const read: InputRead[] = []
  let damaged = 0
  for (const lookup of plan.lookups.values()) {
    const input = plan.inputs.get(lookup.from)
    const paths = files.get(lookup.from)
    if (!input || !paths) {
      byLookup.set(lookup.name, withoutDirectory(lookup.kinds, domainsOf(lookup)))
      continue
    }
    const taken = [...new Set([...takenFrom(plan, lookup), ...alsoKept(lookup)])]
    const builder = buildDirectory({ ...lookup, taken }, domainsOf(lookup))
    const wanted = new Set([...fieldsRead(lookup), ...taken])
    const add = (entry: Entry): void => {
      if (lookup.address.some(field => isDamaged(entry.get(field)))) damaged++
      builder.add(entry)
    }
    const facts = await readInput(input, paths, position, entryTaker(input.fields.map(({ name }) => name).filter(name => wanted.has(name)), add, refuse), options(input.name))
    if (facts.read.every(one => one.records === 0)) throw empty(input)
    read.push(...facts.read)
    lacking.set(lookup.name, facts.lacking)
    byLookup.set(lookup.name, builder.finish())
  }
  return { byLookup, read, lacking, damaged }
}

/** A directory of given entries, for tests of rules. */
export function directoryOf(lookup: LookupPlan, entries: readonly ReadonlyMap<string, Cell>[] | undefined): Directory {
  if (!entries) return withoutDirectory(lookup.kinds, domainsOf(lookup))
  const builder = buildDirectory(lookup, domainsOf(lookup))
  for (const entry of entries) builder.add(entry)
  return builder.finish()
}

/** What lookup steps take from the directory: nothing else needs to stay in memory. */
const takenFrom = (plan: Plan, lookup: LookupPlan): readonly string[] =>
  allSteps(plan)
    .filter(step => step.type === 'lookup' && step.options['in'] === lookup.name).map(step => String(step.options['take']))

/** An address as an ASCII export leaves it: `?` for a letter that ASCII lacks. */
const isDamaged = (cell: Cell | undefined): boolean => typeof cell === 'string' ? cell.includes('?') && cell.includes('@')
  : Array.isArray(cell) && (cell as readonly Cell[]).some(isDamaged)

export const domainsOf = (lookup: LookupPlan): Domains => ownDomains(lookup.domains, lookup.cloudDomains)

function entryTaker(names: readonly string[], add: (entry: Entry) => void, refuse: (field: string | undefined, code: Parameters<Taker['refuse']>[0]) => void): Taker {
  let bound: readonly (readonly [string, ReadField])[] = []
  // One for all rows: of a row the directory keeps only what it takes, never the entry itself.
  const entry = new Map<string, Cell>()
  return {
    bind(fields) { bound = names.map(name => [name, fields.get(name)!]) },
    record(cells: Cells) {
      for (const [name, read] of bound) {
        const cell = read(cells)
        if (isRefused(cell)) return refuse(name, cell.refused)
        entry.set(name, cell)
      }
      add(entry)
    },
    refuse(code) { refuse(undefined, code) },
  }
}

const empty = (input: InputPlan): Stop => new Stop(3, {
  code: 'empty-lookup',
  message: `input "${input.name}" holds no record, so nobody could be told from anybody`,
  hint: `check the export, or leave it out with --without ${input.name}`,
})
