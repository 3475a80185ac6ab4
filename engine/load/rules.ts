// A rule file with everything it includes and extends, as one tree.
import type { Report } from '../diagnostics/diagnostic.ts'
import { joined } from './library.ts'
import { overlaid } from './overlay.ts'
import type { Withdrawal } from './merge.ts'
import { entriesOf, pick } from './pick.ts'
import { identity } from './reference.ts'
import { type Chain, type Kind, type ReadText, type Source, type Sources, references, sourcesOf } from './sources.ts'
import type { Entry, Map as MapNode, Tree } from './tree.ts'

export type Loaded = {
  readonly file: string
  /** Of the top file. */
  readonly kind: Kind
  /** The whole, with the keys of a pipeline file: no `include`, `extends`, `after` or `before`, no step that is off. */
  readonly merged: MapNode
  /** False when a file that this one includes or extends could not be used; that is reported, and `merged` lacks it. */
  readonly complete: boolean
  /** Every file read, the top one first, for the schema check of each on its own. */
  readonly own: readonly { readonly file: string, readonly kind: Kind, readonly tree: Tree }[]
  /** Texts by file, for code frames. */
  readonly texts: ReadonlyMap<string, string>
  /** What overlays took away from the steps of their bases, the nearest to the base first. */
  readonly withdrawn: readonly Withdrawal[]
  /** The tests of the top file only. */
  readonly tests: readonly Entry[]
}

/**
 * Loads a rule file; undefined when it cannot be read itself. `file` is the path as the user gave it, and `readText`
 * gives the text of such a path, or undefined. Reports what is wrong in texts, paths and overlays, not what a schema
 * would say. After an error `merged` is there to find further ones, not to be run.
 */
export function loadRules(file: string, readText: ReadText, report: Report): Loaded | undefined {
  const sources = sourcesOf(readText, report)
  const top = sources.open(file)
  if (!top) {
    if (!sources.texts.has(file)) reportUnreadable(file, report)
    return undefined
  }
  return {
    file, kind: top.kind, ...wholeOf(top, sources, report),
    own: sources.all(), texts: sources.texts, tests: entriesOf(pick(top.tree, 'tests')),
  }
}

function wholeOf(top: Source, sources: Sources, report: Report): Pick<Loaded, 'merged' | 'complete' | 'withdrawn'> {
  const included = new Set<string>()
  const withdrawn: Withdrawal[] = []
  let complete = true

  const reach = (source: Source, key: 'include' | 'extends', chain: Chain): readonly (readonly [Source, Chain])[] =>
    references(source.tree, key).flatMap(reference => {
      const next = sources.follow(reference, key, chain)
      if (!next) complete = false
      return next ? [[next, [...chain, { file: next.file, from: reference.at }]] as const] : []
    })

  const whole = (source: Source, chain: Chain): MapNode => {
    const [base] = reach(source, 'extends', chain)
    if (source.kind === 'overlay' && !base) complete = false
    let inherited: MapNode = base ? whole(...base) : { ...source.tree, entries: [] }
    if (source.kind === 'overlay') {
      return base ? overlaid(inherited, source.tree, { report, withdraw: one => { withdrawn.push(one) } }) : inherited
    }
    for (const [library, way] of reach(source, 'include', chain)) {
      // Two files may include the same library; it is the same one.
      if (included.has(identity(library.file))) continue
      included.add(identity(library.file))
      inherited = joined(inherited, whole(library, way), report)
    }
    return including(source.tree, inherited, report)
  }

  return { merged: whole(top, [{ file: top.file }]), complete, withdrawn }
}

/** A file with what its libraries define: in front of its own parts, or where `include` stands. */
function including(tree: MapNode, libraries: MapNode, report: Report): MapNode {
  const sections = joined(libraries, tree, report).entries
  const added = sections.filter(({ key }) => !tree.entries.some(entry => entry.key === key))
  const entries = tree.entries.flatMap(entry =>
    entry.key === 'include' ? added : [sections.find(({ key }) => key === entry.key) ?? entry])
  return { ...tree, entries }
}

function reportUnreadable(file: string, report: Report): void {
  const start = { line: 1, column: 1 }
  report({
    code: 'unreadable-file', severity: 'error', place: { file, range: { start, end: start } },
    message: 'the file cannot be read',
    hint: 'is the path right, relative to the folder you are in, and the text UTF-8?',
  })
}
