// Changes of who is a person.
import { type Change, paired, same } from './change.ts'
import { keptOut } from './people.ts'
import type { DirectoryReview, Review } from './review.ts'

export function kindChanges(before: Review, now: Review): readonly Change[] {
  const { both } = paired(before.directories, now.directories, ({ name }) => name)
  return both.flatMap(([one, other]) => oneDirectory(one, other, keptOut(now)))
}

/** `dropped`: kinds whose rows are left out. */
function oneDirectory(before: DirectoryReview, now: DirectoryReview, dropped: readonly string[]): readonly Change[] {
  const { name: where } = now
  const [earlier, later] = [patternsOf(before), patternsOf(now)]
  const { added, removed, both } = paired(earlier, later, nameOf)
  const stayed = earlier.filter(pattern => !removed.includes(pattern)).map(nameOf)
  const unsure = (is: boolean, text: string): readonly Change[] => is ? [{ effect: 'unsure', where, text }] : []
  return [
    ...together(removed).map((text): Change =>
      ({ effect: 'more', where, text: `These accounts are no longer told from people: ${text}.` })),
    ...together(added.filter(({ kind }) => dropped.includes(kind))).map((text): Change =>
      ({ effect: 'less', where, text: `Rows with further accounts are left out: ${text}.` })),
    ...together(added.filter(({ kind }) => !dropped.includes(kind))).map((text): Change =>
      ({ effect: 'unsure', where, text: `Further accounts are no persons, yet not left out: ${text}.` })),
    ...unsure(!same(both.map(([, pattern]) => nameOf(pattern)), stayed),
      'Kinds of account are asked for in another order.'),
    ...unsure(!same(before.remote, now.remote), 'Which colleagues have a cloud mailbox is told in another way.'),
    ...unsure(!same([before.address, before.id, before.input], [now.address, now.id, now.input]),
      'The address or id of an account is made of other fields: pseudonyms may be others.'),
  ]
}

/** What a field has to be for an account to be of a kind: one of the many that a rule has. */
type Pattern = { readonly kind: string, readonly field: string, readonly anywhere: boolean, readonly pattern: string }

const patternsOf = ({ kinds }: DirectoryReview): readonly Pattern[] => kinds.flatMap(({ kind, anywhere, tests }) =>
  tests.flatMap(({ field, patterns }) => patterns.map(pattern => ({ kind, field, anywhere, pattern }))))

const nameOf = ({ kind, field, anywhere, pattern }: Pattern): string => JSON.stringify([kind, field, anywhere, pattern])

/** `room (ou: Rooms, Hall)`: the patterns of one kind, field by field. */
function together(all: readonly Pattern[]): readonly string[] {
  return [...new Set(all.map(({ kind }) => kind))].map(kind => {
    const own = all.filter(one => one.kind === kind)
    const parts = [...new Set(own.map(whereOf))].map(where =>
      `${where}: ${own.filter(one => whereOf(one) === where).map(({ pattern }) => pattern).join(', ')}`)
    return `${kind} (${parts.join('; ')})`
  })
}

const whereOf = ({ field, anywhere }: Pattern): string => `${field}${anywhere ? ' at any domain' : ''}`
