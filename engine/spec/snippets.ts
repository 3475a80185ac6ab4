// Snippets: what an editor writes into a rule file when a proposal is taken, with a stop of the cursor at each value.
import { parse } from 'yaml'

/** A proposal of an editor, in the form that YAML and JSON language servers know as `defaultSnippets`. */
export type Snippet = { readonly label: string, readonly description: string, readonly body: unknown, readonly type?: string }

/**
 * Every text, number and flag of `body` becomes a stop, quoted where YAML needs it; so does a key in angle brackets, such
 * as `<name>`. Lists are written in one line, as this project writes them, and so is what stands in `inline`.
 */
export const snippet = (label: string, description: string, body: unknown): Snippet => {
  const stops = counter()
  return { label, description, body: blockOf(body, stops) }
}

const line = Symbol('one line')
/** A map that stands in one line inside a block. */
export const inline = (value: unknown): Readonly<Record<symbol, unknown>> => ({ [line]: value })

/** One value in one line. `type` keeps a server from taking the text apart where a list is expected. */
export const valueSnippet = (value: unknown, description: string): Snippet =>
  ({ label: lineOf(value), description, body: flowOf(value, counter()), type: 'string' })

/** A word as it stands: a server that proposes the same word from elsewhere then shows it once. `^` keeps true and false unquoted. */
export const wordSnippet = (word: string | boolean, description: string): Snippet =>
  ({ label: String(word), description, body: typeof word === 'boolean' ? `^${String(word)}` : word, type: 'string' })

/** A value as one line of YAML, in the style of this project. */
export function lineOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(lineOf).join(', ')}]`
  if (!isMap(value)) return scalarOf(value)
  const entries = Object.entries(value).map(([key, one]) => `${scalarOf(key)}: ${lineOf(one)}`)
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}'
}

type Counter = () => number
const counter = (): Counter => { let last = 0; return () => ++last }

function blockOf(value: unknown, stops: Counter): unknown {
  if (Array.isArray(value)) return value.some(isMap) ? value.map(item => flowOf(item, stops)) : flowOf(value, stops)
  if (isMap(value) && line in value) return flowOf(value[line], stops)
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [keyOf(key, stops), blockOf(one, stops)])) : stopAt(value, stops)
}

function flowOf(value: unknown, stops: Counter): string {
  if (Array.isArray(value)) return `[${value.map(item => flowOf(item, stops)).join(', ')}]`
  if (!isMap(value)) return stopAt(value, stops)
  return `{ ${Object.entries(value).map(([key, one]) => `${keyOf(key, stops)}: ${flowOf(one, stops)}`).join(', ')} }`
}

const isMap = (value: unknown): value is Readonly<Record<string | symbol, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const keyOf = (key: string, stops: Counter): string => /^<.*>$/.test(key) ? `\${${stops()}:${key.slice(1, -1)}}` : key

/** The stop stands inside the quotes, so that what is typed in its place stays quoted. */
function stopAt(value: unknown, stops: Counter): string {
  const text = scalarOf(value)
  const quote = /^'.*'$/.test(text) ? '\'' : ''
  const inner = quote === '' ? text : text.slice(1, -1)
  return `${quote}\${${stops()}:${inner.replace(/[\\$}]/g, String.raw`\$&`)}}${quote}`
}

/** Plain where a person would write it plain, and YAML reads it as the same text, else in single quotes. */
function scalarOf(value: unknown): string {
  const text = String(value)
  if (typeof value !== 'string') return text
  const plain = /^[\w<./][\w<>@./*: -]*$/.test(text) && !/: |:$/.test(text) && parse(text) === text
  return plain ? text : `'${text.replaceAll('\'', '\'\'')}'`
}
