// What has changed since an earlier review, at the top of the page.
import { shortDigest } from '../run/rules-digest.ts'
import { type Change, effects } from './change.ts'
import { type Html, html } from './html.ts'
import { section } from './page-parts.ts'
import type { Review } from './review.ts'
import { effectWords } from './words.ts'

/** An earlier review, and all changes since. */
export type Since = { readonly since: Review, readonly all: readonly Change[] }

export const changesPart = ({ since, all }: Since, now: Review): Html => section('changes', 'What has changed', html`
<p>Since the review of <b>${since.name}</b> with the digest ${shortDigest(since.digest)}${
  summary(all, since.digest === now.digest)}</p>
<ul class="changes">${all.map(({ effect, where, text }) => html`
<li class="${effect}"><span class="effect">${effectWords[effect]}</span> · <b>${where}</b> · ${text}</li>`)}</ul>`)

function summary(all: readonly Change[], same: boolean): string {
  if (all.length === 0) return `, nothing that decides anything${same ? ': the digest is the same' : ''}.`
  return `: ${countsText(all)}.`
}

const countsText = (all: readonly Change[]): string => effects.flatMap(effect => {
  const number = all.filter(change => change.effect === effect).length
  return number === 0 ? [] : [`${number} × ${effectWords[effect]}`]
}).join(', ')
