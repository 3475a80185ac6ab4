// Names of directory objects: DNs, and the X500 addresses of Exchange.

/**
 * One value of a DN as Active Directory prints it: special letters escaped, others as they are (exchange-domain.md
 * §7).
 */
export const escapeDn = (value: string): string =>
  value.replace(/[,\\#+<>;"=]/g, '\\$&').replaceAll('\r', '\\0D').replaceAll('\n', '\\0A')
    .replace(/^ /, '\\ ').replace(/ $/, '\\ ')

/** A DN from the innermost unit to the domain: `CN=Smith\, James,OU=Staff,DC=contoso,DC=com`. */
export const dn = (name: string, units: readonly string[], domain: string): string => [
  `CN=${escapeDn(name)}`,
  ...units.map(unit => `OU=${escapeDn(unit)}`),
  ...domain.split('.').map(part => `DC=${part}`),
].join(',')

export const legacyDn = (organisation: string, login: string): string =>
  `/o=${organisation}/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=${login}`

/**
 * An X500 address packed into an SMTP address, as old replies show it: `_` for `/`, `+20` for a blank
 * (exchange-domain.md §2, last paragraph).
 */
export const encapsulate = (x500: string, domain: string): string =>
  `IMCEAEX-${x500.replace(/[^A-Za-z0-9=.-]/g, letter => letter === '/' ? '_' : `+${hex(letter)}`)}@${domain}`

const hex = (letter: string): string => letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
