// Small builders for JSON Schema (draft-07, what YAML editors support), each with the text an editor shows.
import { type Snippet, lineOf, valueSnippet, wordSnippet } from './snippets.ts'

export type JsonSchema = { readonly [key: string]: unknown }

/** Names of steps, params, inputs, fields …: they are keys that people type, so they are kept simple. */
export const namePattern = '^[A-Za-z][A-Za-z0-9_-]*$'

/** `examples` are values as they stand in a rule file; `record` makes of them what editors show and propose. */
const described = (about: string, schema: JsonSchema, examples: readonly unknown[] = []): JsonSchema =>
  ({ description: about, ...(examples.length > 0 ? { examples } : {}), ...schema })

export const text = (about: string, ...examples: readonly unknown[]): JsonSchema => described(about, { type: 'string' }, examples)
export const flag = (about: string): JsonSchema => described(about, { type: 'boolean' })
export const list = (about: string, items: JsonSchema, ...examples: readonly unknown[]): JsonSchema => described(about, { type: 'array', items }, examples)
export const reference = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` })

/** One of some values; as a map, each with what it means. */
export const choice = (about: string, values: readonly (string | number)[] | Readonly<Record<string, string>>): JsonSchema => Array.isArray(values)
  ? described(about, { enum: values })
  : described(about, { enum: Object.keys(values), markdownEnumDescriptions: Object.values(values) })

/** One text or a list of them. */
export const texts = (about: string, ...examples: readonly unknown[]): JsonSchema =>
  described(about, { type: ['string', 'array'], items: { type: ['string', 'number'] } }, examples)

/** A map with these keys and no others. */
export const record = (about: string, properties: Readonly<Record<string, JsonSchema>>, required: readonly string[] = []): JsonSchema => described(about, {
  type: 'object', properties: Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, shown(key, schema)])),
  ...(required.length > 0 ? { required } : {}), additionalProperties: false,
})

/** A map from names that the author chooses; `snippets` write a name and what stands under it. */
export const mapOf = (about: string, values: JsonSchema, ...snippets: readonly Snippet[]): JsonSchema => ({
  ...described(about, { type: 'object', propertyNames: { pattern: namePattern }, additionalProperties: values }),
  ...(snippets.length > 0 ? { defaultSnippets: snippets } : {}),
})

/** The value itself, or `{ param: name }`. Conditions instead of anyOf: one mistake gives one message. */
export const orParam = ({ description, examples, ...schema }: JsonSchema): JsonSchema => ({
  description, examples: [...examples as [] ?? [], { param: 'name' }],
  if: { type: 'object' }, then: reference('paramReference'), else: { description, ...schema },
  words: schema['enum'] ?? (schema['type'] === 'boolean' ? [true, false] : []),
})

/** The word, or else what the schema says. */
export const wordOr = (word: string, schema: JsonSchema): JsonSchema =>
  ({ if: { type: ['string', 'boolean'] }, then: { const: word }, else: schema })

/**
 * A property as an editor shows it: its examples under its key, and as proposals. Not as the keyword `examples`: servers
 * write such values unquoted, and show maps among them as `[object Object]`. Words behind a condition they do not see.
 * Without a key: what stands under any name.
 */
export function shown(key: string | undefined, { examples, words, ...schema }: JsonSchema): JsonSchema {
  if (!Array.isArray(examples)) return schema
  const description = String(schema['description'])
  const lines = examples.filter(example => !isParam(example)).map(example => `${key === undefined ? '' : `${key}: `}${lineOf(example)}`)
  const pictured = lines.length === 0 ? {} : { markdownDescription: [description, '```yaml', ...lines, '```'].join('\n') }
  // What stands behind a condition is shown in place of what stands before it.
  const branches = ['then', 'else'].filter(branch => schema[branch] !== undefined && !('$ref' in (schema[branch] as object)))
  return {
    ...schema, ...pictured,
    ...Object.fromEntries(branches.map(branch => [branch, { ...schema[branch] as object, ...pictured }])),
    defaultSnippets: [
      ...(words as (string | boolean)[] | undefined ?? []).map(word => wordSnippet(word, description)),
      ...examples.map(example => valueSnippet(example, isParam(example) ? 'The value of a parameter.' : description)),
    ],
  }
}

const isParam = (example: unknown): boolean => typeof example === 'object' && example !== null && Object.hasOwn(example, 'param')
