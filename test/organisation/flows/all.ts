// Every kind of mail the generator knows, by name; tests and counts use the names.
import * as automatic from './automatic.ts'
import { failedAfterHop, refusedOutside, unknownRecipient } from './failures.ts'
import type { Flow } from './flow.ts'
import * as forwarding from './forwarding.ts'
import * as hybrid from './hybrid.ts'
import * as inside from './inside.ts'
import * as notPeople from './not-people.ts'
import * as outside from './outside.ts'
import * as replays from './replays.ts'
import * as spellings from './spellings.ts'
import type { World } from '../world.ts'

const anywhere: Readonly<Record<string, Flow>> = {
  ...inside, ...spellings, ...outside, ...forwarding, ...replays, ...notPeople, ...automatic,
  failedAfterHop, refusedOutside, unknownRecipient,
}

/** The kinds of mail an organisation like this one has; a name is made only where its version logs such a thing. */
export const flowsOf = (world: World): ReadonlyMap<string, Flow> => new Map(Object.entries({
  ...anywhere, ...world.cloudDomain === undefined ? {} : hybrid,
}).filter(([name]) => (name !== 'withoutId' || world.version === '2016') && (name !== 'healthProbe' || world.modern)))

/** What people mostly do; the other kinds share what is left. */
export const everyday: readonly string[] = [
  'withinServer', 'withinServer', 'betweenServers', 'betweenServers', 'betweenServers', 'toGroup',
  'toOutside', 'fromOutside', 'mixed',
]
