// Which cases of a rule file no test shows, for a person.
import type { Coverage } from '../rule-tests/coverage.ts'

/** A line per gap, in the order of the file, each with a place to jump to. */
export function coverageText(file: string, { cases, shown, gaps }: Coverage): string {
  const head = `coverage of ${file}: ${shown} of ${cases} cases${gaps.length === 0 ? '' : '; no test shows these:'}\n`
  const rows = gaps.toSorted((one, other) => one.place.range.start.line - other.place.range.start.line || one.place.range.start.column - other.place.range.start.column)
    .map(({ place: { file: at, range: { start } }, about, lacks }) => [`${at}:${start.line}:${start.column}`, about, lacks] as const)
  const widths = [0, 1].map(part => Math.max(...rows.map(row => row[part]!.length)))
  return head + rows.map(([place, about, lacks]) => `    ${place.padEnd(widths[0]!)}  ${about.padEnd(widths[1]!)}  ${lacks}\n`).join('')
}
