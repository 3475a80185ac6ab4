// Where each unit of a scalar's value stands in the file, so that a mistake in an expression is shown exactly there.
import type { CST } from 'yaml'
import { doubleQuotedSpans } from './escapes.ts'

/** For each UTF-16 unit of a value: where what it was written as begins, and where that ends (offsets in the file). */
export type Spans = { readonly starts: readonly number[], readonly ends: readonly number[] }

export type ScalarToken = CST.FlowScalar | CST.BlockScalar

/**
 * Holds the value of a scalar against its source. A line break folded into a blank stands at the end of its line.
 * Undefined when the two do not fit, so that no place is ever invented.
 */
export function spansOf(token: ScalarToken, value: string): Spans | undefined {
  switch (token.type) {
    case 'scalar': return align(flowLines(token.source, token.offset), value, false)
    case 'single-quoted-scalar': return align(flowLines(token.source.slice(1, -1), token.offset + 1), value, true)
    case 'double-quoted-scalar': return doubleQuotedSpans(token.source, token.offset, value)
    case 'block-scalar': return align(blockLines(token), value, false)
    case 'alias': return undefined
  }
}

/** The part of a line that belongs to the value, and where that begins in the file; a line end follows at `newline`. */
type Line = { readonly text: string, readonly start: number, readonly newline: number | undefined }

function linesOf(source: string, offset: number): readonly Line[] {
  let start = offset
  const rows = source.split('\n')
  return rows.map((row, index) => {
    const text = row.endsWith('\r') ? row.slice(0, -1) : row
    const line = { text, start, newline: index < rows.length - 1 ? start + row.length : undefined }
    start += row.length + 1
    return line
  })
}

/** YAML 1.2.2 §7.3: blanks around the line breaks of a plain or quoted scalar do not count. */
function flowLines(source: string, offset: number): readonly Line[] {
  return linesOf(source, offset).map(({ text, start, newline }, index) => {
    const indented = index === 0 ? 0 : text.search(/[^ \t]|$/)
    const kept = text.slice(indented)
    const last = newline === undefined
    return { text: last ? kept : kept.replace(/(?<![ \t])[ \t]+$/, ''), start: start + indented, newline }
  })
}

/** YAML 1.2.2 §8.1: the first line with text sets the indentation, unless the header gives it. */
function blockLines(token: CST.BlockScalar): readonly Line[] {
  const props = token.props.filter(part => 'source' in part)
  const lines = linesOf(token.source, Math.max(...props.map(({ offset, source }) => offset + source.length)))
  const given = Number(/[1-9]/.exec(props[0]?.source ?? '')?.[0] ?? 0)
  const first = lines.find(({ text }) => /[^ ]/.test(text))?.text
  const indent = given > 0 ? token.indent + given : first?.search(/[^ ]/) ?? Infinity
  return lines.map(({ text, start, newline }) => {
    const stripped = Math.min(indent, text.search(/[^ ]|$/))
    return { text: text.slice(stripped), start: start + stripped, newline }
  })
}

/** Inside a line the value repeats the source; between lines stands a blank, or the line ends that the style keeps. */
function align(lines: readonly Line[], value: string, doubledQuotes: boolean): Spans | undefined {
  const starts: number[] = []
  const ends: number[] = []
  const put = (start: number, end: number): void => {
    starts.push(start)
    ends.push(end)
  }
  let breaks: number[] = []
  const putBreaks = (): void => {
    if (value[starts.length] === '\n') {
      for (const at of breaks) if (value[starts.length] === '\n') put(at, at + 1)
    } else if (breaks[0] !== undefined && value[starts.length] === ' ') {
      put(breaks[0], breaks[0] + 1)
    }
    breaks = []
  }
  for (const { text, start, newline } of lines) {
    if (text !== '') putBreaks()
    for (let at = 0; at < text.length;) {
      const width = doubledQuotes && text[at] === "'" ? 2 : 1
      if (text[at] !== value[starts.length]) return undefined
      put(start + at, start + at + width)
      at += width
    }
    if (newline !== undefined) breaks.push(newline)
  }
  putBreaks()
  return starts.length === value.length ? { starts, ends } : undefined
}
