// How a mail reaches a mailbox of the organisation.
import { address, entry, host, instant } from './entry.ts'
import type { Entry, Evidence } from './log-row.ts'
import { evidence } from './mail.ts'
import type { Mail } from './mail.ts'
import type { Party } from './party.ts'
import { reception } from './submission.ts'
import type { World } from './world.ts'

/**
 * DELIVER/STOREDRIVER: in the mailbox. This is the row that counts; it shows primary addresses (exchange-domain.md
 * §2).
 */
export const delivered = (
  world: World, mail: Mail, server: string, recipients: readonly Party[], after: number,
): Entry =>
  entry(world, mail, { server, kind: world.modern ? 'MSGTRKMD' : 'MSGTRK', after }, {
    'client-hostname': host(world, server),
    'source-context': `08DB${world.random.hex(12).toUpperCase()};${instant(mail.sentAt + after - 46)};`
      + `ClientSubmitTime:${instant(mail.sentAt)}`,
    'source': 'STOREDRIVER',
    'event-id': 'DELIVER',
    'recipient-address': recipients.map(({ shown }) => shown),
    // The folder a rule of the mailbox moved it to; blank is the inbox.
    'recipient-status': recipients.map(() => world.random.chance(0.05) ? 'Kunden; "A, B"' : ''),
    'message-info': `${instant(mail.sentAt)};SRV=${host(world, server)}:TOTAL-SUB=0.167|SA=0.087;`
      + `SRV=${host(world, server)}:TOTAL-DEL=0.054`,
    'custom-data': [
      'S:IncludeInSla=True', `S:MailboxDatabaseGuid=${world.random.guid()}`, 'S:P2RecipStat=0,005/2',
      'S:E2ELatency=0.481', `S:AccountForest=${world.domain}`,
    ],
  }, evidence(mail, recipients))

/**
 * SEND/SMTP to an own server, 2013 on also to the delivery service of the same one: a hop, which counts for no mailbox
 * here.
 */
export const hop = (
  world: World, mail: Mail, server: string, next: string, recipients: readonly string[], after: number,
  proof: readonly Evidence[] = [],
): Entry =>
  entry(world, mail, { server, kind: 'MSGTRK', after }, {
    'client-ip': address(world, server),
    'client-hostname': server,
    'server-ip': address(world, next),
    'server-hostname': host(world, next),
    'source-context': `;250 2.0.0 OK ${mail.id} [Hostname=${host(world, next)}];ClientSubmitTime:`,
    'connector-id': 'Intra-Organization SMTP Send Connector',
    'source': 'SMTP',
    'event-id': 'SEND',
    // A hop may repeat what the sender typed, in capitals at that.
    'recipient-address': recipients.map(one => world.random.chance(0.2) ? one.toUpperCase() : one),
    'recipient-status': recipients.map(() => '250 2.1.5 Recipient OK'),
    'message-info': `${instant(mail.sentAt)};LSRV=${host(world, server)}:TOTAL-HUB=0.316|SMR=0.180`,
  }, proof)

/** From transport on `hub` into the mailboxes of `recipients`, each on its own server, some of them in one row. */
export const delivery = (world: World, mail: Mail, hub: string, recipients: readonly Party[]): readonly Entry[] =>
  world.servers.flatMap(server => {
    const here = recipients.filter(party => party.server === server)
    if (here.length === 0) return []
    const shown = here.map(party => party.shown)
    const far = server === hub ? [] : [
      hop(world, mail, hub, server, shown, 520),
      reception(world, mail, server, hub, shown, 560),
    ]
    return [...far, ...batches(world, here).flatMap((batch, number) => [
      ...world.modern ? [hop(world, mail, server, server, batch.map(party => party.shown), 700 + 80 * number)] : [],
      delivered(world, mail, server, batch, 690 + 80 * number),
    ])]
  })

const batches = (world: World, recipients: readonly Party[]): readonly (readonly Party[])[] => {
  const size = 1 + world.random.below(3)
  return Array.from(
    { length: Math.ceil(recipients.length / size) },
    (_, number) => recipients.slice(number * size, (number + 1) * size),
  )
}
