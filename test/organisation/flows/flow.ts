// A flow is one kind of mail: it makes one, and all rows the logs hold of it.
import type { Entry } from '../log-row.ts'
import type { Account } from '../party.ts'
import type { World } from '../world.ts'

export type Flow = (world: World) => readonly Entry[]

/** A colleague with a mailbox here. */
export const colleague = (world: World): Account => world.random.pick(world.colleagues)

/** Distinct colleagues with mailboxes here. */
export const colleagues = (world: World, count: number): readonly Account[] =>
  world.random.some(world.colleagues, count)

/** Two distinct colleagues: who writes, and who gets it. */
export const pair = (world: World): readonly [Account, Account] => {
  const sender = colleague(world)
  return [sender, world.random.pick(world.colleagues.filter(other => other !== sender))]
}
