// The part of the language that says what must come of what: tests beside the rules.
import { type JsonSchema, record, reference, texts } from './json-schema.ts'
import { inline, snippet } from './snippets.ts'

const cell = { type: ['string', 'number', 'boolean', 'array', 'null'] }
const row = { type: 'object', additionalProperties: cell }
const hashed = record('The pseudonym of this text under the test key.', { hash: texts('The text; of a compound a list of its parts.') }, ['hash'])
const expectedCell = {
  if: { type: 'object' }, then: hashed,
  else: { type: ['string', 'number', 'boolean', 'array', 'null'], items: { if: { type: 'object' }, then: hashed, else: { type: ['string', 'number', 'boolean'] } } },
}
const expectedRow = { description: 'Only the columns that stand here are compared.', type: 'object', additionalProperties: expectedCell }
/** A list of maps, or an aligned text table. */
const rowsOf = (rowSchema: JsonSchema): JsonSchema => ({ type: ['array', 'string'], items: rowSchema })
const rowsOrTable = (more: string): string => `${more} A list of maps, or a text table: \`|\`, then a header and rows with | between cells and ; between members of a list.`
export const test = record('Rows in, rows out.', {
  params: { description: 'Values of parameters for this test.', type: 'object' },
  people: { description: rowsOrTable('The directory, that of the first lookup; without it the test runs as with --without.'), ...rowsOf(row) },
  given: {
    description: rowsOrTable('Records, by field; what is left out is blank. Or a map from input to records; directories beside `people` are among them.'),
    if: { type: 'object' }, then: { additionalProperties: rowsOf(row) }, else: rowsOf(row),
  },
  expect: {
    description: rowsOrTable('The rows of the output, by column, or a map from output to rows. In a table, hash(TEXT) is a pseudonym.'),
    if: { type: 'object' }, then: { additionalProperties: rowsOf(expectedRow) }, else: rowsOf(expectedRow),
  },
  dropped: { description: 'How many rows a step drops.', type: 'object', additionalProperties: { type: 'integer' } },
  quarantined: { description: 'How many records are refused.', type: 'integer' },
}, ['given', 'expect'])

export const tests = {
  description: 'Tests, by what they show.', type: 'object', additionalProperties: reference('test'),
  defaultSnippets: [snippet('test', 'Rows in, rows out.', { '<an outsider is masked>': {
    given: [{ event: 'DELIVER', time: '2024-05-20T08:00:00Z', sender: 'anna@example.com', recipient: 'john@partner.com' }],
    expect: [{ from: { hash: 'anna@example.com' }, to: 'external' }],
    dropped: inline({ '<step>': 0 }),
  } })],
}
