// What a run warns of, as lines of text.
import type { Warning } from '../run/warnings.ts'

/** Two lines each, the hint a step further in; `before` stands at the start of every line. */
export const warningLines = (warnings: readonly Warning[], before: string): readonly string[] =>
  warnings.flatMap(({ code, message, hint }) => [`${before}warning ${code}: ${message}`, ...hint === undefined ? [] : [`${before}  hint: ${hint}`]])
