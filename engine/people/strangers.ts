// Addresses that no account of the directory has.
import type { Account } from '../spec/field.ts'
import type { Address } from './address.ts'
import type { Domains } from './domains.ts'
import { addressKind, type KindRule } from './kinds.ts'
import { isEncapsulated } from './x500.ts'

/**
 * The account of an address without one: a kind by the rules, else `outside`, or at an own domain what `otherwise`
 * says.
 * An encapsulated X500 address is never a person by itself: it stands for a mailbox that has another address.
 */
export function strangers(
  rules: readonly KindRule[], domains: Domains, otherwise: 'unknown' | 'person',
): (address: Address) => Account {
  const kindOf = addressKind(rules)
  // Outsiders are without number; the table starts anew when full, since accounts compare by their text.
  const known = new Map<string, Account>()
  return ({ text, local, domain }) => {
    const before = known.get(text)
    if (before) return before
    const own = domains.isOwn(domain)
    const kind = kindOf(text, own) ?? (!own ? 'outside' : isEncapsulated(local) ? 'unknown' : otherwise)
    const inside = own && kind !== 'outside'
    const account = { text, kind, inside, remote: inside && domains.isCloud(domain) }
    if (known.size >= mostKnown) known.clear()
    known.set(text, account)
    return account
  }
}

const mostKnown = 100_000
