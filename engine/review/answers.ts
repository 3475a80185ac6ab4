// What those who must agree ask first, answered from the rules alone; and what rules cannot answer.
import { clearAnswer, timesAnswer } from './answers-clear.ts'
import { whoAnswer } from './answers-people.ts'
import { topicsAnswer } from './answers-read.ts'
import { personColumns } from './people.ts'
import type { Review } from './review.ts'
import { columnNames, isException, isPseudonym, leaving } from './words.ts'

/** Sentences; several paragraphs where a question has several sides. */
export type Answer = { readonly question: string, readonly answer: readonly string[] }

export function answersOf(review: Review): readonly Answer[] {
  const hashed = leaving(review).some(isPseudonym)
  return [
    { question: 'What leaves in clear?', answer: clearAnswer(review) },
    { question: 'Can the files show what one person did, and with whom?', answer: personAnswer(review) },
    { question: 'Which times leave, and how exact are they?', answer: [timesAnswer(review)] },
    { question: 'Are subjects and the like read?', answer: topicsAnswer(review) },
    ...hashed ? [
      { question: 'Can whoever receives the files turn a pseudonym back into a name?', answer: backAnswer(review) },
      { question: 'Who has the key?', answer: [keyAnswer] },
    ] : [],
    { question: 'Who is in the files? The works council? People who have left? Outsiders?', answer: whoAnswer(review) },
    { question: 'Can something else leave once this is signed?', answer: [changeAnswer] },
    { question: 'What else does a run leave behind?', answer: [behindAnswer] },
    { question: 'What can this page not say?', answer: [unknownAnswer(review)] },
  ]
}

function personAnswer(review: Review): readonly string[] {
  const people = personColumns(review)
  const named = leaving(review).filter(one => isException(one) && one.column.mark === 'identity')
  const byName = named.length === 0 ? 'Not by name.' : `By name in ${columnNames(review, named)}, an exception.`
  if (people.length === 0) return [`${byName} No pseudonym is made of what points to a person.`]
  return [
    `${byName} People stand in ${columnNames(review, people)} as pseudonyms, the same person always as the same one.`,
    'By pseudonym, yes: rows with the same pseudonym can be counted and put together, and whoever knows the '
      + 'organisation may recognise some people by that. No rule prevents it; what may be looked at is for you to '
      + 'settle.',
  ]
}

function backAnswer(review: Review): readonly string[] {
  const known = leaving(review).filter(({ column }) => column.clear !== undefined)
  return [
    'Not by computing, without the key. With the key, yes: trying all addresses takes seconds.',
    'Without any key, a team of two or three, or a person with a habit like nobody else’s, can be recognised by the '
      + 'pattern.',
    ...known.length === 0 ? []
      : [`Little is hidden by ${columnNames(review, known)}: what is behind these pseudonyms leaves in clear, too.`],
  ]
}

const keyAnswer = 'The organisation makes it and gives it to each run; it stands in no rule, no message and none of '
  + 'the files. Who keeps it here, and that it is never handed over, is for you to settle (below).'

const changeAnswer = 'Not under the digest that you sign. A run started with --approved and the digest refuses all '
  + 'other rules, and its record says “approved”: ask to see it. What the digest does not cover stands beside it.'

const behindAnswer = 'A record of what was done: counts, settings, names and sums of files, no value that was read. A '
  + 'list of refused records by line and reason, with their text only where --quarantine-raw asks for it. The program '
  + 'sends nothing anywhere.'

function unknownAnswer({ inputs }: Review): string {
  const open = inputs.flatMap(({ fields }) => fields).filter(({ mark }) => mark === 'open').length
  return 'Who receives the files, what for, and for how long: there are lines for that at the end. And whether '
    + `${open === 1 ? 'the one field' : `the ${open} fields`} declared open really ${open === 1 ? 'points' : 'point'} `
    + 'to nobody: look under “What is read”.'
}
