// A review for a terminal.
import { shortDigest } from '../run/rules-digest.ts'
import { answersOf } from '../review/answers.ts'
import { grows } from '../review/changes.ts'
import type { Since } from '../review/page-changes.ts'
import type { Review } from '../review/review.ts'
import {
  approvedCommand, digestMeaning, effectWords, gist, notCovered, toSettle, unset, valueText,
} from '../review/words.ts'
import { hashLeaves, hashProtects, hashText, keyIs, lawText } from '../review/words-hash.ts'
import { type Line, columnLines, directoryLines, dropLines, fieldLines, folded } from './review-lines.ts'

/** The whole review, in the order of the page, folded to `width` columns. */
export function reviewText(review: Review, changes: Since | undefined, width: number): string {
  const line = folded(Math.min(Math.max(width, 60), 110))
  return `${[
    ...line(0, gist(review)), ...review.about === '' ? [] : line(0, review.about), '',
    ...digestLines(review, line),
    ...changes ? ['', ...changeLines(changes, review, line)] : [],
    '', 'IN SHORT',
    ...answersOf(review).flatMap(({ question, answer }) => [...line(2, question), ...line(4, answer.join(' '))]),
    ...review.outputs.flatMap(({ file, about, columns, rules }) => [
      '', `WHAT LEAVES IN ${file}`, ...about === '' ? [] : line(2, about),
      ...columns.flatMap(column => columnLines(column, line)), ...rules.flatMap(rule => line(2, rule)),
    ]),
    '', 'WHICH ROWS ARE LEFT OUT',
    ...review.drops.flatMap(drop => dropLines(drop, review, line)),
    ...line(2, `Refused records: ${review.quarantine === '0' ? 'none is tolerated' : `up to ${review.quarantine}`}.`),
    ...review.inputs.flatMap(({ name, about, optional, fields, known }) => [
      '', `WHAT IS READ FROM ${name}${optional ? ' (a run may do without)' : ''}`,
      ...about === '' ? [] : line(2, about),
      ...fields.flatMap(field => fieldLines(field, review, line)),
      ...line(2, `Every other column is never read.${!known || known.passedOver.length === 0 ? ''
        : ` Among those that ${known.of} can have: ${known.passedOver.join(', ')}.`}`),
    ]),
    ...review.directories.flatMap(directory => directoryLines(directory, line)),
    '', 'PSEUDONYMS',
    ...review.hash.steps.flatMap(step => line(2, `${step.step}: ${hashText(step)}`)),
    ...review.hash.steps.length === 0 ? line(2, 'Nothing is hashed.') : [
      ...line(2, keyIs), ...line(2, hashProtects), ...hashLeaves.flatMap(([what, text]) => line(2, `${what}: ${text}`)),
      ...line(2, lawText),
    ],
    '', 'VALUES THAT ARE SET',
    ...review.params.flatMap(param =>
      line(2, `${param.name}: ${valueText(param)}${param.perRun ? ' (each run sets it; not in the digest)' : ''}`)),
    '', `TESTS OF THE RULES: ${review.tests.length}`, ...review.tests.flatMap(title => line(2, title)),
    '', 'TO BE AGREED, SINCE RULES CANNOT SAY IT', ...toSettle.flatMap(what => line(2, what)),
  ].join('\n')}\n`
}

/** What is said when the page went to a file. */
export function writtenText(review: Review, changes: Since | undefined, file: string): string {
  const line = folded(110)
  return `${[
    `${file} written: ${review.name}, digest ${shortDigest(review.digest)}`,
    ...notReady(review, line), ...changes ? changeLines(changes, review, line) : [],
  ].join('\n')}\n`
}

const digestLines = (review: Review, line: Line): readonly string[] => [
  `DIGEST ${shortDigest(review.digest)}`, `  ${review.digest}`, ...line(2, `${digestMeaning} ${notCovered(review)}`),
  `  ${approvedCommand(review)}`, ...notReady(review, line),
]

const notReady = (review: Review, line: Line): readonly string[] => unset(review).length === 0 ? []
  : line(0, `Not ready to sign: each run would have to set ${unset(review).join(', ')}, and then has another digest. `
    + 'Give the values with --set, or review a customer\'s rule file.')

function changeLines({ since, all }: Since, now: Review, line: Line): readonly string[] {
  const title = `CHANGED SINCE ${shortDigest(since.digest)}`
  if (all.length === 0) {
    return [`${title}: nothing that decides anything${since.digest === now.digest ? '; the digest is the same' : ''}`]
  }
  return [
    `${title}${grows(all) ? ': more leaves, or may leave' : ''}`,
    ...all.flatMap(({ effect, where, text }) => line(2, `${effectWords[effect]} - ${where}: ${text}`)),
  ]
}
