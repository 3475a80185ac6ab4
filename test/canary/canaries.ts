// Identities that stand nowhere else: whatever appears of them has leaked.
import { createHash } from 'node:crypto'

/** The own domain. It is given by --set, so a run record may show it. */
export const domain = 'quillmoor.example'

/** A word of its own for each place, such as `zqvorimeluk`. */
export function wordOf(place: string): string {
  const digest = createHash('sha256').update(place).digest()
  return `zq${Array.from({ length: 4 }, (_, at) => 'bdfgklmnprstvw'[digest[at * 2]! % 14]! + 'aeiou'[digest[at * 2 + 1]! % 5]!).join('')}k`
}

/** What a cell can hold, by the place where it stands. */
export const canary = {
  address: (place: string): string => `Wilma.${wordOf(place)}@${domain}`,
  outsider: (place: string): string => `otto.${wordOf(place)}@${wordOf(`domain of ${place}`)}.example`,
  name: (place: string): string => `${wordOf(place)}, Zoë`,
  dn: (place: string): string => String.raw`CN=${wordOf(place)}\, Zoë,OU=${wordOf(`unit of ${place}`)},DC=quillmoor,DC=example`,
  x500: (place: string): string => `/o=Quillmoor/ou=Exchange Administrative Group/cn=Recipients/cn=${wordOf(place)}`,
  login: (place: string): string => wordOf(place),
  subject: (place: string): string => `Zwangsräumung "${wordOf(place)}" & <Söhne>; 'vertraulich'`,
  plain: (place: string): string => `Dienstreise ${wordOf(place)}`,
}

/** What to search for: each word, and each whole cell that holds one. */
export const secretsIn = (cells: readonly string[]): readonly string[] => [...new Set(cells.flatMap(cell => {
  const words = cell.match(/zq(?:[a-z]{2}){4}k/gi) ?? []
  return words.length === 0 ? [] : [cell, ...words]
}))]
