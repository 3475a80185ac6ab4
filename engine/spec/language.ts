// The language of rule files as one JSON Schema: pipelines, libraries and overlays. Steps bring their own part.
import { steps } from '../steps/index.ts'
import { type JsonSchema, choice, flag, list, mapOf, namePattern, orParam, record, reference, text, texts, wordOr } from './json-schema.ts'
import { optionsSchema } from './step-schema.ts'

const version = choice('The version of the language.', [1])
const about = text('What this is for, in a sentence.')
const value = { type: ['string', 'number', 'boolean', 'array'], items: { type: ['string', 'number'] } }

const param = record('A value that a customer or a run sets.', {
  type: choice('What it holds.', ['text', 'list', 'integer', 'boolean', 'date']),
  about,
  default: { description: 'Its value where nothing sets one.', ...value },
  sample: { description: 'Its value in a run over the samples.', ...value },
  values: list('The values it can have.', { type: ['string', 'number'] }),
}, ['type'])

const field = (partial: boolean): JsonSchema => record('A field: which column it is read from and how private it is.', {
  from: texts('The column, in all its spellings; the first that a file has is read. Without it: the name of the field.'),
  or: texts('Columns to fall back on, in this order, where the cell is blank.'),
  type: choice('What a cell holds.', ['text', 'word', 'integer', 'number', 'boolean', 'time', 'local-time', 'date', 'message-id', 'id', 'list']),
  privacy: choice('open: tells nothing about anyone. sensitive: text that can hold anything. identity: points to a person.', ['open', 'sensitive', 'identity']),
  values: orParam(list('The only values a cell can hold.', { type: 'string' })),
  pattern: text('A regular expression that every cell must match, whole, if it is not blank; another refuses its record.'),
  optional: flag('Real exports may lack the column; cells are blank then. Otherwise a missing column stops the run.'),
}, partial ? [] : ['privacy'])

const input = (partial: boolean): JsonSchema => record('Files to read: a log, or an export as CSV, JSON or CLIXML; told by content.', {
  about,
  files: texts('A path or pattern, from this file on. `--input NAME=…` replaces it.'),
  optional: flag('The run can do without: `--without NAME`.'),
  encoding: text('The encoding, where the files do not tell it: windows-1250, windows-1252, …'),
  zone: orParam(text('The time zone of times that carry none, such as Europe/Warsaw.')),
  dates: orParam(text('The pattern of times that are not ISO, such as dd.MM.yyyy HH:mm:ss.')),
  fields: mapOf('All that is read. Columns that no field names never enter.', field(partial)),
}, partial ? [] : ['fields'])

const patterns = orParam({ description: 'Patterns with * and ?, held against the whole value; numbers are compared. Any that matches is enough.', type: ['string', 'number', 'array'], items: { type: ['string', 'number'] } })
const kindRule = {
  description: 'The kind, and what tells it: fields of the directory, `address`, `ou`, or `cn` (the common name).',
  type: 'object', minProperties: 1, maxProperties: 1, propertyNames: { pattern: namePattern },
  additionalProperties: { type: 'object', minProperties: 1, properties: { anywhere: flag('Also for addresses outside the own domains.') }, additionalProperties: patterns },
}

const lookup = (partial: boolean): JsonSchema => record('Accounts, found by any spelling.', {
  from: text('The input with the accounts.'),
  domains: orParam(texts('The own mail domains; sub-domains belong to them.')),
  'cloud-domains': orParam(texts('Domains of colleagues\' cloud mailboxes.')),
  address: texts('Fields that give the canonical address, the first that has one; of a list of proxy addresses, the primary.'),
  also: texts('Fields with other spellings that lead to the account.'),
  id: texts('Fields that give the id of the account, the first that is not blank; `address` is its address.'),
  remote: { description: 'What tells that a mailbox is in the cloud.', type: 'object', additionalProperties: patterns },
  kinds: list('Kinds of account; the first rule that matches wins, and what is left is a person. Rules of an overlay are asked first.', kindRule),
}, partial ? [] : ['from', 'domains', 'address'])

