// docs/inputs.md and docs/outputs.md, from the schema: what an editor shows of every key.
import type { JsonSchema } from './json-schema.ts'
import { language } from './language.ts'
import { cell } from './page-cell.ts'

const definitions = language['definitions'] as Readonly<Record<string, JsonSchema>>

export function inputsPage(): string {
  const { param, input, lookup } = definitions as { param: JsonSchema, input: JsonSchema, lookup: JsonSchema }
  return page('Inputs', [
    'What may stand under `params`, `inputs` and `lookups`. How they work together, with examples: [rules.md](rules.md#inputs).',
    'The formats and encodings that are read, and how each is told: [collect.md](collect.md#what-is-read).',
  ], [
    keys('A parameter', param), keys('An input', input), keys('A field', under(input, 'fields')), keys('A lookup', lookup),
  ])
}

export function outputsPage(): string {
  const { output, pipeline } = definitions as { output: JsonSchema, pipeline: JsonSchema }
  const expect = property(output, 'expect')
  return page('Outputs', [
    'What may stand under `outputs` and `quarantine`. How they work, with examples: [rules.md](rules.md#outputs).',
  ], [
    keys('An output', output), keys('The file', property(output, 'csv')), keys('A column', detail(under(output, 'columns'))),
    keys('The file as a whole', expect), keys('A reference', detail(property(expect, 'refers')['additionalProperties'] as JsonSchema)),
    keys('Refused records', property(pipeline, 'quarantine')),
  ])
}

const page = (title: string, about: readonly string[], parts: readonly (readonly string[])[]): string =>
  [`# ${title}`, '', 'Generated from the schema that editors use.', ...about, '', ...parts.flat()].join('\n')

const properties = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> => schema['properties'] as Readonly<Record<string, JsonSchema>>
const property = (schema: JsonSchema, key: string): JsonSchema => properties(schema)[key]!
/** What stands under each name that the author chooses. */
const under = (schema: JsonSchema, key: string): JsonSchema => property(schema, key)['additionalProperties'] as JsonSchema
/** The map that may stand in place of a word. */
const detail = (schema: JsonSchema): JsonSchema => [schema['then'], schema['else']].find(branch => (branch as JsonSchema)['properties'] !== undefined) as JsonSchema

function keys(title: string, schema: JsonSchema): readonly string[] {
  const required = schema['required'] as readonly string[] | undefined ?? []
  const entries = Object.entries(properties(schema))
  return [
    `## ${title}`, '', String(schema['description']), '',
    '| key | meaning | such as |', '|---|---|---|',
    ...entries.map(([key, one]) => `| \`${key}\`${required.includes(key) ? ' (required)' : ''} | ${cell(meaning(one))} | ${examples(one)} |`), '',
    ...entries.flatMap(([key, one]) => words(key, one)),
  ]
}

/** Plain words stand in the row of their key; words with a meaning of their own in a table below it. */
function meaning(schema: JsonSchema): string {
  const plain = schema['markdownEnumDescriptions'] === undefined ? schema['enum'] as readonly string[] | undefined : undefined
  return `${String(schema['description'])}${plain ? ` One of ${plain.map(word => `\`${word === '\t' ? '\\t' : word}\``).join(', ')}.` : ''}`
}

function examples({ markdownDescription }: JsonSchema): string {
  const [, lines] = /```yaml\n([^]*)\n```/.exec(String(markdownDescription)) ?? []
  return lines === undefined ? '' : lines.split('\n').map(line => `\`${line.replaceAll('|', '\\|')}\``).join('<br>')
}

function words(key: string, schema: JsonSchema): readonly string[] {
  const meanings = schema['markdownEnumDescriptions'] as readonly string[] | undefined
  if (!meanings) return []
  const each = schema['enum'] as readonly string[]
  return [`| \`${key}\` | meaning |`, '|---|---|', ...each.map((word, index) => `| \`${word}\` | ${cell(meanings[index]!)} |`), '']
}
