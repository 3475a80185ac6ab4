// Lines and columns of a rule file as offsets into its text.
import type { Position, Range } from './diagnostic.ts'

/** Where a range begins and ends, in UTF-16 units into the text as it was read: a byte order mark counts as one. */
export function offsetsOf(text: string, { start, end }: Range): { readonly from: number, readonly to: number } {
  return { from: offsetOf(text, start), to: offsetOf(text, end) }
}

/** Columns do not count a byte order mark; what lies outside the text is its end. */
function offsetOf(text: string, { line, column }: Position): number {
  let offset = text.startsWith('\uFEFF') ? 1 : 0
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', offset)
    if (end < 0) return text.length
    offset = end + 1
  }
  return Math.min(text.length, offset + column - 1)
}
