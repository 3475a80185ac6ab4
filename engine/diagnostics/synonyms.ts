// What other tools call the keys, step types and values of rule files: an answer where spelling gives none.
import { nearest, onlyNearest } from './nearest.ts'

/** By what it is called here: other words for it, without hyphens. A word can stand for several; candidates tell. */
const others: Readonly<Record<string, string>> = {
  // sections
  extends: 'base parent inherit inherits',
  include: 'import imports uses',
  params: 'variables vars parameters arguments settings',
  inputs: 'sources',
  lookups: 'directories',
  steps: 'stages transformations',
  outputs: 'targets',
  // step types
  keep: 'filter where select retain only allow include',
  drop: 'filter delete remove exclude skip ignore reject discard',
  set: 'map rename assign compute calculate derive transform copy add',
  redact: 'mask blank truncate anonymize anonymise round',
  hash: 'anonymize anonymise pseudonymize pseudonymise encrypt hmac sha256 digest',
  explode: 'split unwind unnest flatten expand foreach',
  unique: 'dedupe dedup deduplicate distinct',
  identify: 'resolve',
  lookup: 'join',
  merge: 'group aggregate',
  expect: 'assert require',
  // options of steps
  when: 'condition if expression expr filter where',
  because: 'reason why comment description note',
  about: 'description comment note',
  accounts: 'kinds kind types',
  by: 'keys key on fields',
  into: 'as target',
  in: 'directory using via',
  otherwise: 'default else fallback',
  to: 'round precision granularity unit truncate',
  with: 'value replacement',
  pattern: 'regex regexp',
  profile: 'algorithm',
  lower: 'lowercase tolower',
  // inputs, fields and parameters
  encoding: 'charset codepage',
  zone: 'timezone tz',
  dates: 'format dateformat',
  files: 'path source',
  from: 'source column columns attribute property',
  privacy: 'sensitivity classification mark level',
  values: 'enum choices',
  // outputs
  columns: 'fields',
  field: 'column',
  file: 'filename path name',
  delimiter: 'separator sep',
  newline: 'eol lineending',
  header: 'name title label caption',
  // values
  text: 'string str email address',
  integer: 'int long',
  number: 'float double decimal',
  boolean: 'bool flag',
  time: 'datetime timestamp',
  list: 'array',
  id: 'guid uuid',
  open: 'public none',
  identity: 'personal person pii',
  sensitive: 'confidential private secret',
  crlf: 'windows',
  lf: 'unix linux',
}

/** The candidates that an author most likely means: those the word is another word for, or the one nearest to it. */
export function likely(word: string, candidates: readonly string[]): readonly string[] {
  const found = synonymous(word, candidates)
  const near = found.length === 0 ? nearest(word, candidates) : undefined
  return near === undefined ? found : [near]
}

/** The one candidate that an author means, where no other is as likely: an answer that can be taken without asking. */
export function onlyLikely(word: string, candidates: readonly string[]): string | undefined {
  const found = synonymous(word, candidates)
  return found.length === 0 ? onlyNearest(word, candidates) : found.length === 1 ? found[0] : undefined
}

function synonymous(word: string, candidates: readonly string[]): readonly string[] {
  const plain = word.toLowerCase().replace(/[-_]/g, '')
  // `column` is rather a misspelt `columns`; in shorter words another letter makes another word.
  if (plain.length > 3 && candidates.some(one => isLonger(plain, one) || isLonger(one, plain))) return []
  const meant = Object.keys(others).filter(name => others[name]!.split(' ').includes(plain))
  return meant.filter(name => candidates.includes(name))
}

/** The first word is the other with a letter more. */
const isLonger = (long: string, short: string): boolean => long.length === short.length + 1
  && [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short)

/** `did you mean "keep" or "drop"?` */
export const question = (meant: readonly string[]): string =>
  `did you mean ${meant.map(one => `"${one}"`).join(' or ')}?`
