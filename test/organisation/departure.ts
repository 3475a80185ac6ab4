// How a mail leaves the organisation, or its own part of it for the cloud.
import { address, entry, host, instant } from './entry.ts'
import type { Entry } from './log-row.ts'
import { evidence } from './mail.ts'
import type { Mail } from './mail.ts'
import type { Party } from './party.ts'
import { reception } from './submission.ts'
import type { World } from './world.ts'

/**
 * The last row in the organisation: SENDEXTERNAL from 2016 on, SEND before. Through an Edge server the mailbox server
 * logs
 * only SEND to it, as to any own server; recipients outside or in the cloud make that row count too, for the Edge
 * server's log may be missing (exchange-domain.md §2, «(c) is needed …»). What the next company refuses after the Edge
 * server took it would still count; such mails are not made here.
 */
export const departure = (
  world: World, mail: Mail, hub: string, recipients: readonly Party[], after = 900,
): readonly Entry[] => {
  const { edge, random } = world
  if (recipients.length === 0) return []
  // The hub may repeat the sender's spelling, also in capitals.
  const spelled = recipients.map(({ shown }) => random.chance(0.3) ? shown.toUpperCase() : shown)
  if (edge === undefined) return [leaving(world, mail, hub, recipients, spelled, after)]
  return [
    entry(world, mail, { server: hub, kind: 'MSGTRK', after }, {
      'client-ip': address(world, hub),
      'client-hostname': hub,
      'server-ip': address(world, edge),
      'server-hostname': host(world, edge),
      'source-context': `;250 2.6.0 ${mail.id} [InternalId=${random.below(1e9)}, Hostname=${host(world, edge)}] `
        + '5890 bytes in 0.118, 48.479 KB/sec Queued mail for delivery;ClientSubmitTime:',
      'connector-id': 'Intra-Organization SMTP Send Connector',
      'source': 'SMTP',
      'event-id': 'SEND',
      'recipient-address': spelled,
      'recipient-status': recipients.map(() => '250 2.1.5 Recipient OK'),
      'reference': recipients.map(() => ''),
    }, evidence(mail, recipients)),
    reception(world, mail, edge, hub, spelled, after + 50),
    leaving(world, mail, edge, recipients, recipients.map(({ shown }) => shown.toLowerCase()), after + 300),
  ]
}

/** The hop out of the organisation, from `server`. */
const leaving = (
  world: World, mail: Mail, server: string, recipients: readonly Party[], spelled: readonly string[], after: number,
): Entry => {
  const cloud = recipients.every(({ shown }) => shown.endsWith(`@${world.cloudDomain}`))
  return entry(world, mail, { server, kind: 'MSGTRK', after }, {
    'client-ip': address(world, server),
    'client-hostname': server,
    'server-ip': '203.0.113.25',
    'server-hostname': 'mx.partner.example',
    'source-context': `;250 2.0.0 OK ${world.random.hex(10)} - queued;ClientSubmitTime:`,
    // Connectors are called anything: no rule may rely on the name.
    'connector-id': cloud ? `Outbound to Office 365 - ${world.random.guid()}`
      : server === world.edge ? 'EdgeSync - LAT to Internet'
        : 'Outbound Emails',
    'source': 'SMTP',
    'event-id': world.version === '2016' ? 'SENDEXTERNAL' : 'SEND',
    'recipient-address': spelled,
    'recipient-status': recipients.map(() => "250 2.1.5 <it's fine>... Recipient ok; queued"),
    'reference': recipients.map(() => ''),
    'message-info': `${instant(mail.sentAt)};SRV=${host(world, server)}:TOTAL-HUB=0.294|DSN=0.001|CAT=0.055`,
  }, evidence(mail, recipients))
}
