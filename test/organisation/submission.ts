// How a mail gets into transport: from a mailbox, or by SMTP.
import { address, entry, host, instant } from './entry.ts'
import type { Entry } from './log-row.ts'
import type { Addressee, Mail } from './mail.ts'
import type { World } from './world.ts'

/**
 * The addresses as typed: a group once, however many members it has; who forwards instead of whom it is forwarded to.
 */
export const typedOf = (addressees: readonly Addressee[]): readonly string[] => {
  const typed: string[] = []
  for (const { typed: one, group, forwardedBy } of addressees) {
    if (!(group || forwardedBy) || !typed.includes(one)) typed.push(one)
  }
  return typed
}

/**
 * NOTIFYMAPI, RECEIVE/STOREDRIVER and SUBMIT: the sender's mailbox hands over its mail. They show the recipients as
 * typed, Bcc included, with To, Cc and Bcc as their status. 2010 leaves the recipients of SUBMIT blank
 * (exchange-domain.md §2).
 */
export const submission = (world: World, mail: Mail, addressees: readonly Addressee[]): readonly Entry[] => {
  const { random, modern } = world
  const server = mail.sender.server ?? ''
  const mailboxLog = modern ? 'MSGTRKMS' : 'MSGTRKM'
  const typed = typedOf(addressees)
  const status = typed.map(one => addressees.find(addressee => addressee.typed === one)?.how ?? 'To')
  const context = `MDB:${random.guid()}, Mailbox:${random.guid()}, Event:${random.below(90_000_000)}, `
    + `MessageClass:${mail.messageClass}, CreationTime:${instant(mail.sentAt)}, ClientType:MOMT`
  const item = [`S:ItemEntryId=00-00-00-00-${random.hex(8)}`]
  const client = {
    'client-ip': `fe80::${random.hex(4)}:${random.hex(4)}%3`, 'client-hostname': server, 'source': 'STOREDRIVER',
  }
  return [
    entry(world, mail, { server, kind: mailboxLog, after: 10 }, {
      ...client, 'source-context': context, 'event-id': 'NOTIFYMAPI', 'internal-message-id': '', 'message-id': '',
      'network-message-id': '', 'total-bytes': '', 'message-subject': '', 'return-path': '', 'directionality': '',
      'sender-address': modern ? mail.from : '',
      'message-info': modern ? `${instant(mail.sentAt)};LSRV=${host(world, server)}:TOTAL-SUB=0.013` : '',
      'custom-data': item, 'transport-traffic-type': '',
    }),
    entry(world, mail, { server, kind: modern ? 'MSGTRKMS' : 'MSGTRK', after: 90 }, {
      ...client, 'source-context': `${context}, SubmissionAssistant:MailboxTransportSubmissionEmailAssistant`,
      'event-id': 'RECEIVE', 'recipient-address': typed, 'recipient-status': status, 'message-info': '04I: ',
      'custom-data': [...item, 'S:DeliveryPriority=Normal'],
    }),
    entry(world, mail, { server, kind: mailboxLog, after: 350 }, {
      ...client, 'source-context': context, 'event-id': 'SUBMIT', 'internal-message-id': '', 'total-bytes': '',
      'return-path': '', ...modern ? { 'recipient-address': typed } : {}, 'custom-data': item,
    }),
  ]
}

/** RECEIVE/SMTP: a server takes a mail from another one. Every hop has one, so none counts (exchange-domain.md §2). */
export const reception = (
  world: World, mail: Mail, server: string, from: string, recipients: readonly string[], after: number,
): Entry => entry(world, mail, { server, kind: 'MSGTRK', after }, {
  'client-ip': from.includes('.') ? '198.51.100.7' : address(world, from),
  'client-hostname': from.includes('.') ? from : host(world, from),
  'server-ip': address(world, server),
  'source-context': `08DB${world.random.hex(12).toUpperCase()};${instant(mail.sentAt + after - 40)};0`,
  'connector-id': `${server}\\Default ${server}`,
  'source': 'SMTP',
  'event-id': 'RECEIVE',
  'recipient-address': recipients,
  'message-info': '0cI: ',
})
