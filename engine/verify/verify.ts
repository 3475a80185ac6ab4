// A delivery, checked after the runs: is it whole, of one key, without anyone's name, and does it join?
import { domainName } from '../people/domains.ts'
import { catalogue } from './catalogue.ts'
import type { Check } from './check.ts'
import { type Compared, cellChecks, contentCheck, recordCheck } from './content-checks.ts'
import { directoryChecks } from './directory-checks.ts'
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
  const numbers = numbersOf(known.texts.filter((_, text) => ['number', 'own'].includes(known.known(known.spellingOf(text)).kind)))
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
      ...folderChecks(safe), ...agreementChecks(safe.records, domains, approved),
      ...directoryChecks(read, safe, known, directory.some(({ options }) => options.columns !== undefined)),
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
