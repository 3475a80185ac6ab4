// The same somebody in the address cells of a calendar log (calendar-domain.md (c), Addresses).
import { encapsulate, legacyDn } from '../distinguished-name.ts'
import type { Account, Kind } from '../party.ts'

/** Who it is: for persons and outsiders the canonical address. `system` are actors of the server itself. */
export type Actor = { readonly kind: Kind, readonly address: string }

/** A cell, and who is meant. */
export type Named = { readonly text: string, readonly actor: Actor }

/** How insiders are mostly written: the legacyExchangeDN; its twin in capitals; with the type of address. */
export const asLegacyDn = (account: Account): Named => ({ text: account.legacyDn, actor: account })
export const inCapitals = (account: Account): Named => ({ text: account.legacyDn.toUpperCase(), actor: account })
export const withType = (account: Account): Named => ({ text: `EX:${account.legacyDn}`, actor: account })
export const asAddress = (account: Account): Named => ({ text: account.typed, actor: account })
export const asAlias = (account: Account): Named =>
  ({ text: (account.aliases[0] ?? account.typed).toUpperCase(), actor: account })
export const quoted = (account: Account): Named => ({ text: `"${account.displayName}" <${account.typed}>`, actor: account })
export const quotedLegacyDn = (account: Account): Named =>
  ({ text: `"${account.displayName}" <${account.legacyDn.toUpperCase()}>`, actor: account })
export const encapsulated = (account: Account): Named =>
  ({ text: encapsulate(account.legacyDn, account.upn.split('@')[1] ?? ''), actor: account })
/** The last name of the legacyExchangeDN, as the vendor's page shows it. */
export const bareName = (account: Account): Named =>
  ({ text: account.legacyDn.slice(account.legacyDn.lastIndexOf('=') + 1), actor: account })
export const asNickname = (account: Account): Named => ({ text: account.nickname, actor: account })

/** A display name tells who it is only where nobody else has it. */
export const asDisplayName = (account: Account, accounts: readonly Account[]): Named => ({
  text: account.displayName,
  actor: accounts.filter(({ displayName }) => displayName === account.displayName).length === 1
    ? account : { kind: 'unknown', address: '' },
})

/** All ways to write a person, by name. */
export const personSpellings: Readonly<Record<string, (account: Account, accounts: readonly Account[]) => Named>> = {
  asLegacyDn, inCapitals, withType, asAddress, asAlias, quoted, quotedLegacyDn, encapsulated, bareName, asNickname,
  asDisplayName,
}

const serverDn = (server: string): string =>
  legacyDn('Contoso', '').replace('cn=Recipients/cn=', `cn=Configuration/cn=Servers/cn=${server}/cn=Microsoft System Attendant`)

/** The calendar attendant, bare and in full: the server's name must not leave. */
export const attendants: readonly Named[] = [
  'Microsoft System Attendant',
  serverDn('EX01'),
  serverDn('EX02').toUpperCase(),
].map(text => ({ text, actor: { kind: 'system', address: '' } }))

/** Outsiders, as invitations give them. */
export const outsiders: readonly Named[] = [
  ['john@partner.example', 'john@partner.example'],
  ['SMTP:Maria.Nowak@Supplier.example', 'maria.nowak@supplier.example'],
  ['"Doe, Jane" <jane.doe@customer.example>', 'jane.doe@customer.example'],
  ['"calendar bot" <no-reply@zoom.example>', 'no-reply@zoom.example'],
  ['jörg.schön@müller.example', 'jörg.schön@müller.example'],
].map(([text = '', address = '']) => ({ text, actor: { kind: 'outside', address } }))

/** Insiders whom no directory knows (any more): no pseudonym, and never `external`. */
export const strangers = (domain: string): readonly Named[] => [
  legacyDn('Contoso', '0badc0de-gone'),
  legacyDn('ExchangeLabs', '5f1e2d3c-guest'),
  encapsulate(legacyDn('OldOrg', 'GONE'), domain),
  `nobody@${domain}`,
  // Two accounts claim it (see world.ts).
  `press@${domain}`,
  'Nobody Known',
].map(text => ({ text, actor: { kind: 'unknown', address: '' } }))

export const blank: Named = { text: '', actor: { kind: 'none', address: '' } }
