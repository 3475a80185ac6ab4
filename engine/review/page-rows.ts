// Which rows are left out.
import { type Html, html, table } from './html.ts'
import { code, section, stepName } from './page-parts.ts'
import type { DropReview, Origin, Review } from './review.ts'
import { leftOut } from './words-fields.ts'

export const rowsPart = ({ drops, outputs, quarantine }: Review): Html => section('rows', title, html`
<p>Rows pass these steps in this order. What is left out is counted, by step and reason, in the record of the run;
nothing is lost silently. A condition may look at anything, since it decides whether a row exists, not what stands in
it. None should pick out single people.</p>
${drops.length === 0 ? html`<p>No step leaves rows out.</p>`
    : table('drops', 'Steps that leave rows out', ['step', 'why', 'which rows', 'looks at'], drops.map(drop => [
      stepName(drop, outputs), drop.because, which(drop), looksAt(drop.origins),
    ]))}
<p>A record that is broken is refused: it is in no file, and is counted. With ${
  quarantine === '0' ? 'a single one' : `more than ${quarantine} of them`} nothing is delivered, unless the run is told
another limit.</p>`)

const title = 'Which rows are left out'

const which = (drop: DropReview): Html =>
  drop.when === undefined ? html`${drop.text}` : html`${leftOut(drop)} ${code(drop.when)}`

/** Fields by input; what an account is made of is said where accounts are. */
function looksAt(all: readonly Origin[]): Html {
  const inputs = [...new Set(all.filter(({ take }) => take === undefined).map(({ input }) => input))]
  const accounts = [...new Set(all.filter(({ take }) => take !== undefined).map(({ input }) => input))]
  const fields = (input: string): readonly string[] =>
    [...new Set(all.filter(one => one.take === undefined && one.input === input).flatMap(one => one.fields))]
  return html`${inputs.map(input => html`<p>${input}: ${fieldsText(fields(input))}</p>`)}${
    accounts.map(input => html`<p>accounts of ${input}</p>`)}`
}

/** Of a row as a whole, its fields need not be named. */
const fieldsText = (fields: readonly string[]): string =>
  fields.length > 12 ? `${fields.length} fields, as named` : fields.join(', ')
