// The text of a rule file to a tree, with every limit of security-reliability.md §1.7.
import { Composer, Parser } from 'yaml'
import type { Report } from '../diagnostics/diagnostic.ts'
import { forbiddenCharacters } from './characters.ts'
import type { Flaw } from './flaw.ts'
import { mistakes } from './mistakes.ts'
import { treeOf } from './nodes.ts'
import { type PlaceOf, placesIn } from './positions.ts'
import { refusedSyntax } from './syntax.ts'
import type { Tree } from './tree.ts'
import { asUnquoted, causeOfOpen } from './unquoted.ts'

/** The largest rule file, in bytes; the parser's time grows faster than the size of what it reads. */
const largest = 64 * 1024

/**
 * YAML 1.2 with the core schema: `off`, `no` and dates are text. Reports everything it can find. Gives no tree when
 * the text is not YAML as this tool takes it (`yaml-syntax`), and when two maps or lists stand under one key; of
 * another key that stands twice the first counts.
 * `file` is the name in places. A byte-order mark at the beginning is passed over and not counted as a column.
 */
export function readDocument(text: string, file: string, report: Report): Tree | undefined {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
  const place = placesIn(file, plain)
  const flaws: Flaw[] = []
  const tree = parse(plain, place, flaws)
  // On a line that is not YAML, other findings are consequences.
  const lineOf = (offset: number): number => place(offset, offset).range.start.line
  const broken = new Set(flaws.flatMap(({ code, from }) => code === 'yaml-syntax' ? [lineOf(from)] : []))
  for (const { code, from, to, message, hint, replace, earlier } of flaws.toSorted((a, b) => a.from - b.from)) {
    const spot = place(from, to)
    if (code !== 'yaml-syntax' && broken.has(spot.range.start.line)) continue
    report({
      code, severity: 'error', message, place: spot,
      ...hint === undefined ? {} : { hint },
      ...replace === undefined ? {} : { fix: { replace } },
      ...earlier ? { trail: [{ place: place(earlier.from, earlier.to), text: earlier.text }] } : {},
    })
  }
  return broken.size > 0 || flaws.some(({ joined }) => joined) ? undefined : tree
}

function parse(text: string, place: PlaceOf, flaws: Flaw[]): Tree | undefined {
  if (Buffer.byteLength(text) > largest) {
    const hint = 'split it: a library of its own for what several pipelines share'
    flaws.push({ code: 'yaml-syntax', from: 0, to: 0, message: 'the file is larger than 64 KiB', hint })
    return undefined
  }
  // The parser uses control characters as marks of its own, so it never sees any.
  flaws.push(...forbiddenCharacters(text))
  if (flaws.length > 0) return undefined
  const tokens = [...new Parser().parse(text)]
  const refused = refusedSyntax(tokens)
  flaws.push(...refused.flaws)
  if (refused.deep) return undefined
  const composer = new Composer({
    version: '1.2', schema: 'core', merge: false, resolveKnownTags: false, stringKeys: true, strict: true,
    // Its own test for keys that stand twice takes quadratic time; `treeOf` does it.
    uniqueKeys: false, keepSourceTokens: true,
  })
  const documents = [...composer.compose(tokens, true, text.length)]
  const errors = documents.flatMap(document => [...document.errors, ...document.warnings])
  const known = new Set(refused.flaws.map(({ from }) => from))
  flaws.push(...mistakes(errors.filter(({ pos: [from] }) => from < refused.open && !known.has(from)), text))
  const told = flaws.splice(0).map(flaw =>
    (flaw.from === refused.open ? causeOfOpen(text, flaw.from) : undefined) ?? asUnquoted(flaw, text))
  flaws.push(...new Map(told.toReversed().map(flaw => [flaw.from, flaw])).values())
  return treeOf(documents[0]?.contents, text, place, flaws)
}
