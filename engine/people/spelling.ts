// Any spelling of an account, and the keys under which a directory may know it.
import { type Address, bareAddress, plainAddress } from './address.ts'
import { type DistinguishedName, distinguishedName, plainName } from './distinguished-name.ts'
import { fold } from './fold.ts'
import { unwrap } from './wrapping.ts'
import { encapsulatedKey, plainX500Key, x500Key } from './x500.ts'

/** Kinds of key; equal texts of two spaces have nothing to do with each other. */
export const spaces = ['address', 'x500', 'dn', 'name'] as const
export type Space = typeof spaces[number]
export type Key = { readonly space: Space, readonly text: string }

export type Spelling = {
  /** The keys to look up, surest first. */
  readonly keys: readonly [Key, ...Key[]]
  /** The address, where the spelling is one. */
  readonly address?: Address
  /** The distinguished name, where the spelling is one. */
  readonly dn?: DistinguishedName
}

/**
 * What a text spells: an address (also wrapped, prefixed or encapsulated), an X500 address, a distinguished name (also
 * cut to `CN=Name`), `DOMAIN\login`, or a bare word: a login or a display name.
 * Undefined for blank text and for addresses of networks that are no identities here (`x400:`, `sip:`, `eum:` …).
 */
export const spelling = (text: string): Spelling | undefined => plainSpelling(text) ?? anySpelling(text)

/** The same for texts that can be told at one look; undefined for all others. */
export function plainSpelling(text: string): Spelling | undefined {
  const address = plainAddress(text)
  if (address) return { keys: [{ space: 'address', text: address.text }], address }
  const x500 = plainX500Key(text)
  if (x500 !== undefined) return { keys: [{ space: 'x500', text: x500 }] }
  const dn = plainName(text)
  return dn && nameSpelled(dn)
}

/** The same for any text. */
export function anySpelling(text: string): Spelling | undefined {
  const { type, text: bare } = unwrap(text)
  if (type === 'foreign' || bare === '') return undefined
  return addressSpelling(bare) ?? x500Spelling(bare) ?? dnSpelling(bare) ?? nameSpelling(bare)
}

/** The key of a login or display name. */
export const nameKey = (text: string): Key => ({ space: 'name', text: fold(text) })

function addressSpelling(bare: string): Spelling | undefined {
  // A contact may be named after its address: `CN=anna@contoso.example` is a name, though its letters would pass.
  if (!bare.includes('@') || commonNameForm.test(bare)) return undefined
  const address = bareAddress(bare)
  if (!address) return undefined
  const key: Key = { space: 'address', text: address.text }
  const x500 = encapsulatedKey(address.local)
  return { keys: x500 === undefined ? [key] : [{ space: 'x500', text: x500 }, key], address }
}

const commonNameForm = /^cn\s*=/i

function x500Spelling(bare: string): Spelling | undefined {
  const text = x500Key(bare)
  return text === undefined ? undefined : { keys: [{ space: 'x500', text }] }
}

function dnSpelling(bare: string): Spelling | undefined {
  const dn = bare.includes('=') ? distinguishedName(bare) : undefined
  return dn && nameSpelled(dn)
}

function nameSpelled(dn: DistinguishedName): Spelling {
  const key: Key = { space: 'dn', text: dn.key }
  const cut = dn.depth === 1 && dn.commonName !== undefined
  return { keys: cut ? [key, nameKey(dn.commonName)] : [key], dn }
}

/** A bare word; of `DOMAIN\login` the login. */
function nameSpelling(bare: string): Spelling | undefined {
  // An address whose letters an ASCII export lost: two people could be left with one text, so it is nobody's name.
  if (bare.includes('@') && bare.includes('?')) return undefined
  const key = nameKey(bare.slice(bare.indexOf('\\') + 1))
  return key.text === '' ? undefined : { keys: [key] }
}
