// The whole way of a mail, from its sender to everybody who gets it.
import { delivery, hop } from './delivery.ts'
import { departure } from './departure.ts'
import type { Entry } from './log-row.ts'
import { evidence } from './mail.ts'
import type { Addressee, Mail } from './mail.ts'
import type { Party } from './party.ts'
import { reception, submission, typedOf } from './submission.ts'
import { categorising, shadow } from './transport.ts'
import type { World } from './world.ts'

/** The server whose transport works on a mail: the sender's, or one of them for mail by SMTP. */
export const hubOf = (world: World, mail: Mail): string =>
  mail.sender.server ?? world.servers[mail.size % world.servers.length] ?? ''

/**
 * All rows of a mail that reaches everyone it is sent to: submission or arrival, transport, delivery to mailboxes here,
 * departure to everyone else.
 */
export const travel = (world: World, mail: Mail, addressees: readonly Addressee[]): readonly Entry[] => {
  const hub = hubOf(world, mail)
  const recipients = [...new Map(addressees.map(({ party }) => [party.address, party])).values()]
  return [
    ...mail.sender.server === undefined ? arrival(world, mail, addressees) : submission(world, mail, addressees),
    ...transport(world, mail, addressees),
    ...delivery(world, mail, hub, recipients.filter(hasMailboxHere)),
    ...departure(world, mail, hub, recipients.filter(party => !hasMailboxHere(party))),
  ]
}

const hasMailboxHere = (party: Party): boolean => party.server !== undefined

/**
 * By SMTP from outside or from the cloud: through the Edge server where there is one. Its SEND to the hub is a hop for
 * all whose mailbox is here; but a colleague in the cloud, or an outsider whom a cloud colleague writes to, makes any
 * SEND row count. Machines of the house hand their mail to the hub itself.
 */
export const arrival = (world: World, mail: Mail, addressees: readonly Addressee[]): readonly Entry[] => {
  const { edge } = world
  if (edge === undefined || !fromOutside(mail)) return []
  const single = addressees.filter(({ group, forwardedBy }) => !group && !forwardedBy)
  const elsewhere = single.map(({ party }) => party).filter(party => !hasMailboxHere(party))
  const typed = typedOf(addressees)
  return [
    reception(world, mail, edge, 'mx.partner.example', typed, 100),
    hop(world, mail, edge, hubOf(world, mail), typed, 250, evidence(mail, elsewhere)),
  ]
}

const fromOutside = ({ sender }: Mail): boolean =>
  sender.server === undefined && (sender.kind === 'outside' || sender.kind === 'person')

/** Transport on the hub takes the mail, keeps a shadow copy and works out who gets it. */
export const transport = (world: World, mail: Mail, addressees: readonly Addressee[]): readonly Entry[] => {
  const hub = hubOf(world, mail)
  const typed = typedOf(addressees)
  const from = mail.sender.server !== undefined ? hub : fromOutside(mail) && world.edge || 'relay.partner.example'
  // Before 2013 the store driver's RECEIVE on the hub is the only one for mail from a mailbox.
  const taken = world.modern || mail.sender.server === undefined ? [reception(world, mail, hub, from, typed, 420)] : []
  return [...taken, ...shadow(world, mail, hub, typed), ...categorising(world, mail, hub, addressees)]
}
