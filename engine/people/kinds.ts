// Kinds of account: which rule of a lookup an account or address meets.
import type { Cell } from '../spec/field.ts'
import { isList, textOf } from './cell.ts'
import { domainName } from './domains.ts'
import { fold } from './fold.ts'
import { wildcards } from './wildcards.ts'

export type KindTest = {
  /**
   * `address`: every mail address of the account, or the address in question where there is no account.
   * `ou`: each organisational unit of its distinguished name. `cn`: the common name of its distinguished name, or the
   * common name in question where there is no account. Any other name: the field of the directory.
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
  /** Of the distinguished name; `''` where there is none. */
  readonly commonName: string
}

/** What is known of a text that no account has. */
export type Stranger = {
  /** Canonical. */
  readonly address?: string
  /** The address has a domain of the organisation's own. */
  readonly own: boolean
  /** As `fold` gives it. */
  readonly commonName?: string
}

/** True for an account that any pattern of any test meets. */
export function meetsAny(tests: readonly KindTest[]): (candidate: Candidate) => boolean {
  const compiled = tests.map(accountTest)
  return candidate => {
    for (const test of compiled) if (test(candidate)) return true
    return false
  }
}

/** The kind of a directory account; what no rule meets is a person. */
export function accountKind(rules: readonly KindRule[]): (candidate: Candidate) => string {
  const compiled = rules.map(({ kind, tests }) => ({ kind, meets: meetsAny(tests) }))
  return candidate => {
    for (const { kind, meets } of compiled) if (meets(candidate)) return kind
    return 'person'
  }
}

/**
 * The kind of a text that no account has, by the `address` and `cn` tests alone: nothing else is known of it. Undefined
 * where no rule meets it.
 */
export function strangerKind(rules: readonly KindRule[]): (stranger: Stranger) => string | undefined {
  const compiled = rules.map(({ kind, anywhere = false, tests }) => {
    const meets = (field: string) => valueTest(field, tests.filter(test => test.field === field).flatMap(test => test.patterns))
    return { kind, anywhere, meetsAddress: meets('address'), meetsName: meets('cn') }
  })
  return ({ address, own, commonName }) => {
    for (const { kind, anywhere, meetsAddress, meetsName } of compiled) {
      if (address !== undefined && (own || anywhere) && meetsAddress(address)) return kind
      if (commonName !== undefined && meetsName(commonName)) return kind
    }
    return undefined
  }
}

function accountTest({ field, patterns }: KindTest): (candidate: Candidate) => boolean {
  const meets = valueTest(field, patterns)
  const blankMeets = meets('')
  const anyMeets = (texts: readonly string[]): boolean => {
    if (texts.length === 0) return blankMeets
    for (const text of texts) if (meets(text)) return true
    return false
  }
  if (field === 'address') return candidate => anyMeets(candidate.addresses)
  if (field === 'ou') return candidate => anyMeets(candidate.units)
  if (field === 'cn') return candidate => meets(fold(candidate.commonName))
  return ({ entry }) => {
    const cell = entry.get(field)
    if (typeof cell === 'number') return meets(cell)
    if (isList(cell)) return anyMeets(cell.map(textOf).filter(text => text !== ''))
    const text = textOf(cell)
    return text === '' ? blankMeets : meets(text)
  }
}

/** A test of one value; the blank one is `''`. */
function valueTest(field: string, patterns: KindTest['patterns']): (value: string | number) => boolean {
  const numbers = new Set(patterns.filter(pattern => typeof pattern === 'number'))
  const texts = patterns.filter(pattern => typeof pattern === 'string')
  const meetsText = wildcards(field === 'address' ? texts.map(asciiDomain) : texts)
  return value => {
    if (numbers.size > 0 && value !== '' && numbers.has(Number(value))) return true
    return texts.length > 0 && meetsText(String(value))
  }
}

/** Addresses have their domains in Punycode; so must the patterns. */
function asciiDomain(pattern: string): string {
  const at = pattern.lastIndexOf('@') + 1
  const domain = at > 0 ? domainName(pattern.slice(at)) : undefined
  return domain === undefined ? pattern : pattern.slice(0, at) + domain
}
