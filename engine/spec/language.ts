// The language of rule files as one JSON Schema: pipelines, libraries and overlays. Steps bring their own part.
import { type JsonSchema, choice, list, mapOf, namePattern, record, reference, text } from './json-schema.ts'
import {
  input, inputChangeSnippets, inputSnippets, lookup, lookupChangeSnippets, lookupSnippets, param, paramChange, paramSnippets, value,
} from './language-inputs.ts'
import { changedOutput, output, outputChangeSnippets, outputSnippets } from './language-outputs.ts'
import { insertions, overlaySteps, stepOf, stepsMap } from './language-steps.ts'
import { test, tests } from './language-tests.ts'
import { inline, snippet } from './snippets.ts'

const version = choice('The version of the language.', [1])
const about = text('What this is for, in a sentence.')

const quarantine = record('Refused records.', {
  limit: { description: 'How many a delivery may have: a number, or a share. 0 by default.', type: ['integer', 'string'], examples: [3, '1%'] },
})
const overlayParam = { description: 'A value for a parameter of the base, or a new parameter.', if: { type: 'object' }, then: reference('paramChange'), else: value }

const pipeline = record('A pipeline: inputs through steps to outputs.', {
  version, name: { ...text('The name of the export.'), pattern: namePattern }, about,
  include: list('Libraries, brought in whole.', { type: 'string' }, ['./organisation.yaml']),
  params: mapOf('What a customer or a run sets.', reference('param'), ...paramSnippets),
  inputs: mapOf('What is read.', reference('input'), ...inputSnippets),
  lookups: mapOf('Accounts to look up.', reference('lookup'), ...lookupSnippets),
  from: text('The input whose records become rows.'),
  steps: stepsMap,
  outputs: mapOf('What leaves.', reference('output'), ...outputSnippets),
  quarantine, tests,
}, ['version', 'name', 'from', 'outputs'])

const head = { version: 1, about: 'What this is for, in a sentence.' }
/** What a file begins with: it is taken for a library until it has a key of another kind. */
const starts = [
  snippet('new customer', 'A customer: another rule file, and what is different here.', { version: 1, extends: '../../emails.yaml', params: { domains: ['contoso.com'] } }),
  snippet('new pipeline', 'A pipeline: inputs through steps to outputs.', {
    version: 1, name: 'mail', about: head.about, include: ['./organisation.yaml'],
    inputs: { '<tracking>': { fields: { '<time>': inline({ from: ['date-time', 'Timestamp'], privacy: 'open', type: 'time' }) } } },
    from: 'tracking', steps: { '<recent>': inline({ keep: { when: 'time >= "2024-01-01"', because: 'older' } }) },
    outputs: { '<mail>': { csv: inline({ file: 'mail.csv' }), columns: { '<when>': 'time' } } },
  }),
  snippet('new library', 'A library: what several pipelines share.', { ...head, params: { '<domains>': inline({ type: 'list', about: 'the own mail domains' }) } }),
]

const library = { defaultSnippets: starts, ...record('A library: what several pipelines share.', {
  version, name: text('Its name.'), about,
  include: list('Further libraries.', { type: 'string' }, ['./organisation.yaml']),
  params: mapOf('What a customer or a run sets.', reference('param'), ...paramSnippets),
  inputs: mapOf('What is read.', reference('input'), ...inputSnippets),
  lookups: mapOf('Accounts to look up.', reference('lookup'), ...lookupSnippets),
}, ['version']) }

const overlay = record('A customer: another rule file, and what is different here.', {
  version, name: text('The name of the export.'), about,
  extends: text('The rule file to start from: a pipeline, a library, or another overlay.', '../../emails.yaml'),
  include: list('Libraries, and overlays of the libraries that the base includes: what all overlays of a customer share.', { type: 'string' }, ['./organisation.yaml']),
  params: mapOf('Values for parameters of the base.', overlayParam,
    snippet('domains', 'The own mail domains of the customer.', { domains: ['contoso.com'] }),
    snippet('value', 'A value for a parameter of the base.', { '<name>': 'value' })),
  inputs: mapOf('Files, and fields that are named otherwise here.', reference('inputChange'), ...inputChangeSnippets),
  lookups: mapOf('Further kinds of account, asked first.', reference('lookupChange'), ...lookupChangeSnippets),
  steps: overlaySteps,
  after: insertions('after'), before: insertions('before'),
  outputs: mapOf('Columns and file names that are different here.', changedOutput, ...outputChangeSnippets),
  quarantine, tests,
}, ['version', 'extends'])

/** The whole language; a file is an overlay, a pipeline or a library by the keys it has. */
export const language: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  if: { required: ['extends'] },
  then: reference('overlay'),
  else: { if: { anyOf: [{ required: ['from'] }, { required: ['outputs'] }] }, then: reference('pipeline'), else: reference('library') },
  definitions: {
    pipeline, library, overlay, param, paramChange, test,
    paramReference: record('The value of a parameter.', { param: text('Its name.') }, ['param']),
    input: input(false), inputChange: input(true),
    lookup: lookup(false), lookupChange: lookup(true),
    step: stepOf(false), stepChange: stepOf(true),
    output: output(false), outputChange: output(true),
  },
}
