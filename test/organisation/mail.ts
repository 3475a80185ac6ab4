// A mail, as its sender made it, and to whom.
import { subjects } from './names.ts'
import { membersOf } from './party.ts'
import type { Account, Group, Party } from './party.ts'
import type { Evidence } from './log-row.ts'
import type { World } from './world.ts'

export type Mail = {
  /** The message-id as the logs hold it, mostly `<…@…>`; `''` where the sender made none. */
  readonly id: string
  readonly networkId: string
  readonly sender: Party
  /** The sender-address as the logs hold it. */
  readonly from: string
  /** The envelope sender; `<>` for what machines send. */
  readonly returnPath: string
  readonly subject: string
  readonly size: number
  readonly traffic: 'Email' | 'Journal' | 'Health'
  readonly messageClass: string
  /** UTC, milliseconds since 1970. */
  readonly sentAt: number
}

/** A mail of `sender` at a random time; `change` says what is special about it. */
export const compose = (world: World, sender: Party, change: Partial<Mail> = {}): Mail => {
  const { random } = world
  const from = change.from ?? sender.typed
  const host = sender.server === undefined
    ? `mail.${sender.address.split('@')[1] ?? 'relay.example'}`
    : `${sender.server}.${world.domain}`
  return {
    id: `<${random.hex(32)}@${host}>`,
    networkId: random.guid(),
    sender,
    from,
    returnPath: from,
    subject: random.pick(subjects),
    size: 3000 + random.below(200_000),
    traffic: 'Email',
    messageClass: 'IPM.Note',
    // Not in the last hour: what follows a mail stays within the days asked for.
    sentAt: world.start + random.below(world.days * 86_400_000 - 3_600_000),
    ...change,
  }
}

/** One recipient, with the way the mail takes to it. */
export type Addressee = {
  readonly party: Party
  readonly how: 'To' | 'Cc' | 'Bcc'
  /** As it stands in the rows before resolution: any alias, or the group. */
  readonly typed: string
  readonly group?: Group
  /** Whose forwarding brought the mail to this recipient. */
  readonly forwardedBy?: Account
}

export const to = (party: Party, typed = party.typed): Addressee => ({ party, how: 'To', typed })
export const cc = (party: Party, typed = party.typed): Addressee => ({ party, how: 'Cc', typed })
export const bcc = (party: Party, typed = party.typed): Addressee => ({ party, how: 'Bcc', typed })

export const toGroup = (group: Group): readonly Addressee[] =>
  membersOf(group).map(party => ({ party, how: 'To', typed: group.address, group }))

/**
 * What a row proves that hands `mail` to `recipients`: nothing for machine mail (return path `<>`); otherwise one row
 * for each recipient where both ends are persons or outsiders, and one a person (exchange-domain.md §2).
 */
export const evidence = (mail: Mail, recipients: readonly Party[]): readonly Evidence[] => {
  const { sender } = mail
  if (mail.returnPath === '<>' || sender.kind !== 'person' && sender.kind !== 'outside') return []
  const message = mail.id.replace(/^<(.*)>$/, '$1') || mail.networkId
  return recipients
    .filter(({ kind }) => kind === 'person' || kind === 'outside' && sender.kind === 'person')
    .map(({ address }) => ({ message, from: sender.address, to: address }))
}
