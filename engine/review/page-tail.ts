// The hash, the parameters, the tests, long lists of words, and where to sign.
import { shortDigest } from '../run/rules-digest.ts'
import { type Html, html, table } from './html.ts'
import type { Review } from './review.ts'
import { hashLeaves, hashProtects, nonAsciiWords, profileWords, valueText } from './words.ts'

export function hashPart({ hash: { steps }, outputs }: Review): Html {
  if (steps.length === 0) return html`<section aria-labelledby="hash"><h2 id="hash">Pseudonyms</h2><p>Nothing is hashed.</p></section>`
  return html`<section aria-labelledby="hash"><h2 id="hash">Pseudonyms</h2>
<p>A pseudonym is a keyed hash (HMAC-SHA256) of the one spelling of a value, under a key that only the organisation has. The same value under the same key always gives the same pseudonym, so that rows can be counted and joined.</p>
${table('hashes', 'Steps that hash', ['step', 'how'], steps.map(({ step, outputs: at, profile, nonAscii, lower }) => [
    html`${step}${outputs.length > 1 && at.length > 0 ? html`<p class="soft">${at.join(', ')}</p>` : undefined}`,
    `${profile === undefined ? 'HMAC-SHA256, written as an id of the same shape' : profileWords[profile]}${profile === undefined ? '' : `; ${nonAscii === undefined ? 'letters beyond ASCII stop the run in addresses, and are hashed as UTF-8 elsewhere' : nonAsciiWords[nonAscii]}`}${lower ? '; in lower case' : ''}`,
  ]))}
<h3>What this protects against</h3><p>${hashProtects}</p>
<h3>What it does not protect against</h3><dl>${hashLeaves.map(([what, text]) => html`<dt>${what}</dt><dd>${text}</dd>`)}</dl>
<p>What leaves is pseudonymous data, not anonymous data.</p></section>`
}

export const paramsPart = (review: Review): Html => html`<section aria-labelledby="params"><h2 id="params">Values that are set</h2>
${table('params', 'Parameters of the rules', ['parameter', 'value', 'covered by the digest', 'is for'], review.params.map(param => [
    param.name, param.value === undefined ? html`<b>not set</b>` : valueText(param), param.perRun ? 'no: each run sets it' : 'yes', param.about,
  ]))}</section>`

export const testsPart = ({ tests }: Review): Html => html`<section aria-labelledby="tests"><h2 id="tests">Tests of the rules</h2>
${tests.length === 0 ? html`<p>The rule file has no tests of its own.</p>`
    : html`<p>The rule file comes with ${tests.length === 1 ? 'one example' : `${tests.length} examples`} of rows in and rows out. They can be run by anyone with <code>np-pipeline test RULES</code>, and show that:</p><ul>${tests.map(test => html`<li>${test}</li>`)}</ul>`}</section>`

export type LongList = { readonly number: number, readonly words: readonly string[], readonly of: readonly string[] }

export const listsPart = (lists: readonly LongList[]): Html => html`${lists.length === 0 ? undefined : html`<section aria-labelledby="lists">
<h2 id="lists">Closed lists</h2>${lists.map(({ number, words, of }) => html`
<h3 id="list-${number}">List ${number}: ${words.length} words of ${of.join(', ')}</h3><ul class="words">${words.map(word => html`<li>${word}</li>`)}</ul>`)}</section>`}`

export const signatures = ({ digest, name }: Review): Html => html`<section class="sheet" aria-labelledby="sign"><h2 id="sign">Agreed</h2>
<p>The undersigned agree to the export “${name}” as this page describes it, under the digest <b class="nowrap">${shortDigest(digest)}</b>.</p>
<div class="signatures">${[1, 2, 3].map(() => html`<div class="signature"><div class="name">Signature</div><div>Name</div><div>Role</div><div>Place and date</div></div>`)}</div></section>`