const stepOf = (partial: boolean): JsonSchema => ({
  description: 'One step: its type, and the options under it.',
  type: 'object', minProperties: 1, maxProperties: 1, additionalProperties: false,
  properties: Object.fromEntries(steps.map(step => [step.name, optionsSchema(step, partial)])),
  ...(partial ? {} : { defaultSnippets: steps.map(step => ({ label: step.name, description: step.summary, body: { [step.name]: step.examples[0]?.options ?? {} } })) }),
})
const stepsMap = mapOf('The steps in order, by name. Names serve tests, overlays, counts and reasons.', reference('step'))
const insertions = (where: string): JsonSchema => mapOf(`New steps ${where} a step of the base.`, mapOf('The new steps, by name.', reference('step')))

const column = (): JsonSchema => {
  const refined = record('A column in detail.', {
    field: text('The field it is made of.'),
    header: text('Its name in the file, where it is another than here.'),
    headers: { description: 'Its name under a header profile.', type: 'object', additionalProperties: { type: 'string' } },
    only: text('The header profile under which the column exists.'),
  })
  return { description: 'The field, or details.', if: { type: 'string' }, then: {}, else: refined }
}

const source = (partial: boolean): JsonSchema => record('Steps that bring the records of this input into the fields that all sources share.', {
  steps: partial ? overlaySteps : stepsMap,
  ...(partial ? { after: insertions('after'), before: insertions('before') } : {}),
})

const tableReference = (partial: boolean): JsonSchema => ({
  description: 'The column it refers to, of this output, or of another as OUTPUT.COLUMN.',
  if: { type: 'object' }, else: { type: 'string' },
  then: record('The column it refers to, and what becomes of a cell that does not.', {
    to: text('COLUMN, or OUTPUT.COLUMN.'),
    otherwise: orParam(choice('stop: nothing is delivered. blank: the cell becomes blank, and is counted. warn: it stays, and is counted.', ['stop', 'blank', 'warn'])),
  }, partial ? [] : ['to']),
})
const tableReferences = (about: string, partial: boolean): JsonSchema => ({ description: about, type: 'object', additionalProperties: tableReference(partial) })
const tableRules = (partial: boolean): JsonSchema => record('What must hold for the file as a whole. Its rows are kept in memory until the last.', {
  unique: texts('Columns of which no two rows have the same value.'),
  refers: tableReferences('Columns whose values, or members, are values of another column.', partial),
  acyclic: tableReferences('Columns that name another row, and never lead back to the same one.', partial),
})

const output = (partial: boolean): JsonSchema => record('One file.', {
  about,
  from: {
    description: 'The input whose records become its rows, or several, each with its steps. Without it: the rows behind the common steps.',
    if: { type: 'object' }, then: mapOf('The inputs whose records become its rows, one after the other.', source(partial)), else: { type: 'string' },
  },
  steps: partial ? overlaySteps : stepsMap,
  ...(partial ? { after: insertions('after'), before: insertions('before') } : {}),
  csv: record('How the file is written.', {
    file: text('Its name.'),
    prefix: orParam(text('What stands before the name.')),
    delimiter: choice('Between cells.', [',', ';', '\t', '|']),
    newline: choice('Between rows.', ['crlf', 'lf']),
    headers: orParam(text('The header profile: which names and columns the receiver needs.')),
  }, partial ? [] : ['file']),
  expect: tableRules(partial),
  columns: { description: 'All that leaves, in order.', type: 'object', minProperties: 1, additionalProperties: column() },
  allow: { description: 'Columns that may stand in clear, each with its reason.', type: 'object', additionalProperties: { type: 'string', pattern: '...' } },
}, partial ? [] : ['csv', 'columns'])

