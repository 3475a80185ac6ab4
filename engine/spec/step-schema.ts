// The JSON Schema of a step, from its declaration.
import type { Step } from './step.ts'
import { type JsonSchema, choice, flag, mapOf, orParam, record, text, texts } from './json-schema.ts'
import { type Option, each, isFree, listed } from './option.ts'

/** What stands under a step's type; all options are optional where an overlay changes one. */
export function optionsSchema(step: Step, partial: boolean): JsonSchema {
  const items = step.options[listed]
  return {
    ...(items ? listSchema(step.summary, items) : mapSchema(step, partial)),
    ...(partial ? {} : { defaultSnippets: [{ label: step.name, description: step.summary, body: step.examples[0]?.options ?? {} }] }),
  }
}

function mapSchema({ summary, options }: Step, partial: boolean): JsonSchema {
  const named = Object.entries(options).filter(([name]) => !isFree(name))
  const free = options[each]
  const required = partial ? [] : named.filter(([, option]) => !option.optional && option.otherwise === undefined).map(([name]) => name)
  return {
    ...record(summary, Object.fromEntries(named.map(([name, option]) => [name, optionSchema(option)])), required),
    ...(free ? { additionalProperties: optionSchema(free) } : {}),
  }
}

/** An overlay replaces the whole list, so it is never partial. */
const listSchema = (summary: string, option: Option): JsonSchema => ({
  description: summary, type: 'array', minItems: 1,
  items: { ...mapOf(option.about, optionSchema(option)), minProperties: 1 },
})

function optionSchema({ role, about, choices, otherwise }: Option): JsonSchema {
  const schema = roleSchema(role, about, choices ?? [])
  return otherwise === undefined ? schema : { ...schema, default: otherwise }
}

function roleSchema(role: Option['role'], about: string, choices: readonly string[]): JsonSchema {
  switch (role) {
    case 'fields': return texts(about)
    case 'texts': case 'kinds': return orParam(texts(about))
    case 'text': case 'pattern': return orParam(text(about))
    case 'flag': return orParam(flag(about))
    case 'choice': return orParam(choice(about, choices))
    case 'words': return mapOf(about, { type: 'string' })
    case 'field': case 'new-field': case 'lookup': case 'expression': return text(about)
  }
}
