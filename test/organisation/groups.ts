// Distribution groups: flat, nested, with a room, an outsider and a cloud mailbox among the members.
import { dn } from './distinguished-name.ts'
import { departments } from './names.ts'
import type { Account, Group, Party } from './party.ts'
import type { Random } from './random.ts'

export const groups = (
  random: Random, domain: string,
  colleagues: readonly Account[], others: readonly Account[], outsiders: readonly Party[],
): readonly Group[] => {
  const group = (name: string, members: Group['members']): Group =>
    ({ address: `${name}@${domain}`, dn: dn(name, ['Groups'], domain), members })
  const teams = departments.map(
    (_, number) => group(`team-${number + 1}`, random.some(colleagues, 3 + random.below(6)))
  )
  const mixed = group('project-x', [
    ...random.some(colleagues, 4),
    ...random.some(others.filter(({ kind }) => kind === 'room' || kind === 'shared'), 2),
    ...random.some(outsiders, 2),
  ])
  // A member who is in two of them gets one copy.
  const nested = group('All.Staff', [...teams.slice(0, 3), mixed, ...random.some(colleagues, 2)])
  return [...teams, mixed, nested]
}
