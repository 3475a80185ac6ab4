// A review for a terminal.
import { shortDigest } from '../run/rules-digest.ts'
import { grows } from '../review/changes.ts'
import type { Since } from '../review/page-head.ts'
import type { ColumnReview, FieldReview, Review } from '../review/review.ts'
import {
  approvedCommand, columnsText, digestMeaning, effectWords, gist, hashLeaves, hashProtects, holdingText, nonAsciiWords, originsText, profileWords, stepText,
  unset, usesOf, valueText,
} from '../review/words.ts'

/** The whole review, in the order of the page, folded to `width` columns. */
export function reviewText(review: Review, changes: Since | undefined, width: number): string {
  const line = folded(Math.min(Math.max(width, 60), 110))
  return `${[
    ...line(0, gist(review)), ...review.about === '' ? [] : line(0, review.about), '',
    ...digestLines(review, line),
    ...changes ? ['', ...changeLines(changes, review, line)] : [],
    ...review.inputs.flatMap(({ name, about, optional, fields, passedOver }) => [
      '', `READ FROM ${name}${optional ? ' (a run may do without)' : ''}`, ...about === '' ? [] : line(2, about),
      ...fields.flatMap(field => fieldLines(field, review, line)),
      ...line(2, `Every other column is never read.${passedOver && passedOver.columns.length > 0 ? ` Among those that ${passedOver.of} can have: ${passedOver.columns.join(', ')}.` : ''}`),
    ]),
    ...review.outputs.flatMap(({ file, about, columns, rules }) => [
      '', `WRITTEN TO ${file}`, ...about === '' ? [] : line(2, about),
      ...columns.flatMap(column => columnLines(column, line)), ...rules.flatMap(rule => line(2, rule)),
    ]),
    '', 'ROWS LEFT OUT',
    ...review.drops.flatMap(({ step, outputs, text, when, because }) => [
      `  ${step}${review.outputs.length > 1 ? ` (${outputs.join(', ')})` : ''}`, ...line(4, `${text}${when === undefined ? '' : ` ${when}`}`), ...because === undefined ? [] : line(4, `Why: ${because}`),
    ]),
    ...line(2, `Refused records: ${review.quarantine === '0' ? 'none is tolerated' : `up to ${review.quarantine}`}.`),
    ...review.directories.flatMap(({ name, domains, kinds }) => [
      '', `KINDS OF ACCOUNT IN ${name}`,
      ...kinds.flatMap(({ kind, tests }) => line(2, `${kind}: ${tests.map(({ field, patterns }) => `${field} is ${patterns.join(' or ')}`).join('; ')}`)),
      ...line(2, `Own domains: ${domains.length > 0 ? domains.join(', ') : 'none is set'}.`),
    ]),
    '', 'PSEUDONYMS',
    ...review.hash.steps.flatMap(({ step, profile, nonAscii }) => line(2, `${step}: ${profile === undefined ? 'HMAC-SHA256, as an id of the same shape' : profileWords[profile]}${nonAscii === undefined ? '' : `; ${nonAsciiWords[nonAscii]}`}`)),
    ...line(2, hashProtects), ...hashLeaves.flatMap(([what, text]) => line(2, `${what}: ${text}`)),
    '', 'VALUES THAT ARE SET',
    ...review.params.flatMap(param => line(2, `${param.name}: ${valueText(param)}${param.perRun ? ' (each run sets it; not in the digest)' : ''}`)),
    '', `TESTS OF THE RULES: ${review.tests.length}`, ...review.tests.flatMap(title => line(2, title)),
  ].join('\n')}\n`
}

/** What is said when the page went to a file. */
export function writtenText(review: Review, changes: Since | undefined, file: string): string {
  const line = folded(110)
  return `${[`${file} written: ${review.name}, digest ${shortDigest(review.digest)}`, ...notReady(review, line), ...changes ? changeLines(changes, review, line) : []].join('\n')}\n`
}

type Line = (indent: number, text: string) => readonly string[]

const digestLines = (review: Review, line: Line): readonly string[] => [
  `DIGEST ${shortDigest(review.digest)}`, `  ${review.digest}`, ...line(2, digestMeaning), `  ${approvedCommand(review)}`, ...notReady(review, line),
]

const notReady = (review: Review, line: Line): readonly string[] => unset(review).length === 0 ? []
  : line(0, `Not ready to sign: each run would have to set ${unset(review).join(', ')}, and then has another digest. Give the values with --set, or review a customer's rule file.`)

function changeLines({ since, all }: Since, now: Review, line: Line): readonly string[] {
  const title = `CHANGED SINCE ${shortDigest(since.digest)}`
  if (all.length === 0) return [`${title}: nothing that decides anything${since.digest === now.digest ? '; the digest is the same' : ''}`]
  return [`${title}${grows(all) ? ': more leaves, or may leave' : ''}`, ...all.flatMap(({ effect, where, text }) => line(2, `${effectWords[effect]} - ${where}: ${text}`))]
}

function fieldLines(field: FieldReview, review: Review, line: Line): readonly string[] {
  const uses = usesOf(field, review)
  return [`  ${field.name} [${field.mark}]`, ...line(4, `column ${columnsText(field)}${field.optional ? ' (where there is one)' : ''}; ${holdingText(field)}`),
    ...line(4, uses.length === 0 ? 'used for nothing in this export' : uses.join('; '))]
}

const columnLines = (column: ColumnReview, line: Line): readonly string[] => [
  `  ${column.header} [${column.mark}]${column.allow === undefined ? '' : ' EXCEPTION: in clear'}`,
  ...line(4, `made of ${originsText(column.origins)}`),
  ...column.steps.flatMap(step => line(4, `- ${step.step} (${step.field}): ${stepText(step)}`)),
  ...line(4, column.allow === undefined ? column.why : `Exception, because: ${column.allow}`),
]

/** Lines of at most so many columns, indented; those that go on stand two further in. */
const folded = (width: number): Line => (indent, text) => {
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
