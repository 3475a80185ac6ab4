// What those who must agree ask first: the page answers from the rules, and does not pretend.
import test from 'ava'
import { answersOf } from '../../engine/review/answers.ts'
import type { Review } from '../../engine/review/review.ts'
import { leaving, isOpen, isException, isPseudonym } from '../../engine/review/words.ts'
import { changed, exports, review } from './reviewed.ts'

const answer = (now: Review, question: RegExp): string => {
  const found = answersOf(now).filter(one => question.test(one.question))
  if (found.length !== 1) throw new Error(`${found.length} questions are like ${question}`)
  return found[0]!.answer.join(' ')
}

const clear = /leaves in clear/
const person = /one person/
const times = /times/
const subjects = /subjects/
const back = /turn a pseudonym back/
const who = /Who is in the files/

const mails = changed('')
const meetings = review('rules/meetings.yaml')
const users = review('rules/users.yaml')
const named = changed(`steps: { pseudonyms: { hash: { fields: [message, sender] } } }
outputs: { emails: { allow: { to: agreed } } }`)
const byDay = changed('before: { who: { coarse: { redact: { fields: [time], to: day } } } }')
const subject = `inputs:
  tracking: { fields: { subject: { from: [MessageSubject], privacy: sensitive, optional: true } } }`
const deciding = changed(`${subject}
before: { who: { reports: { drop: { when: 'subject = "Report"', because: sent by programs } } } }`)
const leavingSubject = changed(`${subject}
outputs: { emails: { columns: { subject: subject }, allow: { subject: agreed } } }`)
const unknownStay = changed('steps: { people-only: { drop: { accounts: [room] } } }')

type Case = {
  readonly title: string
  readonly now: Review
  readonly question: RegExp
  readonly has?: string
  readonly hasNot?: string
}

const cases: readonly Case[] = [
  {
    title: 'of mails only their time is in clear', now: mails, question: clear,
    has: 'Nothing by exception. Only what points to nobody by itself: times (when).',
  },
  {
    title: 'an exception is named with its file and its reason', now: users, question: clear,
    has: 'email of users.csv (the login of those who may see the reports)',
  },
  {
    title: 'a column that is always blank is no fact', now: meetings, question: clear,
    has: 'Always blank: normalizedsubject.',
  },
  {
    title: 'people stand in the files as pseudonyms', now: mails, question: person,
    has: 'Not by name. People stand in from and to as pseudonyms',
  },
  {
    title: 'a name that leaves by exception is no pseudonym', now: named, question: person, hasNot: 'Not by name',
    has: 'By name in to, an exception. People stand in from as pseudonyms',
  },
  {
    title: 'an id of several fields together is none of a person', question: person, hasNot: 'interaction_id',
    now: changed('', { headers: 'np-sync' }),
  },
  { title: 'times leave to the millisecond', now: mails, question: times, has: 'when: as read, to the millisecond' },
  {
    title: 'times that are cut say so', now: byDay, question: times, has: 'when: cut to its day', hasNot: 'millisecond',
  },
  {
    title: 'the day of the run is not of a person', now: users, question: times,
    has: 'row_date of employees.csv: of the run',
  },
  {
    title: 'subjects of mails are not read', now: mails, question: subjects,
    has: 'Not read: subjects of mails (message-subject)',
  },
  {
    title: 'a subject that only decides is read all the same', now: deciding, question: subjects,
    has: 'Read: subjects of mails, by the field subject of “tracking”. They reach no column.',
    hasNot: 'Not read: subjects',
  },
  {
    title: 'a subject that leaves is said to', now: leavingSubject, question: subjects, hasNot: 'Not read: subjects',
    has: 'subject: in clear, by exception (agreed).',
  },
  {
    title: 'a blob of a series has subjects in it, and is read', now: meetings, question: subjects,
    has: 'Read: subjects and places of single dates of a series',
  },
  {
    title: 'of an input of no known kind the program knows nothing', now: users, question: subjects,
    has: '“groups” and “access”',
  },
  {
    title: 'nobody can compute a name without the key', now: mails, question: back,
    has: 'Not by computing, without the key', hasNot: 'Little is hidden',
  },
  {
    title: 'pseudonyms of groups hide little where their names leave', now: users, question: back,
    has: 'Little is hidden by team_id and group_ids of employees.csv',
  },
  {
    title: 'who has left is left out', now: mails, question: who,
    has: 'counts as unknown: rows with such people are left out',
  },
  {
    title: 'who has left is in, without a pseudonym', now: unknownStay, question: who,
    has: 'they get no pseudonym of their own',
  },
  {
    title: 'who has left is in a list of people as long as the directory has the account', now: users, question: who,
    has: 'for as long as “people” has the account',
  },
  { title: 'nobody is left out for an office', now: mails, question: who, has: 'works council' },
  { title: 'outsiders are one word', now: mails, question: who, has: '"external" for outside' },
  {
    title: 'outsiders are left out of a list of people', now: users, question: who,
    has: 'people outside the organisation are left out', hasNot: '"external"',
  },
  { title: 'what a run leaves behind is said', now: mails, question: /leave behind/, has: 'sends nothing anywhere' },
  { title: 'what rules cannot know is said', now: mails, question: /not say/, has: 'for how long' },
]

for (const { title, now, question, has, hasNot } of cases) {
  test(title, t => {
    const found = answer(now, question)
    if (has !== undefined) t.true(found.includes(has), found)
    if (hasNot !== undefined) t.false(found.includes(hasNot), found)
    t.pass()
  })
}

test('rules that hash nothing have no question about the key', t => {
  const text = `version: 1
name: counts
inputs: { log: { fields: { time: { privacy: open, type: time } } } }
from: log
outputs: { counts: { csv: { file: counts.csv }, columns: { time: time } } }
`
  const now = review('rules/counts.yaml', {}, text)
  t.deepEqual(answersOf(now).filter(({ question }) => /key|pseudonym/.test(question)), [])
  t.is(answer(now, person), 'Not by name. No pseudonym is made of what points to a person.')
})

for (const file of exports) {
  const now = review(file)

  test(`${file}: every column in clear is told of as such, and no other`, t => {
    const found = answer(now, clear)
    const inClear = leaving(now).filter(one => isOpen(one) || isException(one)).map(({ column }) => column.header)
    t.deepEqual(inClear.filter(header => !found.includes(header)), [])
    if (now.outputs.length > 1) return
    const told = [...found.matchAll(/\(([^)]*)\)|blank: (.*)\./g)]
      .flatMap(([, listed, blank]) => (listed ?? blank)!.split(/, | and /))
    t.deepEqual(told.toSorted(), inClear.toSorted())
  })

  test(`${file}: pseudonyms of people are told of`, t => {
    const people = leaving(now).filter(isPseudonym).map(({ column }) => column)
      .filter(({ name, origins }) => name !== 'interaction_id' && origins.some(({ take }) => take === 'account'))
    t.deepEqual(people.filter(({ header }) => !answer(now, person).includes(header)), [])
  })
}
