// Mail of colleagues whose mailbox is in the cloud: on the way to it the mail leaves, but nobody outside gets it
// (exchange-domain.md §2, Hybrid). The address is that of the cloud; the person is the colleague.
import { cc, compose, to } from '../mail.ts'
import { stranger } from '../party.ts'
import { travel } from '../travel.ts'
import { accountsOf } from '../world.ts'
import { colleague } from './flow.ts'
import type { Flow } from './flow.ts'

/** SENDEXTERNAL or SEND to `user@tenant.mail.onmicrosoft.com`; with an Edge server both, and still one row. */
export const toCloud: Flow = world =>
  travel(
    world, compose(world, colleague(world)),
    [...world.random.some(world.cloudColleagues, 2).map(one => to(one)), cc(colleague(world))],
  )

export const outsiderToCloud: Flow = world =>
  travel(world, compose(world, world.random.pick(world.outsiders)), [to(world.random.pick(world.cloudColleagues))])

/** Arrives by SMTP, from a colleague. */
export const fromCloud: Flow = world =>
  travel(world, compose(world, world.random.pick(world.cloudColleagues)), [to(colleague(world))])

/** Centralised transport: a cloud colleague's mail to an outsider passes the servers here, and only passes. */
export const cloudToOutside: Flow = world =>
  travel(world, compose(world, world.random.pick(world.cloudColleagues)), [to(world.random.pick(world.outsiders))])

/** Rooms and shared mailboxes in the cloud are no more persons than here (exchange-domain.md §6, remote types). */
export const toCloudRoom: Flow = world => {
  const remote = accountsOf(world, 'room', 'shared').filter(({ server }) => server === undefined)
  return travel(
    world, compose(world, colleague(world)),
    [to(world.random.pick(remote)), to(stranger('unknown', `nobody@${world.cloudDomain}`))],
  )
}
