// Maps whose indentation says something else than their keys: what stands beside the name it belongs to, or inside
// another.
import type { Place } from '../diagnostics/diagnostic.ts'
import { entriesOf, isMap, isScalar } from './pick.ts'
import type { Entry, Map as MapNode, Tree } from './tree.ts'

/** Takes one misplacement, with the place of the first key that is misplaced. */
export type Tell = (place: Place, message: string, hint: string, code?: Code) => void
type Code = 'unknown-key' | 'bad-name' | 'wrong-type'

export const isBlank = (tree: Tree): boolean => isScalar(tree) && tree.value === null

/** The entries as a map of their own. */
export function mapOf(entries: readonly Entry[]): MapNode {
  const [first, last] = [entries[0]!, entries.at(-1)!]
  const { file, range } = first.keyAt
  return { kind: 'map', entries, at: { file, range: { start: range.start, end: last.value.at.range.end } } }
}

/** `keep: { when: …, because: … }` */
export const pictured = (key: string, entries: readonly Entry[]): string =>
  `${key}: { ${entries.map(entry => `${entry.key}: …`).join(', ')} }`

/** The map with what `belongs` below a blank name put there: `name:` and then its keys in the same column. */
export function adopted(map: MapNode, belongs: (entry: Entry, name: Entry) => boolean, tell: Tell): MapNode {
  const entries: Entry[] = []
  for (let index = 0; index < map.entries.length; index++) {
    const name = map.entries[index]!
    const found = isBlank(name.value) ? runOf(map.entries, index + 1, entry => belongs(entry, name)) : []
    const [first, ...more] = found
    if (!first) entries.push(name)
    else {
      const rest = more.length > 0 ? ', with those that follow' : ''
      const message = `\`${first.key}\` stands beside \`${name.key}\`, and belongs below it`
      tell(first.keyAt, message, `indent it${rest}: \`${pictured(name.key, found)}\``)
      entries.push({ ...name, value: mapOf(found) })
      index += found.length
    }
  }
  return entries.length === map.entries.length ? map : { ...map, entries }
}

function runOf(entries: readonly Entry[], from: number, belongs: (entry: Entry) => boolean): readonly Entry[] {
  const end = entries.findIndex((entry, index) => index >= from && !belongs(entry))
  return entries.slice(from, end < 0 ? undefined : end)
}

/** The map with what `isOut` tells inside one of its maps put behind that: a name of its own, indented by too much. */
export function released(
  map: MapNode, isOut: (inner: Entry, outer: Entry) => boolean, what: string, tell: Tell,
): MapNode {
  if (!map.entries.some(outer => entriesOf(outer.value).some(inner => isOut(inner, outer)))) return map
  return {
    ...map, entries: map.entries.flatMap(outer => {
      const out = isMap(outer.value) ? outer.value.entries.filter(inner => isOut(inner, outer)) : []
      if (!isMap(outer.value) || out.length === 0) return [outer]
      for (const { key, keyAt } of out) {
        const message = `\`${key}\` stands inside \`${outer.key}\`, and is ${what} of its own`
        tell(keyAt, message, `begin it in the same column as \`${outer.key}\``)
      }
      const entries = outer.value.entries.filter(inner => !out.includes(inner))
      return [{ ...outer, value: { ...outer.value, entries } }, ...out]
    }),
  }
}
