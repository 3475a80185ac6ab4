// Do the files of a delivery belong together: are the people of mails and meetings in the list of people?
import { type Check, type Spot, grouped, information } from './check.ts'
import type { OutputRead } from './outputs.ts'
import type { Tally } from './tally.ts'

/** The file in which every person stands once, and its column of people. */
export type Roster = { readonly file: OutputRead, readonly people: Tally }

/**
 * The list of people is told by what is in it, whatever it is called: its rows carry no time of day, no person stands in
 * them twice, and of such files it has the most people.
 */
export function rosterOf(files: readonly OutputRead[]): Roster | undefined {
  const candidates = files.filter(({ timed }) => !timed).flatMap(file => file.tallies.map(people => ({ file, people })))
    .filter(({ people }) => people.person && !people.list && people.counts !== undefined && people.all > 0 && people.counts.size === people.all)
  return candidates.toSorted((one, other) => other.people.all - one.people.all)[0]
}

/** Below this share something is wrong, not just somebody missing. */
const fewest = 0.6

export function joinChecks(files: readonly OutputRead[], roster: Roster | undefined, keys: number): readonly Check[] {
  const columns = files.flatMap(file => file.tallies.map(tally => ({ file, tally })))
    .filter(({ tally }) => tally.person && tally.all > 0 && tally.counts !== undefined && tally !== roster?.people)
  const forms = new Set(files.flatMap(({ tallies }) => tallies.flatMap(({ forms: all }) => [...all])))
  const mixed: readonly Check[] = forms.size < 2 ? [] : [{
    check: 'forms', result: 'finding', code: 'runs-differ', count: forms.size,
    spots: files.flatMap(file => file.tallies.map(tally => ({ file: file.shown, column: tally.name, text: [...tally.forms].join(' and ') }))),
    message: 'pseudonyms stand in hex here and in Base64 there: they do not join',
    hint: 'bring all to one form with np-pipeline convert, or run all rules with one hash profile',
  }]
  if (!roster && columns.length === 0) return mixed
  if (!roster) return [...mixed, information('joins', 0, 'no file of the folder is a list of people, so there is nothing to join with')]
  const joined = columns.map(({ file, tally }) => ({ file, tally, ...shareOf(tally, roster.people) }))
  const few = joined.filter(({ people, found }) => found / people < fewest)
  const none = few.every(({ found }) => found === 0)
  const spots = (all: typeof joined): readonly Spot[] => all.map(({ file, tally, people, found }) => ({
    file: file.shown, column: tally.name,
    text: `${grouped(found)} of ${grouped(people)} (${percent(found / people)}) stand in ${roster.file.shown}, ${roster.people.name}`,
  }))
  return [...mixed, ...joined.length === 0 ? [] : [few.length === 0
    ? { check: 'joins', result: 'fine' as const, count: joined.length, message: 'the people of the files are in the list of people', spots: spots(joined) }
    : {
      check: 'joins', result: 'warning' as const, code: 'few-joins' as const, count: few.length, spots: spots(joined),
      message: `${none ? 'the' : 'many'} people of a file are not in the list of people`,
      hint: keys > 1 ? 'the runs have different keys: run all rules again with one' : forms.size > 1 ? 'the pseudonyms have different forms' : none ? spelt : older,
    }]]
}

const spelt = 'the key is the same, so the addresses were hashed in other spellings: let every rule file use the same directory, '
  + 'and identify before it hashes'
const older = 'give all runs the same directory, of the end of the time that the mails are of; leavers belong in it too'

function shareOf(tally: Tally, people: Tally): { readonly people: number, readonly found: number } {
  const all = [...tally.counts!.keys()]
  return { people: all.length, found: all.filter(one => people.counts!.has(one)).length }
}

/** How much of a column the person makes up who stands there most: who is known to write most is found by that. */
export const frequencyCheck = (files: readonly OutputRead[]): readonly Check[] => {
  const columns = files.filter(({ timed }) => timed).flatMap(file => file.tallies.map(tally => ({ file, tally })))
    .filter(({ tally: { person, counts } }) => person && (counts?.size ?? 0) > 1)
  const spots = columns.map(({ file, tally }) =>
    ({ file: file.shown, column: tally.name, text: `${percent(mostFrequent(tally) / tally.all)} of its pseudonyms` }))
  return spots.length === 0 ? []
    : [information('frequency', spots.length, 'the most frequent person of a column: frequency stays visible in pseudonyms', spots)]
}

const mostFrequent = ({ counts }: Tally): number => [...counts!.values()].reduce((most, { count }) => Math.max(most, count), 0)

/** Rounded down, so that 100 % is all. */
const percent = (share: number): string => `${Math.floor(share * 100)} %`
