// The parameters, the tests, long lists of words, and where to sign.
import { shortDigest } from '../run/rules-digest.ts'
import { type Html, html, table } from './html.ts'
import { code, section } from './page-parts.ts'
import type { ParamReview, Review } from './review.ts'
import { approvedCommand, digestMeaning, notCovered, toSettle, valueText } from './words.ts'

export const paramsPart = ({ params }: Review): Html => section('params', 'Values that are set', params.length === 0
  ? html`<p>The rules have no parameters.</p>`
  : table('params', 'Parameters of the rules', ['parameter', 'value', 'is for'], params.map(paramRow)))

const paramRow = (param: ParamReview): readonly (string | Html)[] => [
  param.name,
  html`${param.value === undefined ? html`<b>not set</b>` : valueText(param)}${
    param.perRun ? html`<p class="soft">each run sets it; not in the digest</p>` : undefined}`,
  param.about,
]

export const testsPart = ({ tests }: Review): Html => section('tests', 'Tests of the rules', tests.length === 0
  ? html`<p>The rule file has no tests of its own.</p>`
  : html`<p>The rule file comes with ${tests.length === 1 ? 'one example' : `${tests.length} examples`} of rows in and
rows out. They can be run by anyone with <code>np-pipeline test RULES</code>, and show that:</p>
<ul class="tight">${tests.map(test => html`<li>${test}</li>`)}</ul>`)

export type LongList = { readonly number: number, readonly words: readonly string[], readonly of: readonly string[] }

export const listsPart = (lists: readonly LongList[]): Html | undefined => lists.length === 0 ? undefined
  : section('lists', 'Closed lists', html`${lists.map(({ number, words, of }) => html`
<h3 id="list-${number}">List ${number}: ${words.length} words of ${of.join(', ')}</h3>
<ul class="words">${words.filter(word => word !== '').map(word => html`<li>${word}</li>
`)}</ul>`)}`)

export const digestPart = (review: Review): Html => section('digest', 'The digest', html`
<p class="digest-full"><code>${review.digest}</code></p>
<p>${digestMeaning} ${notCovered(review)}</p>
<p>${code(approvedCommand(review))}</p>
<p>Afterwards <code>np-pipeline verify FOLDER --approved DIGEST</code> tells whether files come from a run under this
digest, whether anything in them was changed, and, with the directory, whether a name or address stands in them.</p>`,
'sheet')

export const signatures = ({ digest, name }: Review): Html => section('sign', 'Agreed', html`
<p>The undersigned agree to the export “${name}” as this page describes it, under the digest
<b class="nowrap">${shortDigest(digest)}</b>. Rules cannot say the following; it is agreed here, or in:</p>
<dl class="settle">${toSettle.map(what => html`<div><dt>${what}</dt><dd></dd></div>`)}</dl>
<div class="signatures">${[1, 2, 3].map(() => html`<div class="signature">
<div class="name">Signature</div><div>Name</div><div>Role</div><div>Place and date</div></div>`)}</div>`, 'sheet')
