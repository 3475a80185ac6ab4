// Kinds of account: which rule of a lookup an account or address meets.
import type { Cell } from '../spec/field.ts'
import { domainName } from './domains.ts'
import { lower } from './fold.ts'
import { texts } from './cell.ts'
import { wildcard } from './wildcard.ts'

export type KindTest = {
  /**
   * `address`: every mail address of the account, or the address in question where there is no account.
   * `ou`: each organisational unit of its distinguished name. Any other name: the field of the directory.
   */
  readonly field: string
  /**
   * Texts are wildcards (`*`, `?`) over the whole value, without regard to case; `''` matches a blank field. Numbers
   * compare as numbers: msExchRecipientTypeDetails has 64 bits (exchange-domain.md §6).
   */
  readonly patterns: readonly (string | number)[]
}

/** The first rule that any of its patterns meets gives the kind. */
export type KindRule = {
  readonly kind: string
  /** Its `address` tests also judge addresses outside the organisation. */
  readonly anywhere?: boolean
  readonly tests: readonly KindTest[]
}

/** What the tests look at. */
export type Candidate = {
  readonly entry: ReadonlyMap<string, Cell>
  readonly addresses: readonly string[]
  readonly units: readonly string[]
}

/** True for an account that any pattern of any test meets. */
export function meetsAny(tests: readonly KindTest[]): (candidate: Candidate) => boolean {
  const compiled = tests.map(({ field, patterns }) => {
    const values = valuesOf(field)
    const meets = anyPattern(field, patterns)
    return (candidate: Candidate): boolean => {
      const found = values(candidate)
      return found.length === 0 ? meets('') : found.some(meets)
    }
  })
  return candidate => compiled.some(test => test(candidate))
}

/** The kind of a directory account; what no rule meets is a person. */
export function accountKind(rules: readonly KindRule[]): (candidate: Candidate) => string {
  const compiled = rules.map(({ kind, tests }) => ({ kind, meets: meetsAny(tests) }))
  return candidate => compiled.find(rule => rule.meets(candidate))?.kind ?? 'person'
}

/**
 * The kind of a canonical address that has no account, by the `address` tests alone: nothing else is known of it.
 * Undefined where no rule meets it.
 */
export function addressKind(rules: readonly KindRule[]): (address: string, own: boolean) => string | undefined {
  const compiled = rules.map(({ kind, anywhere = false, tests }) => {
    const meets = tests.filter(test => test.field === 'address').map(test => anyPattern(test.field, test.patterns))
    return { kind, anywhere, meets: (text: string) => meets.some(test => test(text)) }
  })
  return (address, own) => compiled.find(rule => (own || rule.anywhere) && rule.meets(address))?.kind
}

function valuesOf(field: string): (candidate: Candidate) => readonly string[] {
  if (field === 'address') return candidate => candidate.addresses
  if (field === 'ou') return candidate => candidate.units
  return candidate => texts(candidate.entry.get(field))
}

function anyPattern(field: string, patterns: readonly (string | number)[]): (value: string) => boolean {
  const numbers = new Set(patterns.filter(pattern => typeof pattern === 'number'))
  const wildcards = patterns.filter(pattern => typeof pattern === 'string')
    .map(pattern => wildcard(field === 'address' ? asciiDomain(pattern) : pattern))
  return value => {
    if (numbers.size > 0 && value !== '' && numbers.has(Number(value))) return true
    if (wildcards.length === 0) return false
    // Addresses are canonical here, and so lower-case already.
    const lowered = field === 'address' ? value : lower(value)
    for (const meets of wildcards) if (meets(lowered)) return true
    return false
  }
}

/** Addresses have their domains in Punycode; so must the patterns. */
function asciiDomain(pattern: string): string {
  const at = pattern.lastIndexOf('@') + 1
  const domain = at > 0 ? domainName(pattern.slice(at)) : undefined
  return domain === undefined ? pattern : pattern.slice(0, at) + domain
}
