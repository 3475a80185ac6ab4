// Composed YAML nodes to the tree: keys unique and harmless, numbers as they are written, every node with its place.
import { type Node, type YAMLMap, type YAMLSeq, isMap, isScalar, isSeq } from 'yaml'
import { forbiddenInValue } from './characters.ts'
import type { Flaw } from './flaw.ts'
import type { PlaceOf } from './positions.ts'
import { type ScalarToken, type Spans, spansOf } from './spans.ts'
import type { Entry, Scalar, Tree } from './tree.ts'

/** Names that mean something to JavaScript itself: objects made of a rule file must not be able to carry them. */
const reserved = new Set(['__proto__', 'constructor', 'prototype'])

export function treeOf(root: unknown, text: string, place: PlaceOf, flaws: Flaw[]): Tree {
  const spot = (from: number, to: number) => ({ from, to: from + text.slice(from, to).trimEnd().length })
  const at = ({ from, to }: Extent) => place(from, to)

  const node = (value: unknown, fallback: number): Built => {
    if (isMap(value)) return map(value)
    if (isSeq(value)) {
      const items = value.items.map(item => node(item, fallback))
      const extent = collection(value, items)
      return { tree: { kind: 'list', items: items.map(({ tree }) => tree), at: at(extent) }, extent }
    }
    const extent = value ? spot(...rangeOf(value as Node)) : { from: fallback, to: fallback }
    const found = isScalar(value) ? value : undefined
    const content = found ? plainValue(found.value) : null
    const token = found?.srcToken as ScalarToken | undefined
    const tree = scalar(content, token, extent)
    if (typeof content === 'number' && token?.source !== String(content)) flaws.push(alteredNumber(content, extent))
    if (typeof content === 'string' && token?.type === 'double-quoted-scalar') checkEscapes(content, token, extent)
    return { tree, extent }
  }

  const map = (value: YAMLMap): Built => {
    const seen = new Map<string, Built>()
    const entries: Entry[] = []
    const parts: Built[] = []
    let twice = 0
    for (const pair of value.items) {
      const keyExtent = spot(...rangeOf(pair.key as Node))
      const part = node(pair.value, keyExtent.to)
      parts.push({ ...part, extent: { from: keyExtent.from, to: Math.max(keyExtent.to, part.extent.to) } })
      const key = isScalar(pair.key) && typeof pair.key.value === 'string' ? pair.key.value : ''
      const first = seen.get(key)
      const flaw = flawOfKey(key, keyExtent, first?.extent)
      // Of two maps that a lost line joined, nearly all keys stand twice.
      const joined = first && first.tree.kind !== 'scalar' && part.tree.kind !== 'scalar'
      if (flaw && (!first || twice++ === 0)) flaws.push({ ...flaw, ...joined ? { joined } : {} })
      if (!flaw) entries.push({ key, keyAt: at(keyExtent), value: part.tree })
      if (!first) seen.set(key, { tree: part.tree, extent: keyExtent })
    }
    const extent = collection(value, parts)
    return { tree: { kind: 'map', entries, at: at(extent) }, extent }
  }

  /** The parser lets a block of lines end after the comments that follow it; here it ends with its last item. */
  const collection = (value: YAMLMap | YAMLSeq, parts: readonly Built[]): Extent => {
    const [from, to] = rangeOf(value)
    return value.flow ? { from, to } : spot(from, parts.at(-1)?.extent.to ?? from)
  }

  const scalar = (value: Scalar['value'], token: ScalarToken | undefined, extent: Extent): Scalar => {
    let spans: Spans | undefined | 'unknown' = 'unknown'
    const locate: Scalar['locate'] = (offset, length) => {
      if (spans === 'unknown') spans = token && typeof value === 'string' ? spansOf(token, value) : undefined
      if (!spans) return at(extent)
      const last = spans.ends.at(-1) ?? extent.from
      const from = spans.starts[offset] ?? last
      return place(from, length > 0 ? spans.ends[offset + length - 1] ?? last : from)
    }
    return { kind: 'scalar', value, at: at(extent), locate }
  }

  const checkEscapes = (value: string, token: ScalarToken, extent: Extent): void => {
    const found = forbiddenInValue(value)
    if (!found) return
    const spans = spansOf(token, value)
    flaws.push({
      code: 'yaml-syntax', from: spans?.starts[found.offset] ?? extent.from, to: spans?.ends[found.offset] ?? extent.to,
      message: `the escape makes the character ${found.name}, which cannot be seen`, hint: 'leave it out',
    })
  }

  return node(root, 0).tree
}

type Extent = { readonly from: number, readonly to: number }
type Built = { readonly tree: Tree, readonly extent: Extent }

const rangeOf = (node: Node): [number, number] => node.range ? [node.range[0], node.range[1]] : [0, 0]

const plainValue = (value: unknown): Scalar['value'] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null

function flawOfKey(key: string, { from, to }: Extent, first: Extent | undefined): Flaw | undefined {
  if (first) {
    return {
      code: 'duplicate-key', from, to, message: `the key "${key}" stands twice in one map`,
      hint: 'rename or delete one of them', earlier: { ...first, text: 'the first one' },
    }
  }
  const bad = (message: string, hint: string): Flaw => ({ code: 'bad-name', from, to, message, hint })
  if (key === '') return bad('a key is empty', 'write a name before the colon')
  if (reserved.has(key)) return bad(`"${key}" may not be a key`, 'choose another name')
  return forbiddenInValue(key) ? bad('a key holds a character that cannot be seen', 'leave it out') : undefined
}

/** `00123`, `1.10` or a number of twenty digits would be another text when written out again. */
function alteredNumber(value: number, { from, to }: Extent): Flaw {
  const number = Number.isSafeInteger(value) || !Number.isInteger(value) && Number.isFinite(value)
  return {
    code: 'wrong-value', from, to, message: 'this number would not be kept as it is written',
    hint: number ? `for a number write ${value}; for a text put it in quotes` : 'put it in quotes',
  }
}
