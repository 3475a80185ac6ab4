// What a run should tell although it went well: data that looks as if something is missing.
import type { Code } from '../diagnostics/codes.ts'
import type { Directory } from '../people/directory.ts'
import type { Plan } from '../plan/plan.ts'
import { allSteps } from '../plan/steps.ts'
import type { Remark } from '../spec/step.ts'
import { type Counts, droppedIn } from './counts.ts'
import { directoryWarnings, exportLine } from './directory-warnings.ts'
import type { EarlierRun } from './earlier-runs.ts'
import type { InputRead } from './inputs.ts'

export type Warning = { readonly code: Code, readonly count: number, readonly message: string, readonly hint?: string }

/** The ends of rows that identify met: all; those with an own address that nobody has; those that hold a `?`. */
export type Ends = { all: number, unknown: number, damaged: number }

export type Facts = {
  readonly plan: Plan
  readonly counts: Counts
  readonly directories: ReadonlyMap<string, Directory>
  /** Of each lookup that has a directory, the fields for which its export has no column. */
  readonly lacking: ReadonlyMap<string, ReadonlySet<string>>
  /** Entries of directories with a `?` in an address. */
  readonly damagedEntries: number
  readonly read: readonly InputRead[]
  readonly ends: Ends
  readonly remarks: readonly Remark[]
  readonly ambiguousHours: number
  readonly stale: readonly string[]
  /** Outputs of an earlier run that this one does not replace. */
  readonly left: readonly string[]
  /** Run records in the folder that are of another key than this run. */
  readonly otherKeys: readonly EarlierRun[]
  readonly fingerprint?: string
  readonly counted: ReadonlyMap<Code, number>
}

export const findWarnings = (facts: Facts): readonly Warning[] => {
  const exported = exportLine()
  return [...ofRows(facts), ...directoryWarnings(facts, exported), ...ofEnds(facts, exported), ...ofFiles(facts)].filter(({ count }) => count > 0)
}

function ofRows({ plan, counts, remarks }: Facts): readonly Warning[] {
  const stages = [counts.common, ...counts.outputs.values()]
  if (counts.read === 0 || [...counts.outputs.values()].some(({ written }) => written > 0)) return remarks
  const steps = allSteps(plan)
    .map(({ id }) => ({ id, dropped: stages.reduce((sum, stage) => sum + droppedIn(stage, id), 0) }))
  const most = steps.toSorted((one, other) => other.dropped - one.dropped)[0]
  const where = most && most.dropped > 0 ? `; step "${most.id}" dropped most, ${most.dropped}` : ''
  return [...remarks, {
    code: 'no-rows', count: counts.read, message: `${plural(counts.read, 'record was', 'records were')} read and no row was written${where}`,
    hint: 'the counts of the steps tell why; check that all files are given, and --set domains',
  }]
}

/** Above this share of unknown ends the directory is probably not whole. */
const unknownShare = 0.05

function ofEnds({ ends, lacking, damagedEntries }: Facts, exported: () => string): readonly Warning[] {
  const many = ends.all > 0 && ends.unknown / ends.all > unknownShare && lacking.size > 0
  return [
    ...many ? [{
      code: 'many-unknown' as const, count: ends.unknown, hint: `the directory may be incomplete; export all users, with their aliases, ${exported()}`,
      message: `${ends.unknown} of ${ends.all} names and addresses in the rows (${Math.round(ends.unknown / ends.all * 100)} %) are of own people whom the directory does not have`,
    }] : [],
    {
      code: 'damaged-letters', count: ends.damaged + damagedEntries, hint: 'Export-Csv of Windows PowerShell 5.1 does so by itself: export again with -Encoding UTF8',
      message: `${plural(ends.damaged, 'address in the rows has', 'addresses in the rows have')} and ${plural(damagedEntries, 'account of the directory has', 'accounts of the directory have')} `
        + 'a question mark in the address, as an ASCII export writes for other letters: who it is cannot be told',
    },
  ]
}

/** The default result size of Get-MessageTrackingLog (exchange-domain.md §4): an export of exactly this many is probably cut. */
const cmdletLimit = 1000

function ofFiles({ plan, read, ambiguousHours, stale, left, otherKeys, fingerprint, counted }: Facts): readonly Warning[] {
  const own = read.filter(({ name }) => name === plan.from)
  const cut = own.filter(({ format, records }) => format !== 'tracking-log' && records === cmdletLimit).length
  const merged = counted.get('merged-identities') ?? 0
  return [
    {
      code: 'cut-export', count: cut, hint: 'export with -ResultSize Unlimited',
      message: `${cut} of the files hold exactly ${cmdletLimit} records, which is where Get-MessageTrackingLog stops by itself`,
    },
    { code: 'no-records', count: own.every(({ records }) => records === 0) ? 1 : 0, message: `input "${plan.from}" holds no record` },
    {
      code: 'ambiguous-hour', count: ambiguousHours,
      message: `${ambiguousHours} times fall in the hour that the clock repeats in autumn; they were taken as the first of the two`,
    },
    { code: 'stale-partial', count: stale.length, message: 'an earlier run was ended before it could finish; what it left was replaced' },
    {
      code: 'earlier-output', count: left.length, hint: 'remove it before you hand the folder on, unless it is meant to stay',
      message: `${left.join(', ')} in the folder ${left.length === 1 ? 'is' : 'are'} of an earlier run`,
    },
    {
      code: 'other-key', count: otherKeys.length,
      hint: 'give all exports of a project one key, month after month; after a change of the key, export everything anew, into an empty folder (docs/privacy.md)',
      message: `${otherKeys.map(({ record, fingerprint: other }) => `${record} (${other})`).join(', ')} in the folder ${otherKeys.length === 1 ? 'is' : 'are'} of another key `
        + `than this run (${fingerprint}): the same person has another pseudonym there, so the files do not join`,
    },
    {
      code: 'merged-identities', count: merged, hint: 'use profile utf8-base64, or non-ascii: utf8',
      message: `${merged} addresses differ only in letters beyond ASCII and became one pseudonym`,
    },
  ]
}

export const plural = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`
