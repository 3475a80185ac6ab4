// A delivery, checked after the runs: is it whole, of one key, without anyone's name, and does it join?
import { domainName } from '../people/domains.ts'
import { type Catalogue, catalogue } from './catalogue.ts'
import { type Check, enumerated, fine, plural } from './check.ts'
import { type Compared, cellChecks, contentCheck, knownText, recordCheck } from './content-checks.ts'
import { type DirectoryOptions, type DirectoryRead, readDirectoryFile } from './directory-file.ts'
import type { CellFindings } from './findings.ts'
import { agreementChecks, folderChecks } from './folder-checks.ts'
import { groupCheck } from './group-check.ts'
import { frequencyCheck, joinChecks, rosterOf } from './join-checks.ts'
import { numbersOf } from './numbers.ts'
import { readOutput } from './outputs.ts'
import { searchRecords, tellingNames } from './record-texts.ts'
import { type Folder, readFolder } from './records.ts'
import { identitySearch } from './search.ts'
import { spots } from './spots.ts'

export type VerifyOptions = {
  readonly directory: readonly { readonly path: string, readonly options: DirectoryOptions }[]
  /** The organisation's own domains, where they should not be taken from the records. */
  readonly domains?: readonly string[]
  readonly approved: readonly string[]
  readonly smallestGroup: number
}

export type Verification = { readonly checks: readonly Check[], readonly accounts: number }

/** The most pseudonyms of a column that are counted, unless the directory has more accounts: about 20 MB a column. */
const mostCounted = 100_000

/**
 * Reads the directory and every file of the folder once; memory grows with the directory only. Stops (2) where the folder
 * holds no run record, or as reading an input does.
 */
export async function verify(path: string, { directory, domains, approved, smallestGroup }: VerifyOptions): Promise<Verification> {
  const folder = readFolder(path)
  const collected = catalogue()
  const read: DirectoryRead[] = []
  for (const one of directory) read.push(await readDirectoryFile(one.path, collected, one.options))
  for (const domain of domains ?? domainsOf(folder)) collected.add('domain', domainName(domain) ?? domain, '--set domains', 1)
  const known = collected.finish()
  const search = identitySearch(known)
  const numbers = numbersOf(known.texts.filter((_, text) => known.known(known.spellingOf(text)).kind === 'number'))
  const accounts = read.reduce((sum, { records }) => sum + records, 0)

  const telling = tellingNames(folder.names.keys(), search)
  const safe: Folder = telling.size === 0 ? folder : renamed(folder, telling)
  const findings: CellFindings = { identities: spots(), addresses: spots(), odd: spots(), excepted: spots() }
  const words = spots()
  for (const name of telling) findings.identities.add({ file: safe.names.get(name)!, line: 1, text: 'the name of the file tells of somebody' })
  searchRecords(safe.records, search, findings, words)
  const most = Math.max(mostCounted, accounts * 2)
  const files: Compared[] = []
  for (const { record, shown } of safe.records) {
    for (const output of record.outputs.filter(({ file }) => folder.names.has(file))) {
      const read = await readOutput(path, safe.names.get(output.file)!, output, { search, numbers, findings, most })
      files.push({ record: shown, listed: output, read })
    }
  }
  const outputs = files.map(one => one.read)
  const roster = rosterOf(outputs)
  const keys = new Set(folder.records.flatMap(({ record }) => record.key?.fingerprint ?? [])).size
  return {
    accounts,
    checks: [
      ...folderChecks(safe), ...agreementChecks(safe.records, domains, approved), ...directoryChecks(read, safe, known),
      ...files.length === 0 ? [] : [contentCheck(files)], ...cellChecks(findings, known), ...recordCheck(words),
      ...joinChecks(outputs, roster, keys), ...groupCheck(outputs, roster, smallestGroup), ...frequencyCheck(outputs),
    ],
  }
}

/** Own domains as the records have them. */
const domainsOf = ({ records }: Folder): readonly string[] => [...new Set(records.flatMap(({ record }) => {
  const value = record.params['domains']
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && !one.startsWith('(')) : []
}))]

/** Names that tell of somebody are not shown either. */
function renamed(folder: Folder, telling: ReadonlySet<string>): Folder {
  const names = new Map([...folder.names].map(([name, shown], index) => [name, telling.has(name) ? `file-${index + 1}` : shown] as const))
  return { ...folder, names, records: folder.records.map(one => ({ ...one, shown: names.get(one.file)! })) }
}

function directoryChecks(read: readonly DirectoryRead[], { records }: Folder, known: Catalogue): readonly Check[] {
  const given = new Set(read.map(({ sha256 }) => sha256))
  const inputs = new Set(records.flatMap(({ record }) => record.inputs.map(({ sha256 }) => sha256)))
  const strange = read.filter(({ sha256 }) => !inputs.has(sha256))
  const lost = read.flatMap(({ file, lost: columns }) => columns.map(column => ({ file, column, text: 'its lists or objects are not in the file' })))
  const missing = (['address', 'dn', 'name', 'login'] as const).filter(kind => !known.counts.has(kind))
  return [
    strange.length === read.length && given.size > 0 ? {
      check: 'directory', result: 'warning', code: 'other-directory', count: strange.length, spots: strange.map(({ file }) => ({ file })),
      message: 'no run of this delivery has read this file: whoever is only in the one that they read is not searched for',
      hint: 'give the directory of the runs too, with a second --input people=FILE',
    } : fine('directory', known.texts.length,
      `${read.map(({ file, records: count }) => `${file} with ${plural(count, 'account')}`).join(', ')}: ${knownText(known)}`),
    ...lost.length + missing.length === 0 ? [] : [{
      check: 'export', result: 'warning' as const, code: 'few-identities' as const, count: lost.length + missing.length,
      spots: [...lost, ...missing.map(kind => ({ file: enumerated(read.map(({ file }) => file)), text: `no column with ${kindsMissing[kind]}` }))],
      message: 'what the directory file does not say cannot be searched for', hint: 'give a fuller export beside it: docs/collect.md has the line',
    }],
  ]
}

const kindsMissing = {
  address: 'addresses', dn: 'distinguished names', name: 'names (Name, DisplayName, or GivenName and Surname)', login: 'logins (SamAccountName)',
} as const
