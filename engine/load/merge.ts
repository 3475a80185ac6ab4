// How an overlay and its base become one tree: small rules that overlay.ts puts together to a table.
import { isDeepStrictEqual } from 'node:util'
import type { Diagnostic, Place, Report } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { correction } from '../diagnostics/suggestion.ts'
import { entriesOf, isMap, isScalar } from './pick.ts'
import { toPlain } from './plain.ts'
import type { Entry, Map as MapNode, Tree } from './tree.ts'

/** A step of the base that an overlay turned off, or changed an option of; the change stands at `place`. */
export type Withdrawal = {
  readonly step: string
  /** The output whose own step it is. */
  readonly output?: string
  /** The keys that lead to what holds the steps. */
  readonly within: readonly string[]
  /** The step that stood before it. */
  readonly behind?: string
  readonly place: Place
  readonly before: Tree
  readonly after?: Tree
}

/** Where in the tree a rule works: the keys that lead there, and the names the base has beside each other there. */
export type Spot = {
  readonly path: readonly string[]
  readonly known: readonly string[]
  readonly report: Report
  readonly withdraw: (withdrawal: Withdrawal) => void
}

/**
 * Joins one entry of an overlay with the one of the same name in its base, if there is one. Undefined leaves nothing.
 * What has another shape than it should is replaced: the schema check reports it.
 */
export type Merge = (base: Entry | undefined, overlay: Entry, spot: Spot) => Entry | undefined

export const replace: Merge = (_, overlay) => overlay

/** Maps are merged entry by entry, the named ones by a rule of their own; new entries stand behind the base's. */
export const byKey = (rules: Readonly<Record<string, Merge>>, otherwise = replace): Merge => (base, overlay, spot) => {
  // A name with nothing below it takes nothing away: what is missing is reported, and not what the base had there.
  if (base && isScalar(overlay.value) && overlay.value.value === null) return base
  if (!isMap(overlay.value) || (base && !isMap(base.value))) return overlay
  const known = entriesOf(base?.value).map(({ key }) => key)
  let merged: MapNode = { kind: 'map', at: base?.value.at ?? overlay.value.at, entries: entriesOf(base?.value) }
  for (const entry of overlay.value.entries) {
    const rule = Object.hasOwn(rules, entry.key) ? rules[entry.key]! : otherwise
    const before = merged.entries.find(({ key }) => key === entry.key)
    const result = rule(before, entry, { ...spot, path: [...spot.path, entry.key], known })
    merged = result ? withEntry(merged, result) : withoutEntry(merged, entry.key)
  }
  return { ...base ?? overlay, value: merged }
}

/** `name: off` takes the entry out of the base. */
export const removable = (what: string, otherwise: Merge): Merge => (base, overlay, spot) => {
  if (!isOff(overlay.value)) return otherwise(base, overlay, spot)
  if (!base) namesNothing(what, overlay, spot)
  return undefined
}

/** Warns where the base says the same already: whoever writes it means something else, or what the base once said. */
export const changing = (what: string, hint: string, otherwise: Merge): Merge => (base, overlay, spot) => {
  let told = false
  const result = otherwise(base, overlay, { ...spot, report: finding => { told = true; spot.report(finding) } })
  if (!told && base && result && isDeepStrictEqual(toPlain(base.value), toPlain(result.value))) {
    spot.report({
      code: 'overlay-changes-nothing', severity: 'warning', place: overlay.keyAt, path: spot.path, hint,
      message: `the base has the ${what} "${overlay.key}" like this already`,
      trail: [{ place: base.keyAt, text: `the ${what} in the base` }],
    })
  }
  return result
}

/**
 * The items of the overlay before those of the base, for lists in which the first match wins. What is no list is left out:
 * in place of the base's it would make mistakes of whatever refers to them.
 */
export const before: Merge = (base, overlay) => {
  if (base?.value.kind !== 'list') return overlay
  if (overlay.value.kind !== 'list') return base
  return { ...overlay, value: { ...overlay.value, items: [...overlay.value.items, ...base.value.items] } }
}

export const isOff = (tree: Tree): boolean => isScalar(tree) && tree.value === 'off'

export const withEntry = (map: MapNode, entry: Entry): MapNode => ({
  ...map,
  entries: map.entries.some(({ key }) => key === entry.key)
    ? map.entries.map(one => one.key === entry.key ? entry : one)
    : [...map.entries, entry],
})

export const withoutEntry = (map: MapNode, key: string): MapNode =>
  ({ ...map, entries: map.entries.filter(entry => entry.key !== key) })

/** Reports a name in an overlay that its base does not have. */
export function namesNothing(what: string, { key, keyAt }: Entry, spot: Spot, otherwise?: string): void {
  const near = nearest(key, spot.known)
  const hint = near !== undefined ? `did you mean "${near}"?`
    : otherwise ?? (spot.known.length > 0 ? `the base has: ${spot.known.join(', ')}` : `the base has no ${what} at all`)
  mistake(spot, 'overlay-names-nothing', keyAt, `the base has no ${what} "${key}"`, {
    hint, ...correction(key, spot.known),
  })
}

export function mistake(
  { path, report }: Spot,
  code: Diagnostic['code'],
  place: Place,
  message: string,
  more: Pick<Diagnostic, 'hint' | 'fix' | 'trail'>,
): void {
  report({ code, severity: 'error', message, place, path, ...more })
}
