// Findings in the order people and machines read them.
import type { Diagnostic, Place } from './diagnostic.ts'

/** By file, line and column, those without a place first; what several rule files share is told once. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const once = new Map(diagnostics.map(one => [JSON.stringify([one.code, one.place, one.message]), one]))
  return [...once.values()].toSorted((one, other) => byPlace(one.place, other.place))
}

function byPlace(one: Place | undefined, other: Place | undefined): number {
  if (!one || !other) return Number(Boolean(one)) - Number(Boolean(other))
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  const [start, second] = [one.range.start, other.range.start]
  return start.line - second.line || start.column - second.column
}
