// Double-quoted scalars: escapes and folded lines (YAML 1.2.2 §5.7, §7.3.1).
import type { Spans } from './spans.ts'

/** Like `spansOf`, for source text that begins and ends with a double quote. */
export function doubleQuotedSpans(source: string, offset: number, value: string): Spans | undefined {
  const starts: number[] = []
  const ends: number[] = []
  const put = (units: number, from: number, to: number): void => {
    for (let unit = 0; unit < units; unit++) {
      starts.push(offset + from)
      ends.push(offset + to)
    }
  }
  const end = source.length - 1
  for (let at = 1; at < end;) {
    const gap = lineGap(source, at)
    if (gap) {
      // One break folds to a blank, several to one line end less than there are.
      if (gap.breaks.length === 1) put(1, gap.breaks[0]!, gap.breaks[0]! + 1)
      for (const newline of gap.breaks.slice(1)) put(1, newline, newline + 1)
      at = gap.end
    } else if (source[at] === '\\') {
      const [written, units] = escape(source, at)
      put(units, at, at + written)
      at += written
    } else {
      put(1, at, ++at)
    }
  }
  return starts.length === value.length ? { starts, ends } : undefined
}

/** Blanks, line ends and the next line's indentation, when a line ends here. */
function lineGap(source: string, at: number): { readonly breaks: readonly number[], readonly end: number } | undefined {
  if (!' \t\r\n'.includes(source[at]!)) return undefined
  const breaks: number[] = []
  let end = at
  for (; ' \t\r\n'.includes(source[end] ?? '"'); end++) if (source[end] === '\n') breaks.push(end)
  return breaks.length > 0 ? { breaks, end } : undefined
}

/** How many characters an escape is written with, and how many units it stands for. */
function escape(source: string, at: number): readonly [written: number, units: number] {
  const digits = { x: 2, u: 4, U: 8 }[source[at + 1]!]
  if (digits !== undefined) {
    const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16)
    return [2 + digits, code > 0xFFFF ? 2 : 1]
  }
  const escapedBreak = /^\\\r?\n[ \t]*/.exec(source.slice(at))
  return escapedBreak ? [escapedBreak[0].length, 0] : [2, 1]
}
