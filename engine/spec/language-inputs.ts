// The part of the language that says what is read: parameters, inputs with their fields, lookups.
import { type JsonSchema, choice, flag, list, mapOf, namePattern, orParam, record, shown, text, texts } from './json-schema.ts'
import { inline, snippet } from './snippets.ts'

const about = text('What this is for, in a sentence.')
export const value = { type: ['string', 'number', 'boolean', 'array'], items: { type: ['string', 'number'] } }

const ofParam = {
  type: choice('What it holds.', {
    text: 'Any text.', list: 'Texts; on the command line with commas: `--set domains=a.com,b.com`.', integer: 'A whole number.', boolean: '`true` or `false`.',
    date: 'A day such as `2024-01-31`, or `today`: the day in UTC on which the run starts.',
  }),
  about,
  default: { description: 'Its value where nothing sets one; without it, a run must set one.', ...value },
  sample: { description: 'Its value in a run over the samples, and while the file is checked.', ...value },
  values: list('The only values it can have.', { type: ['string', 'number'] }, ['day', 'month']),
  'per-run': flag('Each run may set another value: `run --approved` does not hold it against the one that was approved.'),
}

export const param = record('A value that a customer or a run sets.', ofParam, ['type'])
/** The same in an overlay, which may change any part of a parameter of its base. */
export const paramChange = record('What is different of a parameter of the base, or a new parameter.', ofParam)

export const paramSnippets = [
  snippet('text', 'A text.', { '<name>': inline({ type: 'text', default: '', about: 'what it is for' }) }),
  snippet('list', 'Several texts.', { '<domains>': inline({ type: 'list', about: 'what it is for' }) }),
  snippet('choice', 'One of a few words.', { '<name>': inline({ type: 'text', values: ['day', 'month'], default: 'day', about: 'what it is for' }) }),
  snippet('date', 'A day, or `today`.', { '<as-of>': inline({ type: 'date', default: 'today', about: 'what it is for' }) }),
]

/** What a cell may hold, by the word a field has under `type`; shown by editors and on docs/inputs.md. */
const types = choice('What a cell holds. A cell that is not of its type refuses its record; blank is always allowed.', {
  text: 'As it stands.',
  word: 'Letters, digits, `.`, `_`, `-`; at most 64.',
  integer: 'Digits with an optional sign; a number in expressions.',
  number: 'Digits with an optional sign and fraction, as they stand.',
  boolean: '`true`, `false`, `1`, `0`.',
  time: 'An instant: ISO 8601 with a zone, or the forms that `zone` and `dates` of the input declare.',
  'local-time': 'A time as the clock of the export shows it; it needs no zone, and is never converted.',
  date: 'A day, `2023-06-01`, or of the form that `dates` of the input declares.',
  'message-id': 'Text without its one pair of `< >`; a blank one refuses the record.',
  id: 'Text, trimmed; a number or key that may be hashed without `identify`.',
  list: 'Texts: joined lists are split, real lists of JSON and CLIXML taken as they are.',
})

const field = (partial: boolean): JsonSchema => record('A field: which column it is read from and how private it is.', {
  from: texts('The column, in all its spellings; the first that a file has is read. Without it: the name of the field.', ['sender-address', 'Sender']),
  or: texts('Columns to fall back on, in this order, where the cell is blank.', ['network-message-id']),
  type: types,
  privacy: choice('How private it is.', {
    open: 'Tells nothing about anyone: times, numbers, words of a protocol.',
    sensitive: 'Can hold anything: subjects, message ids, free text.',
    identity: 'Points to a person: addresses, names, logins, employee numbers.',
  }),
  values: orParam(list('The only values a cell can hold.', { type: 'string' }, ['Create', 'Update'])),
  pattern: text('A regular expression that every cell must match, whole, if it is not blank; another refuses its record.', String.raw`IPM\.[A-Za-z.]+`),
  optional: flag('Real exports may lack the column; cells are blank then. Otherwise a missing column stops the run.'),
}, partial ? [] : ['privacy'])

const fieldSnippets = [
  snippet('address', 'A field with an address, a login or a name: it points to a person.', { '<sender>': inline({ from: ['Sender'], privacy: 'identity' }) }),
  snippet('addresses', 'A field with several addresses.', { '<recipient>': inline({ from: ['Recipients'], privacy: 'identity', type: 'list' }) }),
  snippet('free text', 'A field that can hold anything.', { '<subject>': inline({ from: ['MessageSubject'], privacy: 'sensitive' }) }),
  snippet('time', 'A field with an instant.', { '<time>': inline({ from: ['Timestamp'], privacy: 'open', type: 'time' }) }),
  snippet('local time', 'A field with the time of a clock.', { '<start>': inline({ from: ['StartTime'], privacy: 'open', type: 'local-time' }) }),
  snippet('closed list', 'A field that holds one of a few words.', { '<action>': inline({ from: ['Action'], privacy: 'open', values: ['Create', 'Update'] }) }),
]

