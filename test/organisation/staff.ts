// What the directory says of colleagues besides their addresses: place of work, manager, date of hire.
import { account } from './account.ts'
import { dn, escapeDn } from './distinguished-name.ts'
import type { Account } from './party.ts'
import { random as randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { divisionsOf, namesakes, unusualDepartments } from './workplaces.ts'

/** Colleagues as people.ts makes them, with all of this; no address and no login changes. */
export const settled = (
  random: Random, persons: readonly Account[], others: readonly Account[], domain: string,
): readonly Account[] => {
  const placed = persons.map((person, number) => settle(random, person, number, domain))
  const now = new Map(persons.map((person, number) => [person.dn, placed[number]?.dn ?? '']))
  const managers = unusualManagers(placed, others, domain)
  return placed.map((person, number) =>
    ({ ...person, manager: managers.get(number) ?? now.get(person.manager) ?? '' }))
}

const settle = (random: Random, person: Account, number: number, domain: string): Account => {
  const called = namesakes.get(number)
  const name = called === undefined ? person.name : `Chris Åberg ${called}`
  const department = unusualDepartments.get(number % 40) ?? person.department
  const divisions = divisionsOf[department.trim()] ?? []
  const hiredIn = 2004 + random.below(20)
  return {
    ...person,
    name,
    displayName: called === undefined ? person.name : 'Chris Åberg',
    dn: `CN=${escapeDn(name)}${person.dn.slice(`CN=${escapeDn(person.name)}`.length)}`,
    nickname: number % 5 === 2 ? person.address.slice(0, person.address.indexOf('@')) : person.login,
    department,
    division: divisions[random.below(divisions.length)] ?? '',
    // Its own semicolon stands escaped in a joined column.
    memberOf: number % 7 === 1 ? [...person.memberOf, dn('Canteen; "menu"', ['Groups'], domain)] : person.memberOf,
    company: number % 10 === 9 ? 'Fabrikam Sp. z o.o.' : person.company,
    hired: random.chance(0.3) ? ''
      : new Date(Date.UTC(hiredIn, random.below(12), 1 + random.below(28))).toISOString().slice(0, 10),
  }
}

/**
 * Managers that are not simply the colleague one level up, by number: a leaver; somebody who is not in the export; a
 * service account; a DN spelled otherwise, which RFC 4514 makes the same.
 */
const unusualManagers = (
  persons: readonly Account[], others: readonly Account[], domain: string,
): ReadonlyMap<number, string> => {
  const nobody = `CN=Boss\\, Former,OU=Staff,${domain.split('.').map(part => `DC=${part}`).join(',')}`
  const service = others.find(({ kind }) => kind === 'service')?.dn ?? ''
  return new Map([
    [20, persons.find(({ enabled }) => !enabled)?.dn ?? ''],
    [16, nobody],
    [18, service],
    [22, respelled(persons[3]?.dn ?? '')],
    [23, respelled(persons[0]?.dn ?? '')],
  ])
}

/** Types of attributes in lower case, escaped commas as hex pairs. */
const respelled = (dn: string): string =>
  dn.replaceAll('\\,', '\\2C').replace(/(^|,)(CN|OU|DC)=/g, (_, comma: string, type: string) => `${comma}${type.toLowerCase()}=`)

/**
 * Colleagues without a mailbox: one with an employee number and no address at all, one whose only address is the login,
 * and one with neither, of whom nothing can be told apart.
 */
export const deskless = (persons: readonly Account[], domain: string): readonly Account[] => {
  const random = randomFrom(persons.length)
  const boss = persons[3]
  const one = (name: string, login: string, more: Partial<Account>): Account => account(random, domain, {
    kind: 'person', name, login, primary: '', units: ['Produktion Süd', 'Staff'],
    more: { upn: '', department: 'Produktion Süd', division: 'Operations & Supply', manager: boss?.dn ?? '', ...more },
  })
  const upn = `pneu@${domain}`
  return [
    one('Ola Fabrik', 'ofabrik', { employeeId: '00901' }),
    one('Pia Neu', 'pneu', { upn, address: upn, typed: upn, shown: upn }),
    one('Tim Temp', 'ttemp', {}),
  ]
}
