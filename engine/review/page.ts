// The review as a page that needs nothing else: no network, no script, no font; to read, to print and to sign.
import { createHash } from 'node:crypto'
import { shortDigest } from '../run/rules-digest.ts'
import { html, ready } from './html.ts'
import { type Since, changesPart } from './page-changes.ts'
import { hashPart } from './page-hash.ts'
import { contents, head, shortPart } from './page-head.ts'
import { inputsPart } from './page-inputs.ts'
import { outputsPart } from './page-outputs.ts'
import { type ListOf, longList } from './page-parts.ts'
import { peoplePart } from './page-people.ts'
import { rowsPart } from './page-rows.ts'
import { style } from './page-style.ts'
import { type LongList, digestPart, listsPart, paramsPart, signatures, testsPart } from './page-tail.ts'
import type { Review } from './review.ts'
import { reviewElement } from './written.ts'

/** The text of an HTML file; `changes` since an earlier review stand at its top. The same bytes for the same review. */
export function reviewPage(review: Review, changes?: Since): string {
  const lists = longLists(review)
  const listOf: ListOf = words => lists.find(list => list.key === words.join('\n'))?.number
  const css = style(`${review.name.replace(/[^\w-]/g, '')} · digest ${shortDigest(review.digest)}`)
  // The page itself forbids whatever it does not need.
  const hash = createHash('sha256').update(css).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${review.name}: review ${shortDigest(review.digest)}</title>
<style>${ready(css)}</style>
</head>
<body>
${head(review)}
${contents(partsOf(review))}
<main>
${changes ? changesPart(changes, review) : undefined}
${shortPart(review)}
${outputsPart(review, listOf)}
${rowsPart(review)}
${inputsPart(review, listOf)}
${peoplePart(review)}
${hashPart(review)}
${paramsPart(review)}
${testsPart(review)}
${listsPart(lists)}
${digestPart(review)}
${signatures(review)}
</main>
${ready(reviewElement(review))}
</body>
</html>
`.html}`
}

const partsOf = ({ directories }: Review): readonly (readonly [string, string])[] => [
  ['short', 'In short'], ['leaves', 'What leaves'], ['rows', 'Which rows are left out'], ['read', 'What is read'],
  ...directories.slice(0, 1).map(({ name }) => [`who-${name}`, 'Who counts as a person'] as const),
  ['hash', 'Pseudonyms and the key'], ['params', 'Values that are set'], ['digest', 'The digest'], ['sign', 'Agreed'],
]

/** Closed lists that are too long for a cell, each once, with the fields and columns that they bound. */
function longLists({ inputs, outputs }: Review): readonly (LongList & { readonly key: string })[] {
  const holding = [...inputs.flatMap(({ fields }) => fields), ...outputs.flatMap(({ columns }) => columns)]
  const all = holding.flatMap(({ name, values, type }) =>
    values && type !== 'pseudonym' && values.length > longList ? [{ name, key: values.join('\n'), words: values }] : [])
  return [...new Map(all.map(list => [list.key, list])).values()].map(({ key, words }, at) =>
    ({ number: at + 1, key, words, of: [...new Set(all.filter(list => list.key === key).map(({ name }) => name))] }))
}
