// Cells of outputs as a test writes them: a pseudonym by the text it was made of.
import { compound } from '../check/test-rows.ts'
import type { Digest } from '../hash/digest.ts'
import type { ColumnPlan, ExpectedCell, ExpectedValue } from '../plan/plan.ts'

/** The texts that became a pseudonym while rows ran; of several, each that did. */
export type Hashed = ReadonlyMap<string, ReadonlySet<string>>

/** A digest that remembers what it made of what. */
export const remembering = (digest: Digest, hashed: Map<string, Set<string>>): Digest => (text, nonAscii) => {
  const pseudonym = digest(text, nonAscii)
  if (pseudonym !== undefined && pseudonym !== '') hashed.set(pseudonym, (hashed.get(pseudonym) ?? new Set()).add(text))
  return pseudonym
}

/** The cell that a test would write for the text of a cell that came. */
export function cellOf(text: string, column: ColumnPlan | undefined, hashed: Hashed): ExpectedCell {
  const value = (one: string): ExpectedValue => {
    const [hash] = hashed.get(one) ?? []
    return hash === undefined ? { value: one } : { hash }
  }
  return column?.field.list ? { list: text === '' ? [] : (JSON.parse(text) as string[]).map(value) } : value(text)
}

/** Whether a cell that came is the expected one. A text that was never hashed is behind no pseudonym. */
export function isCell(expected: ExpectedCell, text: string, column: ColumnPlan | undefined, hashed: Hashed): boolean {
  const isValue = (one: ExpectedValue, member: string): boolean => {
    if (!('hash' in one)) return one.value === member
    return one.hash === '' ? member === '' : hashed.get(member)?.has(one.hash) === true
  }
  if (!('list' in expected)) return isValue(expected, text)
  const members = text === '' ? [] : column?.field.list ? JSON.parse(text) as string[] : [text]
  return members.length === expected.list.length && members.every((member, index) => isValue(expected.list[index]!, member))
}

/** A cell as a table of a test writes it; a blank one is named. */
export function shownCell(cell: ExpectedCell): string {
  if ('list' in cell) return cell.list.length === 0 ? '(blank)' : cell.list.map(shownCell).join('; ')
  if ('hash' in cell) return `hash(${cell.hash.split(compound).join('; ')})`
  return cell.value === '' ? '(blank)' : cell.value
}
