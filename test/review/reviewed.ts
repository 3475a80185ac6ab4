// Rule files as reviews see them: those of the project, and overlays that a test writes.
import { readFileSync, readdirSync } from 'node:fs'
import { type Checked, checkRules } from '../../engine/check/rules.ts'
import { type Loaded, loadRules } from '../../engine/load/rules.ts'
import { reviewRules } from '../../engine/review/of-rules.ts'
import type { Review } from '../../engine/review/review.ts'

/** The exports of the project, and those of the customers that come with it. */
export const exports: readonly string[] = [
  ...['emails', 'meetings', 'users'].map(name => `rules/${name}.yaml`),
  ...readdirSync('rules/customers')
    .toSorted()
    .flatMap(customer =>
      readdirSync(`rules/customers/${customer}`)
        .toSorted()
        .filter(name => name.endsWith('.yaml') && name !== 'organisation.yaml')
        .map(name => `rules/customers/${customer}/${name}`),
    ),
]

/** A rule file; `text` takes the place of what stands in it, where it is given. */
export function loaded(file: string, text?: string): Loaded {
  const read = (path: string): string | undefined => {
    if (path === file && text !== undefined) return text
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return undefined
    }
  }
  return loadRules(file, read, ({ code, message }) => { throw new Error(`${file}: ${code}: ${message}`) })!
}

export function review(file: string, settings: Readonly<Record<string, string>> = {}, text?: string): Review {
  const { review, diagnostics } = reviewRules(loaded(file, text), new Map(Object.entries(settings)))
  if (!review) throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'))
  return review
}

export const checked = (file: string): Checked => checkRules(loaded(file), new Map(), true)

/** Contoso's mails with something changed: an overlay without its first lines. */
export const changed = (overlay: string, settings: Readonly<Record<string, string>> = {}): Review =>
  review('rules/customers/contoso/changed.yaml', settings, `version: 1\nextends: ./emails.yaml\n${overlay}\n`)

/** The text of a page as it is read: without tags, style and data, with the characters that were escaped. */
export const textOf = (page: string): string =>
  page
    .replace(/<(script|style|title)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll('<wbr>', '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
