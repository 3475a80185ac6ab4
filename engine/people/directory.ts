// The directory of identities: any spelling of an address, DN or login to the one account it belongs to.
import type { Account, Cell } from '../spec/field.ts'
import { plainAddress } from './address.ts'
import { trimBlanks } from './characters.ts'
import type { Domains } from './domains.ts'
import { fold } from './fold.ts'
import type { KindRule } from './kinds.ts'
import { listing, type LookupSpec } from './listing.ts'
import { emptyRegisters, isContested, type Registers } from './registers.ts'
import { type Facts, roll } from './roll.ts'
import { type Spelling, spelling } from './spelling.ts'
import { strangers } from './strangers.ts'

export type { Facts, LookupSpec }

export interface Directory {
  /**
   * The account of any spelling. Without one in the directory: an address gets a kind by the rules, `unknown` at an own
   * domain, else `outside`; other text is `unknown`, blank text and the null sender `<>` are `none`.
   */
  identify(text: string): Account
  /** The account of the directory of any spelling, where exactly one has it. */
  find(text: string): Account | undefined
  /** Counts of what was built. */
  readonly facts: Facts
}

/**
 * Takes the rows of the directory one by one. The order of the rows does not matter, except that the first of several
 * rows of one account is kept.
 */
export function buildDirectory(spec: LookupSpec, domains: Domains): {
  add(entry: ReadonlyMap<string, Cell>): void
  finish(): Directory
} {
  const listingOf = listing(spec)
  const rows = roll()
  return {
    add: entry => rows.add(listingOf(entry)),
    finish() {
      const { registers, facts } = rows.finish()
      return directory(registers, facts, strangers(spec.kinds, domains, 'unknown'))
    },
  }
}

/** Stands in for a directory that is left out: at an own domain every address is a person that no rule excludes. */
export const withoutDirectory = (kinds: readonly KindRule[], domains: Domains): Directory =>
  directory(emptyRegisters(), roll().finish().facts, strangers(kinds, domains, 'person'))

function directory(registers: Registers, facts: Facts, stranger: ReturnType<typeof strangers>): Directory {
  const registered = ({ keys }: Spelling): Account | undefined => {
    for (const key of keys) {
      const account = registers[key.space].get(key.text)
      if (account) return account
    }
    return undefined
  }
  return {
    facts,
    identify(text) {
      // Most addresses are canonical as they come.
      const canonical = registers.address.get(text)
      if (canonical) return canonical
      const plain = plainAddress(text)
      if (plain) return registers.address.get(plain.text) ?? stranger(plain)
      const found = spelling(text)
      if (!found) return isNobody(text) ? nobody : unknown(fold(text))
      return registered(found) ?? (found.address ? stranger(found.address) : unknown(found.keys[0].text))
    },
    find(text) {
      const found = spelling(text)
      const account = found && registered(found)
      return account && !isContested(account) ? account : undefined
    },
  }
}

const nobody: Account = { text: '', kind: 'none', inside: false, remote: false }

function isNobody(text: string): boolean {
  const bare = trimBlanks(text)
  return bare === '<>' || bare.trim() === ''
}

/**
 * Names, logins and X500 addresses are written by own systems only (calendar-domain.md "Addresses."); a broken address
 * can be anyone's.
 */
const unknown = (text: string): Account => ({ text, kind: 'unknown', inside: !text.includes('@'), remote: false })
