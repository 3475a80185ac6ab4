// A pipeline for an export that no base reads: declared fields, and what of them may leave as it stands.
import type { Kind } from './column-kind.ts'
import { type InputChanges, type Reasoned } from './changes.ts'
import type { FirstTest } from './first-test.ts'
import { aligned, inputLines, testLines } from './overlay-text.ts'

export type SkeletonField = { readonly name: string, readonly column: string, readonly kind: Kind }

export type Skeleton = {
  readonly name: string
  readonly input: string
  readonly schema: string
  /** A library with the directory of people, as a path from the new file on, its lookup, and the parameter with the own domains. */
  readonly library?: { readonly path: string, readonly lookup: string, readonly domains?: string }
  readonly reading: InputChanges
  readonly fields: readonly SkeletonField[]
}

/** What becomes of the fields: written as they stand, behind a pseudonym, or not at all. */
export type Parts = Readonly<Record<'people' | 'hashed' | 'written' | 'kept' | 'fields', readonly SkeletonField[]>>

/**
 * What is bounded and open is written as it stands, ids and addresses become pseudonyms, and the rest is not read as
 * yet. Where that leaves nothing, the first of the others becomes a pseudonym: a file has at least one column.
 */
export function partsOf({ library, fields: declaredFields }: Pick<Skeleton, 'library' | 'fields'>): Parts {
  const sorted = sort(declaredFields, library !== undefined)
  if (sorted.written.length > 0) return sorted
  const [first, ...others] = declaredFields
  return sort([{ ...first!, kind: { ...first!.kind, type: 'id', list: false, address: false, privacy: 'identity' } }, ...others], false)
}

function sort(fields: readonly SkeletonField[], directory: boolean): Parts {
  const people = directory ? fields.filter(({ kind }) => kind.address && kind.privacy === 'identity') : []
  const keys = fields.filter(({ kind }) => kind.privacy !== 'open' && (kind.type === 'message-id' || kind.type === 'id'))
  const hashed = [...people, ...keys]
  const written = fields.filter(field => hashed.includes(field) || field.kind.privacy === 'open' && bounded.has(field.kind.type))
  return { people, hashed, written, kept: fields.filter(field => !written.includes(field)), fields }
}

/** The file as text, with a test where one is given. */
export function skeletonText({ name, input, schema, library, reading }: Omit<Skeleton, 'fields'>, { people, hashed, written, kept, fields }: Parts, test?: FirstTest): string {
  const names = (of: readonly SkeletonField[]): string => of.map(field => field.name).join(', ')
  return [
    `# yaml-language-server: $schema=${schema}`,
    'version: 1',
    `name: ${name}`,
    `about: One row per record of ${input}.   # say what a row is, and what it is for`,
    ...library && people.length > 0 ? [`include: [${library.path}]`] : [],
    '', 'inputs:', `  ${input}:`,
    ...inputLines({ ...reading, fields: new Map() }),
    '    fields:   # all that is read',
    ...fieldLines(fields, kept),
    '', `from: ${input}`,
    ...hashed.length > 0 ? ['steps:'] : [],
    ...people.length > 0 ? [`  who: { identify: { fields: [${names(people)}], in: ${library!.lookup} } }   # any alias, X500 address or DN -> one person`] : [],
    ...hashed.length > 0 ? [`  pseudonyms: { hash: { fields: [${names(hashed)}] } }`] : [],
    '', 'outputs:', `  ${name}:`, `    csv: { file: ${name}.csv, delimiter: ";", newline: crlf }`,
    '    columns:', ...written.map(({ name: field }) => `      ${field}: ${field}`),
    ...test ? ['', 'tests:', ...testLines(...test)] : [],
    '',
  ].join('\n')
}

/** A field that no step and no column uses would be read for nothing: it stands there as a comment. */
function fieldLines(fields: readonly SkeletonField[], kept: readonly SkeletonField[]): readonly string[] {
  const line = ({ name, column, kind }: SkeletonField): [string, Reasoned<unknown>] => [kept.some(one => one.name === name) ? `# ${name}` : name, { value: declared(column, kind), why: kind.why }]
  return [
    ...aligned(fields.map(line), '      '),
    ...kept.length > 0 ? ['      # Not read as yet: what stands behind #. It leaves only behind hash, redact or conform; see docs/privacy.md.'] : [],
  ]
}

/** Types that an output takes as they are (docs/privacy.md). */
const bounded: ReadonlySet<string> = new Set(['integer', 'number', 'boolean', 'time', 'local-time', 'date'])

const declared = (column: string, { type, list, privacy }: Kind): object =>
  ({ from: [column], ...(list ? { type: 'list' } : type === 'text' ? {} : { type }), privacy })
