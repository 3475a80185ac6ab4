// The same organisation with other people in it: every identity and every sensitive text is another, and everything a
// rule may ask of them is the same: who is who, what is equal, what is blank, which domain is whose.
import { people } from './texts.ts'
import type { ExportRecord } from './value.ts'

export { people }

/** Each name of a person, in every spelling in which it occurs, and its counterpart. */
const renamed: readonly (readonly [string, string])[] = [
  ['anna', 'dora'], ['a.nowak', 'd.kowal'], ['Anna Nowak', 'Dora Kowal'], ['Anna', 'Dora'], ['bert', 'egon'], ['Bert', 'Egon'], ['cloe', 'frida'], ['Cloe', 'Frida'],
  ['oslo', 'rome'], ['Oslo', 'Rome'], ['svc-scan', 'svc-copy'], ['Scanner', 'Copier'], ['nobody', 'anyone'], ['deep', 'high'], ['john', 'mary'], ['JOHN', 'MARY'],
  ['jürgen', 'günter'], ['twice', 'again'], ['Some Name', 'Other One'], ['some  name', 'other  one'], ['jan', 'ian'], ['Jan Partner', 'Ian Partner'], ['lucja', 'zofia'], ['Łucja', 'Żofia'],
  ['1001', '2001'], ['1003', '2003'], ['1002', '2002'], ['broken', 'cracked'],
]
const counterpart = new Map(renamed)
const name = new RegExp(renamed.map(([one]) => one.replaceAll(/[.]/g, '\\.')).toSorted((one, other) => other.length - one.length).join('|'), 'g')

/** Words that mean something to every reader, and texts without a word. */
const fixed = new Set(['external', 'internal', 'error', '<>', '< >'])

/** The counterpart of a text: another text exactly where this one is another, blank where it is blank. */
export function otherText(text: string): string {
  if (fixed.has(text) || text.trim() === '') return text
  const changed = text.replace(name, one => counterpart.get(one)!)
  if (changed !== text) return changed
  // Inside the brackets of a message id, so that it still is one; a mark in front keeps different texts different.
  return text.trim().startsWith('<') ? text.replace('<', '<~') : text.startsWith('/Date') ? text : `~${text}`
}

export const otherPeople: readonly ExportRecord[] = people.map(person => Object.fromEntries(Object.entries(person).map(([field, cell]) =>
  [field, field === 'type' || cell === '' ? cell : typeof cell === 'string' ? otherText(cell) : cell.map(otherText)])))
