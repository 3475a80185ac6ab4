// The rule file that a customer starts from: what it is made of, and where it keeps what customers set.
import { entriesOf, pick, textOf } from '../load/pick.ts'
import type { Loaded } from '../load/rules.ts'
import type { Plan } from '../plan/plan.ts'

export type Base = {
  readonly file: string
  readonly loaded: Loaded
  /** Without the values of the samples, which are no customer's. */
  readonly plan: Plan
}

/** The parameter that a key of an input stands for, such as its `zone`. */
export const paramOfInput = ({ loaded }: Base, input: string, key: 'zone' | 'dates'): string | undefined =>
  textOf(pick(loaded.merged, 'inputs', input, key, 'param'))

/** The parameters that the domains of a lookup stand for, with the input behind it and the fields that hold addresses. */
export type DomainParam = { readonly param: string, readonly cloud?: string, readonly input: string, readonly fields: readonly string[] }

export const domainParams = ({ loaded, plan }: Base): readonly DomainParam[] =>
  entriesOf(pick(loaded.merged, 'lookups')).flatMap(({ key, value }) => {
    const param = textOf(pick(value, 'domains', 'param'))
    const cloud = textOf(pick(value, 'cloud-domains', 'param'))
    const lookup = plan.lookups.get(key)
    return param === undefined || !lookup ? [] : [{ param, input: lookup.from, fields: lookup.address, ...(cloud === undefined ? {} : { cloud }) }]
  })
