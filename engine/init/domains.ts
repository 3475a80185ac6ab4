// The mail domains that look like the organisation's own, from its directory.
import { address } from '../people/address.ts'

/** Cloud mailboxes have addresses at domains of this form. */
const cloud = /\.mail\.onmicrosoft\.com$/
/** Domains of Microsoft that every tenant has, and names of directories that no mail comes from. */
const nobodys = /(?:^|\.)onmicrosoft\.com$|\.(?:local|lan|internal|intern|corp|home|test|invalid)$/

/** Below this share of the accounts a domain is more likely that of a few guests. */
const leastShare = 0.05

export type OwnDomains = { readonly own: readonly string[], readonly cloud: readonly string[] }

/**
 * Domains of addresses, each account's own ones as one list; the most frequent first. A domain below another that is
 * named is left out, since it belongs to it.
 */
export function likelyDomains(accounts: readonly (readonly string[])[]): OwnDomains {
  const counts = new Map<string, number>()
  for (const texts of accounts) {
    for (const domain of new Set(texts.flatMap(text => address(text)?.domain ?? []))) counts.set(domain, (counts.get(domain) ?? 0) + 1)
  }
  const all = [...counts].toSorted(([one, most], [other, more]) => more - most || (one < other ? -1 : 1))
  const withMail = accounts.filter(texts => texts.some(text => address(text))).length
  const frequent = all.filter(([domain, count]) => count >= withMail * leastShare && domain.includes('.') && !nobodys.test(domain)).map(([domain]) => domain)
  return {
    own: frequent.filter(domain => !frequent.some(other => domain.endsWith(`.${other}`))),
    cloud: all.map(([domain]) => domain).filter(domain => cloud.test(domain)),
  }
}
