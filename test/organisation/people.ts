// The colleagues: who they are, where their mailboxes stand, and by what addresses they are known.
import { account } from './account.ts'
import { dn } from './distinguished-name.ts'
import { ascii, departments, givenNames, surnames, titles } from './names.ts'
import type { Account } from './party.ts'
import type { Random } from './random.ts'

export type PeopleOptions = {
  readonly count: number
  /** The organisation's domains: the first is the forest's, the second a bought company's, the third a sub-domain. */
  readonly domains: readonly string[]
  readonly servers: readonly string[]
  /** The domain of the cloud mailboxes, in a hybrid organisation. */
  readonly cloudDomain?: string
}

/** Every eighth colleague of a hybrid organisation has moved to the cloud; about one in fifteen has left. */
export const people = (random: Random, options: PeopleOptions): readonly Account[] => {
  const [main = '', , plant = main] = options.domains
  const made: Account[] = []
  for (let number = 0; number < options.count; number++) {
    const givenName = givenNames[number % givenNames.length] ?? ''
    const turn = Math.floor(number / givenNames.length)
    const surname = surnames[(number * 5 + turn) % surnames.length] ?? ''
    const namesake = turn >= surnames.length ? String(number) : ''
    const department = random.pick(departments)
    const local = `${ascii(givenName)}.${ascii(surname)}${namesake}`
    const login = `${ascii(givenName).slice(0, 1)}${ascii(surname).replace(/[^a-z]/g, '')}${number}`
    const left = number % 15 === 7
    const cloud = options.cloudDomain !== undefined && number % 8 === 3
    // Names of one country first, as in «Smith, James K.», make a DN that needs an escape.
    const name = number % 3 === 0 ? `${surname}, ${givenName}${namesake}` : `${givenName} ${surname}${namesake}`
    const boss = made.length === 0 ? undefined : made[Math.floor((made.length - 1) / 6)]
    made.push(account(random, main, {
      kind: 'person',
      name,
      login,
      primary: spell(random, local, number % 9 === 4 ? plant : main),
      units: [department, left ? 'Disabled' : 'Staff'],
      recipientType: cloud ? 2147483648 : number % 20 === 11 ? 2 : 1,
      userAccountControl: left ? 514 : random.chance(0.1) ? 66048 : 512,
      aliases: aliases(local, login, options),
      proxies: otherProxies(login, givenName, surname, number, main),
      ...cloud
        ? { target: `${login}@${options.cloudDomain}` }
        : { server: options.servers[number % options.servers.length] ?? '' },
      more: {
        givenName, surname, department,
        employeeId: number % 12 === 9 ? '' : String(number + 1).padStart(5, '0'),
        manager: boss?.dn ?? '',
        title: random.pick(titles),
        office: random.pick(['Building 1, room 12', 'Warszawa', '']),
        // A line break stays raw inside the quotes of a CSV export.
        description: number % 25 === 2 ? 'first line\r\nsecond; "line"' : '',
        memberOf: [dn('All Staff', ['Groups'], main), dn(`${department} members`, ['Groups'], main)],
      },
    }))
  }
  return made
}

/** Exchange keeps the spelling an administrator typed; addresses themselves know no case. */
const spell = (random: Random, local: string, domain: string): string =>
  random.chance(0.5)
    ? `${local}@${domain}`
    : `${local.replace(/(^|\.)[a-z]/g, letter => letter.toUpperCase())}@${domain}`

const aliases = (local: string, login: string, { domains, cloudDomain }: PeopleOptions): readonly string[] => {
  const [main = '', bought = main] = domains
  return [
    `${login}@${main}`, `${local}@${bought}`, `${login}@${main.split('.')[0]}.local`,
    ...cloudDomain === undefined ? [] : [`${login}@${cloudDomain}`],
  ]
}

/** Addresses that are not mail: all of them stand in the same property (exchange-domain.md §7). */
const otherProxies = (
  login: string, givenName: string, surname: string, number: number, domain: string,
): readonly string[] => [
  `X500:/o=OldOrg/ou=First Administrative Group/cn=Recipients/cn=${login.toUpperCase()}`,
  `SIP:${login}@${domain}`,
  // Its own semicolons stand bare in a joined column.
  ...number % 16 === 5 ? [`x400:C=US;A= ;P=Contoso;O=Exchange;S=${ascii(surname)};G=${ascii(givenName)};`] : [],
  ...number % 16 === 6 ? [`EUM:${4000 + number};phone-context=Contoso.${domain}`] : [],
]
