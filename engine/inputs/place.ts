// A spot in an input file, as messages name it.
import type { Place } from '../diagnostics/diagnostic.ts'

/** The beginning of a line (from 1) of the file with this display name. */
export const atLine = (file: string, line: number): Place => {
  const start = { line, column: 1 }
  return { file, range: { start, end: start } }
}
