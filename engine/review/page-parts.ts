// Small pieces that several parts of the page are made of.
import { type Mark, marks } from '../spec/field.ts'
import { sign } from './signs.ts'
import { type Html, between, html } from './html.ts'
import type { Holding, Origin } from './review.ts'
import { markMeaning } from './words.ts'
import { holdingText, originTexts } from './words-fields.ts'

/** A part of the page under a heading of its own. */
export const section = (id: string, title: string, body: Html, name = ''): Html =>
  html`<section class="${name}" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${body}</section>`

/** A mark with its shape. */
export const markBadge = (mark: Mark): Html => html`<span class="mark ${mark}">${
  html`<svg viewBox="-7 -7 14 14" aria-hidden="true">${sign(mark, 0, 0)}</svg>`}${mark}</span>`

export const legend = (): Html => html`<ul class="legend">${marks.toReversed().map(mark =>
  html`<li>${markBadge(mark)} ${markMeaning[mark]}</li>`)}</ul>`

/** A long name may break behind its parts. */
export const broken = (name: string): Html => html`${between(name.split(/(?<=[_.-])/), html`<wbr>`)}`

type InOutputs = { readonly step: string, readonly outputs: readonly string[] }

/** The name of a step; where there are several outputs, with those it is for. */
export const stepName = ({ step, outputs }: InOutputs, all: readonly unknown[]): Html =>
  html`${broken(step)}${all.length > 1 ? html`<p class="soft">${broken(outputs.join(', '))}</p>` : undefined}`

export const code = (text: string): Html => html`<code>${text}</code>`

export const paragraphs = (texts: readonly string[]): readonly Html[] => texts.map(text => html`<p>${text}</p>`)

export const origins = (all: readonly Origin[]): Html =>
  all.length === 0 ? html`<p>nothing that is read</p>` : html`${paragraphs(originTexts(all))}`

/** What a cell can hold; short lists of words in full, longer ones with the way to them. */
export function holding(field: Holding, list: number | undefined): Html {
  const words = field.values?.filter(value => value !== '') ?? []
  if (words.length === 0) return html`${holdingText(field)}`
  return html`${holdingText(field)}: ${closedList(words, list)}`
}

/** The words of a closed list, or where they stand. */
export const closedList = (words: readonly string[], list: number | undefined): Html =>
  list === undefined ? html`${words.filter(word => word !== '').join(', ')}`
    : html`<a href="#list-${list}">list ${list}</a>`

/**
 * The number of the list at the end of the page that has these words; undefined where they are few enough for a cell.
 */
export type ListOf = (words: readonly string[]) => number | undefined

/** Lists of more words than this stand at the end of the page. */
export const longList = 8

/** Things for which the same has to be said, together, at the place of the first. */
export function alike<Thing>(all: readonly Thing[], key: (thing: Thing) => unknown): readonly (readonly Thing[])[] {
  const groups = new Map<string, Thing[]>()
  for (const thing of all) {
    const name = JSON.stringify(key(thing))
    groups.set(name, [...groups.get(name) ?? [], thing])
  }
  return [...groups.values()]
}
