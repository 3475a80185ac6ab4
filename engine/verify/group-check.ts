// Groups of people that are so small that they tell who is meant.
import { type Check, type Spot, fine, plural } from './check.ts'
import type { Roster } from './join-checks.ts'
import type { OutputRead } from './outputs.ts'
import type { Tally } from './tally.ts'

/**
 * Groups are what several rows of the list of people share: columns of pseudonyms of anything but people, without those that
 * refer to rows of the list itself, as supervisors do. Places are the lines of the group's own row where a file has one.
 */
export function groupCheck(files: readonly OutputRead[], roster: Roster | undefined, smallest: number): readonly Check[] {
  if (!roster) return []
  const own = roster.file.tallies.filter(({ person, counts }) => !person && counts !== undefined && counts.size > 0)
  const keys = own.filter(tally => isKey(tally, roster.file))
  const columns = own.filter(tally => !keys.includes(tally) && !keys.some(key => refersTo(tally, key)))
  if (columns.length === 0) return []
  const sizes = new Map<string, { readonly count: number, readonly line: number, readonly column: string }>()
  for (const { name, counts } of columns) {
    for (const [group, { count, line }] of counts!) if ((sizes.get(group)?.count ?? 0) < count) sizes.set(group, { count, line, column: name })
  }
  const rows = files.filter(file => file !== roster.file).flatMap(file => file.tallies.filter(tally => isKey(tally, file)).map(tally => ({ file, tally })))
  const small = [...sizes].filter(([, { count }]) => count < smallest)
  const spots = small.map(([group, { count, line, column }]): Spot & { readonly line: number } => {
    const row = rows.find(({ tally }) => tally.counts!.has(group))
    return row ? { file: row.file.shown, line: row.tally.counts!.get(group)!.line, text: plural(count, 'member') }
      : { file: roster.file.shown, line, column, text: plural(count, 'member') }
  }).toSorted((one, other) => one.file < other.file ? -1 : one.file > other.file ? 1 : one.line - other.line)
  return [small.length === 0 ? fine('groups', sizes.size, `${plural(sizes.size, 'group')}, none with fewer than ${plural(smallest, 'member')}`) : {
    check: 'groups', result: 'warning', code: 'small-groups', count: small.length, spots,
    message: `${small.length} of ${plural(sizes.size, 'group')} ${small.length === 1 ? 'has' : 'have'} fewer than ${plural(smallest, 'member')}`,
    hint: 'whoever knows the team knows who is meant: leave such groups out in the rules, or put them together; --smallest-group N sets the limit',
  }]
}

/** Every row has its own. */
const isKey = ({ counts, all, list }: Tally, file: OutputRead): boolean => !list && counts !== undefined && counts.size === all && all === file.rows

const refersTo = ({ counts }: Tally, { counts: keys }: Tally): boolean => {
  const all = [...counts!.keys()]
  return all.filter(one => keys!.has(one)).length * 2 > all.length
}
