// Findings as data for machines: docs/codes.md describes the record.
import type { Diagnostic, Place, Range, Severity } from './diagnostic.ts'

/** Keys without a value are left out. */
export type FindingRecord = {
  readonly code: string
  readonly severity: Severity
  readonly file?: string
  readonly range?: Range
  readonly path?: readonly string[]
  readonly message: string
  readonly hint?: string
  readonly trail?: readonly { readonly file?: string, readonly range?: Range, readonly text: string }[]
  readonly fix?: { readonly replace: string }
}

/** A list of records with a line end. `pathAt` gives the keys that lead to a place, where they are known. */
export function toJson(diagnostics: readonly Diagnostic[], pathAt: (place: Place) => readonly string[] | undefined): string {
  const records = diagnostics.map(({ code, severity, place, path, message, hint, trail, fix }): FindingRecord => {
    const keys = place && pathAt(place) || path
    return {
      code, severity, ...place, ...keys ? { path: keys } : {}, message, ...hint === undefined ? {} : { hint },
      ...trail ? { trail: trail.map(({ place: at, text }) => ({ ...at, text })) } : {}, ...fix ? { fix } : {},
    }
  })
  return `${JSON.stringify(records, undefined, 2)}\n`
}
