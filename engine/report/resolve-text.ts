// A merged rule file as YAML with the origin of each value behind it.
import { entriesOf, isMap, isScalar, pick } from '../load/pick.ts'
import type { Withdrawal } from '../load/merge.ts'
import type { Loaded } from '../load/rules.ts'
import type { Entry, List, Map as MapNode, Tree } from '../load/tree.ts'
import { type Origin, type Origins, originsIn } from './resolve-origin.ts'
import { flowText, scalarText } from './resolve-scalar.ts'

/** A line of the file and what stands behind it; `changed` where an overlay or `--set` has the word. */
type Line = { readonly text: string, readonly origin?: Origin }

/**
 * The text of a rule file that says the same by itself. What fits in a line and comes from one file stands in one line.
 * `tree` is the merged one as `resolvedTree` gives it.
 */
export function resolveText(loaded: Loaded, tree: MapNode, options: { readonly color: boolean, readonly keyed: boolean }): string {
  const origins = originsIn(loaded)
  const page = linesOf(tree, origins, loaded.withdrawn)
  const blocks = tree.entries.map(entry => [...isMap(entry.value) ? [''] : [], ...aligned(page.entry(entry, []), options.color)])
  return [...head(loaded, options.keyed), ...blocks.flat()].map(line => `${line}\n`).join('')
}

function head({ file, own, texts }: Loaded, keyed: boolean): readonly string[] {
  const modeline = /^# yaml-language-server:.*/.exec(texts.get(file) ?? '')?.[0]
  const wide = Math.max(...own.map(one => one.file.length))
  return [
    ...modeline === undefined ? [] : [modeline],
    `# The whole of ${file}, which is made of`,
    ...own.map(one => `${one.kind === 'overlay' ? '#>' : '# '}  ${one.file.padEnd(wide)}  ${one.kind}`),
    '# Behind each value stands where it comes from, with #> what an overlay or --set says.',
    ...keyed ? ['# The key of the pseudonyms is in none of these: a run takes it from --key-file FILE or NP_HMAC_KEY.'] : [],
  ]
}

const widest = 96
const indent = (depth: number): string => '  '.repeat(depth)

function linesOf(tree: MapNode, origins: Origins, withdrawn: readonly Withdrawal[]) {
  /** The lines of one key and its value; `path` leads to what holds it. */
  const entry = ({ key, value }: Entry, path: readonly string[], start = indent(path.length)): readonly Line[] => {
    const here = [...path, key]
    const before = `${start}${scalarText(key)}:`
    const own = oneLine(before, value, here)
    if (own) return own
    if (isScalar(value)) return [{ text: `${before} ${flowText(value)}`, origin: origins.of(value.at) }]
    if (value.kind === 'list') return listLines(before, value, here)
    return [{ text: value.entries.length > 0 ? before : `${before} {}` }, ...mapLines(value, here)]
  }

  const oneLine = (before: string, value: Tree, path: readonly string[]): readonly Line[] | undefined => {
    const origin = origins.ofAll(value)
    const text = `${before} ${flowText(value)}`
    const short = path.length > 1 && text.length <= widest || isScalar(value)
    return origin && short && !holdsMore(path) ? [{ text, origin }] : undefined
  }

  /** Comments stand between its entries. */
  const holdsMore = (path: readonly string[]): boolean =>
    withdrawn.some(one => !one.after && [...one.within, 'steps'].slice(0, path.length).join('/') === path.join('/'))
    || path.join('/') === 'params'

  const mapLines = (map: MapNode, path: readonly string[]): readonly Line[] => [
    ...path.at(-1) === 'steps' ? turnedOff(path, undefined) : [],
    ...map.entries.flatMap(one => [
      ...entry(one, path),
      ...path.join('/') === 'params' ? unset(one, path) : [],
      ...path.at(-1) === 'steps' ? turnedOff(path, one.key) : [],
    ]),
  ]

  const listLines = (before: string, list: List, path: readonly string[]): readonly Line[] => {
    if (list.items.every(isScalar)) return wrapped(before, list, origins)
    return [{ text: before }, ...list.items.flatMap((item, index) => itemLines(item, [...path, String(index)]))]
  }

  const itemLines = (item: Tree, path: readonly string[]): readonly Line[] => {
    const start = `${indent(path.length - 1)}- `
    const [first, ...others] = entriesOf(item)
    if (first && others.length === 0) return entry(first, path, start)
    const origin = origins.ofAll(item)
    if (origin && flowText(item).length <= widest - start.length || !isMap(item) || !first) {
      return [{ text: `${start}${flowText(item)}`, origin: origin ?? origins.of(item.at) }]
    }
    return [...entry(first, path, start), ...others.flatMap(one => entry(one, path))]
  }

  /** Steps that an overlay turned off, where they stood. */
  const turnedOff = (path: readonly string[], behind: string | undefined): readonly Line[] =>
    withdrawn.filter(one => !one.after && one.behind === behind && [...one.within, 'steps'].join('/') === path.join('/'))
      .flatMap(({ step, before, place }) => [
        { text: `${indent(path.length)}# ${scalarText(step)}: ${flowText(before)}`, origin: { ...origins.of(place), text: `off: ${origins.of(place).text}` } },
        ...entriesOf(pick(tree, ...path)).some(({ key }) => key === step) ? [] : turnedOff(path, step),
      ])

  const unset = ({ key, value }: Entry, path: readonly string[]): readonly Line[] =>
    pick(value, 'default') ? [] : [{ text: `${indent(path.length)}# ${key} has no value yet; a run gives one: --set ${key}=…` }]

  return { entry }
}

/** A list of scalars over as many lines as it takes. */
function wrapped(before: string, list: List, origins: Origins): readonly Line[] {
  const start = ' '.repeat(before.length + 2)
  const rows: string[] = [`${before} [`]
  for (const [index, item] of list.items.entries()) {
    const text = `${flowText(item)}${index < list.items.length - 1 ? ',' : ']'}`
    const row = rows.at(-1)!
    const blank = row.endsWith('[') || row === start ? '' : ' '
    if (row.length + blank.length + text.length <= widest || row.endsWith('[')) rows[rows.length - 1] = `${row}${blank}${text}`
    else rows.push(`${start}${text}`)
  }
  const origin = origins.ofAll(list) ?? origins.of(list.at)
  return rows.map((text, index) => index === 0 ? { text, origin } : { text })
}

/** Comments of a block in one column, as far as its lines are not longer. */
function aligned(lines: readonly Line[], color: boolean): readonly string[] {
  const column = Math.max(...lines.filter(({ text, origin }) => origin && text.length <= widest).map(({ text }) => text.length), 0) + 2
  const paint = (code: string, text: string): string => color ? `\u001B[${code}m${text}\u001B[0m` : text
  return lines.map(({ text, origin }) => origin === undefined ? text
    : `${text.padEnd(column - 2)}  ${origin.changed ? paint('33;1', `#> ${origin.text}`) : paint('2', `#  ${origin.text}`)}`)
}
