// Run records are handed on with the files: their lines are searched as cells are.
import { type CellFindings, hitSpot } from './findings.ts'
import type { DeliveredRecord } from './records.ts'
import type { IdentitySearch } from './search.ts'
import type { Spots } from './spots.ts'

/** Words of the record's own, and numbers, are nobody's. */
const own = /^\s*(?:"[\w-]+": )?(?:-?\d+|true|"[0-9a-f]{64}"|[[{}\]]+),?$/

/** Adds what is found in the lines; `words` takes single words, which can be there by chance. */
export function searchRecords(records: readonly DeliveredRecord[], search: IdentitySearch, findings: CellFindings, words: Spots): void {
  for (const { text, shown } of records) {
    text.split('\n').forEach((line, index) => {
      const value = own.test(line) ? undefined : search.inText(line.replace(/^\s*"[\w-]+": |: -?\d+,?$/g, ''))
      if (!value || value.known?.kind === 'domain') return
      const spot = { file: shown, line: index + 1, ...hitSpot(value) }
      if (!value.known) findings.addresses.add(spot)
      else if (value.word) words.add(spot)
      else findings.identities.add(spot)
    })
  }
}

/** Names in the folder are seen by everyone who lists it: which of them hold an identity. */
export const tellingNames = (names: Iterable<string>, search: IdentitySearch): ReadonlySet<string> =>
  new Set([...names].filter(name => {
    const hit = search.inText(name)
    return hit !== undefined && hit.known?.kind !== 'domain' && !(hit.word && hit.known)
  }))
