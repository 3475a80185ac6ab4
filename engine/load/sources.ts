// The files a rule file is made of: each read once, its references followed.
import type { Diagnostic, Place, Report } from '../diagnostics/diagnostic.ts'
import { readDocument } from './document.ts'
import { laidOut } from './layout.ts'
import { asMeant } from './meant.ts'
import { isMap, isScalar, itemsOf, pick } from './pick.ts'
import { alternatives, flawOfPath, identity, target } from './reference.ts'
import type { Map as MapNode, Scalar, Tree } from './tree.ts'

/** A library has neither `from` nor `outputs`; an overlay has `extends`: of a pipeline, a library, or another overlay. */
export type Kind = 'library' | 'pipeline' | 'overlay'

/**
 * `written` is the file as it stands, `laid` with what is indented wrongly where it belongs, and `tree` with misspelt
 * keys of sections, too, as they are meant.
 */
export type Source = {
  readonly file: string
  readonly kind: Kind
  readonly tree: MapNode
  readonly laid: MapNode
  readonly written: MapNode
}

/** Gives the text of a file, or undefined when there is none that can be read. */
export type ReadText = (path: string) => string | undefined

/** The files that lead to one, from the top; each but the first with the place of its path. */
export type Chain = readonly { readonly file: string, readonly from?: Place }[]

export type Sources = {
  /** Reads a file; undefined when that is impossible or it is no map. Only what is wrong inside it is reported. */
  readonly open: (file: string) => Source | undefined
  /** The file that a path leads to from the end of a chain; undefined, and reported, when it cannot be used there. */
  readonly follow: (reference: Scalar, key: 'include' | 'extends', chain: Chain) => Source | undefined
  /** What a file is in the end: an overlay is what it starts from. Undefined where that cannot be read; reports nothing. */
  readonly rootOf: (source: Source) => 'library' | 'pipeline' | undefined
  /** What was opened so far, in that order. */
  readonly all: () => readonly Source[]
  readonly texts: ReadonlyMap<string, string>
}

/** How many paths may be followed one after the other. */
const longest = 5

/** What was read of a file, for those who read several rule files: most are made of the same ones. */
export type Documents = Map<string, { readonly text: string, readonly tree: Tree | undefined, readonly findings: readonly Diagnostic[] }>

export function sourcesOf(readText: ReadText, report: Report, documents: Documents): Sources {
  const texts = new Map<string, string>()
  const opened = new Map<string, Source | undefined>()

  const read = (file: string, text: string): Tree | undefined => {
    const known = documents.get(file)
    if (known?.text !== text) {
      const findings: Diagnostic[] = []
      const tree = readDocument(text, file, finding => { findings.push(finding) })
      documents.set(file, { text, tree, findings })
    }
    const { tree, findings } = documents.get(file)!
    findings.forEach(report)
    return tree
  }

  const open = (file: string): Source | undefined => {
    const known = identity(file)
    if (!opened.has(known)) {
      const text = readText(file)
      if (text !== undefined) texts.set(file, text)
      const tree = text === undefined ? undefined : read(file, text)
      opened.set(known, tree && sourceOf(file, tree, report))
    }
    return opened.get(known)
  }

  const follow: Sources['follow'] = (reference, key, chain) => {
    const path = String(reference.value)
    const here = chain.at(-1)!.file
    const refuse = ({ code = 'bad-include', message, hint, trail }: Refusal): undefined => {
      report({ code, severity: 'error', place: reference.at, message, hint, ...trail ? { trail } : {} })
    }
    const flaw = flawOfPath(path)
    if (flaw) return refuse({ code: 'bad-path', message: flaw, hint: 'write it like ../../emails.yaml' })
    const file = target(here, path)
    const loop = loopOf(chain, file)
    if (loop) return refuse(loop)
    if (chain.length > longest) {
      return refuse({ message: `more than ${longest} files follow each other`, hint: 'join those in the middle' })
    }
    const source = open(file)
    if (!source) {
      if (texts.has(file)) return undefined
      const meant = alternatives(path).find(other => {
        const near = target(here, other)
        return !flawOfPath(other) && !loopOf(chain, near) && readText(near) !== undefined
      })
      return refuse({
        message: 'there is no such file, or it cannot be read',
        hint: meant ? `did you mean "${meant}"?` : 'the path is relative to the file it stands in',
      })
    }
    return key === 'include' && rootOf(source) === 'pipeline' ? refuse(source.kind === 'overlay' ? anOverlay : aPipeline) : source
  }

  const rootOf: Sources['rootOf'] = source => {
    let root: Source | undefined = source
    for (let steps = 0; root?.kind === 'overlay' && steps < longest; steps++) {
      const [reference] = references(root.tree, 'extends')
      const file: string | undefined = reference && target(root.file, String(reference.value))
      root = file === undefined || flawOfPath(String(reference!.value)) ? undefined : open(file)
    }
    return root?.kind === 'overlay' ? undefined : root?.kind
  }

  return { open, follow, rootOf, all: () => [...opened.values()].filter(source => source !== undefined), texts }
}

/** The paths under `include` or `extends`; what is no text there is for the schema check to report. */
export const references = (tree: MapNode, key: 'include' | 'extends'): readonly Scalar[] =>
  itemsOf(pick(tree, key)).filter(item => isScalar(item)).filter(({ value }) => typeof value === 'string')

type Refusal = {
  readonly code?: 'bad-path' | 'bad-include'
  readonly message: string
  readonly hint: string
  readonly trail?: readonly { readonly place: Place, readonly text: string }[]
}

function sourceOf(file: string, written: Tree, report: Report): Source | undefined {
  if (!isMap(written)) {
    const message = 'a rule file is a map of keys'
    report({ code: 'wrong-type', severity: 'error', place: written.at, message, hint: 'begin it with `version: 1`' })
    return undefined
  }
  const laid = laidOut(written, report)
  const tree = asMeant(laid)
  const kind = pick(tree, 'extends') ? 'overlay' : pick(tree, 'from') || pick(tree, 'outputs') ? 'pipeline' : 'library'
  return { file, kind, tree, laid, written }
}

function loopOf(chain: Chain, file: string): Refusal | undefined {
  const first = chain.findIndex(link => identity(link.file) === identity(file))
  if (first < 0) return undefined
  return {
    message: first === chain.length - 1 ? 'a file cannot bring in itself' : 'this leads back to a file that leads here',
    hint: 'take this path out, or one before it',
    trail: chain.slice(first + 1).flatMap(link =>
      link.from ? [{ place: link.from, text: `leads to ${link.file}` }] : []),
  }
}

const aPipeline: Refusal = {
  message: 'this file is a pipeline, not a library',
  hint: 'start from it with `extends`, or move what is shared into a library',
}

const anOverlay: Refusal = {
  message: 'this file is an overlay of a pipeline, not a library',
  hint: 'start from it with `extends`, or include a library, or an overlay of one',
}