const cell = { type: ['string', 'number', 'boolean', 'array', 'null'] }
const row = { type: 'object', additionalProperties: cell }
const expectedRow = {
  description: 'Only the columns that stand here are compared.', type: 'object',
  additionalProperties: { if: { type: 'object' }, then: record('The pseudonym of this text under the test key.', { hash: text('The text.') }, ['hash']), else: cell },
}
const test = record('Rows in, rows out.', {
  params: { description: 'Values of parameters for this test.', type: 'object' },
  people: list('The directory; without it the test runs as with --without.', row),
  given: {
    description: 'Records, by field; what is left out is blank. Or a map from input to records.',
    if: { type: 'object' }, then: { additionalProperties: { type: 'array', items: row } }, else: { type: 'array', items: row },
  },
  expect: {
    description: 'The rows of the output, or a map from output to rows.',
    if: { type: 'object' }, then: { additionalProperties: { type: 'array', items: expectedRow } }, else: { type: 'array', items: expectedRow },
  },
  dropped: { description: 'How many rows a step drops.', type: 'object', additionalProperties: { type: 'integer' } },
  quarantined: { description: 'How many records are refused.', type: 'integer' },
}, ['given', 'expect'])
const tests = { description: 'Tests, by what they show.', type: 'object', additionalProperties: reference('test') }

const quarantine = record('Refused records.', {
  limit: { description: 'How many a delivery may have: a number, or a share such as 1%. 0 by default.', type: ['integer', 'string'] },
})
const overlaySteps = mapOf('Steps of the base to change: one option at a time, or `off`.', wordOr('off', reference('stepChange')))
const overlayParam = { description: 'A value for a parameter of the base, or a new parameter.', if: { type: 'object' }, then: reference('param'), else: value }

const pipeline = record('A pipeline: inputs through steps to outputs.', {
  version, name: { ...text('The name of the export.'), pattern: namePattern }, about,
  include: list('Libraries, brought in whole.', { type: 'string' }),
  params: mapOf('What a customer or a run sets.', reference('param')),
  inputs: mapOf('What is read.', reference('input')),
  lookups: mapOf('Accounts to look up.', reference('lookup')),
  from: text('The input whose records become rows.'),
  steps: stepsMap,
  outputs: mapOf('What leaves.', reference('output')),
  quarantine, tests,
}, ['version', 'name', 'from', 'outputs'])

const library = record('A library: what several pipelines share.', {
  version, name: text('Its name.'), about,
  include: list('Further libraries.', { type: 'string' }),
  params: mapOf('What a customer or a run sets.', reference('param')),
  inputs: mapOf('What is read.', reference('input')),
  lookups: mapOf('Accounts to look up.', reference('lookup')),
}, ['version'])

const overlay = record('A customer: another rule file, and what is different here.', {
  version, name: text('The name of the export.'), about,
  extends: text('The rule file to start from: a pipeline, a library, or another overlay.'),
  include: list('Libraries, and overlays of the libraries that the base includes: what all overlays of a customer share.', { type: 'string' }),
  params: mapOf('Values for parameters of the base.', overlayParam),
  inputs: mapOf('Files, and fields that are named otherwise here.', reference('inputChange')),
  lookups: mapOf('Further kinds of account, asked first.', reference('lookupChange')),
  steps: overlaySteps,
  after: insertions('after'), before: insertions('before'),
  outputs: mapOf('Columns and file names that are different here.', wordOr('off', reference('outputChange'))),
  quarantine, tests,
}, ['version', 'extends'])

/** The whole language; a file is an overlay, a pipeline or a library by the keys it has. */
export const language: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'np-pipeline rule file',
  type: 'object',
  if: { required: ['extends'] },
  then: reference('overlay'),
  else: { if: { anyOf: [{ required: ['from'] }, { required: ['outputs'] }] }, then: reference('pipeline'), else: reference('library') },
  definitions: {
    pipeline, library, overlay, param, test,
    paramReference: record('The value of a parameter.', { param: text('Its name.') }, ['param']),
    input: input(false), inputChange: input(true),
    lookup: lookup(false), lookupChange: lookup(true),
    step: stepOf(false), stepChange: stepOf(true),
    output: output(false), outputChange: output(true),
  },
}
