// Mail to and from other companies.
import { entry } from '../entry.ts'
import type { Entry } from '../log-row.ts'
import { cc, compose, to } from '../mail.ts'
import type { Mail } from '../mail.ts'
import { stranger } from '../party.ts'
import { hubOf, transport, travel } from '../travel.ts'
import { submission } from '../submission.ts'
import { accountsOf } from '../world.ts'
import { colleague, colleagues } from './flow.ts'
import type { Flow } from './flow.ts'

/** SENDEXTERNAL (2016), SEND (before, and to an Edge server): exchange-domain.md §2, (b) and (c). */
export const toOutside: Flow = world =>
  travel(
    world, compose(world, colleague(world)),
    world.random.some(world.outsiders, 1 + world.random.below(3)).map(one => to(one)),
  )

/** RECEIVE/SMTP at each hop, then DELIVER: counted there, sent by an outsider (exchange-domain.md §2). */
export const fromOutside: Flow = world =>
  travel(world, compose(world, world.random.pick(world.outsiders)), colleagues(world, 2).map(one => to(one)))

/** The mail forks: DELIVER for colleagues, SENDEXTERNAL or SEND for the others. */
export const mixed: Flow = world => {
  const [sender, ...inside] = colleagues(world, 4)
  return travel(world, compose(world, sender ?? colleague(world)), [
    ...inside.map(one => to(one)), ...world.random.some(world.outsiders, 2).map(one => cc(one)),
  ])
}

/** A domain that contains an own one is somebody else's. */
export const lookAlike: Flow = world => {
  const other = world.random.pick(world.lookAlikes)
  return world.random.chance(0.5)
    ? travel(world, compose(world, other), [to(colleague(world))])
    : travel(world, compose(world, colleague(world)), [to(other)])
}

/** A mail user: has a login here, but its mail goes to another company (exchange-domain.md §6, type 128). */
export const mailUser: Flow = world => {
  const partner = world.random.pick(accountsOf(world, 'outside'))
  return travel(world, compose(world, colleague(world)), [to(partner), cc(colleague(world))])
}

/**
 * No message-id: the network-message-id stands in (exchange-domain.md §3). Only 2016's cmdlet shows it, so only 2016
 * has such mails here.
 */
export const withoutId: Flow = world => {
  if (world.version !== '2016') return []
  return travel(
    world, compose(world, world.random.pick(world.outsiders), { id: '' }), [to(colleague(world)), cc(colleague(world))],
  )
}

/** Some rows of a mail lack the angle brackets of its id (exchange-domain.md §3): still one mail. */
export const bareId: Flow = world => {
  const mail = compose(world, colleague(world))
  return travel(world, mail, [to(world.random.pick(world.outsiders)), to(colleague(world))])
    .map(one => world.random.chance(0.5) ? one : withoutBrackets(one))
}

const withoutBrackets = (entry: Entry): Entry => {
  const { cells } = entry.row
  const bare = (cells['message-id'] ?? '').replace(/^<(.*)>$/, '$1')
  return { ...entry, row: { ...entry.row, cells: { ...cells, 'message-id': bare } } }
}

/** An outsider writes to an outsider through this organisation's servers: no colleague took part. */
export const relayed: Flow = world =>
  travel(world, compose(world, world.random.pick(world.outsiders)), [to(world.random.pick(world.outsiders))])

/** Addresses that no server takes, with the letters that lists are joined and quoted with: FAIL, nothing delivered. */
export const oddAddresses: Flow = world => {
  const mail: Mail = compose(world, colleague(world))
  const odd = [
    '"sales; team"@partner.example', "'quoted'@partner.example", 'a,b@partner.example',
  ].map(one => to(stranger('outside', one)))
  return [
    ...submission(world, mail, odd),
    ...transport(world, mail, odd),
    entry(world, mail, { server: hubOf(world, mail), kind: 'MSGTRK', after: 600 }, {
      'source': 'ROUTING', 'event-id': 'FAIL', 'recipient-address': odd.map(({ typed }) => typed),
      'recipient-status': odd.map(() => '501 5.1.3 Invalid address; not routable'),
    }),
  ]
}
