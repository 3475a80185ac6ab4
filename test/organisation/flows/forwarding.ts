// Mail that a mailbox passes on: REDIRECT, then the target's own DELIVER or SEND row counts (exchange-domain.md §2).
import { compose, to } from '../mail.ts'
import { travel } from '../travel.ts'
import { colleagues, pair } from './flow.ts'
import type { Flow } from './flow.ts'

/** To a colleague instead: nothing is put in the mailbox that forwards. */
export const forwardedInside: Flow = world => {
  const [sender, target] = pair(world)
  const boss = world.random.pick(world.colleagues.filter(one => one !== sender && one !== target))
  return travel(world, compose(world, sender), [{ party: target, how: 'To', typed: boss.typed, forwardedBy: boss }])
}

/** To an outsider instead: a colleague's mail leaves; an outsider's would be between outsiders. */
export const forwardedOutside: Flow = world => {
  const [sender, boss] = pair(world)
  const writer = world.random.chance(0.5) ? sender : world.random.pick(world.outsiders)
  return travel(
    world, compose(world, writer),
    [{ party: world.random.pick(world.outsiders), how: 'To', typed: boss.typed, forwardedBy: boss }],
  )
}

/** Delivered and forwarded: both count. */
export const deliveredAndForwarded: Flow = world => {
  const [sender, boss, target] = colleagues(world, 3)
  if (!sender || !boss || !target) return []
  const elsewhere = world.random.chance(0.5) ? target : world.random.pick(world.outsiders)
  return travel(
    world, compose(world, sender), [to(boss), { party: elsewhere, how: 'To', typed: boss.typed, forwardedBy: boss }],
  )
}
