// What an overlay may change in its base, part by part (design.md §3, "Customers").
import { onlyLikely } from '../diagnostics/synonyms.ts'
import { type Merge, type Spot, before, byKey, changing, namesNothing, removable, replace } from './merge.ts'
import { isMap, isScalar, pick } from './pick.ts'
import { replacingList } from './replaced-lists.ts'
import { withSteps } from './steps.ts'
import type { Entry, Map as MapNode } from './tree.ts'

const options = byKey({})

/** A value for a parameter, or a declaration: whole for a new parameter, any part of it for one of the base. */
const param: Merge = (base, overlay, spot) => {
  if (isMap(overlay.value)) {
    if (base || pick(overlay.value, 'type')) return options(base, overlay, spot)
  } else if (base) {
    return options(base, holding(overlay, { ...overlay, key: 'default' }), spot)
  }
  namesNothing('parameter', overlay, spot, 'a new parameter needs its `type`')
  // It is there all the same, so that whoever uses it makes no second mistake.
  return isMap(overlay.value) ? overlay : undefined
}

/** What may be written short: `from: sender` means `from: { field: sender }`. */
const short = (key: string): Merge => (base, overlay, spot) => {
  const asMap = (entry: Entry): Entry => isScalar(entry.value) ? holding(entry, { ...entry, key }) : entry
  return isMap(overlay.value) || isMap(base?.value) ? options(base && asMap(base), asMap(overlay), spot) : overlay
}

const column = changing('column', 'leave it out; for another text above the column give it a `header: …`', short('field'))
const reference = byKey({}, removable('rule', short('to')))

/** What the base does not have must be whole, or its name is a misspelt one: a new one has these keys. */
const known = (what: string, keys: readonly string[], rule: Merge): Merge => (base, overlay, spot) => {
  if (base || !isMap(overlay.value) || isWhole(overlay.value, keys)) return rule(base, overlay, spot)
  namesNothing(what, overlay, spot, `a new ${what} needs ${keys.map(key => `\`${key}\``).join(' and ')}`)
  return undefined
}

/** With the keys, or misspelt ones, which the schema check reports. */
const isWhole = ({ entries }: MapNode, keys: readonly string[]): boolean =>
  keys.every(wanted => entries.some(({ key }) => key === wanted || onlyLikely(key, keys) === wanted))

/** One without its privacy is there all the same. */
const field: Merge = (base, overlay, spot) => {
  if (!base && isMap(overlay.value) && !isWhole(overlay.value, ['privacy'])) {
    const needed = 'a new field needs its privacy: write `privacy: open`, or `sensitive` or `identity`'
    namesNothing('field', overlay, spot, needed)
  }
  return changing('field', 'leave it out', options)(base, overlay, spot)
}

/** The entry with a map of one other as its value. */
const holding = (entry: Entry, only: Entry): Entry =>
  ({ ...entry, value: { kind: 'map', entries: [only], at: entry.value.at } })

const source = withSteps(options)

const output = withSteps(byKey({
  from: byKey({}, source),
  csv: options,
  expect: byKey({ refers: reference, acyclic: reference }),
  columns: byKey({}, removable('column', known('column', ['field'], column))),
  // `name: off` withdraws an exception; as a reason it would widen what leaves.
  allow: byKey({}, removable('exception', replace)),
}))

const lookup = byKey({ kinds: before, also: replacingList(() => undefined) })

const pipeline = withSteps(byKey({
  params: byKey({}, param),
  inputs: byKey({}, known('input', ['fields'], byKey({ fields: byKey({}, field) }))),
  lookups: byKey({}, known('lookup', ['from', 'domains', 'address'], lookup)),
  outputs: byKey({}, removable('output', known('output', ['csv', 'columns'], output))),
  quarantine: options,
}))

/**
 * The base with the overlay's changes. Each node keeps the place it came from; what is taken away from steps goes to
 * `withdraw`. The base's `tests` are left out: they hold for the base.
 */
export function overlaid(base: MapNode, overlay: MapNode, { report, withdraw }: Pick<Spot, 'report' | 'withdraw'>): MapNode {
  const tested = { ...base, entries: base.entries.filter(({ key }) => key !== 'tests') }
  const changes = { ...overlay, entries: overlay.entries.filter(({ key }) => key !== 'extends' && key !== 'include') }
  const whole = (value: MapNode): Entry => ({ key: '', keyAt: value.at, value })
  const merged = pipeline(whole(tested), whole(changes), { path: [], known: [], report, withdraw })
  return isMap(merged?.value) ? merged.value : tested
}
