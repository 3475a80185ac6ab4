// Why identify comes to the account it gives, in words that hold nothing of the account. Not for the run path.
import type { Account } from '../spec/field.ts'
import { address } from './address.ts'
import { trimBlanks } from './characters.ts'
import type { Directory } from './directory.ts'
import type { Domains } from './domains.ts'
import { type KindRule, type KindTest, meetsAny, strangerKind } from './kinds.ts'
import type { LookupSpec } from './listing.ts'
import { rowKeys } from './row-keys.ts'
import { spelling } from './spelling.ts'
import { isEncapsulated } from './x500.ts'

/**
 * What led from a spelling to an account of the directory (`address` is its canonical one, `alias` another of them), or
 * why none did.
 */
export type Way =
  | 'address' | 'alias' | 'x500' | 'dn' | 'name'
  | 'blank' | 'unreadable' | 'contested' | 'own-domain' | 'other-domain' | 'encapsulated' | 'nobody'

/** The first test of the first rule that gives an account its kind; rules are numbered from 1. */
export type KindReason = { readonly rule: number, readonly kind: string, readonly field: string, readonly pattern: string | number }

/** How `directory.identify` comes to what it gives for a text. */
export function wayOf(text: string, directory: Directory, domains: Domains): Way {
  const bare = trimBlanks(text)
  if (bare === '' || bare === '<>') return 'blank'
  const found = spelling(text)
  if (!found) return 'unreadable'
  const space = directory.knownBy(text)
  if (space) {
    const account = directory.find(text)
    if (!account) return 'contested'
    return space !== 'address' ? space : account.text === found.address?.text ? 'address' : 'alias'
  }
  if (!found.address) return 'nobody'
  if (isEncapsulated(found.address.local)) return 'encapsulated'
  return domains.isOwn(found.address.domain) ? 'own-domain' : 'other-domain'
}

/**
 * The rule that gives an account its kind, undefined where none does. Accounts of the directory must come with all fields
 * that their kind depends on (`fieldsRead`).
 */
export function kindReason(spec: LookupSpec, domains: Domains): (account: Account) => KindReason | undefined {
  const keysOf = rowKeys(spec.address, spec.also)
  return ({ entry, text }) => {
    if (entry) {
      const { addresses, units, commonName } = keysOf(entry)
      return firstMet(spec.kinds, test => meetsAny([test])({ entry, addresses, units, commonName }))
    }
    const found = address(text)
    const stranger = found ? { address: found.text, own: domains.isOwn(found.domain) } : { commonName: text, own: false }
    return firstMet(spec.kinds, (test, { kind, anywhere = false }) => strangerKind([{ kind, anywhere, tests: [test] }])(stranger) !== undefined)
  }
}

/** Each pattern is asked by itself, in order. */
function firstMet(rules: readonly KindRule[], meets: (test: KindTest, rule: KindRule) => boolean): KindReason | undefined {
  for (const [index, rule] of rules.entries()) {
    for (const { field, patterns } of rule.tests) {
      for (const pattern of patterns) {
        if (meets({ field, patterns: [pattern] }, rule)) return { rule: index + 1, kind: rule.kind, field, pattern }
      }
    }
  }
  return undefined
}
