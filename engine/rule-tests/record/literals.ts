// What stands in the rules themselves: texts that tell of nobody who is not named there already.
import type { Loaded } from '../../load/rules.ts'
import type { Tree } from '../../load/tree.ts'

export type Literals = {
  /** Whole values: items of lists, values of options, texts in expressions. */
  readonly has: (text: string) => boolean
  /** Texts in quotes in expressions, of at least three characters, the longest first. */
  readonly quoted: readonly string[]
  /** The longest value that is the beginning of a text, before a dot. */
  readonly before: (text: string) => string | undefined
  /** Words of a protocol that stand anywhere in the rule files, their tests too. */
  readonly hasWord: (text: string) => boolean
  /** All words of the rules, in lower case. */
  readonly words: ReadonlySet<string>
}

export function literalsOf({ merged, texts }: Loaded): Literals {
  const values = new Set<string>()
  const quoted = new Set<string>()
  const visit = (tree: Tree): void => {
    if (tree.kind === 'list') tree.items.forEach(visit)
    else if (tree.kind === 'map') {
      for (const { key, value } of tree.entries) {
        values.add(key)
        if (key !== 'tests') visit(value)
      }
    } else if (tree.value !== null) {
      const text = String(tree.value)
      values.add(text)
      for (const [, inner] of text.matchAll(/"((?:[^"\\]|\\.)*)"/g)) quoted.add(inner!)
    }
  }
  visit(merged)
  for (const text of quoted) values.add(text)
  const spelt = new Set([...texts.values()].flatMap(text => text.match(/[\w.-]+/g) ?? []))
  return {
    has: text => values.has(text),
    hasWord: text => values.has(text) || spelt.has(text),
    quoted: [...quoted].filter(text => text.length >= 3).toSorted((one, other) => other.length - one.length),
    before(text) {
      for (let dot = text.lastIndexOf('.'); dot > 0; dot = text.lastIndexOf('.', dot - 1)) {
        if (values.has(text.slice(0, dot))) return text.slice(0, dot)
      }
      return undefined
    },
    words: new Set([...values].flatMap(wordsOf)),
  }
}

/** Runs of letters and digits, in lower case. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
