// Mail between colleagues.
import { bcc, cc, compose, to, toGroup as everyoneIn } from '../mail.ts'
import { travel } from '../travel.ts'
import { colleague, colleagues, pair } from './flow.ts'
import type { Flow } from './flow.ts'

/**
 * One server: RECEIVE/STOREDRIVER, SUBMIT, RECEIVE/SMTP, SEND to its own delivery service, DELIVER; only DELIVER
 * counts (exchange-domain.md §2).
 */
export const withinServer: Flow = world => {
  const sender = colleague(world)
  const neighbours = world.colleagues.filter(({ server }) => server === sender.server)
  return travel(world, compose(world, sender), world.random.some(neighbours, 2).map(one => to(one)))
}

/**
 * A hop more: SEND through the Intra-Organization connector and RECEIVE on the next server repeat the recipients
 * (exchange-domain.md §2).
 */
export const betweenServers: Flow = world => {
  const sender = colleague(world)
  const far = world.colleagues.filter(({ server }) => server !== sender.server)
  return travel(
    world, compose(world, sender), world.random.some(far.length > 0 ? far : world.colleagues, 3).map(one => to(one)),
  )
}

/** To oneself: one row, from and to the same. */
export const toSelf: Flow = world => {
  const sender = colleague(world)
  return travel(world, compose(world, sender), [to(sender)])
}

/**
 * RECEIVE/STOREDRIVER tells who was in Bcc; DELIVER does not, and counts each recipient alike (exchange-domain.md §2).
 */
export const blindCopy: Flow = world => {
  const [sender, ...others] = colleagues(world, 4)
  return travel(
    world, compose(world, sender ?? colleague(world)),
    others.map((one, place) => place === 0 ? to(one) : place === 1 ? cc(one) : bcc(one)),
  )
}

/**
 * The same recipient in To and Bcc: RECEIVE/STOREDRIVER repeats it, DELIVER has it once (exchange-domain.md §2,
 * unexpanded).
 */
export const typedTwice: Flow = world => {
  const [sender, recipient] = pair(world)
  return travel(world, compose(world, sender), [to(recipient), bcc(recipient), cc(recipient, recipient.aliases[0])])
}

/** Meeting requests are mail; only submission rows name their class (exchange-domain.md §2). */
export const meetingRequest: Flow = world => {
  const [sender, ...others] = colleagues(world, 5)
  return travel(
    world, compose(world, sender ?? colleague(world), { messageClass: 'IPM.Schedule.Meeting.Request' }),
    others.map(one => to(one)),
  )
}

/** A leaver's account is disabled, but the mail of former days was a person's (exchange-domain.md §6). */
export const leaver: Flow = world => {
  const gone = world.random.pick(world.colleagues.filter(({ enabled }) => !enabled))
  const other = colleague(world)
  return world.random.chance(0.5)
    ? travel(world, compose(world, gone), [to(other)])
    : travel(world, compose(world, other), [to(gone)])
}

/** EXPAND lists the members, RECEIVE shows the group; DELIVER has the members one by one (exchange-domain.md §2). */
export const toGroup: Flow = world => {
  const group = world.random.pick(world.groups)
  return travel(world, compose(world, colleague(world)), everyoneIn(group))
}

/** Groups in a group, and a member addressed besides: one copy, one row. */
export const toNestedGroup: Flow = world => {
  const group = world.groups.at(-1) ?? world.random.pick(world.groups)
  const extra = colleague(world)
  return travel(world, compose(world, colleague(world)), [cc(extra), ...everyoneIn(group)])
}
