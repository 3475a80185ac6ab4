// What leaves: each file with its lineage and its columns.
import { drawing, isWide } from './drawing.ts'
import { type Html, html, table } from './html.ts'
import { type ListOf, closedList, code, legend, markBadge, origins } from './page-parts.ts'
import type { ColumnReview, OutputReview, Review, StepReview } from './review.ts'

export const outputsPart = ({ outputs }: Review, list: ListOf): Html => html`<section aria-labelledby="leaves">
<h2 id="leaves">What leaves</h2>
<p>Only the columns named here are written. How private a value is follows it from the column it is read from, through every step, to the column it is written to. Each cell is held against what its column may be once more before it is written; one that does not fit refuses its record.</p>
${legend()}
${exceptions(outputs)}
${outputs.map(output => outputPart(output, list))}</section>`

function exceptions(outputs: readonly OutputReview[]): Html {
  const all = outputs.flatMap(output => output.columns.filter(({ allow }) => allow !== undefined).map(column => ({ output, column })))
  if (all.length === 0) return html`<p>No column leaves in clear by exception.</p>`
  return html`<div class="exception-box sheet"><b>${all.length === 1 ? 'One column leaves' : `${all.length} columns leave`} in clear by exception.</b>
<ul>${all.map(({ output, column }) => html`<li>${output.file}, <b>${column.header}</b>: ${column.allow}</li>`)}</ul></div>`
}

function outputPart(output: OutputReview, list: ListOf): Html {
  const shown = new Map<string, string>()
  return html`
<div class="${isWide(output) ? 'wide' : ''}"><h3>${output.file}</h3>
${output.about === '' ? undefined : html`<p>${output.about}</p>`}
<figure><div class="scroll" tabindex="0" role="region" aria-label="${`Drawing of the lineage of ${output.file}`}">${drawing(output)}</div>
<figcaption>From what is read (left) through what is done (middle) to what is written (right). Steps that only leave rows out are not drawn; they stand below.</figcaption></figure></div>
${table('columns', `Columns of ${output.file}`, ['column', 'made of', 'what is done to it', 'why that is enough'], output.columns.map(column => [
    html`${column.header}<p>${markBadge(column.mark)}</p>`, origins(column.origins), steps(column, shown), why(column, list),
  ]))}
${output.rules.length > 0 ? html`<p>What holds for the file as a whole:</p><ul>${output.rules.map(rule => html`<li>${rule}</li>`)}</ul>` : undefined}`
}

/** What other columns of the file have shown already is only named; `shown` has the column that did. */
function steps({ header, steps: all }: ColumnReview, shown: Map<string, string>): Html {
  if (all.length === 0) return html`It is written as it is read.`
  const items: Html[] = []
  let known: string[] = []
  let by = ''
  const flush = (): void => {
    if (known.length > 0) items.push(html`<li><b>${[...new Set(known)].join(', ')}</b> as for ${by}</li>`)
    known = []
  }
  for (const step of all) {
    const key = `${step.step}: ${step.field}`
    const first = shown.get(key)
    if (first === undefined || first !== by) flush()
    if (first === undefined) {
      shown.set(key, header)
      items.push(stepItem(step))
    } else {
      by = first
      known.push(step.step)
    }
  }
  flush()
  return html`<ol>${items}</ol>`
}

const stepItem = ({ step, field, text, code: expressions = [] }: StepReview): Html =>
  html`<li><b>${step}</b> <span class="soft">(${field})</span> ${text}${expressions.map(code)}</li>`

function why(column: ColumnReview, list: ListOf): Html {
  if (column.allow !== undefined) return html`<span class="exception-box"><b>Exception.</b> It is written as it is: ${column.allow}</span>`
  const words = [...new Set(column.values)].filter(word => word !== '')
  if (words.length === 0) return html`${column.why}`
  return column.mark === 'pseudonym' ? html`${column.why} Beside pseudonyms the column can hold ${words.join(', ')}.`
    : html`${column.why} The list: ${closedList(words, list(column.values!))}.`
}
