// A rule file with everything it includes and extends, as one tree.
import type { Report } from '../diagnostics/diagnostic.ts'
import { entriesOf, pick } from './pick.ts'
import { type Documents, type Kind, type ReadText, sourcesOf } from './sources.ts'
import type { Entry, Tree } from './tree.ts'
import { type Whole, wholeOf } from './whole.ts'

/** `merged` has the keys of a pipeline file: no `include`, `extends`, `after` or `before`, no step that is off. */
export type Loaded = Whole & {
  readonly file: string
  /** Of the top file; an overlay of a library is a library. */
  readonly kind: Kind
  /** Every file read, the top one first: as it stands, and as the schema judges it. */
  readonly own: readonly { readonly file: string, readonly kind: Kind, readonly tree: Tree, readonly laid: Tree }[]
  /** Texts by file, for code frames. */
  readonly texts: ReadonlyMap<string, string>
  /** The tests of the top file only. */
  readonly tests: readonly Entry[]
}

/**
 * Loads a rule file; undefined when it cannot be read itself. `file` is the path as the user gave it, and `readText`
 * gives the text of such a path, or undefined. `documents` spares parsing again what other rule files brought in.
 * Reports what is wrong in texts, paths and overlays, not what a schema would say. After an error `merged` is there to
 * find further ones, not to be run.
 */
export function loadRules(
  file: string, readText: ReadText, report: Report, documents: Documents = new Map(),
): Loaded | undefined {
  const sources = sourcesOf(readText, report, documents)
  const top = sources.open(file)
  if (!top) {
    if (!sources.texts.has(file)) reportUnreadable(file, report)
    return undefined
  }
  return {
    file, kind: sources.rootOf(top) === 'library' ? 'library' : top.kind, ...wholeOf(top, sources, report),
    own: sources.all().map(({ file: path, kind, written, laid }) => ({ file: path, kind, tree: written, laid })),
    texts: sources.texts, tests: entriesOf(pick(top.tree, 'tests')),
  }
}

function reportUnreadable(file: string, report: Report): void {
  const start = { line: 1, column: 1 }
  report({
    code: 'unreadable-file', severity: 'error', place: { file, range: { start, end: start } },
    message: 'the file cannot be read',
    hint: 'is the path right, relative to the folder you are in, and the text UTF-8?',
  })
}
