// A merged rule file as JSON: its values, and where each comes from.
import type { Place } from '../diagnostics/diagnostic.ts'
import { toPlain } from '../load/plain.ts'
import type { Loaded } from '../load/rules.ts'
import type { Map as MapNode, Tree } from '../load/tree.ts'
import { fromCommandLine } from './resolve-origin.ts'

/** `origins` has the place of every value, `FILE:LINE`, by its path as a JSON pointer; `off` the steps that overlays turned off. */
export function resolveJson({ file, kind, own, withdrawn }: Loaded, tree: MapNode): unknown {
  return {
    file, kind: kind === 'library' ? 'library' : 'pipeline',
    files: own.map(one => ({ file: one.file, kind: one.kind })),
    rules: toPlain(tree),
    origins: Object.fromEntries(originsOf(tree, '')),
    off: withdrawn.filter(one => !one.after).map(({ step, within, before, place }) =>
      ({ path: ['', ...within, 'steps', step].map(escaped).join('/'), was: toPlain(before), at: spot(place) })),
  }
}

function originsOf(tree: Tree, path: string): readonly (readonly [string, string])[] {
  const below = tree.kind === 'map' ? tree.entries.map(({ key, value }) => [key, value] as const)
    : tree.kind === 'list' ? tree.items.map((value, index) => [String(index), value] as const) : []
  return below.length === 0 ? [[path, spot(tree.at)]] : below.flatMap(([key, value]) => originsOf(value, `${path}/${escaped(key)}`))
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

const spot = (place: Place): string => place === fromCommandLine ? place.file : `${place.file}:${place.range.start.line}`
