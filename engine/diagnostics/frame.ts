// The piece of a rule file that a finding is about, with a mark under the spot.
import type { Range } from './diagnostic.ts'

const widest = 100
const tabStop = 4

/**
 * Two or three lines of text without a closing line end, in the form of authoring-ux.md §4 item 1:
 *
 *       5 |   one-recipient: { explode: { field: recipient } }
 *     > 6 |   who: { identfy: { fields: [sender] } }
 *         |          ^^^^^^^
 *
 * Lines longer than 100 columns are cut around the spot. A range over several lines is marked on its first one; a range
 * outside the text gives an empty string. Only for rule files: input never goes into a frame.
 */
export function frame(text: string, range: Range): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const { line, column } = range.start
  const spot = lines[line - 1]
  if (spot === undefined) return ''
  const end = range.end.line === line ? range.end.column : spot.length + 1
  const before = shown(spot.slice(0, column - 1), 0)
  const marked = shown(spot.slice(column - 1, end - 1), before.length)
  const after = shown(spot.slice(Math.max(column, end) - 1), before.length + marked.length)
  const from = before.length + Math.min(marked.length, widest / 2) > widest * 0.8 ? before.length - widest / 2 : 0
  const previous = lines[line - 2]
  const digits = String(line).length
  const margin = (label: string): string => `${label.padStart(digits)} |`
  return [
    ...previous === undefined ? [] : [`  ${margin(String(line - 1))} ${cut(shown(previous, 0), from)}`],
    `> ${margin(String(line))} ${cut([...before, ...marked, ...after], from)}`,
    `  ${margin('')} ${' '.repeat(before.length - from)}${'^'.repeat(markLength(marked.length, before.length - from))}`,
  ].map(row => row.trimEnd()).join('\n')
}

const markLength = (length: number, column: number): number => Math.max(1, Math.min(length, widest - column))

/**
 * One element per terminal column: a wide character takes two, the second of them empty. Whatever a terminal would act on
 * becomes U+FFFD.
 */
export function shown(text: string, column: number): readonly string[] {
  const columns: string[] = []
  for (const character of text) {
    if (character === '\t') {
      const blanks = tabStop - (column + columns.length) % tabStop
      columns.push(...Array.from({ length: blanks }, () => ' '))
    } else if (unprintable.test(character)) {
      columns.push('\uFFFD')
    } else if (mark.test(character) && columns.length > 0) {
      columns[columns.length - 1] += character
    } else {
      columns.push(character)
      if (wide.test(character)) columns.push('')
    }
  }
  return columns
}

// A frame is printed on terminals: an escape sequence or a change of direction in a rule file must not act there.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u
const mark = /[\p{Mn}\p{Me}]/u
// East Asian Wide and Fullwidth (Unicode annex 11) by block, and what terminals draw as an emoji.
const asian = [
  '\u1100-\u115F', '\u2E80-\u303E', '\u3041-\uA4CF', '\uA960-\uA97F', '\uAC00-\uD7A3', '\uF900-\uFAFF',
  '\uFE30-\uFE6F', '\uFF01-\uFF60', '\uFFE0-\uFFE6', '\u{20000}-\u{3FFFD}',
]
const wide = new RegExp(`[${asian.join('')}]|\\p{Emoji_Presentation}`, 'u')

function cut(columns: readonly string[], from: number): string {
  const to = from + widest
  const visible = columns.slice(from, to)
  if (from > 0 && visible.length > 0) visible[0] = '…'
  if (columns.length > to) visible[visible.length - 1] = '…'
  return visible.join('')
}
