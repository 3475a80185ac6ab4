// What one row of the directory says: an account, and every key under which it can be found.
import type { Account, Cell } from '../spec/field.ts'
import { address, type Address } from './address.ts'
import { isList, texts } from './cell.ts'
import type { DistinguishedName } from './distinguished-name.ts'
import { accountKind, type KindRule, type KindTest, meetsAny } from './kinds.ts'
import { type Key, nameKey, spelling } from './spelling.ts'

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

/** A row of the directory: field name to cell. */
type Entry = ReadonlyMap<string, Cell>

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
  const kindOf = accountKind(spec.kinds)
  const isRemote = meetsAny(spec.remote ?? [])
  return entry => {
    const { canonical, level, others } = addresses(spec.address, entry)
    const also = spellings(spec.also, entry)
    const keys = unique(canonical ? [canonical, ...others, ...also.keys] : also.keys)
    const own = canonical ?? keys.find(key => key.space === 'dn') ?? keys.find(key => key.space !== 'address')
    if (!own) return undefined
    const candidate = {
      entry,
      addresses: keys.flatMap(key => key.space === 'address' ? key.text : []),
      units: also.dn?.units ?? [],
    }
    const kind = kindOf(candidate)
    const inside = kind !== 'outside'
    const id = idOf(spec.id, entry, canonical?.text)
    const remote = inside && isRemote(candidate)
    return {
      account: id === undefined ? { text: own.text, kind, inside, remote, entry: kept(spec.taken, entry) }
        : { text: own.text, kind, inside, remote, id, entry: kept(spec.taken, entry) },
      keys: [own, ...keys.filter(key => key !== own)],
      dn: also.dn?.key ?? '',
      level,
      hasAliases: also.hasAliases,
    }
  }
}

/** The canonical address, and those of the other address fields, which are spellings of the same account. */
function addresses(fields: readonly string[], entry: Entry): { canonical?: Key, level: number, others: readonly Key[] } {
  let canonical: Key | undefined
  let level = fields.length
  const others: Key[] = []
  for (const [index, field] of fields.entries()) {
    const cell = entry.get(field)
    const text = isList(cell) ? texts(cell).find(member => member.startsWith('SMTP:')) : texts(cell)[0]
    const parsed = text === undefined ? undefined : address(text)
    if (!parsed) continue
    if (canonical) {
      others.push(addressKey(parsed))
    } else {
      canonical = addressKey(parsed)
      level = index
    }
  }
  return { ...canonical ? { canonical } : {}, level, others }
}

const nothing: Entry = new Map()

function kept(fields: readonly string[] | undefined, entry: Entry): Entry {
  if (!fields) return entry
  return fields.length === 0 ? nothing : new Map(fields.flatMap(field => entry.has(field) ? [[field, entry.get(field)!]] : []))
}

const addressKey = ({ text }: Address): Key => ({ space: 'address', text })

function spellings(fields: readonly string[], entry: Entry) {
  const keys: Key[] = []
  let dn: DistinguishedName | undefined
  let hasAliases = false
  for (const field of fields) {
    const cell = entry.get(field)
    for (const text of texts(cell)) {
      const found = spelling(text)
      if (!found) continue
      keys.push(...found.keys)
      if (found.address && isList(cell)) hasAliases = true
      if (!found.dn) continue
      dn ??= found.dn
      // So that an export that writes managers as `CN=Name` finds them.
      if (found.dn.commonName !== undefined) keys.push(nameKey(found.dn.commonName))
    }
  }
  return { keys, dn, hasAliases }
}

/** Rows have a handful of keys; a set of them would cost more than it saves. */
function unique(keys: readonly Key[]): readonly Key[] {
  const once: Key[] = []
  for (const key of keys) {
    let known = key.text === ''
    for (const other of once) if (other.space === key.space && other.text === key.text) known = true
    if (!known) once.push(key)
  }
  return once
}

function idOf(fields: readonly string[], entry: Entry, canonical: string | undefined): string | undefined {
  for (const field of fields) {
    const id = field === 'address' ? canonical : texts(entry.get(field))[0]
    if (id !== undefined) return id
  }
  return undefined
}
