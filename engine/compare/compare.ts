// Two rule files, compared: as they are written, in what they mean for privacy, and on data.
import { type Place, Stop } from '../diagnostics/diagnostic.ts'
import { type Key, SAMPLE_KEY, keyOf } from '../hash/key.ts'
import { nodeAt } from '../load/plain.ts'
import type { Loaded } from '../load/rules.ts'
import type { Map as MapNode } from '../load/tree.ts'
import type { Plan } from '../plan/plan.ts'
import type { Prepared, Wishes } from '../run/prepare.ts'
import { type Both, prepareBoth } from './both.ts'
import { type Observed, observe } from './observe.ts'
import { effectsBetween } from './privacy.ts'
import { type DataDifference, compareData, partingSteps } from './rows.ts'
import { type Change, changesBetween } from './trees.ts'
import type { Effect } from './version.ts'

/** `tree` is the merged one, with the files of inputs as seen from one folder; a library has no plan. */
export type Side = { readonly loaded: Loaded, readonly tree: MapNode, readonly plan?: Plan | undefined }

export type ComparedData = { readonly both: Both, readonly observed: readonly [Observed, Observed], readonly difference: DataDifference }

export type Comparison = {
  readonly before: Loaded
  readonly after: Loaded
  readonly effects: readonly Effect[]
  readonly changes: readonly Change[]
  /** The reason where data could not be compared. */
  readonly data: ComparedData | { readonly reason: string }
}

/** Sentences for readers, and tests, change nothing that leaves. */
const passedOver = new Set(['version', 'about', 'tests', 'sample'])

/** Both sides have no errors. `someKey` makes a key for this comparison alone; the samples have their own. */
export async function compare(before: Side, after: Side, wishes: Wishes, someKey: () => Key): Promise<Comparison> {
  const changes = changesBetween(before.tree, after.tree, passedOver).map(change => withTurningOff(change, after.loaded))
  const shared = { before: before.loaded, after: after.loaded, changes }
  if (!before.plan || !after.plan) return { ...shared, effects: [], data: { reason: 'a library makes no rows' } }
  const changed = placesOfSteps(changes, before, after)
  const effects = effectsBetween({ plan: before.plan, merged: before.tree }, { plan: after.plan, merged: after.tree })
    .map(effect => effect.place ? { ...effect, place: changed.get(spot(effect.place)) ?? effect.place } : effect)
  const both = await prepareBoth(before.loaded, after.loaded, wishes)
  if ('reason' in both) return { ...shared, effects, data: both }
  const key = both.sample ? keyOf(SAMPLE_KEY) : someKey()
  const parting = partingSteps(both.before.plan, both.after.plan)
  const run = ({ plan, files }: Prepared, { file }: Loaded): Promise<Observed> =>
    observe(plan, files, key, parting, wishes.encodings).catch((error: unknown) => { throw saying(file, error) })
  const observed = [await run(both.before, before.loaded), await run(both.after, after.loaded)] as const
  return { ...shared, effects, data: { both, observed, difference: compareData(...observed) } }
}

/** A step that an overlay turned off is gone there, not where it stood. */
function withTurningOff(change: Change, { withdrawn }: Loaded): Change {
  const found = change.change === 'removed' && withdrawn.find(({ within, step, after }) => !after && [...within, 'steps', step].join('/') === change.path.join('/'))
  return found ? { ...change, places: [...change.places, found.place] } : change
}

/** By where a step stands: where it was changed or turned off, which in an overlay is another file. */
function placesOfSteps(changes: readonly Change[], before: Side, after: Side): ReadonlyMap<string, Place> {
  return new Map(changes.toReversed().flatMap(({ path, places, change }) => {
    const at = path.lastIndexOf('steps')
    const step = path.slice(0, at + 2)
    const isGone = change === 'removed' && step.length === path.length
    const stood = nodeAt(isGone ? before.tree : after.tree, step).keyAt
    return at < 0 || !stood ? [] : [[spot(stood), places.at(-1)!] as const]
  }))
}

const spot = ({ file, range }: Place): string => `${file}:${range.start.line}:${range.start.column}`

/** Both versions read the same files: what stops one need not stop the other. */
const saying = (file: string, error: unknown): unknown =>
  error instanceof Stop ? new Stop(error.exit, { ...error.diagnostic, message: `under ${file}: ${error.diagnostic.message}` }) : error

export function differs({ changes, data }: Comparison): boolean {
  if (changes.length > 0 || 'reason' in data) return changes.length > 0
  return data.difference.steps.length > 0 || data.difference.outputs.some(({ rows: [one, other], onlyBefore, onlyAfter, changedRows }) =>
    one !== other || onlyBefore.places.length + onlyAfter.places.length + changedRows > 0)
}
