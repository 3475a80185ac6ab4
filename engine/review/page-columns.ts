// The columns of one file: what each is made of, what is done to it, and why that is enough.
import { type Html, html, table } from './html.ts'
import { type ListOf, alike, broken, closedList, code, markBadge } from './page-parts.ts'
import { enumeration } from '../spec/step.ts'
import type { ColumnReview, OutputReview, StepReview } from './review.ts'
import type { Leaving } from './words.ts'
import { clearText, originsText } from './words-fields.ts'

const heads = ['column, and what it is made of', 'what is done to it', 'why that is enough']

/** What has been shown already, on the page so far, and which column of which file did. */
export type Shown = { readonly steps: Map<string, Leaving>, readonly reasons: Map<string, Leaving> }

export const nothingShown = (): Shown => ({ steps: new Map(), reasons: new Map() })

/** What `shown` has is not said again, but where it was said; what is said here comes into it. */
export const columnsTable = (output: OutputReview, list: ListOf, shown: Shown): Html =>
  table('columns', `Columns of ${output.file}`, heads, alike(output.columns, sameFor).map(group => {
    const first = { output, column: group[0]! }
    return [names(group), steps(first, group.length, shown), why(first, list, shown)]
  }))

/** All that a row says of its columns, but what they are called and made of. */
const sameFor = ({ name: _, header: __, origins: ___, steps, ...rest }: ColumnReview): unknown =>
  [rest, steps.map(({ field: ____, ...step }) => step)]

const names = (group: readonly ColumnReview[]): Html => html`${group.map(({ header, origins }) =>
  html`<p><b>${broken(header)}</b> from ${originsText(origins)}</p>`)}`

function steps(here: Leaving, columns: number, { steps: shown }: Shown): Html {
  const { steps: all } = here.column
  if (all.length === 0) return html`${columns === 1 ? 'It is written as it is' : 'They are written as they are'} read.`
  const items: Html[] = []
  let [known, by]: [string[], Leaving[]] = [[], []]
  const flush = (): void => {
    if (known.length > 0) items.push(html`<b>${[...new Set(known)].join(', ')}</b> as for ${seenFrom(here, by)}`);
    [known, by] = [[], []]
  }
  for (const step of all) {
    const key = JSON.stringify([step.step, step.text, step.code])
    const first = shown.get(key)
    if (first && first.column !== here.column) {
      known.push(step.step)
      by.push(first)
      continue
    }
    flush()
    shown.set(key, here)
    items.push(stepItem(step, columns === 1))
  }
  flush()
  return items.length === 1 ? items[0]! : html`<ol>${items.map(item => html`<li>${item}</li>`)}</ol>`
}

/** The names of columns that stood before; with that of their file where it is another. */
function seenFrom(here: Leaving, all: readonly Leaving[]): string {
  const outputs = [...new Set(all.map(({ output }) => output))]
  return enumeration(outputs.map(output => {
    const headers = all.filter(one => one.output === output).map(({ column }) => column.header)
    const names = enumeration([...new Set(headers)])
    return output === here.output ? names : `${names} of ${output.file}`
  }))
}

const stepItem = ({ step, field, text, code: expressions = [] }: StepReview, alone: boolean): Html =>
  html`<b>${step}</b>${alone ? html` <span class="soft">(${field})</span>` : undefined} ${text}${
    expressions.map(expression => html` ${code(expression)}`)}`

function why(here: Leaving, list: ListOf, { reasons }: Shown): Html {
  const { column } = here
  if (column.allow !== undefined) {
    return html`<span class="exception-box">${markBadge(column.mark)} <b>Exception.</b> It is written as it is: ${
      column.allow}</span>`
  }
  const words = [...new Set(column.values)].filter(word => word !== '')
  const first = reasons.get(column.why)
  if (first === undefined) reasons.set(column.why, here)
  const reason = first === undefined ? column.why : `As for ${seenFrom(here, [first])}.`
  const other = words.length === 0 ? undefined : column.mark === 'pseudonym'
    ? html` Beside pseudonyms the column can hold ${words.join(', ')}.`
    : html` The list: ${closedList(words, list(column.values!))}.`
  return html`${markBadge(column.mark)} ${reason}${other}${
    column.clear && html`<p class="but"><b>But</b> ${clearText(column.clear)}</p>`}`
}
