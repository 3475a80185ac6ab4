// Lists of an overlay that take away what the base has, where it seems to be meant to add to it.
import type { Merge } from './merge.ts'
import { isList, isScalar, pick, textOf, textsOf } from './pick.ts'
import type { Entry, List, Tree } from './tree.ts'

/** The text of a step with the new members of a list alone, where one would do. */
type Apart = (option: string, added: readonly string[]) => string | undefined

/**
 * The overlay's value, with a warning where it is a list that has something new and lacks something of the base's:
 * lists are replaced.
 */
export const replacingList = (apart: Apart): Merge => (base, overlay, spot) => {
  if (!base || !isNames(base.value) || !isNames(overlay.value)) return overlay
  const [before, after] = [textsOf(base.value), textsOf(overlay.value)]
  const added = after.filter(name => !before.includes(name))
  const lost = before.filter(name => !after.includes(name))
  // One name in place of another is meant so.
  if (before.length < 2 || added.length === 0 || lost.length === 0) return overlay
  const step = apart(overlay.key, added)
  spot.report({
    code: 'overlay-replaces-list', severity: 'warning', place: overlay.value.at, path: spot.path,
    message: `this list stands in place of the base's, so that it is without ${lost.join(', ')}`,
    trail: [{ place: base.value.at, text: 'the list in the base' }],
    hint: `write all of them: [${[...before, ...added].join(', ')}]`
      + (step === undefined ? '' : `; or leave the list out, and put in a step of its own: \`${step}\``),
  })
  return overlay
}

const isNames = (tree: Tree): tree is List => isList(tree) && tree.items.length > 0 && tree.items.every(isScalar)

/** Options whose members can as well stand in a second step. */
const divisible = ['accounts', 'fields']

/** A step like that of the base, behind it, with other members of one list. */
export function stepApart(step: Entry, type: Entry, options: readonly Entry[]): Apart {
  return (option, added) => {
    if (!divisible.includes(option)) return undefined
    const own = `[${added.join(', ')}]`
    const all = options.map(({ key, value }) => `${key}: ${key === option ? own : written(key, value)}`)
    return `after: { ${step.key}: { NAME: { ${type.key}: { ${all.join(', ')} } } } }`
  }
}

function written(key: string, value: Tree): string {
  const param = textOf(pick(value, 'param'))
  if (param !== undefined) return `{ param: ${param} }`
  if (key !== 'because' && isScalar(value)) return String(value.value)
  return isNames(value) ? `[${textsOf(value).join(', ')}]` : '…'
}
