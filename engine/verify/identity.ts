// What points to a person, and how it may be spelt.
import { distinguishedName } from '../people/distinguished-name.ts'
import { folded, spelledOut, withoutMarks } from './folded.ts'

export const identityKinds = ['address', 'x500', 'dn', 'name', 'login', 'number', 'guid', 'sid', 'own', 'domain'] as const
export type IdentityKind = typeof identityKinds[number]

/** As messages call one, and several. */
export const kindNames: Readonly<Record<IdentityKind, readonly [one: string, several: string]>> = {
  address: ['an address', 'addresses'],
  x500: ['an X500 address', 'X500 addresses'],
  dn: ['a distinguished name', 'distinguished names'],
  name: ['a name', 'names'],
  login: ['a login', 'logins'],
  number: ['an employee number', 'employee numbers'],
  guid: ['a GUID', 'GUIDs'],
  sid: ['a SID', 'SIDs'],
  own: ['an identifying value', 'identifying values'],
  domain: ['an own domain', 'own domains'],
}

/** Shorter texts are found in anything. */
export const shortest = 4

/** Whether a name tells of one person: two words, or six letters. */
export const tells = (name: string): boolean =>
  name.length >= shortest && (/\p{L}[\s,]+\S*\p{L}/u.test(name.trim()) || (name.match(/\p{L}/gu)?.length ?? 0) >= 6)

/**
 * The texts to search for, in the form of `folded`: the identity itself; without its marks; with two letters for
 * one, as in `Mueller`; with `?` for each letter beyond
 * ASCII, as ASCII exports and failed decoders leave it; and as UTF-8 that was read as Latin letters.
 */
export function spellings(kind: IdentityKind, text: string): readonly string[] {
  const own = folded(text)
  if (kind === 'guid') return guidForms(own)
  const forms = kind === 'dn' ? [own, distinguishedName(text)?.key ?? own] : [own]
  if (!/[^\x00-\x7f]/.test(own)) return [...new Set(forms)]
  const bytes = Buffer.from(text.normalize('NFC'))
  return [...new Set([
    ...forms, folded(withoutMarks(own)), folded(spelledOut(own)), own.normalize('NFC').replace(beyondAscii, '?'),
    folded(bytes.toString('latin1')), folded(windows1252.decode(bytes)),
  ])].filter(form => form.length >= shortest)
}

const beyondAscii = /[^\x00-\x7f]/g
const windows1252 = new TextDecoder('windows-1252')

/** With and without hyphens; and as the bytes that .NET keeps, in hex and in Base64: the ImmutableId of Entra. */
function guidForms(guid: string): readonly string[] {
  const digits = guid.replace(/[{}-]/g, '')
  const pairs = digits.match(/../g) ?? []
  const kept = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15].map(index => pairs[index]).join('')
  const hyphens = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-')
  return [hyphens, digits, kept, Buffer.from(kept, 'hex').toString('base64').replaceAll('=', '').toLowerCase()]
}
