// The beginning of the page: what this is, what has changed, and the digest.
import { shortDigest } from '../run/rules-digest.ts'
import { type Change, effects } from './change.ts'
import { type Html, html } from './html.ts'
import type { Review } from './review.ts'
import { approvedCommand, count, digestMeaning, effectWords, gist, unset } from './words.ts'

/** An earlier review, and all changes since. */
export type Since = { readonly since: Review, readonly all: readonly Change[] }

export const head = (review: Review): Html => html`<header>
<p class="kicker">Review of an export · np-pipeline ${review.engine}</p>
<h1>${review.name}: what is read, and what leaves</h1>
<p class="lead">${gist(review)}</p>
${review.about === '' ? undefined : html`<p class="soft">In the words of the rules: ${review.about}</p>`}
${facts(review)}
</header>`

function facts({ inputs, outputs, drops }: Review): Html {
  const columns = outputs.flatMap(output => output.columns)
  const allowed = columns.filter(({ allow }) => allow !== undefined)
  const all: readonly (readonly [number, string, string?])[] = [
    [inputs.flatMap(({ fields }) => fields).length, 'fields are read; no other column of any file'],
    [columns.length, `${columns.length === 1 ? 'column leaves' : 'columns leave'}, in ${count(outputs.length, 'file')}`],
    [columns.filter(({ mark, allow }) => mark === 'pseudonym' && allow === undefined).length, 'of them hold pseudonyms'],
    [allowed.length, 'of them leave in clear by exception', allowed.length > 0 ? 'exceptions' : ''],
    [drops.length, `${drops.length === 1 ? 'step leaves' : 'steps leave'} rows out`],
  ]
  return html`<ul class="facts">${all.map(([number, text, name = '']) => html`<li class="${name}"><b>${number}</b> ${text}</li>`)}</ul>`
}

export const digestPart = (review: Review): Html => html`<section class="digest" aria-labelledby="digest">
<p class="kicker" id="digest">Digest</p>
<p class="short">${shortDigest(review.digest)}</p>
<p class="full"><code>${review.digest}</code></p>
<p>${digestMeaning} The short form is for the eye; a run takes the long one:</p>
<code class="code">${approvedCommand(review)}</code>
</section>
${unset(review).length > 0 ? html`<p class="note"><b>Not ready to sign.</b> Each run would have to set ${unset(review).join(', ')}, and then has another digest. Make this page with <code>--set</code>, or from a customer’s rule file that sets them.</p>` : undefined}`

export function changesPart({ since, all }: Since, now: Review): Html {
  const same = since.digest === now.digest
  return html`<section aria-labelledby="changes"><h2 id="changes">What has changed</h2>
<p>Since the review of <b>${since.name}</b> with the digest ${shortDigest(since.digest)}${all.length === 0 ? `, nothing that decides anything${same ? ': the digest is the same' : ''}.` : `: ${countsText(all)}.`}</p>
<ul class="changes">${all.map(({ effect, where, text }) => html`
<li class="${effect}"><span class="effect">${effectWords[effect]}</span> · <b>${where}</b> · ${text}</li>`)}</ul></section>`
}

export const countsText = (all: readonly Change[]): string =>
  effects.flatMap(effect => {
    const number = all.filter(change => change.effect === effect).length
    return number === 0 ? [] : [`${number} × ${effectWords[effect]}`]
  }).join(', ')
