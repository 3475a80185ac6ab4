// Addresses and names that no account of the directory has.
import type { Account } from '../spec/field.ts'
import { plainAddress } from './address.ts'
import type { Domains } from './domains.ts'
import { fold } from './fold.ts'
import { type KindRule, strangerKind } from './kinds.ts'
import type { Spelling } from './spelling.ts'
import { isEncapsulated, lastCommonName } from './x500.ts'

/**
 * The account of a spelling without one. An address has a kind by the rules, or is `outside`, or at an own domain what
 * `otherwise` says. Other text has a kind by the rules for its common name, which is then all that is left of it (the rest
 * of an X500 address names servers), or is `unknown`.
 * An X500 address, encapsulated too, is an insider's wherever it comes from, and never a person by itself: it stands for a
 * mailbox that has another address (calendar-domain.md "Addresses.").
 */
export function strangers(
  rules: readonly KindRule[], domains: Domains, otherwise: 'unknown' | 'person',
): (spelling: Spelling) => Account {
  const kindOf = strangerKind(rules)
  return spelling => {
    const { address, keys: [{ text }] } = spelling
    const commonName = commonNameOf(spelling)
    const named = commonName === undefined ? {} : { commonName }
    if (!address) {
      const kind = kindOf({ own: false, ...named })
      return kind === undefined ? unknown(text, spelling.keys[0].space === 'x500')
        : { text: commonName!, kind, inside: kind !== 'outside', remote: false }
    }
    const own = domains.isOwn(address.domain)
    const encapsulated = isEncapsulated(address.local)
    const known = kindOf({ address: address.text, own, ...named })
    const kind = known ?? (encapsulated ? 'unknown' : own ? otherwise : 'outside')
    const inside = (own || encapsulated) && kind !== 'outside'
    return {
      text: known !== undefined && commonName !== undefined ? commonName : address.text,
      kind, inside, remote: inside && domains.isCloud(address.domain),
    }
  }
}

/**
 * Text that no rule names. Names and logins are written by own systems only, as X500 addresses are; a broken address can
 * be anyone's. One that folding has mended (of a line separator at its end) keeps a blank, since the same text would be
 * the same account.
 */
export const unknown = (text: string, inside = false): Account =>
  ({ text: plainAddress(text) ? `${text} ` : text, kind: 'unknown', inside: inside || !text.includes('@'), remote: false })

/** What the object behind a spelling is called, folded; undefined for addresses, broken ones among them. */
function commonNameOf({ keys: [{ space, text }], dn }: Spelling): string | undefined {
  switch (space) {
    case 'address': return undefined
    case 'x500': return lastCommonName(text)
    case 'dn': return dn?.commonName === undefined ? undefined : fold(dn.commonName)
    case 'name': return text.includes('@') ? undefined : text
  }
}
