// Which columns of a directory export name people. Addresses, distinguished names, GUIDs and SIDs are told by their shape,
// in whatever column; names, logins and numbers by what the column is called (attribute-names.ts).
import type { Attribute } from './attribute-names.ts'
import { distinguishedName } from '../people/distinguished-name.ts'
import { lastCommonName } from '../people/x500.ts'
import { type IdentityKind, shortest, tells } from './identity.ts'

export type Found = (kind: IdentityKind, text: string) => void

/** What a cell, or a member of a list, of such a column says. */
export function identitiesIn(text: string, attribute: Attribute | undefined, found: Found): void {
  if (text.length < shortest) return
  shapesIn(text, found)
  if (attribute === 'name' && tells(text)) found('name', text)
  if (attribute === 'login') found('login', text.slice(text.indexOf('\\') + 1))
  if (attribute === 'number' || attribute === 'own') found(attribute, text)
  if (attribute === 'person') {
    const name = text.includes('=') ? distinguishedName(text)?.commonName : text
    if (name !== undefined && tells(name)) found('name', name)
  }
}

/** What given name and surname make together, in the ways that systems write it. */
export function fullNames(given: string, surname: string): readonly string[] {
  if (given === '' || surname === '') return []
  return [`${given} ${surname}`, `${surname} ${given}`, `${surname}, ${given}`, `${given}.${surname}`, `${surname}.${given}`, `${given}_${surname}`].filter(tells)
}

const addressForm = /[^\s<>()[\]{},;:"'|=\\/]+@[^\s<>()[\]{},;:"'|=\\/@]+/g
const guidForm = /^\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$/i
const sidForm = /^S-1-\d+(?:-\d+){2,}$/i
const x500Form = /(?:^|:)(\/o=.+)$/i

function shapesIn(text: string, found: Found): void {
  if (text.includes('@')) {
    for (const [address] of text.matchAll(addressForm)) {
      found('address', address)
      const local = address.slice(0, address.indexOf('@'))
      if (/[._-]/.test(local) && local.length >= 6) found('login', local)
    }
  }
  if (text.includes('=')) {
    const x500 = x500Form.exec(text)?.[1]
    if (x500 !== undefined) {
      found('x500', x500)
      const last = lastCommonName(x500.toLowerCase())
      if (last !== undefined && last.length >= shortest) found('login', last)
    } else if (/^(?:cn|ou|uid)\s*=/i.test(text) && distinguishedName(text)) found('dn', text)
  }
  if (text.length >= 32 && text.length <= 38 && guidForm.test(text)) found('guid', text)
  else if (text.length < 100 && sidForm.test(text)) found('sid', text)
}
