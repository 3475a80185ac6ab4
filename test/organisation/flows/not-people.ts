// Mail to and from accounts that are not persons: none of these ends is written (exchange-integration.md, Filtering).
import { cc, compose, to } from '../mail.ts'
import { stranger } from '../party.ts'
import type { Party } from '../party.ts'
import { travel } from '../travel.ts'
import { accountsOf } from '../world.ts'
import { colleague, colleagues } from './flow.ts'
import type { Flow } from './flow.ts'

/** A meeting request to a person and a room: the person's row stays. */
export const toRoom: Flow = world => {
  const room = world.random.pick(accountsOf(world, 'room', 'equipment'))
  return travel(world, compose(world, colleague(world), { messageClass: 'IPM.Schedule.Meeting.Request' }), [
    ...colleagues(world, 2).map(one => to(one)), cc(room, room.aliases[0] ?? room.typed),
  ])
}

/** The room accepts: sent by a machine. */
export const fromRoom: Flow = world =>
  travel(
    world,
    compose(world, world.random.pick(accountsOf(world, 'room')), { messageClass: 'IPM.Schedule.Meeting.Resp.Pos' }),
    [to(colleague(world))],
  )

export const toSharedMailbox: Flow = world => {
  const shared = world.random.pick(accountsOf(world, 'shared'))
  return [
    ...travel(world, compose(world, world.random.pick(world.outsiders)), [to(shared), cc(colleague(world))]),
    ...travel(world, compose(world, shared), [to(world.random.pick(world.outsiders))]),
  ]
}

/** Told by login or by organisational unit (design.md §3, kinds). */
export const fromService: Flow = world => {
  const service = world.random.pick(accountsOf(world, 'service'))
  return [
    ...travel(
      world, compose(world, service), [...colleagues(world, 3), world.random.pick(world.outsiders)].map(one => to(one)),
    ),
    ...travel(world, compose(world, colleague(world)), [to(service)]),
  ]
}

/** An own-domain address no directory knows, by SMTP: scanner, application, old alias. Never `external`. */
export const fromApplication: Flow = world => {
  const host = world.random.pick(['', 'apps.', 'scan.'])
  return travel(world, compose(world, stranger('unknown', `Scanner@${host}${world.domain}`)), [
    ...colleagues(world, 2).map(one => to(one)), cc(world.random.pick(world.outsiders)),
  ])
}

/** A system of the house that takes its own mail: an own sub-domain, but reached by SEND or SENDEXTERNAL. */
export const toApplication: Flow = world =>
  travel(
    world, compose(world, colleague(world)),
    [to(stranger('unknown', `tickets@apps.${world.domain}`)), cc(colleague(world))],
  )

/** Rows without a sender happen (exchange-domain.md §2): nobody to name. */
export const withoutSender: Flow = world => {
  const nobody: Party = { kind: 'none', address: '', typed: '', shown: '' }
  return travel(world, compose(world, nobody, { returnPath: 'relay@partner.example' }), [to(colleague(world))])
}
