// One user object of the directory, from the little that differs between them.
import { dn, legacyDn } from './distinguished-name.ts'
import type { Account, Kind } from './party.ts'
import type { Random } from './random.ts'

/** What a person or machine is given; everything else follows. */
export type AccountSeed = {
  readonly kind: Kind
  readonly name: string
  readonly login: string
  /** The primary address as the directory spells it; `''` where there is none. */
  readonly primary: string
  readonly units: readonly string[]
  readonly recipientType?: number
  readonly userAccountControl?: number
  readonly aliases?: readonly string[]
  /** Further proxy addresses, with their prefix. */
  readonly proxies?: readonly string[]
  /** Where mail for it is sent on to: a cloud mailbox, or an outsider's own address. */
  readonly target?: string
  readonly server?: string
  readonly more?: Partial<Account>
}

/** `domain` is the domain of the forest, which DNs and logins end with. */
export const account = (random: Random, domain: string, seed: AccountSeed): Account => {
  const { kind, name, login, primary, aliases = [], target = '', userAccountControl = 512 } = seed
  const x500 = legacyDn('Contoso', `${random.hex(32)}-${login.replace(/[^a-z0-9]/gi, '')}`)
  const proxies = primary === '' ? [] : [
    `SMTP:${primary}`, ...aliases.map(alias => `smtp:${alias}`), ...seed.proxies ?? [],
  ]
  return {
    kind,
    address: primary.toLowerCase(),
    typed: primary,
    shown: target === '' ? primary : target,
    ...seed.server === undefined ? {} : { server: seed.server },
    name,
    displayName: name,
    givenName: '',
    surname: '',
    login,
    nickname: primary === '' ? '' : login,
    upn: `${login}@${domain}`,
    mail: primary,
    // The directory keeps values in no order; the primary address is not always first.
    proxyAddresses: random.some(proxies, proxies.length),
    aliases,
    legacyDn: primary === '' ? '' : x500,
    targetAddress: target === '' ? '' : `SMTP:${target}`,
    dn: dn(name, seed.units, domain),
    enabled: (userAccountControl & 2) === 0,
    ...seed.recipientType === undefined ? {} : { recipientType: seed.recipientType },
    userAccountControl,
    employeeId: '',
    guid: random.guid(),
    sid: `S-1-5-21-331390976-2650875657-2422772959-${1100 + random.below(90000)}`,
    manager: '',
    department: '',
    division: '',
    company: kind === 'person' ? 'Contoso A/S' : '',
    title: '',
    office: '',
    description: '',
    memberOf: [],
    whenCreated: Date.UTC(
      2010, random.below(144), 1 + random.below(28), random.below(24), random.below(60), random.below(60),
    ),
    hired: '',
    ...seed.more,
  }
}
