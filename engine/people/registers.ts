// Who answers to which key, and what becomes of a key that two accounts claim.
import type { Account } from '../spec/field.ts'
import type { Key, Space } from './spelling.ts'

/** For each space of keys the account behind each key. A key that two accounts claim leads to one without `entry`. */
export type Registers = Readonly<Record<Space, Map<string, Account>>>

export const emptyRegisters = (): Registers => ({ address: new Map(), x500: new Map(), dn: new Map(), name: new Map() })

/**
 * Notes that an account answers to a key. A canonical address beats an alias, so canonical addresses must all be
 * claimed first; of two claims at one level neither wins.
 */
export function claim(registers: Registers, { space, text }: Key, account: Account): void {
  const register = registers[space]
  const holder = register.get(text)
  if (holder === account || space === 'address' && holder?.text === text) return
  register.set(text, holder ? contested(text, [holder, account]) : account)
}

/** What a key leads to that several accounts claim: nobody can tell which of them is meant. */
export const contested = (text: string, claimants: readonly Account[]): Account =>
  ({ text, kind: 'unknown', inside: claimants.some(account => account.inside), remote: false })

/** An account whose text others claim: whatever name leads to it, it is no more certain than the text. */
export const disputed = (account: Account, inside: boolean): Account => ({ ...account, kind: 'unknown', inside, remote: false })

export const isContested = (account: Account): boolean => account.entry === undefined
