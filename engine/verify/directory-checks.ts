// The directory that is searched for: whether it is that of the runs, and what it says of people.
import type { Catalogue } from './catalogue.ts'
import { type Check, type Spot, enumerated, fine, plural } from './check.ts'
import { knownText } from './content-checks.ts'
import type { DirectoryRead } from './directory-file.ts'
import type { Folder } from './records.ts'

/** `withRules`: rule files have told of columns already. */
export function directoryChecks(
  read: readonly DirectoryRead[], { records }: Folder, known: Catalogue, withRules: boolean,
): readonly Check[] {
  const given = new Set(read.map(({ sha256 }) => sha256))
  const inputs = new Set(records.flatMap(({ record }) => record.inputs.map(({ sha256 }) => sha256)))
  const strange = read.filter(({ sha256 }) => !inputs.has(sha256))
  return [
    strange.length === read.length && given.size > 0 ? {
      check: 'directory', result: 'warning', code: 'other-directory', count: strange.length, spots: strange.map(({ file }) => ({ file })),
      message: 'no run of this delivery has read this file: whoever is only in the one that they read is not searched for',
      hint: 'give the directory of the runs too, with a second --input people=FILE',
    } : fine('directory', known.texts.length,
      `${read.map(({ file, records: count }) => `${file} with ${plural(count, 'account')}`).join(', ')}: ${knownText(known)}`),
    ...columnsCheck(read, withRules), ...kindsCheck(read),
  ]
}

/** What nobody is searched for by. */
function columnsCheck(read: readonly DirectoryRead[], withRules: boolean): readonly Check[] {
  const spots = read.filter(({ unsearched }) => unsearched.length > 0)
    .map(({ file, unsearched }) => ({ file, text: unsearched.join(', ') }))
  const count = read.reduce((sum, { unsearched }) => sum + unsearched.length, 0)
  const [are, identify] = count === 1 ? ['is', 'it identifies anybody by itself'] : ['are', 'they identify anybody by themselves']
  return spots.length === 0 ? [] : [{
    check: 'columns', result: 'information', count, spots,
    message: `${plural(count, 'column')} ${are} not searched for: nothing says that ${identify}`,
    ...withRules ? {} : { hint: 'if one of them names people: --rules FILE, with the rules that read it as an identity' },
  }]
}

/** What a file does not say. */
function kindsCheck(read: readonly DirectoryRead[]): readonly Check[] {
  const lost = read.flatMap(({ file, lost: columns }): readonly Spot[] =>
    columns.map(column => ({ file, column, text: 'its lists or objects are not in the file' })))
  const missing = read.flatMap(({ file, kinds }): readonly Spot[] => {
    const lacking = (['address', 'dn', 'name', 'login'] as const).filter(kind => !kinds.has(kind))
    return lacking.length === 0 ? [] : [{ file, text: enumerated(lacking.map(kind => `no ${kindsMissing[kind]}`)) }]
  })
  const spots = [...lost, ...missing]
  return spots.length === 0 ? [] : [{
    check: 'export', result: 'warning', code: 'few-identities', count: spots.length, spots,
    message: 'what a directory file does not say of its accounts cannot be searched for',
    hint: 'give a fuller export beside it: docs/collect.md has the line',
  }]
}

const kindsMissing = { address: 'addresses', dn: 'distinguished names', name: 'names', login: 'logins' } as const
