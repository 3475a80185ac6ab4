// The JSON Schema of a step, from its declaration.
import type { Step } from './step.ts'
import { type JsonSchema, choice, flag, mapOf, orParam, record, shown, text, texts } from './json-schema.ts'
import { type Option, each, isFree, listed } from './option.ts'
import { type Snippet, inline, snippet } from './snippets.ts'
import { yamlOf } from './step-text.ts'

/** What stands under a step's type; all options are optional where an overlay changes one. */
export function optionsSchema(step: Step, partial: boolean): JsonSchema {
  const items = step.options[listed]
  return {
    ...(items ? listSchema(step.summary, items) : mapSchema(step, partial)),
    markdownDescription: [step.summary, '', `*Privacy.* ${step.privacy}`, '', '```yaml', ...step.examples.map(({ options }) => yamlOf(step, options)), '```'].join('\n'),
    ...(partial ? {} : { defaultSnippets: [optionsSnippet(step)] }),
  }
}

const first = (step: Step): unknown => step.examples[0]?.options ?? {}
const optionsSnippet = (step: Step): Snippet => snippet(step.name, step.summary, first(step))

/** The type with its options, where a step has a name and nothing else. */
export const typeSnippet = (step: Step): Snippet => snippet(step.name, step.summary, { [step.name]: first(step) })

/** The type with one option, for an overlay: the others stay as they are in the base. */
export function changeSnippet(step: Step): Snippet {
  const options = first(step)
  const [option] = Object.entries(options as object)
  return snippet(step.name, `An option of \`${step.name}\` that is different here.`, { [step.name]: Array.isArray(options) || !option ? options : Object.fromEntries([option]) })
}

/** A whole step, where names of steps stand. */
export const stepSnippet = (step: Step): Snippet =>
  snippet(step.name, step.summary, { '<name>': Array.isArray(first(step)) ? { [step.name]: first(step) } : inline({ [step.name]: first(step) }) })

function mapSchema(step: Step, partial: boolean): JsonSchema {
  const { summary, options } = step
  const named = Object.entries(options).filter(([name]) => !isFree(name))
  const free = options[each]
  const required = partial ? [] : named.filter(([, option]) => !option.optional && option.otherwise === undefined).map(([name]) => name)
  return {
    ...record(summary, Object.fromEntries(named.map(([name, option]) => [name, optionSchema(option, examplesOf(step, name))])), required),
    ...(free ? { additionalProperties: shown(undefined, optionSchema(free, freeExamples(step))) } : {}),
  }
}

/** The values that an option has in the examples of its step. */
const examplesOf = (step: Step, name: string): readonly unknown[] =>
  [...new Map(step.examples.map(({ options }) => (options as Readonly<Record<string, unknown>>)[name])
    .filter(value => value !== undefined).map(value => [JSON.stringify(value), value])).values()]

/** The values under the names that an author chose. */
const freeExamples = ({ options, examples }: Step): readonly unknown[] =>
  examples.flatMap(example => Object.entries(example.options).filter(([name]) => !Object.hasOwn(options, name)).map(([, value]) => value as unknown))

/** An overlay replaces the whole list, so it is never partial. */
const listSchema = (summary: string, option: Option): JsonSchema => ({
  description: summary, type: 'array', minItems: 1,
  items: { ...mapOf(option.about, shown(undefined, optionSchema(option, []))), minProperties: 1 },
})

function optionSchema({ role, about, choices, otherwise }: Option, examples: readonly unknown[]): JsonSchema {
  const schema = roleSchema(role, about, choices ?? [], examples)
  return otherwise === undefined || otherwise === '' ? schema : { ...schema, default: otherwise }
}

function roleSchema(role: Option['role'], about: string, choices: readonly string[], examples: readonly unknown[]): JsonSchema {
  switch (role) {
    case 'fields': return texts(about, ...examples)
    case 'texts': case 'kinds': return orParam(texts(about, ...examples))
    case 'text': case 'pattern': return orParam(text(about, ...examples))
    case 'flag': return orParam(flag(about))
    case 'choice': return orParam(choice(about, choices))
    case 'words': return { ...mapOf(about, { type: 'string' }), examples }
    case 'field': case 'new-field': case 'lookup': case 'expression': return text(about, ...examples)
  }
}
