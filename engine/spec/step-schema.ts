// The JSON Schema of a step, from its declaration.
import type { Step } from './step.ts'
import { type JsonSchema, choice, flag, orParam, record, text, texts } from './json-schema.ts'
import { type Option, each } from './option.ts'

/** The options under a step's type; all of them optional where an overlay changes one. */
export function optionsSchema(step: Step, partial: boolean): JsonSchema {
  const named = Object.entries(step.options).filter(([name]) => name !== each)
  const free = step.options[each]
  const required = partial ? [] : named.filter(([, option]) => !option.optional && option.otherwise === undefined).map(([name]) => name)
  return {
    ...record(step.summary, Object.fromEntries(named.map(([name, option]) => [name, optionSchema(option)])), required),
    ...(free ? { additionalProperties: optionSchema(free) } : {}),
    ...(partial ? {} : { defaultSnippets: [{ label: step.name, description: step.summary, body: step.examples[0]?.options ?? {} }] }),
  }
}

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
    case 'field': case 'new-field': case 'lookup': case 'expression': return text(about)
  }
}
