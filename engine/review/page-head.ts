// The beginning of the page: what this is, under which digest, and what is asked first.
import { shortDigest } from '../run/rules-digest.ts'
import { answersOf } from './answers.ts'
import { type Html, html } from './html.ts'
import { section } from './page-parts.ts'
import type { Review } from './review.ts'
import { count, gist, isException, isPseudonym, leaving, unset } from './words.ts'

export const head = (review: Review): Html => html`<header>
<p class="kicker">Review of an export · np-pipeline ${review.engine}</p>
<h1>${review.name}: what is read, and what leaves</h1>
<p class="lead">${gist(review)}</p>
${review.about === '' ? undefined
    : html`<p class="soft">In the words of the rules: ${review.about}${domains(review)}</p>`}
${facts(review)}
<p class="digest"><span class="kicker">Digest</span> <b class="short">${shortDigest(review.digest)}</b>
<span class="soft">stands for all that this page says; <a href="#digest">what it is good for</a></span></p>
${notReady(review)}
</header>`

function domains({ directories }: Review): string {
  const own = [...new Set(directories.flatMap(directory => directory.domains))]
  return own.length === 0 ? '' : ` Own domains: ${own.join(', ')}.`
}

function facts(review: Review): Html {
  const { inputs, outputs, drops } = review
  const all = leaving(review)
  const exceptions = all.filter(isException).length
  const facts: readonly (readonly [number, string, string?])[] = [
    [inputs.flatMap(({ fields }) => fields).length, 'fields are read; no other column of any file'],
    [all.length, `${all.length === 1 ? 'column leaves' : 'columns leave'}, in ${count(outputs.length, 'file')}`],
    [all.filter(isPseudonym).length, 'of them hold pseudonyms'],
    [exceptions, 'of them leave in clear by exception', exceptions > 0 ? 'exceptions' : ''],
    [drops.length, `${drops.length === 1 ? 'step leaves' : 'steps leave'} rows out`],
  ]
  return html`<ul class="facts">${facts.map(([number, text, name = '']) =>
    html`<li class="${name}"><b>${number}</b> ${text}</li>`)}</ul>`
}

const notReady = (review: Review): Html | undefined => unset(review).length === 0 ? undefined : html`<p class="note">
<b>Not ready to sign.</b> Each run would have to set ${unset(review).join(', ')}, and then has another digest. Make this
page with <code>--set</code>, or from a customer’s rule file that sets them.</p>`

/** The parts of the page, as links. */
export const contents = (parts: readonly (readonly [string, string])[]): Html => html`<nav aria-label="Contents">
<ul class="contents">${parts.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`

export const shortPart = (review: Review): Html => section('short', 'In short', html`<dl class="answers">${
  answersOf(review).map(({ question, answer }) =>
    html`<div><dt>${question}</dt>${answer.map(text => html`<dd>${whole(text)}</dd>`)}</div>
`)}</dl>`)

/** Options of the command line do not break behind their hyphens. */
const whole = (text: string): readonly Html[] =>
  text.split(/(--[\w-]+)/).map((part, at) => at % 2 === 0 ? html`${part}` : html`<span class="nowrap">${part}</span>`)
