// One row in one log, with everything that is the same for all rows of a mail.
import type { Cells, Entry, Evidence, LogKind } from './log-row.ts'
import type { Mail } from './mail.ts'
import type { World } from './world.ts'

/** Where and when a row is written: `after` is in milliseconds since the mail was sent. */
export type Place = { readonly server: string, readonly kind: LogKind, readonly after: number }

export const entry = (
  world: World, mail: Mail, place: Place, cells: Cells, evidence: readonly Evidence[] = [],
): Entry => {
  const { random } = world
  const count = cells['recipient-address']?.length ?? 0
  return {
    server: place.server,
    kind: place.kind,
    row: {
      // The Edge server's clock is behind, as in the sample of exchange-domain.md §1.
      time: mail.sentAt + place.after - (place.server === world.edge ? 700 : 0),
      evidence,
      cells: {
        'server-hostname': place.server,
        'internal-message-id': String(27_000_000_000_000 + random.below(900_000_000)),
        'message-id': mail.id,
        'network-message-id': mail.networkId,
        'total-bytes': String(mail.size),
        'recipient-count': count === 0 ? '' : String(count),
        'message-subject': mail.subject,
        'sender-address': mail.from,
        'return-path': mail.returnPath,
        'directionality': mail.sender.server === undefined ? 'Incoming' : 'Originating',
        'custom-data': [
          'S:DeliveryPriority=Normal', `S:OriginalFromAddress=${mail.returnPath}`, `S:AccountForest=${world.domain}`,
        ],
        'transport-traffic-type': mail.traffic,
        'log-id': random.guid(),
        'schema-version': '15.01.2507.023',
        ...cells,
      },
    },
  }
}

export const host = (world: World, server: string): string => `${server.toLowerCase()}.${world.domain}`

/** The address of a server: the Edge server stands in another net. */
export const address = (world: World, server: string): string =>
  server === world.edge ? '10.225.105.21' : `10.225.101.${11 + world.servers.indexOf(server)}`

export const instant = (time: number): string => new Date(time).toISOString()
