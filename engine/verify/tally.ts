// How often each pseudonym of a column stands there, and where first.
import { type Profile } from '../hash/digest.ts'
import { ownText } from './folded.ts'
import { type DeliveredColumn, membersOf, pseudonymForm } from './shapes.ts'

export type Tally = {
  /** The name of the column, and whether its pseudonyms are of accounts. */
  readonly name: string
  readonly person: boolean
  readonly list: boolean
  /** By pseudonym; undefined where there are too many to be people or groups, as with ids of mails. */
  readonly counts: ReadonlyMap<string, { readonly count: number, readonly line: number }> | undefined
  /** Pseudonyms in all cells, and cells that are not blank. */
  readonly all: number
  readonly filled: number
  readonly forms: ReadonlySet<Profile>
}

/** Counts up to `most` different pseudonyms: what a column holds for every row may not fill the memory. */
export function tallier({ name, kind, list }: DeliveredColumn, most: number): { add(cell: string, line: number): void, finish(): Tally } {
  let counts: Map<string, { count: number, readonly line: number }> | undefined = new Map()
  let all = 0
  let filled = 0
  const forms = new Set<Profile>()
  const addOne = (pseudonym: string, line: number): void => {
    const form = pseudonymForm(pseudonym)
    if (form === undefined) return
    forms.add(form)
    all++
    const known = counts?.get(pseudonym)
    if (known) known.count++
    else if (counts && counts.size >= most) counts = undefined
    else counts?.set(ownText(pseudonym), { count: 1, line })
  }
  return {
    add(cell, line) {
      if (cell !== '') filled++
      if (!list) return addOne(cell, line)
      for (const member of new Set(membersOf(cell) ?? [])) addOne(member, line)
    },
    finish: () => ({ name, person: kind === 'person', list, counts, all, filled, forms }),
  }
}
