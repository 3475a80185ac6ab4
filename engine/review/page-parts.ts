// Small pieces that several parts of the page are made of.
import { type Mark } from '../spec/field.ts'
import { sign } from './drawing.ts'
import { type Html, html } from './html.ts'
import type { Holding, Origin } from './review.ts'
import { holdingText, markMeaning, originTexts } from './words.ts'

/** A mark with its shape. */
export const markBadge = (mark: Mark): Html =>
  html`<span class="mark ${mark}"><svg viewBox="-7 -7 14 14" aria-hidden="true">${sign(mark, 0, 0)}</svg>${mark}</span>`

export const legend = (): Html => html`<ul class="legend">${(['identity', 'sensitive', 'pseudonym', 'open'] as const).map(mark =>
  html`<li>${markBadge(mark)} ${markMeaning[mark]}</li>`)}</ul>`

export const code = (text: string): Html => html`<code class="code">${text}</code>`

export const paragraphs = (texts: readonly string[]): readonly Html[] => texts.map(text => html`<p>${text}</p>`)

export const origins = (all: readonly Origin[]): Html =>
  all.length === 0 ? html`<p>nothing that is read</p>` : html`${paragraphs(originTexts(all))}`

/** What a cell can hold; short lists of words in full, longer ones with the way to them. */
export function holding(field: Holding, list: number | undefined): Html {
  const words = field.values?.filter(value => value !== '')
  if (words === undefined) return html`${holdingText(field)}`
  return words.length === 0 ? html`always blank` : html`${holdingText(field)}: ${closedList(words, list)}`
}

/** The words of a closed list, or where they stand. */
export const closedList = (words: readonly string[], list: number | undefined): Html =>
  list === undefined ? html`${words.filter(word => word !== '').join(', ')}` : html`<a href="#list-${list}">list ${list}</a>`

/** The number of the list at the end of the page that has these words; undefined where they are few enough for a cell. */
export type ListOf = (words: readonly string[]) => number | undefined

/** Lists of more words than this stand at the end of the page. */
export const longList = 8
