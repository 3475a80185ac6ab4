// What stands in the folder beside what its records list, and whether the records agree.
import { SAMPLE_KEY, keyOf } from '../hash/key.ts'
import { fingerprint } from '../hash/digest.ts'
import { lockName } from '../run/deliver-lock.ts'
import { recordEnding } from '../run/earlier-runs.ts'
import { type Check, type Spot, enumerated, fine, information, plural } from './check.ts'
import type { DeliveredRecord, Folder } from './records.ts'

/** The records can be read, and list what is there. */
export function folderChecks({ names, records, broken }: Folder): readonly Check[] {
  const listed = new Map(records.flatMap(({ shown, record }) => record.outputs.map(({ file }) => [file, shown] as const)))
  const missing = [...listed].filter(([file]) => !names.has(file))
  const unlisted = [...names].filter(([name]) => !listed.has(name) && !name.endsWith(recordEnding) && name !== lockName)
  return [
    broken.length === 0 ? fine('records', records.length, `${plural(records.length, 'run record')}: ${enumerated(records.map(({ record }) => record.name))}`) : {
      check: 'records', result: 'finding', code: 'bad-record', count: broken.length, spots: broken.map(file => ({ file })),
      message: `${plural(broken.length, 'run record')} cannot be read: changed, cut, or of another version`,
      hint: 'run the rules again; what they list was not checked',
    },
    missing.length === 0 ? fine('files', listed.size, `${plural(listed.size, 'file')} ${listed.size === 1 ? 'is' : 'are'} there, as the records list them`) : {
      check: 'files', result: 'finding', code: 'missing-output', count: missing.length,
      spots: missing.map(([file, record]) => ({ file: record, text: `lists ${file.includes('@') ? 'a file' : file}` })),
      message: `${plural(missing.length, 'file')} that a record lists ${missing.length === 1 ? 'is' : 'are'} not there`, hint: 'run the rules again',
    },
    ...unlisted.length === 0 ? [] : [{
      check: 'unlisted', result: 'finding' as const, code: 'unlisted-file' as const, count: unlisted.length,
      spots: unlisted.map(([, shown]) => ({ file: shown })),
      message: `${plural(unlisted.length, 'file')} that no record lists: of an earlier run, or of none`,
      hint: 'take them out before you hand the folder on; they were not searched',
    }],
  ]
}

/** One key, one form of pseudonyms, one engine, the same own domains. */
export function agreementChecks(records: readonly DeliveredRecord[], domains: readonly string[] | undefined, approved: readonly string[]): readonly Check[] {
  return [...keyChecks(records), ...wayChecks(records, domains), ...approvedChecks(records, approved)]
}

function keyChecks(records: readonly DeliveredRecord[]): readonly Check[] {
  const keyed = records.filter(({ record }) => record.key)
  const byKey = grouped(keyed, ({ record }) => record.key!.fingerprint)
  const sample = fingerprint(keyOf(SAMPLE_KEY))
  const published = byKey.get(sample) ?? []
  const weak = keyed.filter(({ record }) => record.key!.short)
  return [
    byKey.size === 0 ? information('key', 0, 'no run hashed anything')
      : byKey.size === 1 ? fine('key', keyed.length, `one key, with the fingerprint ${[...byKey.keys()][0]}`)
        : {
          check: 'key', result: 'finding', code: 'other-key', count: byKey.size, spots: spotsOf(byKey, print => `key ${print}`),
          message: `${byKey.size} different keys: the same person has another pseudonym under each, so these files do not join`,
          hint: 'run all rules again with one key; np-pipeline fingerprint --key-file FILE tells which one a file holds',
        },
    ...published.length === 0 ? [] : [{
      check: 'sample key', result: 'warning' as const, code: 'sample-key' as const, count: published.length,
      spots: published.map(({ shown }) => ({ file: shown })),
      message: 'made with the published key of the samples, with which everybody can find out who is meant',
      hint: 'never hand it on; make a key with np-pipeline keygen',
    }],
    ...weak.length === 0 ? [] : [{
      check: 'short key', result: 'warning' as const, code: 'weak-key' as const, count: weak.length, spots: weak.map(({ shown }) => ({ file: shown })),
      message: 'made with a key below 32 characters', hint: 'change the key with the next project: docs/privacy.md',
    }],
  ]
}

function wayChecks(records: readonly DeliveredRecord[], domains: readonly string[] | undefined): readonly Check[] {
  const differences = [
    ...difference('version of the engine', records, ({ record }) => record.engine.version),
    ...difference('form of pseudonyms', records, ({ record }) => record.key?.profile),
    ...['domains', 'cloud-domains'].flatMap(param => difference(`parameter ${param}`, records, ({ record }) => inOrder(record.params[param]))),
    ...domains === undefined ? [] : records.filter(({ record }) => inOrder(record.params['domains']) !== inOrder(domains))
      .map(({ shown }) => ({ file: shown, text: 'parameter domains: other than --set domains' })),
  ]
  return [differences.length === 0 ? fine('runs', records.length,
    `the same engine, form of pseudonyms and own domains in ${plural(records.length, 'run')}`) : {
    check: 'runs', result: 'finding', code: 'runs-differ', count: differences.length, spots: differences,
    message: 'the runs of this delivery were made in different ways', hint: 'run all rules again, with the same version and parameters',
  }]
}

function approvedChecks(records: readonly DeliveredRecord[], approved: readonly string[]): readonly Check[] {
  const spot = ({ shown, record }: DeliveredRecord): Spot => ({ file: shown, text: record.rules.digest })
  if (approved.length === 0) return [information('rules', records.length, 'the digests of the rules', records.map(spot))]
  const others = records.filter(({ record }) => !approved.includes(record.rules.digest))
  return [others.length === 0 ? fine('rules', records.length, 'all runs are of approved rules') : {
    check: 'rules', result: 'finding', code: 'not-approved', count: others.length, spots: others.map(spot),
    message: 'the digest of the rules is not among those that were approved',
    hint: 'np-pipeline review RULES --against SIGNED.html shows what has changed',
  }]
}

/** A place for each value, where there are several. */
function difference(what: string, records: readonly DeliveredRecord[], value: (one: DeliveredRecord) => string | undefined): readonly Spot[] {
  const groups = grouped(records.filter(one => value(one) !== undefined), one => value(one)!)
  return groups.size < 2 ? [] : spotsOf(groups, text => `${what}: ${text}`)
}

const spotsOf = (groups: ReadonlyMap<string, readonly DeliveredRecord[]>, text: (key: string) => string): readonly Spot[] =>
  [...groups].map(([key, all]) => ({ file: enumerated(all.map(({ shown }) => shown)), text: text(key) }))

const inOrder = (value: unknown): string | undefined => value === undefined ? undefined : JSON.stringify(Array.isArray(value) ? value.toSorted() : value)

function grouped<Value>(all: readonly Value[], key: (value: Value) => string): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of all) groups.set(key(value), [...groups.get(key(value)) ?? [], value])
  return groups
}
