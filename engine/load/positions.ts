// Offsets into a text as lines and columns.
import type { Place, Position } from '../diagnostics/diagnostic.ts'

/** Gives the place from one offset up to another, in UTF-16 units. */
export type PlaceOf = (from: number, to: number) => Place

/** Finds the line starts of a text once; a line ends at its line feed. */
export function placesIn(file: string, text: string): PlaceOf {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const position = (offset: number): Position => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
  const within = (offset: number): number => Math.max(0, Math.min(offset, text.length))
  return (from, to) => ({ file, range: { start: position(within(from)), end: position(within(Math.max(from, to))) } })
}
