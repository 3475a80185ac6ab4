// The rows of the directory while it is built: who answers to which name, and the counts.
import type { Account } from '../spec/field.ts'
import type { Listing } from './listing.ts'
import { claim, contested, disputed, emptyRegisters, isContested, type Registers } from './registers.ts'
import { type Settled, isSame, isShadowed, joined, settle } from './rivals.ts'

/** What building found; counts only. */
export type Facts = {
  /** Accounts that can be found, each once. */
  readonly accounts: number
  /** How many of them are of each kind. */
  readonly byKind: ReadonlyMap<string, number>
  /** Addresses, X500 addresses and distinguished names that several accounts claim at one level. */
  readonly claimedTwice: number
  /** Logins and display names that several accounts have, which therefore lead to none. */
  readonly namesakes: number
  /** Accounts without a canonical address. */
  readonly withoutAddress: number
  /** Rows with neither an address nor a name to find them by. */
  readonly unreachable: number
  /** Rows that repeat an account. */
  readonly repeated: number
  /** Accounts whose address another has by a better field. */
  readonly shadowed: number
  /** Some account came with its list of addresses. */
  readonly hasAliases: boolean
}

/** The rows of the directory, taken together. */
export type Roll = {
  readonly registers: Registers
  readonly facts: Facts
  /** The account of a row that was added: `unknown` where its own key leads to several; undefined where all it has is another's. */
  own(row: Listing): Account | undefined
}

export function roll(): { add(row: Listing | undefined): void, finish(): Roll } {
  const byText = new Map<string, Listing>()
  /** All rows of the texts that several have, which are few. */
  const rivals = new Map<string, Listing[]>()
  let unreachable = 0
  let repeated = 0
  return {
    add(row) {
      if (!row) {
        unreachable++
        return
      }
      const { text } = row.account
      const first = byText.get(text)
      if (!first) {
        byText.set(text, row)
        return
      }
      const known = rivals.get(text) ?? [first]
      rivals.set(text, known)
      const same = known.findIndex(rival => isSame(rival, row))
      if (same < 0) {
        known.push(row)
      } else {
        known[same] = joined(known[same]!, row)
        repeated++
      }
    },
    finish() {
      const rows: Listing[] = []
      const settled = new Map<string, readonly Settled[]>()
      for (const [text, row] of byText) {
        const known = rivals.get(text)
        if (known) settled.set(text, settle(known))
        rows.push(...settled.get(text)?.flatMap(({ as }) => as ?? []) ?? [row])
      }
      byText.clear()
      rivals.clear()
      const registers = register(rows)
      const sure = rows.map(row => surely(row, registers))
      return {
        registers, facts: { ...factsOf(sure, registers), unreachable, repeated, shadowed: [...settled.values()].flat().filter(isShadowed).length },
        own(row) {
          const known = settled.get(row.account.text)
          const as = known ? known.find(rival => isSame(rival.row, row))?.as : row
          if (!as) return undefined
          const [{ space, text }] = as.keys
          const account = registers[space].get(text)
          return account?.text === text ? account : contested(text, [as.account])
        },
      }
    },
  }
}

function register(rows: readonly Listing[]): Registers {
  const registers = emptyRegisters()
  for (const { keys: [own], account } of rows) {
    if (own.space !== 'address') continue
    const holder = registers.address.get(own.text)
    registers.address.set(own.text, holder ? contested(own.text, [holder, account]) : account)
  }
  for (const { keys, account } of rows) {
    for (let index = keys[0].space === 'address' ? 1 : 0; index < keys.length; index++) claim(registers, keys[index]!, account)
  }
  return registers
}

/**
 * An account without an address whose own name others claim too: as with addresses, it may not count as a person, by
 * whatever other name it is found.
 */
function surely(row: Listing, registers: Registers): Listing {
  const [own] = row.keys
  const holder = registers[own.space].get(own.text)!
  if (own.space === 'address' || holder === row.account) return row
  const account = disputed(row.account, holder.inside)
  for (const { space, text } of row.keys) if (registers[space].get(text) === row.account) registers[space].set(text, account)
  return { ...row, account }
}

function factsOf(rows: readonly Listing[], registers: Registers): Omit<Facts, 'unreachable' | 'repeated' | 'shadowed'> {
  const byKind = new Map<string, number>()
  for (const { account: { kind } } of rows) byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
  return {
    accounts: rows.length,
    byKind,
    claimedTwice: contestedIn(registers.address) + contestedIn(registers.x500) + contestedIn(registers.dn),
    namesakes: contestedIn(registers.name),
    withoutAddress: rows.filter(row => row.keys[0].space !== 'address').length,
    hasAliases: rows.some(row => row.hasAliases),
  }
}

function contestedIn(register: ReadonlyMap<string, Account>): number {
  let count = 0
  for (const account of register.values()) if (isContested(account)) count++
  return count
}
