// The own domains of a customer against its directory: whether anybody is there, and where else many are.
import { address } from '../people/address.ts'
import { domainName } from '../people/domains.ts'
import { grouped } from '../report/summary.ts'
import { type Base, domainParams } from './base.ts'
import type { Changes } from './changes.ts'
import { addressesIn } from './directory-addresses.ts'
import { likelyDomains } from './domains.ts'
import type { Customer } from './customer.ts'

/** Remarks about domains without an account, and about those that would have been proposed. */
export async function domainRemarks(
  base: Base, { params }: Changes, surveys: Customer['surveys'],
): Promise<readonly string[]> {
  const remarks: string[] = []
  for (const { param, input, fields } of domainParams(base)) {
    const value = params.get(param)?.value ?? base.plan.params.get(param)?.value
    const own = [value ?? []].flat().map(domain => domainName(String(domain)) ?? String(domain))
    const accounts = await addressesIn(input, fields, surveys)
    if (own.length === 0 || accounts.length === 0) continue
    const domains = accounts.map(texts => new Set(texts.flatMap(text => address(text)?.domain ?? [])))
    const having = (wanted: string): number =>
      domains.filter(all => [...all].some(domain => isWithin(domain, wanted))).length
    const all = grouped(accounts.length)
    for (const domain of own.filter(one => having(one) === 0)) {
      remarks.push(`no account of ${all} has an address at ${domain}: is it spelt as in the addresses?`)
    }
    for (const domain of likelyDomains(accounts).own.filter(one => !own.some(known => isWithin(one, known)))) {
      remarks.push(`${grouped(having(domain))} of ${all} accounts have addresses at ${domain}: `
        + `if that is an own domain, add it to ${param}`)
    }
  }
  return [...new Set(remarks)]
}

const isWithin = (domain: string, wanted: string): boolean => domain === wanted || domain.endsWith(`.${wanted}`)
