// What one row of the directory says: an account, and every key under which it can be found.
import type { Account, Cell } from '../spec/field.ts'
import { firstText } from './cell.ts'
import { accountKind, type KindRule, type KindTest, meetsAny } from './kinds.ts'
import { rowKeys } from './row-keys.ts'
import type { Key } from './spelling.ts'

/** Where an account's address, other spellings, id and kind stand in a row of the directory. */
export type LookupSpec = {
  /** Fields, best first. A list of proxyAddresses gives its primary (`SMTP:`) only, a text itself where it is one. */
  readonly address: readonly string[]
  /** Fields with further spellings: aliases, X500 addresses, names, logins. */
  readonly also: readonly string[]
  /** Fields, best first; the word `address` stands for the canonical address. */
  readonly id: readonly string[]
  readonly kinds: readonly KindRule[]
  /** Fields to keep with the account, for those who look them up; all of them where nothing is said. */
  readonly taken?: readonly string[]
  /** What tells a colleague whose mailbox is in the cloud. */
  readonly remote?: readonly KindTest[]
}

/** What the tests look at that is no field: all addresses, organisational units, the common name. */
export const derivedFields = ['address', 'ou', 'cn'] as const

/** The fields of a row that its account is made of, each once. */
export const fieldsRead = ({ address, also, id, kinds, remote = [] }: LookupSpec): readonly string[] => {
  const derived: readonly string[] = derivedFields
  const tested = [...kinds.flatMap(rule => rule.tests), ...remote].map(test => test.field).filter(field => !derived.includes(field))
  return [...new Set([...address, ...also, ...id.filter(field => field !== 'address'), ...tested])]
}

/** A row of the directory: field name to cell. */
export type Entry = ReadonlyMap<string, Cell>

export type Listing = {
  readonly account: Account
  /** The key of the account itself, whose text is the account's; then all others, each once. */
  readonly keys: readonly [Key, ...Key[]]
  /** The key of the distinguished name, `''` where there is none. */
  readonly dn: string
  /** Which of the address fields gave the canonical address, 0 for the best; where there is none, behind all of them. */
  readonly level: number
  /** A list of addresses came with the row. */
  readonly hasAliases: boolean
}

/**
 * Prepares the reading of rows. A row that has neither an address nor a name of its own gives nothing. An account
 * without an address is known by its distinguished name, else its X500 address, login or display name.
 */
export function listing(spec: LookupSpec): (entry: Entry) => Listing | undefined {
  const keysOf = rowKeys(spec.address, spec.also)
  const kindOf = accountKind(spec.kinds)
  const isRemote = meetsAny(spec.remote ?? [])
  return entry => {
    const { keys, addresses, units, commonName, dn, level, hasAliases } = keysOf(entry)
    const canonical = level < spec.address.length ? keys[0] : undefined
    const own = canonical ?? keys.find(key => key.space === 'dn') ?? keys.find(key => key.space !== 'address')
    if (!own) return undefined
    const candidate = { entry, addresses, units, commonName }
    const kind = kindOf(candidate)
    const inside = kind !== 'outside'
    const id = idOf(spec.id, entry, canonical?.text)
    const remote = inside && isRemote(candidate)
    const { text } = own
    const account: Account = id === undefined ? { text, kind, inside, remote, entry: kept(spec.taken, entry) }
      : { text, kind, inside, remote, id, entry: kept(spec.taken, entry) }
    return {
      account: canonical ? account : { ...account, named: true },
      keys: ownFirst(own, keys),
      dn,
      level,
      hasAliases,
    }
  }
}

/** Nearly all rows have it there, and are not copied. */
const ownFirst = (own: Key, keys: readonly Key[]): Listing['keys'] =>
  keys[0] === own ? keys as Listing['keys'] : [own, ...keys.filter(key => key !== own)]

const nothing: Entry = new Map()

function kept(fields: readonly string[] | undefined, entry: Entry): Entry {
  if (!fields) return entry
  if (fields.length === 0) return nothing
  return new Map(fields.flatMap(field => entry.has(field) ? [[field, entry.get(field)!]] : []))
}

function idOf(fields: readonly string[], entry: Entry, canonical: string | undefined): string | undefined {
  for (const field of fields) {
    const id = field === 'address' ? canonical : firstText(entry.get(field))
    if (id !== undefined) return id
  }
  return undefined
}
