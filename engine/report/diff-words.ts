// Differences between two rule files in words, one a line.
import { type Change, isOrdered } from '../compare/trees.ts'
import type { Place } from '../diagnostics/diagnostic.ts'
import { isMap, isScalar } from '../load/pick.ts'
import type { Tree } from '../load/tree.ts'
import { flowText } from './resolve-scalar.ts'

/** `sign`: `+` new, `-` gone, `~` other, `>` moved. `name` is the path below its section. */
export type Words = { readonly section: string, readonly sign: '+' | '-' | '~' | '>', readonly name: string, readonly text: string, readonly places: readonly Place[] }

/** Members that are maps, such as rules for kinds of account, have a line each. */
export function wordsFor(change: Change): readonly Words[] {
  const [section = '', ...path] = change.path
  const base = { section, name: path.length === 0 ? section : path.join('.'), places: change.places }
  switch (change.change) {
    case 'added': {
      const where = change.behind !== undefined && isOrdered(change.path.slice(0, -1)) ? `, after ${change.behind}` : ''
      return [{ ...base, sign: '+', text: `${shown(change.after)}${where}` }]
    }
    case 'removed': return [{ ...base, sign: '-', text: shown(change.before) }]
    case 'changed': return [{ ...base, sign: '~', text: `${flowText(change.before)} → ${flowText(change.after)}` }]
    case 'moved': return [{ ...base, sign: '>', text: change.behind === undefined ? 'stands first now' : `stands after ${change.behind} now` }]
    case 'members': {
      const { added, removed } = change
      if (added.length + removed.length === 0) return [{ ...base, sign: '>', text: 'in another order' }]
      if (![...added, ...removed].some(isMap)) return [{ ...base, sign: '~', text: [...signed('+', added), ...signed('-', removed)].join('  ') }]
      return [
        ...removed.map(item => ({ ...base, sign: '-' as const, text: shown(item), places: [item.at] })),
        ...added.map(item => ({ ...base, sign: '+' as const, text: shown(item), places: [item.at] })),
      ]
    }
  }
}

const widest = 100

/** Cut where it is long; the place tells where the rest stands. */
function shown(tree: Tree): string {
  const text = flowText(tree)
  return text.length > widest && !isScalar(tree) ? `${text.slice(0, widest - 1)}…` : text
}

const signed = (sign: string, items: readonly Tree[]): readonly string[] =>
  items.length > 0 ? [`${sign} ${items.map(flowText).join(', ')}`] : []
