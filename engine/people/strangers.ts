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
  return ({ text, local, domain }) => {
    const own = domains.isOwn(domain)
    const kind = kindOf(text, own) ?? (!own ? 'outside' : isEncapsulated(local) ? 'unknown' : otherwise)
    const inside = own && kind !== 'outside'
    return { text, kind, inside, remote: inside && domains.isCloud(domain) }
  }
}
