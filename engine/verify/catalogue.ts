// All known identities: what to search for, of which kind, and where each stands in the directory.
import { folded, ownText } from './folded.ts'
import { type IdentityKind, identityKinds, shortest, spellings } from './identity.ts'

export type Known = { readonly kind: IdentityKind, readonly file: string, readonly line: number }

export type Catalogue = {
  /** The spellings to search for, each once. */
  readonly spellings: readonly string[]
  /** What the spelling with this number is one of. */
  known(spelling: number): Known
  /** The identities as they are written, for digests. */
  readonly texts: readonly string[]
  /** The number of the first spelling of the text with this number. */
  spellingOf(text: number): number
  readonly counts: ReadonlyMap<IdentityKind, number>
}

export type Collection = {
  add(kind: IdentityKind, text: string, file: string, line: number): void
  /** The text is one of the identities. */
  has(text: string): boolean
  finish(): Catalogue
}

export function catalogue(): Collection {
  const numbers = new Map<string, number>()
  const kinds: number[] = []
  const files: number[] = []
  const lines: number[] = []
  const fileNames: string[] = []
  const texts: string[] = []
  const firsts: number[] = []
  const counts = new Map<IdentityKind, number>()
  return {
    add(kind, given, file, line) {
      const text = given.trim()
      if (text.length < shortest) return
      if (numbers.has(folded(text))) return
      if (fileNames.at(-1) !== file) fileNames.push(file)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      const forms = spellings(kind, text)
      for (const spelling of forms) {
        if (numbers.has(spelling)) continue
        numbers.set(ownText(spelling), numbers.size)
        kinds.push(identityKinds.indexOf(kind))
        files.push(fileNames.length - 1)
        lines.push(line)
      }
      texts.push(ownText(text))
      firsts.push(numbers.get(forms[0]!)!)
    },
    has: text => numbers.has(folded(text.trim())),
    finish: () => ({
      spellings: [...numbers.keys()],
      known: spelling => ({ kind: identityKinds[kinds[spelling]!]!, file: fileNames[files[spelling]!]!, line: lines[spelling]! }),
      texts,
      spellingOf: text => firsts[text]!,
      counts,
    }),
  }
}
