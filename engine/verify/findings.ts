// What is found in cells and lines, and how it is said without saying who.
import { ownText } from './folded.ts'
import { kindNames } from './identity.ts'
import type { Hit, IdentitySearch } from './search.ts'
import type { Spots } from './spots.ts'

/** What is found in the cells of all files. */
export type CellFindings = {
  readonly identities: Spots
  readonly addresses: Spots
  /** Cells that their column cannot hold. */
  readonly odd: Spots
  /** Identities that stand where rules allow them, or are words of the rules. */
  readonly excepted: Spots
}

/** What it is and how it is written, such as `an address, in Base64 of UTF-16`, and the line of the directory. */
export function hitSpot({ known, how }: Hit): { readonly text: string, readonly known?: string } {
  const form = how.length === 0 ? 'in clear' : `in ${how.join(' of ')}`
  return known ? { text: `${kindNames[known.kind][0]}, ${form}`, known: `${known.file}:${known.line}` }
    : { text: `shaped like an address, ${form}` }
}

/** How many cells are remembered, and of which length at most. */
const rememberedCells = 1 << 16
const longestRemembered = 256

/** The same cell is searched once: pseudonyms and words come back in row after row. */
export function remembered({ inBytes }: IdentitySearch): (cell: string) => Hit | undefined {
  const known = new Map<string, Hit | undefined>()
  return cell => {
    if (cell.length < 4) return undefined
    if (cell.length > longestRemembered) return inBytes(cell)
    if (known.has(cell)) return known.get(cell)
    const hit = inBytes(cell)
    if (known.size >= rememberedCells) known.clear()
    known.set(ownText(cell), hit)
    return hit
  }
}
