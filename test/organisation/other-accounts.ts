// The directory's users who are not colleagues: rooms, equipment, shared mailboxes, services, system objects, partners.
import { account } from './account.ts'
import type { AccountSeed } from './account.ts'
import type { PeopleOptions } from './people.ts'
import type { Account } from './party.ts'
import type { Random } from './random.ts'

/** exchange-domain.md §6 names the types, flags, logins and units that tell them apart. */
export const otherAccounts = (random: Random, options: PeopleOptions, health: boolean): readonly Account[] => {
  const { servers, cloudDomain } = options
  const [main = ''] = options.domains
  const seeds: readonly AccountSeed[] = [
    ...[1, 2, 3].map((number): AccountSeed => ({
      kind: 'room', name: `Room ${number}, "Łódź"`, login: `room${number}`, primary: `Room.${number}@${main}`,
      units: ['Rooms'], recipientType: 16, userAccountControl: 514, aliases: [`konferenz${number}@${main}`],
    })),
    {
      kind: 'equipment', name: 'Beamer', login: 'beamer', primary: `beamer@${main}`,
      units: ['Resources'], recipientType: 32, userAccountControl: 514,
    },
    ...['info', 'hr'].map((name): AccountSeed => ({
      kind: 'shared', name: `Mailbox - ${name}`, login: `mbx${name}`, primary: `${name}@${main}`,
      units: ['Mailboxes'], recipientType: 4, userAccountControl: 514, aliases: [`${name}-old@${main}`],
    })),
    {
      kind: 'service', name: 'svc-backup', login: 'svc-backup', primary: `backup@${main}`, units: ['Servers'],
      recipientType: 1,
    },
    {
      kind: 'service', name: 'svc_erp', login: 'svc_erp', primary: `erp@${main}`, units: ['IT'], recipientType: 1,
      userAccountControl: 66048,
    },
    {
      kind: 'service', name: 'Invoices', login: 'invoices', primary: `invoices@${main}`, units: ['Service Accounts'],
      recipientType: 1,
    },
    system(`SystemMailbox{${random.guid()}}`, 8388608, main),
    system('DiscoverySearchMailbox{D919BA05-46A6-415f-80AD-7E09334BB852}', 134217728, main),
    system('FederatedEmail.4c1f4d8b-8179-4148-93bf-00a95fa1e042', 8388608, main),
    system('Migration.8f3e7716-2011-43e4-96b1-aba62d229136', 8388608, main),
    ...health ? servers.map((): AccountSeed => {
      const name = `HealthMailbox${random.hex(32)}`
      return {
        kind: 'probe', name, login: name.slice(0, 20), primary: `${name}@${main}`, units: ['Monitoring Mailboxes'],
        recipientType: 549755813888,
      }
    }) : [],
    ...cloudDomain === undefined ? [] : [
      {
        kind: 'room', name: 'Cloud room', login: 'cloudroom', primary: `cloud.room@${main}`, units: ['Rooms'],
        recipientType: 8589934592, userAccountControl: 514, target: `cloudroom@${cloudDomain}`,
      },
      {
        kind: 'shared', name: 'Cloud desk', login: 'clouddesk', primary: `desk@${main}`, units: ['Mailboxes'],
        recipientType: 34359738368, userAccountControl: 514, target: `clouddesk@${cloudDomain}`,
      },
    ] as const,
    // Mail users: people of other companies who have a login here; the second even has an own-domain address.
    {
      kind: 'outside', name: 'Jo Partner', login: 'ext-jo', primary: 'Jo@partner.example', units: ['Partners'],
      recipientType: 128, target: 'Jo@partner.example',
    },
    {
      kind: 'outside', name: 'Kim Consultant', login: 'ext-kim', primary: `kim.external@${main}`, units: ['Partners'],
      recipientType: 128, target: 'kim@consulting.example',
    },
    ...['Administrator', 'Guest', 'krbtgt'].map((name): AccountSeed => ({
      kind: 'none', name, login: name, primary: '', units: ['Users'],
      userAccountControl: name === 'Administrator' ? 66048 : 514,
      // Built-in accounts are made without one.
      more: { upn: '' },
    })),
  ]
  return seeds.map((seed, place) => account(random, main, {
    ...seed,
    ...seed.target === undefined && seed.primary !== '' ? { server: servers[place % servers.length] ?? '' } : {},
  }))
}

const system = (name: string, recipientType: number, domain: string): AccountSeed => ({
  kind: 'system', name, login: `SM_${name.length}${recipientType}`, primary: `${name}@${domain}`, units: ['Users'],
  recipientType, userAccountControl: 514,
})
