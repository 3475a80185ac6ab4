// What a server does with a mail between taking it and passing it on. No row of it counts (exchange-domain.md §2).
import { entry } from './entry.ts'
import type { Place } from './entry.ts'
import type { Cells, Entry } from './log-row.ts'
import type { Addressee, Mail } from './mail.ts'
import { isGroup } from './party.ts'
import type { Group } from './party.ts'
import type { World } from './world.ts'

/**
 * HAREDIRECT, HARECEIVE and HADISCARD: a second server holds a copy until the mail has gone on. Same message-id, other
 * internal id; the documented source is REDUNDANCY, newer servers write SMTP. Exchange 2007 has none.
 */
export const shadow = (world: World, mail: Mail, server: string, recipients: readonly string[]): readonly Entry[] => {
  if (world.version === '2007') return []
  const source = world.modern ? 'SMTP' : 'REDUNDANCY'
  const other = world.servers.find(name => name !== server)
  const copy: Cells = { source, 'recipient-address': recipients }
  const at = (name: string, after: number): Place => ({ server: name, kind: 'MSGTRK', after })
  if (other === undefined) {
    return [
      entry(
        world, mail, at(server, 410),
        { ...copy, 'source-context': 'No suitable shadow servers', 'event-id': 'HAREDIRECTFAIL' },
      ),
    ]
  }
  return [
    entry(world, mail, at(server, 410), {
      ...copy, 'event-id': 'HAREDIRECT',
      'source-context': `${other}=250 2.6.0 ${mail.id} [InternalId=${world.random.below(1e9)}, Hostname=${other}] `
        + 'Queued mail for redundancy',
    }),
    entry(world, mail, at(other, 400), { ...copy, 'event-id': 'HARECEIVE', 'source-context': world.random.guid() }),
    entry(
      world, mail, at(other, 90_000),
      { ...copy, 'event-id': 'HADISCARD', 'source-context': `ExplicitlyDiscarded;${world.random.guid()}` },
    ),
  ]
}

/**
 * AGENTINFO, RESOLVE, EXPAND, REDIRECT and TRANSFER: agents look at the mail, addresses become recipients, the mail
 * forks.
 */
export const categorising = (
  world: World, mail: Mail, server: string, addressees: readonly Addressee[],
): readonly Entry[] => {
  const row = (after: number, cells: Cells): Entry => entry(world, mail, { server, kind: 'MSGTRK', after }, cells)
  const all = addressees.map(({ party }) => party.shown)
  const groups = new Set(addressees.flatMap(({ group }) => group ? [group] : []))
  return [
    ...world.modern ? [row(440, {
      'source-context': 'CatContentConversion', 'source': 'AGENT', 'event-id': 'AGENTINFO', 'recipient-address': all,
      // Members that hold a semicolon: Exchange wraps them in single quotes (exchange-domain.md §1).
      'custom-data': [
        'S:AMA=SUM|v=0|action=|error=|atch=0', 'S:TRA=ETRP|ruleId=1|Conditions=IP,F,0;IP,F,0', 'S:CompCost=|ETR=0',
      ],
    })] : [],
    ...[...groups].flatMap(group => expansions(group).map(one => row(450, {
      'source': 'ROUTING', 'event-id': 'EXPAND', 'related-recipient-address': one.address,
      'recipient-address': one.members.map(member => isGroup(member) ? member.address : member.shown),
      'recipient-status': one.members.map(() => '250 2.1.5 RESOLVER.GRP.Expanded; distribution list expanded'),
    }))),
    ...addressees.filter(isAlias).map(({ party, typed }) => row(455, {
      'source': 'ROUTING',
      'event-id': 'RESOLVE',
      'recipient-address': [party.shown],
      'related-recipient-address': typed,
      'source-context': '/o=Contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=resolved',
    })),
    ...addressees.flatMap(({ party, forwardedBy }) => forwardedBy ? [row(460, {
      'source': 'ROUTING',
      'event-id': 'REDIRECT',
      'recipient-address': [party.shown],
      'related-recipient-address': forwardedBy.shown,
    })] : []),
    ...all.length > 1 ? [row(470, {
      'source-context': 'Resolver', 'source': 'ROUTING', 'event-id': 'TRANSFER', 'recipient-address': all.slice(1),
      'recipient-status': all.slice(1).map(() => ''),
      'reference': [String(27_000_000_000_000 + world.random.below(1e9))],
    })] : [],
  ]
}

const isAlias = ({ party, typed, group, forwardedBy }: Addressee): boolean =>
  !group && !forwardedBy && party.kind !== 'outside' && typed.toLowerCase() !== party.address

const expansions = (group: Group): readonly Group[] => [group, ...group.members.filter(isGroup).flatMap(expansions)]
