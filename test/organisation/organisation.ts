// A synthetic organisation: its directory, its tracking logs, and the truth about who really wrote to whom.
import { everyday, flowsOf } from './flows/all.ts'
import { logKinds } from './log-row.ts'
import type { Entry, Evidence, Version } from './log-row.ts'
import type { Account, Group } from './party.ts'
import { truthOf } from './truth.ts'
import type { Server, Truth } from './truth.ts'
import { makeWorld } from './world.ts'
import type { OrganisationOptions, World } from './world.ts'

export type Organisation = {
  readonly version: Version
  /** The organisation's own mail domains; sub-domains of them are its own too. */
  readonly domains: readonly string[]
  /** Domains of colleagues' cloud mailboxes; empty unless hybrid. */
  readonly cloudDomains: readonly string[]
  /**
   * All users of the directory: persons (also leavers and cloud colleagues), rooms, shared mailboxes, services, mail
   * users …
   */
  readonly accounts: readonly Account[]
  /** Distribution groups: in the logs, but in no export of users. */
  readonly groups: readonly Group[]
  /** In name order. An Edge server whose logs nobody collected is left out. */
  readonly servers: readonly Server[]
  /**
   * The rows `emails.csv` must hold, before hashing, in input order. `from` and `to` are a person's canonical address;
   * any other address is an outsider's, which becomes `external` (distinct outsiders stay distinct rows).
   */
  readonly truth: readonly Truth[]
  /** For each kind of mail (see flows/): how many rows it has in the logs, and what they prove. */
  readonly flows: ReadonlyMap<string, { readonly rows: number, readonly evidence: readonly Evidence[] }>
}

/**
 * The same options give the same organisation. Every flow occurs at least once when `messages` (default 400) allows;
 * at least 40 people are needed. Nothing of the engine is used: this is what it is measured against.
 */
export const generateOrganisation = (options: OrganisationOptions): Organisation => {
  const world = makeWorld(options)
  const entries = new Map<string, Entry[]>()
  for (const name of flowNames(world, options.messages ?? 400)) {
    const made = flowsOf(world).get(name)?.(world) ?? []
    entries.set(name, [...entries.get(name) ?? [], ...made])
  }
  const collected = [...entries].map(([name, all]) =>
    [name, options.edgeCollected === false ? all.filter(({ server }) => server !== world.edge) : all] as const)
  const servers = serversOf(world, collected.flatMap(([, all]) => all))
  return {
    version: world.version,
    domains: world.domains,
    cloudDomains: world.cloudDomain === undefined ? [] : [world.cloudDomain],
    accounts: world.accounts,
    groups: world.groups,
    servers,
    truth: truthOf(servers),
    flows: new Map(collected.map(([name, all]) =>
      [name, { rows: all.length, evidence: all.flatMap(({ row }) => row.evidence) }])),
  }
}

/** Each kind once, then a mix of everyday mail and the rest. */
const flowNames = (world: World, count: number): readonly string[] => {
  const names = [...flowsOf(world).keys()]
  return Array.from({ length: count }, (_, number) =>
    names[number] ?? world.random.pick(world.random.chance(0.6) ? everyday : names))
}

/** Rows stand in the order they are written, which is not strictly that of their times (exchange-domain.md §1). */
const serversOf = (world: World, entries: readonly Entry[]): readonly Server[] => {
  const written = entries
    .map(entry => ({ entry, at: entry.row.time + (world.random.chance(0.1) ? world.random.below(3000) : 0) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ entry }) => entry)
  const names = [...new Set(entries.map(({ server }) => server))].toSorted()
  return names.map(name => ({
    name,
    logs: logKinds.map(kind => {
      const own = written.filter(entry => entry.server === name && entry.kind === kind)
      return { kind, rows: own.map(({ row }) => row) }
    }).filter(({ rows }) => rows.length > 0),
  }))
}
