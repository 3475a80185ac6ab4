// A review in a file, and back: JSON by itself, or in the page that was made of it.
import { createHash } from 'node:crypto'
import { Stop } from '../diagnostics/diagnostic.ts'
import { type Review, reviewForm } from './review.ts'

/** The review as JSON, with a sum that tells whether it is still what was written. */
export const reviewJson = (review: Review): string =>
  `${JSON.stringify({ sum: sumOf(review), ...review }, undefined, 2)}\n`

/** The same as an element of a page, where no text can end it. */
export function reviewElement(review: Review): string {
  const json = JSON.stringify({ sum: sumOf(review), ...review }).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="${element}">${json}</script>`
}

/** Reads a review from JSON or a page. Stops (2) at anything else; `file` is what the message calls it. */
export function reviewIn(text: string, file: string): Review {
  const { sum, ...review } = parsed(text.trimStart().startsWith('{') ? text : between(text))
  if (review['form'] !== undefined && review['form'] !== reviewForm) {
    const hint = 'make a page of the signed rules with this version, and compare with that'
    throw bad(file, 'is a review of another form', hint)
  }
  if (sum === undefined || sum !== sumOf(review)) {
    throw bad(file, 'is no review, or is not as it was written', 'give the page or the JSON that review wrote')
  }
  return review as unknown as Review
}

const element = 'review'

const between = (page: string): string => {
  const start = page.lastIndexOf(`id="${element}">`)
  return start < 0 ? '' : page.slice(start + `id="${element}">`.length, page.indexOf('</script>', start))
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : {}
  } catch {
    return {}
  }
}

const sumOf = (review: object): string => createHash('sha256').update(JSON.stringify(review)).digest('hex')

const bad = (file: string, message: string, hint: string): Stop =>
  new Stop(2, { code: 'bad-review', message: `${file} ${message}`, hint })
