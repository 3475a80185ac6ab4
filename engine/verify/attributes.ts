// Which columns of a directory export name people. Addresses, distinguished names, GUIDs and SIDs are told by their shape,
// in whatever column; names, logins and numbers by the attribute of Active Directory (exchange-domain.md §7).
import { distinguishedName } from '../people/distinguished-name.ts'
import { lastCommonName } from '../people/x500.ts'
import { type IdentityKind, shortest, tells } from './identity.ts'

export type Found = (kind: IdentityKind, text: string) => void

/** What a column is for, by its name in any spelling; undefined: by the shape of its cells only. */
export type Attribute = 'name' | 'given' | 'surname' | 'login' | 'number' | 'person'

const attributes = new Map<string, Attribute>(Object.entries({
  name: ['name', 'displayname', 'cn', 'commonname', 'displaynameprintable', 'simpledisplayname', 'fullname'],
  given: ['givenname', 'firstname'],
  surname: ['surname', 'sn', 'lastname'],
  login: ['samaccountname', 'mailnickname', 'alias', 'login', 'logonname', 'username', 'uid', 'netbiosname', 'accountname'],
  number: ['employeeid', 'employeenumber', 'personnelnumber'],
  // Distinguished names of people, whose first part is a name.
  person: ['distinguishedname', 'dn', 'manager', 'secretary', 'assistant', 'directreports', 'owner'],
} satisfies Record<Attribute, readonly string[]>).flatMap(([attribute, names]) => names.map((name): [string, Attribute] => [name, attribute as Attribute])))

export const attributeOf = (column: string): Attribute | undefined => attributes.get(column.replace(/[\s_\u00a0-]/g, '').toLowerCase())

/** What a cell, or a member of a list, of such a column says. */
export function identitiesIn(text: string, attribute: Attribute | undefined, found: Found): void {
  if (text.length < shortest) return
  shapesIn(text, found)
  if (attribute === 'name' && tells(text)) found('name', text)
  if (attribute === 'login') found('login', text.slice(text.indexOf('\\') + 1))
  if (attribute === 'number') found('number', text)
  if (attribute === 'person') {
    const name = distinguishedName(text)?.commonName
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
