// What is read of each input, and what is not.
import { type Html, html, table } from './html.ts'
import { type ListOf, alike, code, holding, markBadge, section } from './page-parts.ts'
import type { FieldReview, InputReview, KnownReview, Review } from './review.ts'
import { plainly } from './words.ts'
import { columnsText, lookingAtAll, usesOf } from './words-fields.ts'

export const inputsPart = (review: Review, list: ListOf): Html => section('read', 'What is read', html`
<p>Only the columns named here are read. Whatever else stands in the files is passed over: no step, message or file ever
sees it. How private a field is, the rules declare; whether that is true, no program can know: look above all at those
that are declared open.</p>
${review.inputs.map(input => inputPart(input, review, list))}`)

const inputPart = (input: InputReview, review: Review, list: ListOf): Html => html`
<h3>${input.name}${input.known ? html`<span class="soft">, ${plainly(input.known)}</span>` : undefined}</h3>
<p>${input.about}${input.optional ? ' A run may do without this input.' : ''}</p>
${table('fields', `Fields read from ${input.name}`, heads, alike(input.fields, sameFor).map(fields => {
    const [first] = fields as readonly [FieldReview]
    return [html`${fields.map(field => fieldName(field, list))}`, markBadge(first.mark), useText(first, input, review)]
  }))}
${lookingAtAll(input).map(step => html`<p>All of them decide which rows stay: ${step}.</p>`)}
${neverRead(input.known)}`

const heads = ['field: the column it is read from, and what that holds', 'how private', 'what for']

/** What a row says of its fields beside their names and what they hold. */
const sameFor = ({ mark, becomes, decides, tells }: FieldReview): unknown => [mark, becomes, decides, tells]

const fieldName = (field: FieldReview, list: ListOf): Html => html`<p><b>${field.name}:</b> ${columnsText(field)}${
  field.optional ? html` <span class="soft">(where there is one)</span>` : undefined}${holds(field, list)}</p>`

/** That a field holds text says nothing, and is not said. */
function holds(field: FieldReview, list: ListOf): Html | undefined {
  const form = field.pattern === undefined ? undefined : html`, of the form ${code(field.pattern)}`
  if (field.type === 'text' && !field.list && !field.values) return form
  return html`, ${holding(field, field.values && list(field.values))}${form}`
}

function useText(field: FieldReview, input: InputReview, review: Review): Html {
  const said = lookingAtAll(input)
  const uses = usesOf(field, review, said)
  if (uses.length > 0) return html`${uses.join('; ')}`
  return said.length > 0 ? html`see below` : html`<span class="soft">nothing in this export</span>`
}

function neverRead(known: KnownReview | undefined): Html {
  const names = known && known.passedOver.length > 0
    ? html` Among those that ${known.of} can have: <span class="soft">${known.passedOver.join(', ')}.</span>`
    : undefined
  return html`<p class="full"><b>Every other column is never read.</b>${names}</p>`
}
