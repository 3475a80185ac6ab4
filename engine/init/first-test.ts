// The first test of a customer: one of the base, with the customer's domains in place of its own.
import { entriesOf, pick, textsOf } from '../load/pick.ts'
import { toPlain } from '../load/plain.ts'
import type { Entry } from '../load/tree.ts'
import { domainParams, type Base } from './base.ts'

export type FirstTest = readonly [string, Readonly<Record<string, unknown>>]

/** The tests of the base for these domains, in their order; the values of the customer's own file stand for the parameters. */
export function testsFor(base: Base, domains: readonly string[]): readonly FirstTest[] {
  // Where the base has its domains already, its tests hold as they are.
  const names = domains.length > 0 ? domainParams(base).map(({ param }) => param) : []
  return base.loaded.tests.map(test => testFor(test, names, domains, base))
}

function testFor({ key: title, value: node }: Entry, names: readonly string[], domains: readonly string[], { loaded }: Base): FirstTest {
  const own = names.flatMap(name => textsOf(pick(node, 'params', name) ?? pick(loaded.merged, 'params', name, 'sample')))
  const { params, ...rest } = renamed(toPlain(node), own, domains) as Record<string, unknown>
  const others = entriesOf(pick(node, 'params')).filter(({ key }) => !names.includes(key)).map(({ key }) => [key, (params as Record<string, unknown>)[key]])
  return [title, { ...(others.length > 0 ? { params: Object.fromEntries(others) } : {}), ...rest }]
}

/** Every domain of `own`, wherever it ends an address or stands alone, becomes one of the customer's. */
function renamed(value: unknown, own: readonly string[], domains: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map(one => renamed(one, own, domains))
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, own, domains)]))
  if (typeof value !== 'string' || domains.length === 0) return value
  return own.reduce((text, domain, index) => text.replace(wholeDomain(domain), domains[index] ?? domains[0]!), value)
}

const wholeDomain = (domain: string): RegExp => new RegExp(`(?<![\\w-])${domain.replace(/[.]/g, String.raw`\.`)}(?![\\w.-]*\\w)`, 'gi')
