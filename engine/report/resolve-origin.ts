// Where values of a merged rule file come from, as short as can be told apart.
import { basename } from 'node:path'
import type { Place } from '../diagnostics/diagnostic.ts'
import type { Loaded } from '../load/rules.ts'
import type { Tree } from '../load/tree.ts'

/** `text`: `emails.yaml:12`, or `emails.yaml:12-14` for values of several lines. `changed`: an overlay or `--set` says so. */
export type Origin = { readonly text: string, readonly changed: boolean }

/** The place of values that the command line set. */
export const fromCommandLine: Place =
  { file: '--set', range: { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } } }

export type Origins = {
  readonly of: (place: Place) => Origin
  /** The one origin of all values of a tree; undefined where they come from several files. */
  readonly ofAll: (tree: Tree) => Origin | undefined
}

export function originsIn({ own }: Pick<Loaded, 'own'>): Origins {
  const files = own.map(({ file }) => file)
  const names = new Map(files.map(file => [file, shortest(file, files)]))
  const overlays = new Set(own.filter(({ kind }) => kind === 'overlay').map(({ file }) => file))
  const ofLines = (file: string, first: number, last: number): Origin => file === fromCommandLine.file
    ? { text: file, changed: true }
    : { text: `${names.get(file) ?? basename(file)}:${first}${last > first ? `-${last}` : ''}`, changed: overlays.has(file) }
  return {
    of: ({ file, range }) => ofLines(file, range.start.line, range.start.line),
    ofAll(tree) {
      const places = placesIn(tree)
      const file = places[0]!.file
      if (places.some(place => place.file !== file)) return undefined
      const lines = places.map(({ range }) => range.start.line)
      return ofLines(file, Math.min(...lines), Math.max(...lines))
    },
  }
}

/** The places of all values; a map or list without any is one itself. */
const placesIn = (tree: Tree): readonly Place[] => {
  const below = tree.kind === 'map' ? tree.entries.map(({ value }) => value) : tree.kind === 'list' ? tree.items : []
  return below.length === 0 ? [tree.at] : below.flatMap(placesIn)
}

/** The last parts of a path that no other has. */
function shortest(file: string, files: readonly string[]): string {
  const parts = file.split(/[\\/]/)
  for (let count = 1; count < parts.length; count++) {
    const end = parts.slice(-count).join('/')
    if (!files.some(other => other !== file && `/${other.replaceAll('\\', '/')}`.endsWith(`/${end}`))) return end
  }
  return parts.join('/')
}
