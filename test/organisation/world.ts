// The organisation before its first mail: domains, servers, directory, groups, and the people it writes to.
import { groups } from './groups.ts'
import type { Version } from './log-row.ts'
import { lookAlikeDomains, outsideDomains } from './names.ts'
import { otherAccounts } from './other-accounts.ts'
import { stranger } from './party.ts'
import type { Account, Group, Kind, Party } from './party.ts'
import { people } from './people.ts'
import { random as randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { deskless, settled } from './staff.ts'

export type OrganisationOptions = {
  readonly seed: number
  readonly people?: number
  readonly days?: number
  readonly messages?: number
  readonly servers?: number
  /** Mail to and from outside passes an Edge server. */
  readonly edge: boolean
  /** `false`: nobody collected the logs of the Edge server. */
  readonly edgeCollected?: boolean
  readonly version: Version
  /** Some colleagues have their mailbox in the cloud. */
  readonly hybrid?: boolean
  /** Also colleagues without a mailbox; they write and get no mail. Default true. */
  readonly deskless?: boolean
}

export type World = {
  readonly random: Random
  readonly version: Version
  /** 2013 on: submission, transport and delivery are services with logs of their own. */
  readonly modern: boolean
  readonly domain: string
  readonly domains: readonly string[]
  readonly cloudDomain?: string
  readonly servers: readonly string[]
  readonly edge?: string
  readonly accounts: readonly Account[]
  /** Persons with a mailbox on one of the servers, leavers included. */
  readonly colleagues: readonly Account[]
  readonly cloudColleagues: readonly Account[]
  readonly outsiders: readonly Party[]
  readonly lookAlikes: readonly Party[]
  readonly groups: readonly Group[]
  /** An alias that two accounts claim: it tells nobody apart (design.md §3). */
  readonly contested: string
  /** UTC midnight, milliseconds since 1970. */
  readonly start: number
  readonly days: number
}

export const accountsOf = (world: World, ...kinds: readonly Kind[]): readonly Account[] =>
  world.accounts.filter(({ kind }) => kinds.includes(kind))

export const makeWorld = (options: OrganisationOptions): World => {
  const { seed, version, edge, hybrid = false, days = 3 } = options
  const random = randomFrom(seed)
  const domain = 'contoso.com'
  const domains = [domain, 'fabrikam.com', `plant.${domain}`]
  const cloudDomain = hybrid ? 'contoso.mail.onmicrosoft.com' : undefined
  const servers = Array.from(
    { length: options.servers ?? 2 }, (_, number) => `EX${String(number + 1).padStart(2, '0')}`,
  )
  const modern = version === '2013' || version === '2016'
  const staff = { count: options.people ?? 60, domains, servers, ...cloudDomain === undefined ? {} : { cloudDomain } }
  const contested = `press@${domain}`
  const hired = people(random, staff).map((person, number) => number === 1 || number === 2
    ? { ...person, proxyAddresses: [...person.proxyAddresses, `smtp:${contested}`] }
    : person)
  const others = otherAccounts(random, staff, modern)
  // Chance of their own: what stands in the directory changes no mail.
  const persons = settled(randomFrom(seed + 0x5eed), hired, others, domain)
  const outsiders = Array.from({ length: 40 }, (_, number) =>
    stranger('outside', number === 5
      ? 'jörg.schön@müller.example'
      : `${random.pick(['john', 'Maria', 'sales', 'j.doe'])}+${number}@${random.pick(outsideDomains)}`))
  return {
    random, version, modern, domain, domains, servers, days, contested, outsiders,
    ...cloudDomain === undefined ? {} : { cloudDomain },
    // Before or after the mailbox servers in name order: see truth.ts.
    ...edge ? { edge: seed % 2 === 0 ? 'EDGE01' : 'GATE01' } : {},
    accounts: [...persons, ...others, ...options.deskless === false ? [] : deskless(persons, domain)],
    colleagues: persons.filter(({ server }) => server !== undefined),
    cloudColleagues: persons.filter(({ server }) => server === undefined),
    lookAlikes: lookAlikeDomains(domain).map((other, number) => stranger('outside', `Anna.Hansen${number}@${other}`)),
    groups: groups(random, domain, persons, others, outsiders),
    // From the 13th: a file with a row of the first day tells days from months. No clock changes for five months.
    start: Date.UTC(2024, 4, 13 + seed % 14),
  }
}
