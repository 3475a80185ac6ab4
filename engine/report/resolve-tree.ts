// A merged rule file as one that could stand beside the top file, with nothing to include or to extend.
import { dirname, join, relative } from 'node:path'
import { convert } from '../check/params.ts'
import type { ParamValue } from '../expression/scope.ts'
import { withEntry } from '../load/merge.ts'
import { entriesOf, isMap, itemsOf, pick, textOf } from '../load/pick.ts'
import type { Loaded } from '../load/rules.ts'
import type { Entry, Map as MapNode, Scalar, Tree } from '../load/tree.ts'
import type { ParamType } from '../plan/plan.ts'
import { fromCommandLine } from './resolve-origin.ts'

/**
 * The merged tree with the values of `--set` as defaults of their parameters, and with the files of inputs as seen from
 * a folder, that of the top file unless another is given. Settings name parameters there are, with values of their types.
 */
export function resolvedTree({ merged, file }: Loaded, settings: ReadonlyMap<string, string>, folder = dirname(file)): MapNode {
  const inOrder: MapNode = { ...merged, entries: merged.entries.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key)) }
  const set = [...settings].reduce((tree, [name, text]) => changed(tree, ['params', name], param => {
    const type = (textOf(pick(param, 'type')) ?? 'text') as ParamType
    // `today` stays a word: the day is that of the run.
    const value = type === 'date' ? text : convert(text, type)
    return value === undefined ? param : withEntry(param, { key: 'default', keyAt: fromCommandLine, value: valueTree(value) })
  }), inOrder)
  return entriesOf(pick(set, 'inputs')).reduce((tree, { key }) => changed(tree, ['inputs', key], input => {
    const files = input.entries.find(entry => entry.key === 'files')
    return files ? withEntry(input, fromFolder(files, folder)) : input
  }), set)
}

/** What includes what changes the order of sections; readers want that of the way of a row. */
const order = ['version', 'name', 'about', 'params', 'inputs', 'lookups', 'from', 'steps', 'outputs', 'quarantine', 'tests']

/** The tree with the map under some keys replaced. */
function changed(tree: MapNode, [key, ...rest]: readonly string[], change: (map: MapNode) => MapNode): MapNode {
  const entry = tree.entries.find(one => one.key === key)
  if (!entry || !isMap(entry.value)) return tree
  return withEntry(tree, { ...entry, value: rest.length > 0 ? changed(entry.value, rest, change) : change(entry.value) })
}

/** Patterns start at the file they are written in; these start at `folder`. */
function fromFolder(files: Entry, folder: string): Entry {
  const moved = (item: Tree): Tree => item.kind !== 'scalar' ? item
    : { ...item, value: relative(folder, join(dirname(item.at.file), String(item.value))).replaceAll('\\', '/') }
  const { value } = files
  return { ...files, value: value.kind === 'list' ? { ...value, items: itemsOf(value).map(moved) } : moved(value) }
}

const valueTree = (value: ParamValue): Tree => typeof value === 'object'
  ? { kind: 'list', at: fromCommandLine, items: value.map(scalar) }
  : scalar(value)

const scalar = (value: string | number | boolean): Scalar =>
  ({ kind: 'scalar', value, at: fromCommandLine, locate: () => fromCommandLine })
