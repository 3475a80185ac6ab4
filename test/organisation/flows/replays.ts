// The same mail more than once in the logs; one row for each (mail, sender, recipient) is written.
import { delivered } from '../delivery.ts'
import { departure } from '../departure.ts'
import { entry } from '../entry.ts'
import type { Entry } from '../log-row.ts'
import { compose, to } from '../mail.ts'
import type { Mail } from '../mail.ts'
import { hubOf, travel } from '../travel.ts'
import type { World } from '../world.ts'
import { colleague, pair } from './flow.ts'
import type { Flow } from './flow.ts'

/** When the copy comes, in milliseconds: half an hour later. */
const later = 1_800_000

/**
 * RESUBMIT/SAFETYNET after a fail-over, and the store drops the second copy: DUPLICATEDELIVER (2013 on;
 * exchange-domain.md §2).
 */
export const replayedInside: Flow = world => {
  const [sender, recipient] = pair(world)
  const mail = compose(world, sender)
  const again = delivered(world, mail, recipient.server ?? '', [recipient], later + 500)
  return [
    ...travel(world, mail, [to(recipient)]),
    ...resubmitted(world, mail, recipient.shown),
    { ...again, row: { ...again.row, evidence: [], cells: { ...again.row.cells, 'event-id': 'DUPLICATEDELIVER' } } },
  ]
}

/** Nobody outside drops the second copy: SENDEXTERNAL, or SEND, once more. */
export const replayedOutside: Flow = world => {
  const mail = compose(world, colleague(world))
  const outsider = world.random.pick(world.outsiders)
  return [
    ...travel(world, mail, [to(outsider)]),
    ...resubmitted(world, mail, outsider.shown),
    ...departure(world, mail, hubOf(world, mail), [outsider], later + 900),
  ]
}

/** The mailbox database has moved to another server, which has not seen the mail: DELIVER twice. */
export const deliveredTwice: Flow = world => {
  const [sender, recipient] = pair(world)
  const mail = compose(world, sender)
  const other = world.servers.find(name => name !== recipient.server) ?? recipient.server ?? ''
  return [
    ...travel(world, mail, [to(recipient)]),
    ...resubmitted(world, mail, recipient.shown),
    delivered(world, mail, other, [recipient], later + 700),
  ]
}

/** The same row twice, log-id and all (exchange-domain.md §1). */
export const repeatedRows: Flow = world => {
  const [sender, recipient] = pair(world)
  const rows = travel(world, compose(world, sender), [to(recipient), to(world.random.pick(world.outsiders))])
  return rows.flatMap(one => [one, one])
}

const resubmitted = (world: World, mail: Mail, recipient: string): readonly Entry[] => !world.modern ? [] : [
  entry(world, mail, { server: hubOf(world, mail), kind: 'MSGTRK', after: later }, {
    'source': 'SAFETYNET', 'event-id': 'RESUBMIT', 'recipient-address': [recipient],
    'source-context': `Resubmit;${world.random.guid()}`,
  }),
]
