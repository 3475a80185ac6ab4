// What is read of each input, and what is not.
import { type Html, html, table } from './html.ts'
import { type ListOf, holding, markBadge } from './page-parts.ts'
import type { FieldReview, InputReview, Review } from './review.ts'
import { columnsText, usesOf } from './words.ts'

export const inputsPart = (review: Review, list: ListOf): Html => html`<section aria-labelledby="read">
<h2 id="read">What is read</h2>
<p>Only the columns named here are read. Whatever else stands in the files is passed over: no step, message or file ever sees it.</p>
${review.inputs.map(input => inputPart(input, review, list))}</section>`

const inputPart = ({ name, about, optional, fields, passedOver }: InputReview, review: Review, list: ListOf): Html => html`
<h3>${name}</h3>
${about === '' ? undefined : html`<p>${about}</p>`}
${optional ? html`<p class="soft">A run may do without this input.</p>` : undefined}
${table('fields', `Fields read from ${name}`, ['field', 'how private', 'column in the files', 'holds', 'is for'], fields.map(field => [
    field.name, markBadge(field.mark), html`${columnsText(field)}${field.optional ? html` <span class="soft">(where there is one)</span>` : undefined}`,
    html`${holding(field, field.values && list(field.values))}${field.pattern === undefined ? undefined : html`, of the form <code>${field.pattern}</code>`}`, useText(field, review),
  ]))}
<p><b>Every other column is never read.</b>${passedOver && passedOver.columns.length > 0
    ? html` Among those that ${passedOver.of} can have, and that are passed over: ${passedOver.columns.join(', ')}.` : undefined}</p>`

const useText = (field: FieldReview, review: Review): Html => {
  const uses = usesOf(field, review)
  return uses.length === 0 ? html`<span class="soft">nothing in this export</span>` : html`${uses.map(use => html`<p>${use}</p>`)}`
}
