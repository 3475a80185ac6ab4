// Fields, columns, rows and kinds of a review, as lines for a terminal.
import type { ColumnReview, DirectoryReview, DropReview, FieldReview, Review } from '../review/review.ts'
import {
  clearText, columnsText, holdingText, originsText, stepText, usesOf, whichText,
} from '../review/words-fields.ts'

/** Lines of a text, indented. */
export type Line = (indent: number, text: string) => readonly string[]

export function fieldLines(field: FieldReview, review: Review, line: Line): readonly string[] {
  const uses = usesOf(field, review, [])
  return [
    `  ${field.name} [${field.mark}]`,
    ...line(4, `column ${columnsText(field)}${field.optional ? ' (where there is one)' : ''}; ${holdingText(field)}`),
    ...line(4, uses.length === 0 ? 'used for nothing in this export' : uses.join('; ')),
  ]
}

export const columnLines = (column: ColumnReview, line: Line): readonly string[] => [
  `  ${column.header} [${column.mark}]${column.allow === undefined ? '' : ' EXCEPTION: in clear'}`,
  ...line(4, `made of ${originsText(column.origins)}`),
  ...column.steps.flatMap(step => line(4, `- ${step.step} (${step.field}): ${stepText(step)}`)),
  ...line(4, column.allow === undefined ? column.why : `Exception, because: ${column.allow}`),
  ...column.clear ? line(4, `But ${clearText(column.clear)}`) : [],
]

export const dropLines = (drop: DropReview, { outputs }: Review, line: Line): readonly string[] => [
  `  ${drop.step}${outputs.length > 1 ? ` (${drop.outputs.join(', ')})` : ''}`,
  ...line(4, whichText(drop)),
  ...drop.because === undefined ? [] : line(4, `Why: ${drop.because}`),
]

export const directoryLines = ({ name, domains, kinds }: DirectoryReview, line: Line): readonly string[] => [
  '', `KINDS OF ACCOUNT IN ${name}`,
  ...kinds.flatMap(({ kind, tests }) =>
    line(2, `${kind}: ${tests.map(({ field, patterns }) => `${field} is ${patterns.join(' or ')}`).join('; ')}`)),
  ...line(2, `Own domains: ${domains.length > 0 ? domains.join(', ') : 'none is set'}.`),
]

/** Lines of at most so many columns; those that go on stand two further in. */
export const folded = (width: number): Line => (indent, text) => {
  const lines: string[] = []
  let current = ' '.repeat(indent)
  for (const word of text.split(/\s+/)) {
    const empty = current.trim() === ''
    if (!empty && current.length + 1 + word.length > width) {
      lines.push(current)
      current = `${' '.repeat(indent + 2)}${word}`
    } else current += `${empty ? '' : ' '}${word}`
  }
  return [...lines, current]
}
