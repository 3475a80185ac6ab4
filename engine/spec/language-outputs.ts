// The part of the language that says what leaves: files, their columns, and what holds for a file as a whole.
import { type JsonSchema, choice, mapOf, orParam, record, reference, text, texts } from './json-schema.ts'
import { insertions, overlaySteps, stepsMap } from './language-steps.ts'
import { inline, snippet } from './snippets.ts'

const column = (): JsonSchema => {
  const refined = record('A column in detail.', {
    field: text('The field it is made of; the name of the column without it.', 'sender'),
    header: text('Its name in the file, where it is another than here.', 'from (Email)'),
    headers: { description: 'Its name under a header profile.', type: 'object', additionalProperties: { type: 'string' }, examples: [{ 'np-sync': 'from (Email)' }] },
    only: text('The header profile under which the column exists.', 'np-sync'),
  })
  return { description: 'The field, or details.', if: { type: 'string' }, then: {}, else: refined }
}
const columnSnippets = [
  snippet('column', 'A column and the field it is made of.', { '<from>': 'sender' }),
  snippet('column in detail', 'A column with another name in the file.', { '<from>': inline({ field: 'sender', header: 'from (Email)' }) }),
]

const sharedSteps = (partial: boolean): Readonly<Record<string, JsonSchema>> =>
  partial ? { steps: overlaySteps, after: insertions('after'), before: insertions('before') } : { steps: stepsMap }

const source = (partial: boolean): JsonSchema =>
  record('Steps that bring the records of this input into the fields that all sources share.', sharedSteps(partial))

const tableReference = (partial: boolean): JsonSchema => ({
  description: 'The column it refers to, of this output, or of another as OUTPUT.COLUMN.',
  if: { type: 'object' }, else: { type: 'string' },
  then: record('The column it refers to, and what becomes of a cell that does not.', {
    to: text('COLUMN, or OUTPUT.COLUMN.', 'id', 'groups.id'),
    otherwise: orParam(choice('What becomes of a cell that refers to nothing.', {
      stop: 'Nothing is delivered.', blank: 'The cell becomes blank, and is counted.', warn: 'It stays, and is counted.',
    })),
  }, partial ? [] : ['to']),
})
const tableReferences = (about: string, partial: boolean, example: object): JsonSchema =>
  ({ description: about, type: 'object', additionalProperties: tableReference(partial), examples: [example] })
const tableRules = (partial: boolean): JsonSchema => record('What must hold for the file as a whole. Its rows are kept in memory until the last.', {
  unique: texts('Columns of which no two rows have the same value.', 'id'),
  refers: tableReferences('Columns whose values, or members, are values of another column.', partial, { parent_id: { to: 'id', otherwise: 'blank' } }),
  acyclic: tableReferences('Columns that name another row, and never lead back to the same one.', partial, { parent_id: 'id' }),
})

export const output = (partial: boolean): JsonSchema => record('One file.', {
  about: text('What this is for, in a sentence.'),
  from: {
    description: 'The input whose records become its rows, or several, each with its steps. Without it: the rows behind the common steps.',
    examples: ['access', { people: { steps: { ids: { explode: { field: 'groups' } } } }, groups: { steps: {} } }],
    if: { type: 'object' }, else: { type: 'string' },
    then: mapOf('The inputs whose records become its rows, one after the other; their steps give them the same fields.', source(partial),
      snippet('source', 'An input, and steps that bring its records into the shared fields.', { '<groups>': { steps: { '<shape>': { set: { id: 'id', name: '$trim(name)' } } } } })),
  },
  ...sharedSteps(partial),
  csv: record('How the file is written.', {
    file: text('Its name.', 'emails.csv'),
    prefix: orParam(text('What stands before the name.')),
    delimiter: choice('Between cells.', [',', ';', '\t', '|']),
    newline: choice('Between rows.', ['crlf', 'lf']),
    headers: orParam(text('The header profile: which names and columns the receiver needs.')),
  }, partial ? [] : ['file']),
  expect: tableRules(partial),
  columns: { ...mapOf('All that leaves, in order.', column(), ...columnSnippets), propertyNames: {}, minProperties: 1 },
  allow: {
    description: 'Columns that may stand in clear, each with its reason.', type: 'object', additionalProperties: { type: 'string', pattern: '...' },
    examples: [{ name: 'titles of reports; names of groups, not of people' }],
  },
}, partial ? [] : ['csv', 'columns'])

export const outputSnippets = [
  snippet('output', 'One file from the rows behind the steps.', { '<emails>': {
    csv: inline({ file: 'emails.csv', delimiter: ';' }), columns: { '<from>': 'sender', '<when>': 'time' },
  } }),
  snippet('output of an input', 'One file from the records of another input.', { '<access>': {
    from: 'access', csv: inline({ file: 'access.csv', delimiter: ';' }), columns: { '<id>': 'id' },
  } }),
]

export const changedOutput = {
  description: 'An output of the base: what is different here; or `off`. A new one has all its keys.',
  if: { type: ['string', 'boolean'] }, then: { const: 'off' }, else: reference('outputChange'),
  defaultSnippets: [snippet('off', 'The file is not written.', 'off')],
}
export const outputChangeSnippets = [
  snippet('column', 'A column that is named otherwise here.', { '<emails>': { columns: { '<from>': inline({ header: 'sender' }) } } }),
  snippet('off', 'A file that is not written.', { '<emails>': 'off' }),
]
