// A rule file as a tree of plain values in which every node knows the file, line and column it came from.
import type { Place } from '../diagnostics/diagnostic.ts'

export type Scalar = {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  readonly at: Place
  /** The place of a piece of the text value, also inside quoted and block scalars; offsets in UTF-16 units. */
  readonly locate: (offset: number, length: number) => Place
}
export type List = { readonly kind: 'list', readonly items: readonly Tree[], readonly at: Place }
export type Entry = { readonly key: string, readonly keyAt: Place, readonly value: Tree }
/** Entries keep the order of the file; keys are unique. */
export type Map = { readonly kind: 'map', readonly entries: readonly Entry[], readonly at: Place }
export type Tree = Scalar | List | Map
