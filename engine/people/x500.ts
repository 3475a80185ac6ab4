// X500 addresses: what Exchange calls a mailbox inside the organisation, and how that travels in a mail address.
import { fold } from './fold.ts'

/**
 * The key of an X500 address such as `/o=Org/ou=Exchange Administrative Group (…)/cn=Recipients/cn=anna`, which all its
 * spellings share: their case differs between servers (calendar-domain.md "Addresses."). Undefined for other text.
 */
export const x500Key = (text: string): string | undefined => form.test(text) ? fold(text) : undefined

const form = /^\/[a-z]+=/i

/** The value of the last `cn` of a key: what the object itself is called. */
export function lastCommonName(key: string): string | undefined {
  const at = key.lastIndexOf(marker)
  return at < 0 ? undefined : key.slice(at + marker.length)
}

const marker = '/cn='

/**
 * The same for the form that nearly all of them have, perhaps behind `X500:` or `EX:`: ASCII without what could wrap an
 * address. Undefined for all others, which need a closer look.
 */
export const plainX500Key = (text: string): string | undefined =>
  plainForm.test(text) ? text.slice(text.indexOf('/')).toLowerCase() : undefined

const plainForm = /^(?:x500:|ex:)?\/[a-z]+=[!-;=?A-~]+(?: [!-;=?A-~]+)*$/i

/**
 * The X500 key inside the local part of an encapsulated address, `IMCEAEX-_o=Org_ou=First+20Group_cn=anna`: `_` stands
 * for `/`, `+XX` for a byte of UTF-8 (exchange-domain.md §2). Undefined for any other local part.
 */
export function encapsulatedKey(local: string): string | undefined {
  if (!isEncapsulated(local)) return undefined
  const percents = local.slice(prefix.length).replaceAll('%', '%25').replaceAll('_', '/').replaceAll('+', '%')
  try {
    return x500Key(decodeURIComponent(percents))
  } catch {
    return undefined
  }
}

export const isEncapsulated = (local: string): boolean => local.slice(0, prefix.length).toLowerCase() === prefix

const prefix = 'imceaex-'
