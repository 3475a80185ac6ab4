// Mail domains without the organisation's name: own ones stay own, sub-domains below them, cloud domains in the cloud.
import { ownDomains } from '../../people/domains.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Literals } from './literals.ts'

export type StandInDomains = {
  /** The stand-in of a domain, lower-case as `address` gives it. */
  readonly of: (domain: string) => string
}

const cloudEnd = '.mail.onmicrosoft.com'

/** Domains that a literal of the rules names in an expression stay, since rows are told by them. */
export function standInDomains(plan: Plan, literals: Literals): StandInDomains {
  const lookups = [...plan.lookups.values()]
  const own = [...new Set(lookups.flatMap(lookup => lookup.domains))]
  const cloud = [...new Set(lookups.flatMap(lookup => lookup.cloudDomains))]
  const known = new Map<string, string>()
  own.forEach((domain, index) => { known.set(domain.toLowerCase(), index === 0 ? 'example.com' : `example-${index + 1}.com`) })
  cloud.forEach((domain, index) => { known.set(domain.toLowerCase(), `${index === 0 ? 'example' : `example-${index + 1}`}${domain.toLowerCase().endsWith(cloudEnd) ? cloudEnd : '-cloud.com'}`) })
  const { isOwn } = ownDomains(own, cloud)
  let subdomains = 0
  let outside = 0
  const made = (domain: string): string => {
    if (literals.quoted.some(text => text.replace(/^@/, '') === domain)) return domain
    if (isOwn(domain)) {
      const parent = [...known.keys()].filter(one => domain.endsWith(`.${one}`)).toSorted((one, other) => other.length - one.length)[0]
      if (parent !== undefined) return `sub-${++subdomains}.${known.get(parent)!}`
    }
    const name = outside++ === 0 ? 'partner' : `partner-${outside}`
    return domain.endsWith(cloudEnd) ? `${name}${cloudEnd}` : `${name}.example`
  }
  return {
    of(domain) {
      const stand = known.get(domain) ?? made(domain)
      known.set(domain, stand)
      return stand
    },
  }
}
