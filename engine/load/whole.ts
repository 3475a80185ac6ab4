// A rule file with everything it includes and extends, put together.
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import { joined, shared } from './library.ts'
import type { Withdrawal } from './merge.ts'
import { overlaid } from './overlay.ts'
import { identity } from './reference.ts'
import { type Chain, type Source, type Sources, references } from './sources.ts'
import type { Map as MapNode } from './tree.ts'

export type Whole = {
  readonly merged: MapNode
  /** False when a file that this one includes or extends could not be used; that is reported, and `merged` lacks it. */
  readonly complete: boolean
  /** What overlays took away from the steps of their bases, the nearest to the base first. */
  readonly withdrawn: readonly Withdrawal[]
}

/**
 * Works from the bottom up on one tree: the pipeline (or library) at the end of `extends` with its libraries, then what
 * each overlay includes and changes. A library that is reached twice is the same one; so is an overlay of a library.
 */
export function wholeOf(top: Source, sources: Sources, report: Report): Whole {
  const included = new Set<string>()
  const withdrawn: Withdrawal[] = []
  let lost = 0
  const withdraw = (one: Withdrawal): void => { withdrawn.push(one) }

  /** The overlay over its base, with what is reported of it left out where `silent` says so. */
  const over = (base: MapNode, changes: MapNode, silent: (finding: Diagnostic) => boolean): MapNode =>
    overlaid(base, changes, { withdraw, report: finding => { if (!silent(finding)) report(finding) } })
  /** Of an overlay that lacks a file nothing can be said; `before` counts those lost elsewhere. */
  const lacking = (before: number) => ({ code }: Diagnostic): boolean => lost !== before && code === 'overlay-names-nothing'

  const reach = (source: Source, key: 'include' | 'extends', chain: Chain): readonly (readonly [Source, Chain])[] =>
    references(source.tree, key).flatMap(reference => {
      const next = sources.follow(reference, key, chain)
      if (!next) lost++
      return next ? [[next, [...chain, { file: next.file, from: reference.at }]] as const] : []
    })

  const whole = (source: Source, chain: Chain): MapNode => {
    included.add(identity(source.file))
    const nothing: MapNode = { ...source.tree, entries: [] }
    if (source.kind !== 'overlay') return including(source.tree, withIncluded(source, chain, nothing), report)
    const before = lost
    const [base] = reach(source, 'extends', chain)
    if (!base) lost++
    return base ? over(withIncluded(source, chain, whole(...base)), changesIn(source), lacking(before)) : nothing
  }

  const withIncluded = (source: Source, chain: Chain, tree: MapNode): MapNode =>
    reach(source, 'include', chain).reduce((grown, library) => withLibrary(...library, grown), tree)

  const withLibrary = (library: Source, chain: Chain, tree: MapNode): MapNode => {
    if (included.has(identity(library.file))) return tree
    included.add(identity(library.file))
    const before = lost
    // The base of an overlay of a library may be there already: then only the changes come.
    const below = reach(library, 'extends', chain).reduce((grown, base) => withLibrary(...base, grown), tree)
    const grown = withIncluded(library, chain, below)
    return library.kind === 'library' ? joined(grown, library.tree, report)
      // What is news to one of the exports that share it can stand in another already.
      : over(grown, only(changesIn(library), shared), finding => lacking(before)(finding) || finding.code === 'overlay-changes-nothing')
  }

  /** What an overlay changes; one of a library can change only what a library has. */
  const changesIn = (source: Source): MapNode => {
    if (sources.rootOf(source) !== 'library') return source.tree
    for (const { key, keyAt } of source.tree.entries) {
      if (inLibraries.includes(key)) continue
      report({
        code: 'unknown-key', severity: 'error', place: keyAt, path: [key],
        message: `a library has no \`${key}\`, so an overlay of one has none either`,
        hint: 'write it in the overlay of a pipeline, which can include this file',
      })
    }
    return only(source.tree, inLibraries)
  }

  const merged = whole(top, [{ file: top.file }])
  return { merged, complete: lost === 0, withdrawn }
}

const inLibraries = [...shared, 'version', 'name', 'about', 'extends', 'include']

const only = (tree: MapNode, keys: readonly string[]): MapNode =>
  ({ ...tree, entries: tree.entries.filter(({ key }) => keys.includes(key)) })

/** A file with what its libraries define: in front of its own parts, or where `include` stands. */
function including(tree: MapNode, libraries: MapNode, report: Report): MapNode {
  const sections = joined(libraries, tree, report).entries
  const added = sections.filter(({ key }) => !tree.entries.some(entry => entry.key === key))
  const entries = tree.entries.flatMap(entry =>
    entry.key === 'include' ? added : [sections.find(({ key }) => key === entry.key) ?? entry])
  return { ...tree, entries }
}
