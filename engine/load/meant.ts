// Misspelt keys of sections and tests in the wrong one, taken as meant: the schema check reports them, and nothing else is said for want of them.
import { onlyLikely } from '../diagnostics/synonyms.ts'
import { ofFile, ofInput, ofLookup, ofOutput } from './keys.ts'
import { isMap } from './pick.ts'
import { withTestsTogether } from './stray-tests.ts'
import type { Entry, Map as MapNode } from './tree.ts'

const inside: Readonly<Record<string, readonly string[]>> = { inputs: ofInput, lookups: ofLookup, outputs: ofOutput }

/** The file with each unknown key as the one it is likely to mean, if that is missing, and all tests under `tests`. */
export function asMeant(file: MapNode): MapNode {
  const { entries, ...rest } = withTestsTogether(renamed(file, ofFile))
  return {
    ...rest,
    entries: entries.map(entry => {
      const keys = inside[entry.key]
      if (!keys || !isMap(entry.value)) return entry
      return { ...entry, value: { ...entry.value, entries: entry.value.entries.map(one => within(one, keys)) } }
    }),
  }
}

const within = (entry: Entry, keys: readonly string[]): Entry =>
  isMap(entry.value) ? { ...entry, value: renamed(entry.value, keys) } : entry

function renamed(map: MapNode, keys: readonly string[]): MapNode {
  const written = map.entries.map(({ key }) => key)
  if (written.every(key => keys.includes(key))) return map
  const missing = keys.filter(key => !written.includes(key))
  return {
    ...map, entries: map.entries.map(entry => {
      const near = keys.includes(entry.key) ? undefined : onlyLikely(entry.key, missing)
      return near === undefined ? entry : { ...entry, key: near }
    }),
  }
}
