// Small builders for JSON Schema (draft-07, what YAML editors support), each with the text an editor shows.

export type JsonSchema = { readonly [key: string]: unknown }

/** Names of steps, params, inputs, fields …: they are keys that people type, so they are kept simple. */
export const namePattern = '^[A-Za-z][A-Za-z0-9_-]*$'

const described = (about: string, schema: JsonSchema): JsonSchema => ({ description: about, ...schema })

export const text = (about: string): JsonSchema => described(about, { type: 'string' })
export const flag = (about: string): JsonSchema => described(about, { type: 'boolean' })
export const choice = (about: string, values: readonly (string | number)[]): JsonSchema => described(about, { enum: values })
export const list = (about: string, items: JsonSchema): JsonSchema => described(about, { type: 'array', items })
export const reference = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` })

/** One text or a list of them. */
export const texts = (about: string): JsonSchema =>
  described(about, { type: ['string', 'array'], items: { type: ['string', 'number'] } })

/** A map with these keys and no others. */
export const record = (about: string, properties: JsonSchema, required: readonly string[] = []): JsonSchema =>
  described(about, { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false })

/** A map from names that the author chooses. */
export const mapOf = (about: string, values: JsonSchema): JsonSchema =>
  described(about, { type: 'object', propertyNames: { pattern: namePattern }, additionalProperties: values })

/** The value itself, or `{ param: name }`. Conditions instead of anyOf: one mistake gives one message. */
export const orParam = (schema: JsonSchema): JsonSchema =>
  ({ description: schema['description'], if: { type: 'object' }, then: reference('paramReference'), else: schema })

/** The word, or else what the schema says. */
export const wordOr = (word: string, schema: JsonSchema): JsonSchema =>
  ({ if: { type: ['string', 'boolean'] }, then: { const: word }, else: schema })
