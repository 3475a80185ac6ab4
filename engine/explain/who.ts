// Whom a field names, and how that is known.
import type { Directory } from '../people/directory.ts'
import type { Domains } from '../people/domains.ts'
import { type Way, kindReason, wayOf } from '../people/reasons.ts'
import type { LookupPlan } from '../plan/plan.ts'
import type { Account, Cell, Scalar } from '../spec/field.ts'

/** Words about accounts of one lookup, without a word of the account. */
export type Who = {
  /** What led from a text to its account. */
  way(text: string): string
  /** The rule that gives an account its kind. */
  rule(account: Account): readonly [string] | undefined
  /** What gives an account its kind: a rule, or that there is none. */
  kind(account: Account): string
}

export function who(lookup: LookupPlan, directory: Directory, domains: Domains): Who {
  const reasonOf = kindReason(lookup, domains)
  const rule = (account: Account): readonly [string] | undefined => {
    const reason = reasonOf(account)
    if (reason?.kind === account.kind) return [`rule ${reason.rule} of lookup ${lookup.name}: ${reason.field} is ${pattern(reason.pattern)}`]
    return account.entry && account.kind === 'unknown' ? ['another account has the same address'] : undefined
  }
  return {
    way: text => ways[wayOf(text, directory, domains)],
    rule,
    kind(account) {
      const [known] = rule(account) ?? []
      if (known !== undefined) return known
      if (account.kind === 'none') return 'nobody is named'
      if (account.kind !== 'person') return 'no account of the directory'
      return directory.facts.accounts === 0 ? 'an own address; there is no directory' : 'no rule gives it another kind'
    },
  }
}

/** Patterns stand in the rules, and are shown as they stand there. */
const pattern = (value: string | number): string => typeof value === 'number' ? String(value) : JSON.stringify(value)

const ways: Readonly<Record<Way, string>> = {
  address: 'by its own address',
  alias: 'by another of its addresses',
  x500: 'by its X500 address',
  dn: 'by its distinguished name',
  name: 'by its login or name',
  blank: 'blank, so nobody',
  unreadable: 'no address or name that can be read',
  contested: 'several accounts claim this spelling',
  'own-domain': 'an own domain, and nobody in the directory has the address',
  'other-domain': 'not an own domain',
  encapsulated: 'an X500 address that nobody in the directory has',
  nobody: 'a name that nobody in the directory has',
}

/** The values of a cell, each with its account if it is one. */
export const members = (cell: Cell): readonly Scalar[] => Array.isArray(cell) ? cell as readonly Scalar[] : [cell as Scalar]