export const input = (partial: boolean): JsonSchema => record('Files to read: a log, or an export as CSV, JSON or CLIXML; told by content.', {
  about,
  files: texts('A path or pattern, from this file on. `--input NAME=…` replaces it.', 'logs/**/MSGTRK*.LOG'),
  optional: flag('The run can do without: `--without NAME`. For inputs of lookups, and of outputs that may be left out.'),
  encoding: text('The encoding, where the files do not tell it.', 'windows-1250', 'windows-1252'),
  zone: orParam(text('The time zone of times that carry none: an IANA or Windows name.', 'Europe/Warsaw', 'W. Europe Standard Time')),
  dates: orParam(text('The pattern of times that are not ISO 8601, in .NET\'s letters; never guessed.', 'dd.MM.yyyy HH:mm:ss', 'M/d/yyyy h:mm:ss tt')),
  fields: mapOf('All that is read. Columns that no field names never enter.', field(partial), ...fieldSnippets),
}, partial ? [] : ['fields'])

const people = {
  dn: inline({ from: ['DistinguishedName'], privacy: 'identity' }),
  mail: inline({ from: ['mail', 'EmailAddress'], privacy: 'identity' }),
  proxies: inline({ from: ['proxyAddresses'], privacy: 'identity', type: 'list', optional: true }),
}

export const inputSnippets = [
  snippet('log', 'A log or an export whose records become rows.', { '<tracking>': { fields: {
    '<time>': inline({ from: ['date-time', 'Timestamp'], privacy: 'open', type: 'time' }), '<sender>': inline({ from: ['sender-address', 'Sender'], privacy: 'identity' }),
  } } }),
  snippet('directory', 'Accounts for a lookup.', { '<people>': { optional: true, fields: people } }),
]
export const inputChangeSnippets = [
  snippet('files of an input', 'Files, zone and form of times of this customer.', { '<tracking>': { files: 'logs/*.csv', zone: 'Europe/Warsaw', dates: 'dd.MM.yyyy HH:mm:ss' } }),
  snippet('column of an input', 'A column that is named otherwise here.', { '<tracking>': { fields: { '<sender>': inline({ from: ['Absender'] }) } } }),
]

const patterns = shown(undefined, orParam({
  description: 'Patterns with * and ?, held against the whole value; numbers are compared. Any that matches is enough.', examples: ['svc-*', ['Rooms', 'Conference Rooms']],
  type: ['string', 'number', 'array'], items: { type: ['string', 'number'] },
}))
const kindRule = {
  description: 'The kind, and what tells it: fields of the directory, `address`, `ou`, or `cn` (the common name).',
  type: 'object', minProperties: 1, maxProperties: 1, propertyNames: { pattern: namePattern },
  additionalProperties: { type: 'object', minProperties: 1, properties: { anywhere: flag('Also for addresses outside the own domains.') }, additionalProperties: patterns },
}
const someKinds = [{ room: { type: 16 } }, { service: { login: 'svc-*' } }]

export const lookup = (partial: boolean): JsonSchema => record('Accounts, found by any spelling.', {
  from: text('The input with the accounts.', 'people'),
  domains: orParam(texts('The own mail domains; sub-domains belong to them.')),
  'cloud-domains': orParam(texts('Domains of colleagues\' cloud mailboxes.')),
  address: texts('Fields that give the canonical address, the first that has one; of a list of proxy addresses, the primary.', ['proxies', 'mail']),
  also: texts('Fields with other spellings that lead to the account.', ['mail', 'dn']),
  id: texts('Fields that give the id of the account, the first that is not blank; `address` is its address.', ['employee-id', 'address']),
  remote: { description: 'What tells that a mailbox is in the cloud.', type: 'object', additionalProperties: patterns },
  kinds: list('Kinds of account; the first rule that matches wins, and what is left is a person. Rules of an overlay are asked first.', kindRule, someKinds),
}, partial ? [] : ['from', 'domains', 'address'])

export const lookupSnippets = [
  snippet('lookup', 'Accounts, and what tells rooms and service accounts from people.', { '<people>': {
    from: 'people', domains: inline({ param: 'domains' }), address: ['proxies', 'mail'], also: ['proxies', 'mail', 'dn'], kinds: someKinds,
  } }),
]
export const lookupChangeSnippets = [
  snippet('kinds', 'Kinds of account of this customer, asked before those of the base.', { '<people>': { kinds: [{ service: { login: 'app.*' } }] } }),
]
