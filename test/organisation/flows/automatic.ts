// Mail that no human wrote, told by its return path `<>` or by its ends (exchange-domain.md §2, «Drop by default»).
import { compose, to } from '../mail.ts'
import { stranger } from '../party.ts'
import { travel } from '../travel.ts'
import { accountsOf } from '../world.ts'
import { entry } from '../entry.ts'
import { exchangeRecipient } from './failures.ts'
import { colleague, pair } from './flow.ts'
import type { Flow } from './flow.ts'

/** The sender is a person, the return path says a machine wrote it. */
export const outOfOffice: Flow = world => {
  const [sender, recipient] = pair(world)
  return travel(world, compose(world, sender, {
    returnPath: '<>', messageClass: 'IPM.Note.Rules.OofTemplate.Microsoft', subject: 'Automatic reply: away',
  }), [to(recipient), to(world.random.pick(world.outsiders))])
}

export const readReceipt: Flow = world => {
  const [sender, recipient] = pair(world)
  return travel(
    world, compose(world, sender, { returnPath: '<>', messageClass: 'REPORT.IPM.Note.IPNRN', subject: 'Read: offer' }),
    [to(recipient)],
  )
}

/** A copy of somebody's mail for the archive: traffic type Journal, id @journal.report.generator. */
export const journalReport: Flow = world => {
  const archive = world.random.chance(0.5)
    ? world.random.pick(accountsOf(world, 'shared'))
    : stranger('outside', 'journal@archive.example')
  return travel(world, compose(world, exchangeRecipient(world), {
    id: `<${world.random.guid()}@journal.report.generator>`, returnPath: '<>', traffic: 'Journal',
  }), [to(archive)])
}

/** «Your mailbox is almost full»: to a person, from Exchange. */
export const quotaNotice: Flow = world =>
  travel(
    world,
    compose(
      world, exchangeRecipient(world), { returnPath: '<>', messageClass: 'IPM.Note.StorageQuotaWarning.Warning' },
    ),
    [to(colleague(world))],
  )

/** The same with a common return path: the sender alone must tell. */
export const notice: Flow = world => travel(world, compose(world, exchangeRecipient(world)), [to(colleague(world))])

/** Servers mail themselves every five minutes (2013 on); the recipients of some probes are removed before delivery. */
export const healthProbe: Flow = world => {
  if (!world.modern) return []
  const [one, ...others] = accountsOf(world, 'probe')
  const mailbox = one ?? colleague(world)
  const probe = { subject: 'Inbound proxy probe', traffic: 'Health' } as const
  const inbound = compose(world, stranger('outside', 'inboundproxy@inboundproxy.com'), probe)
  return [
    ...travel(world, inbound, [to(mailbox)]),
    ...travel(world, compose(world, stranger('unknown', `inboundproxy@${world.domain}`), probe), [to(mailbox)]),
    ...travel(world, compose(world, mailbox, probe), [...others, mailbox].map(other => to(other))),
    entry(world, inbound, { server: world.servers[0] ?? '', kind: 'MSGTRK', after: 500 }, {
      'source': 'AGENT', 'event-id': 'FAIL', 'recipient-count': '0', 'source-context': 'Inbound Proxy Probe Agent',
    }),
  ]
}

/** Approval requests pass an arbitration mailbox: `SystemMailbox{…}`. */
export const systemMailbox: Flow = world => {
  const [person, other] = pair(world)
  const system = world.random.pick(accountsOf(world, 'system'))
  return [...travel(world, compose(world, person), [to(system)]), ...travel(world, compose(world, system), [to(other)])]
}
