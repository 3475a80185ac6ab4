// What identifies a rule set: all that decides about a run, whichever files it is spread over.
import { createHash } from 'node:crypto'
import { type Settings, readParams } from '../check/params.ts'
import { isMap, pick } from '../load/pick.ts'
import type { Loaded } from '../load/rules.ts'
import type { Entry, Tree } from '../load/tree.ts'

/**
 * SHA-256 (hex) over the version of the engine, the merged rules, and the values that parameters have from `settings` or
 * the rules, the same on every machine and day. Not in it: comments, layout and which file says what; `about`, `tests`
 * and `sample`; files of inputs; values of parameters that are `per-run`. In it: names of steps, and every reason.
 */
export function rulesDigest({ merged }: Pick<Loaded, 'merged'>, settings: Settings, engine: string): string {
  const params = readParams(pick(merged, 'params'), settings, false, () => {}, 'today')
  const values = [...params.values()].filter(({ perRun }) => !perRun).map(({ name, value }) => [name, value ?? null])
  const rules = canonical(only(merged, entry => entry.key !== 'tests'), [])
  return createHash('sha256').update(JSON.stringify([form, engine, values.toSorted(byName), rules])).digest('hex')
}

/** The first digits in groups of four, for people to compare; too short for a machine to rely on. */
export const shortDigest = (digest: string): string => (digest.slice(0, 16).match(/.{4}/g) ?? []).join(' ')

const form = 'np-pipeline rules 1'

/** Maps whose order decides something: rows pass steps, columns stand and files are written in it. */
const ordered: ReadonlySet<string | undefined> = new Set(['steps', 'outputs', 'columns', 'from'])

/** Maps become lists of keys and values, so that keys that look like numbers keep their place. */
function canonical(tree: Tree, path: readonly string[]): unknown {
  if (tree.kind === 'scalar') return tree.value
  if (tree.kind === 'list') return { list: tree.items.map(item => canonical(item, [...path, ''])) }
  const entries = tree.entries.filter(({ key }) => decides(path, key))
    .map(({ key, value }): [string, unknown] => [key, canonical(value, [...path, key])])
  return { map: ordered.has(path.at(-1)) ? entries : entries.toSorted(byName) }
}

/** Values of parameters are counted by themselves, whether a file or the command line brings them. */
function decides(path: readonly string[], key: string): boolean {
  const [section, , ...rest] = path
  if (section === undefined) return key !== 'about'
  if (path.length !== 2 || rest.length > 0) return true
  if (section === 'params') return !['about', 'default', 'sample'].includes(key)
  if (section === 'inputs') return !['about', 'files'].includes(key)
  return !(section === 'outputs' && key === 'about')
}

const byName = ([one]: readonly unknown[], [other]: readonly unknown[]): number => String(one) < String(other) ? -1 : 1

const only = (tree: Loaded['merged'], keep: (entry: Entry) => boolean): Tree =>
  isMap(tree) ? { ...tree, entries: tree.entries.filter(keep) } : tree
