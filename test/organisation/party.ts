// Who writes and who receives, as they are; log rows show them in many spellings.

/** As the rules tell them apart (design.md §3, Identities). */
export type Kind =
  | 'person' | 'room' | 'equipment' | 'shared' | 'service' | 'system' | 'probe' | 'outside' | 'unknown' | 'none'

/** One end of a mail. */
export type Party = {
  readonly kind: Kind
  /** Canonical: lower-case primary address; for outsiders their lower-case address. */
  readonly address: string
  /** As a sender types it. */
  readonly typed: string
  /** As the row of the last own server shows it: primary address, or where mail for it is sent on to. */
  readonly shown: string
  /** Where the mailbox is; undefined outside, in the cloud, or where there is none. */
  readonly server?: string
}

/** A user object of the directory, with what `Get-ADUser -Properties *` says of it (exchange-domain.md §7). */
export type Account = Party & {
  /** The CN; unique in its unit. */
  readonly name: string
  /** What address books show; namesakes share it. */
  readonly displayName: string
  readonly givenName: string
  readonly surname: string
  readonly login: string
  /** mailNickname, the alias of the mailbox; `''` where there is none. */
  readonly nickname: string
  readonly upn: string
  readonly mail: string
  readonly proxyAddresses: readonly string[]
  /** Further addresses of the account; also in `proxyAddresses`. */
  readonly aliases: readonly string[]
  readonly legacyDn: string
  readonly targetAddress: string
  readonly dn: string
  readonly enabled: boolean
  /** msExchRecipientTypeDetails (exchange-domain.md §6); undefined where there is no mailbox. */
  readonly recipientType?: number
  readonly userAccountControl: number
  readonly employeeId: string
  readonly guid: string
  readonly sid: string
  /** The DN of the manager, or `''`. */
  readonly manager: string
  readonly department: string
  readonly division: string
  readonly company: string
  readonly title: string
  readonly office: string
  readonly description: string
  readonly memberOf: readonly string[]
  /** UTC, milliseconds since 1970. */
  readonly whenCreated: number
  /** Date of hire, `yyyy-MM-dd` or `''`; an extension attribute, for the directory has no such property. */
  readonly hired: string
}

/** A distribution group. Get-ADUser exports users only, so the directory never knows its address. */
export type Group = { readonly address: string, readonly dn: string, readonly members: readonly (Party | Group)[] }

export const isGroup = (member: Party | Group): member is Group => 'members' in member

/** Everybody a group reaches, each once. */
export const membersOf = (group: Group): readonly Party[] =>
  [...new Set(group.members.flatMap(member => isGroup(member) ? membersOf(member) : [member]))]

/** Somebody who is in no directory: an outsider, or an own-domain address nobody knows. */
export const stranger = (kind: 'outside' | 'unknown', typed: string): Party =>
  ({ kind, address: typed.toLowerCase(), typed, shown: typed })
