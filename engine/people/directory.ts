// The directory of identities: any spelling of an address, DN or login to the one account it belongs to.
import type { Account } from '../spec/field.ts'
import { trimBlanks } from './characters.ts'
import type { Domains } from './domains.ts'
import { fold } from './fold.ts'
import type { KindRule } from './kinds.ts'
import { type Entry, fieldsRead, listing, type LookupSpec } from './listing.ts'
import { isContested } from './registers.ts'
import { type Facts as RollFacts, type Roll, roll } from './roll.ts'
import { type Space, type Spelling, spelling } from './spelling.ts'
import { strangers, unknown } from './strangers.ts'

export type { LookupSpec }

/** What building found; counts, and names that the rules gave. */
export type Facts = RollFacts & {
  /** People whose address is at no own domain. */
  readonly elsewhere: number
  /** Own domains, as they are listed, at which no account has an address. */
  readonly unused: readonly string[]
}

export interface Directory {
  /**
   * The account of any spelling. Without one in the directory: an address gets a kind by the rules, `unknown` at an own
   * domain, else `outside`; other text gets one by its common name, else `unknown`; blank text and the null sender `<>`
   * are `none`.
   */
  identify(text: string): Account
  /** The account of the directory of any spelling, where exactly one has it. */
  find(text: string): Account | undefined
  /** All addresses that lead to an account, with it. */
  addresses(): Iterable<readonly [address: string, account: Account]>
  /** Under which kind of key the directory has a spelling, be it of one account or disputed; undefined where it has not. */
  knownBy(text: string): Space | undefined
  /**
   * The account of a row of the directory, whoever else has its names; `unknown` where another account has what would be
   * hashed of this one, `none` for a row that names nobody or has but another's name.
   */
  own(entry: Entry): Account
  /** The fields that `own` reads of a row. */
  readonly fields: readonly string[]
  /** Counts of what was built. */
  readonly facts: Facts
}

/**
 * Takes the rows of the directory one by one. The order of the rows does not matter, except that the first of several
 * rows of one account is kept.
 */
export function buildDirectory(spec: LookupSpec, domains: Domains): {
  add(entry: Entry): void
  finish(): Directory
} {
  const listingOf = listing(spec)
  const rows = roll()
  return {
    add: entry => rows.add(listingOf(entry)),
    finish() {
      const finished = rows.finish()
      return {
        ...directory(finished, strangers(spec.kinds, domains, 'unknown')),
        facts: { ...finished.facts, ...addressFacts(finished, domains) },
        fields: fieldsRead(spec),
        own(entry) {
          const row = listingOf(entry)
          return row && finished.own(row) || nobody
        },
      }
    },
  }
}

/** Stands in for a directory that is left out: at an own domain every address is a person that no rule excludes. */
export function withoutDirectory(kinds: readonly KindRule[], domains: Domains): Directory {
  const empty = roll().finish()
  return {
    ...directory(empty, strangers(kinds, domains, 'person')),
    facts: { ...empty.facts, elsewhere: 0, unused: [] }, fields: [], own: () => nobody,
  }
}

function addressFacts({ registers }: Roll, domains: Domains): Pick<Facts, 'elsewhere' | 'unused'> {
  const unused = new Set(domains.listed)
  let elsewhere = 0
  for (const [address, { text, kind }] of registers.address) {
    const domain = address.slice(address.lastIndexOf('@') + 1)
    for (const one of unused) if (domain === one || domain.endsWith(`.${one}`)) unused.delete(one)
    if (kind === 'person' && text === address && !domains.isOwn(domain)) elsewhere++
  }
  return { elsewhere, unused: [...unused] }
}

function directory({ registers }: Roll, stranger: ReturnType<typeof strangers>): Pick<Directory, 'identify' | 'find' | 'addresses' | 'knownBy'> {
  const registered = ({ keys }: Spelling): Account | undefined => {
    for (const key of keys) {
      const account = registers[key.space].get(key.text)
      if (account) return account
    }
    return undefined
  }
  return {
    identify(text) {
      // Most addresses are canonical as they come.
      const canonical = registers.address.get(text)
      if (canonical) return canonical
      const found = spelling(text)
      if (!found) return isNobody(text) ? nobody : unknown(fold(text))
      return registered(found) ?? stranger(found)
    },
    find(text) {
      const found = spelling(text)
      const account = found && registered(found)
      return account && !isContested(account) ? account : undefined
    },
    addresses: () => registers.address.entries(),
    knownBy: text => spelling(text)?.keys.find(key => registers[key.space].has(key.text))?.space,
  }
}

const nobody: Account = { text: '', kind: 'none', inside: false, remote: false }

function isNobody(text: string): boolean {
  const bare = trimBlanks(text)
  return bare === '<>' || bare.trim() === ''
}
