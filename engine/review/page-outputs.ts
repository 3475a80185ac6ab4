// What leaves: each file with its lineage and its columns.
import { drawing, isWide } from './drawing.ts'
import { type Html, html } from './html.ts'
import { columnsTable, nothingShown } from './page-columns.ts'
import { type ListOf, legend, section } from './page-parts.ts'
import type { OutputReview, Review } from './review.ts'
import { isException, leaving } from './words.ts'

export const outputsPart = (review: Review, list: ListOf): Html => section('leaves', 'What leaves', html`
<p>Only the columns named here are written. How private a value is follows it from where it is read, through every
step, to where it is written. Rules that would write what is still identity or sensitive are refused, unless they
allow a column by name and give a reason. Before a cell is written it is held once more against what its column may
be.</p>
${legend()}
${exceptions(review)}
${outputParts(review, list)}`)

function outputParts({ outputs }: Review, list: ListOf): readonly Html[] {
  const shown = nothingShown()
  return outputs.map((output, at) => outputPart(output, at, columnsTable(output, list, shown)))
}

function exceptions(review: Review): Html {
  const all = leaving(review).filter(isException)
  if (all.length === 0) return html`<p>No column leaves in clear by exception.</p>`
  return html`<div class="exception-box sheet"><b>${
    all.length === 1 ? 'One column leaves' : `${all.length} columns leave`} in clear by exception.</b>
<ul>${all.map(({ output, column }) =>
    html`<li>${output.file}, <b>${column.header}</b>: ${column.allow}</li>`)}</ul></div>`
}

const outputPart = (output: OutputReview, at: number, columns: Html): Html => html`
<div class="${isWide(output) ? 'wide' : ''}"><h3>${output.file}</h3>
${output.about === '' ? undefined : html`<p>${output.about}</p>`}
<figure><div class="scroll" tabindex="0" role="region" aria-label="${`Drawing of the lineage of ${output.file}`}">${
  drawing(output, at + 1)}</div>
<figcaption>From what is read (left) through what is done (middle) to what is written (right). Steps that only leave
rows out are not drawn.</figcaption></figure></div>
${columns}
${wholeFile(output)}`

const wholeFile = ({ rules }: OutputReview): Html | undefined => rules.length === 0 ? undefined
  : html`<p>What holds for the file as a whole:</p><ul class="tight">${rules.map(rule => html`<li>${rule}</li>`)}</ul>`
